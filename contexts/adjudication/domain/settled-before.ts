import type { DecisionLine, Finding, SettledPart } from '#claims';
import type { CareForm } from '#reading';
import type { Centimes } from '#shared';
import type { AdjudicationInput } from './adjudication-input.ts';
import type { AssessedLine, CertainFacts } from './assessed-line.ts';
import { settleFindings } from './attestations.ts';
import { otherLineOf } from './other-line.ts';
import { lineIdentity, valuesOf } from './line-identity.ts';

/** The part of a claim that is paid now, while other lines wait. */
export function settledPartOf(
  facts: Pick<CertainFacts, 'person' | 'beneficiary'>,
  lines: readonly AssessedLine[],
  decided: readonly DecisionLine[],
  form: CareForm,
): SettledPart | undefined {
  const { person, beneficiary } = facts;
  if (person === undefined || beneficiary === undefined) return undefined;
  return {
    registrationNumber: person.person.registrationNumber,
    beneficiary,
    lineCount: lines.length,
    lines: lines.flatMap((assessed, index) => {
      const line = decided[index];
      return line?.outcome === 'paid'
        ? [{ identity: lineIdentity(assessed, form), at: assessed.act.line, line }]
        : [];
    }),
  };
}

/** What was paid of a claim before it is decided again. */
export interface SettledBefore {
  /** Lines of the form as it is now that were paid, with what was decided of them then. */
  readonly lines: ReadonlyMap<number, DecisionLine>;
  /** Those of them that were corrected since, and come to what was paid all the same. */
  readonly corrected: ReadonlySet<number>;
  readonly centimes: Centimes;
  /** What of it does not stand on the form any more. */
  readonly changes: readonly Finding[];
}

/**
 * Finds the lines that were paid on the form as it is now. A line of which one value was corrected is still the paid one where it
 * stands at its place, comes to the same, and nothing of it is doubted. What was changed otherwise, a line or a person, is never
 * paid again, and what was paid too much is not taken from the other lines: whoever put it so puts it back, or says that nothing
 * more is paid.
 */
export function settledBefore(
  lines: readonly AssessedLine[],
  { beneficiary }: Pick<CertainFacts, 'beneficiary'>,
  findings: readonly Finding[],
  { settledPart, person, form }: AdjudicationInput,
): SettledBefore | undefined {
  if (settledPart === undefined) return undefined;
  const found = new Map<number, DecisionLine>();
  const corrected = new Set<number>();
  const changes: Finding[] = [];
  const others = (isIt: (line: AssessedLine) => boolean): readonly number[] =>
    lines.filter((line) => !found.has(line.act.line) && isIt(line)).map(({ act }) => act.line);
  // Where lines were taken out or added, nobody knows which one stands at a place.
  const isReshaped = lines.length !== settledPart.lineCount;
  const lost = settledPart.lines.filter(({ identity, line }) => {
    const [index] = others((one) => lineIdentity(one, form) === identity);
    if (index !== undefined) found.set(index, line);
    return index === undefined;
  });
  for (const { at, line } of lost) {
    const [index] = isReshaped
      ? []
      : others((one) => one.act.line === at && isCorrected(one, line, findings));
    if (index === undefined) changes.push(changed('LINE', line));
    else {
      found.set(index, line);
      corrected.add(index);
    }
  }
  if (person?.person.registrationNumber !== settledPart.registrationNumber) changes.push(changed('PERSON'));
  // Who was treated may be doubted now; that is a doubt of its own.
  const isOther = beneficiary !== undefined && !isSame(beneficiary, settledPart.beneficiary);
  if (isOther) changes.push(changed('BENEFICIARY'));
  const centimes = settledPart.lines.reduce((sum, { line }) => sum + (line.paidCentimes ?? 0), 0);
  return { lines: found, corrected, centimes, changes };
}

/** Whether a line differs from one that was paid in one value, comes to the same, and nothing speaks against it. */
function isCorrected(
  { act, priced }: AssessedLine,
  paid: DecisionLine,
  findings: readonly Finding[],
): boolean {
  if (act.read.kind !== paid.kind || priced?.paidCentimes !== paid.paidCentimes) return false;
  const [values, valuesPaid] = [act.read, paid].map(valuesOf);
  const differences = values?.filter((value, index) => value !== valuesPaid?.[index]).length;
  if (differences !== 1) return false;
  return findings.every(
    (finding) =>
      finding.kind === 'signal' || (finding.line !== act.line && otherLineOf(finding)?.line !== act.line),
  );
}

function isSame(one: SettledPart['beneficiary'], other: SettledPart['beneficiary']): boolean {
  const idOf = (ref: SettledPart['beneficiary']): string => (ref.kind === 'dependant' ? ref.dependantId : '');
  return one.kind === other.kind && idOf(one) === idOf(other);
}

function changed(cause: 'LINE' | 'PERSON' | 'BENEFICIARY', line?: DecisionLine): Finding {
  const { keyLetter, medicineCode, dateOfCare, billedCentimes, paidCentimes } = line ?? {};
  const said = { keyLetter, medicineCode, dateOfCare, billedCentimes, paidCentimes };
  const details: Record<string, string | number> = { cause };
  for (const [name, value] of Object.entries(said)) if (value !== undefined) details[name] = value;
  return { kind: 'doubt', code: 'PAID_LINE_CHANGED', details };
}

/**
 * The findings that still decide something: those of paid lines are signals. A doubt about a paid line and another is one about
 * the other. A rule that rejects the whole claim contradicts what was paid: a supervisor says whether only the rest is rejected.
 */
export function findingsBeside(
  { lines, changes }: SettledBefore,
  findings: readonly Finding[],
  input: AdjudicationInput,
): readonly Finding[] {
  const still = findings.map((finding): Finding => {
    const { line, kind, details } = finding;
    if (line === undefined || !lines.has(line) || kind === 'signal') return finding;
    const other = otherLineOf(finding);
    return other === undefined || lines.has(other.line)
      ? { ...finding, kind: 'signal', details: { ...details, settledBy: 'payment' } }
      : { ...finding, line: other.line, details: { ...details, [other.key]: line } };
  });
  const rejection = still.find(({ kind, line }) => kind === 'rejection' && line === undefined);
  const contradiction: readonly Finding[] =
    rejection === undefined
      ? []
      : [{ kind: 'doubt', code: 'PAID_CLAIM_REJECTED', details: { rejection: rejection.code } }];
  return [...changes, ...settleFindings([...contradiction, ...still], input)];
}
