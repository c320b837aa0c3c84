import type { OverrideContent, ReadFinding } from '#claims';
import type { CareForm } from '#reading';
import { canonicalHash } from './canonical-hash.ts';
import { lineIdentity, linesOf } from './line-identity.ts';
import { otherLineOf } from './other-line.ts';
import type { SetAside } from './set-aside.ts';

/**
 * What a supervisor saw when they set a finding aside. Their word holds for that and for nothing that comes to stand at its number
 * later, or for whoever the claim becomes another's.
 */

const PATIENT = ['registrationNumber', 'beneficiaryLink', 'patientName', 'patientBirthDate'] as const;
const PEOPLE = [...PATIENT, 'cin', 'insuredName', 'insuredBirthDate', 'patientCin'] as const;

const valuesOf = (form: CareForm, names: readonly (typeof PEOPLE)[number][]): readonly (string | null)[] =>
  names.map((name) => form[name]?.value ?? null);

/** Findings about a person, for whom all that names them counts. */
const ABOUT_PEOPLE = new Set([
  'IDENTITY_MISMATCH',
  'CIN_UNREADABLE',
  'NAME_UNREADABLE',
  'PERSON_DECEASED',
  'BENEFICIARY_NOT_DECLARED',
]);

/** What a line is, and for whom. */
function contentOfLine(form: CareForm, line: number): string {
  const act = linesOf(form).find((one) => one.line === line);
  const row = form.acts[line] ?? form.dispensing?.medicines[line - form.acts.length];
  const diseaseCode = row?.diseaseCode?.value ?? null;
  const identity = act === undefined ? null : lineIdentity({ act }, form);
  return canonicalHash(['line-content-1', identity, diseaseCode, ...valuesOf(form, PATIENT)]);
}

/** What else a finding about a line is about: another line, or another claim. */
function besideOf({ details }: ReadFinding, form: CareForm): string {
  const other = otherLineOf({ details });
  if (other !== undefined) return contentOfLine(form, other.line);
  const claimId = details?.['claimId'];
  return typeof claimId === 'string' ? claimId : '';
}

function contentOfClaim({ code, field, details = {} }: ReadFinding, form: CareForm): string {
  const found = Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const who = valuesOf(form, ABOUT_PEOPLE.has(code) ? PEOPLE : ['registrationNumber']);
  return canonicalHash(['finding-1', code, field ?? null, ...found.flat(), ...who]);
}

/** What findings with one code and line are about, on the form that was decided. */
export function overrideContent(findings: readonly ReadFinding[], form: CareForm): OverrideContent {
  const [{ line } = { line: undefined }] = findings;
  return line === undefined
    ? { found: findings.map((finding) => contentOfClaim(finding, form)) }
    : { line: contentOfLine(form, line), found: findings.map((finding) => besideOf(finding, form)) };
}

/** Whether a finding is one of those that were set aside. */
export function isOfContent(found: readonly string[], finding: ReadFinding, form: CareForm): boolean {
  return found.includes(finding.line === undefined ? contentOfClaim(finding, form) : besideOf(finding, form));
}

interface Given extends SetAside {
  readonly of?: OverrideContent | undefined;
}

/**
 * Overrides with the lines that they are about as the form is now; those whose line is gone or another one hold no more, nor do
 * those of before, which say nothing but a number.
 */
export function standingOverrides(overrides: readonly Given[], form: CareForm): readonly SetAside[] {
  const contents = linesOf(form).map(({ line }) => ({ line, content: contentOfLine(form, line) }));
  const taken = new Set<string>();
  return overrides.flatMap(({ code, line, terms, of }) => {
    if (of === undefined) return [];
    if (line === undefined) return [{ code, terms, found: of.found }];
    const candidates = contents.filter(({ content }) => content === of.line).map((one) => one.line);
    const isFree = (candidate: number): boolean => !taken.has(`${code}#${candidate}`);
    // The last word about a line may come after another one: it stands where it was said.
    const at = candidates.find((one) => one === line) ?? candidates.find(isFree);
    if (at === undefined) return [];
    taken.add(`${code}#${at}`);
    return [{ code, line: at, terms, found: of.found }];
  });
}
