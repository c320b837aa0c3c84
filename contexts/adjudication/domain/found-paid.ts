import type { DecisionRecord, Finding, FoundPaid } from '#claims';
import type { CareForm } from '#reading';
import { actFingerprint } from './act-fingerprint.ts';
import type { AssessedLine, CertainFacts } from './assessed-line.ts';
import { rowsOf } from './as-read.ts';
import { isLineOfOne } from './attestations.ts';
import { medicineFingerprint } from './medicines/medicine-fingerprint.ts';
import { DUPLICATES } from './questioned-readings.ts';

/**
 * What earlier decisions of a claim found to be paid, or perhaps paid, in others. It is remembered, so that a line which is no
 * duplicate any more because one person made it another act is asked about, and not paid.
 */

/** By what a line is known from one decision to the next. */
const knownAs = ({ fingerprint }: AssessedLine): string | undefined => fingerprint;

/**
 * Doubts about lines that are new to the claim since one that was found elsewhere is gone from it: changed, or put in its place. The
 * lines that stood beside it then, and those that are still duplicates, are none of these.
 */
export function changedSinceFound(
  found: FoundPaid | undefined,
  lines: readonly AssessedLine[],
  form: CareForm,
  { isClaimRejected }: Pick<CertainFacts, 'isClaimRejected'>,
): readonly Finding[] {
  if (found === undefined || isClaimRejected) return [];
  // A copy that somebody adds is not the line that stood there.
  const there = new Set(
    lines.filter(({ act }) => (rowsOf(form)[act.line]?.source.box.width ?? 0) > 0).map(knownAs),
  );
  const gone = found.lines.find(({ fingerprint }) => !there.has(fingerprint));
  if (gone === undefined) return [];
  const known = new Set([...found.beside, ...found.lines.map(({ fingerprint }) => fingerprint)]);
  return lines
    .filter((line) => !known.has(knownAs(line) ?? ''))
    .filter(({ findings }) => findings.every(({ kind }) => kind !== 'rejection'))
    .map(({ act: { line } }) => ({
      kind: 'doubt',
      code: 'DUPLICATE_CHANGED',
      line,
      details: { claimId: gone.claimId },
    }));
}

/**
 * What is remembered from now on. The lines beside are those of the first time, without what one person put there: a line that is
 * written first, and the found one taken out afterwards, is new as well.
 */
export function rememberFound(
  before: FoundPaid | undefined,
  lines: readonly AssessedLine[],
  form: CareForm,
): FoundPaid | undefined {
  const known = new Set(before?.lines.map(({ fingerprint }) => fingerprint));
  const found = lines.flatMap((line) => {
    const fingerprint = knownAs(line);
    const claimId = foundIn(line);
    if (fingerprint === undefined || claimId === undefined || known.has(fingerprint)) return [];
    known.add(fingerprint);
    return [{ fingerprint, claimId }];
  });
  if (before === undefined && found.length === 0) return undefined;
  const beside =
    before?.beside ??
    lines.flatMap((line) => {
      const fingerprint = knownAs(line);
      const isNew = fingerprint === undefined || known.has(fingerprint) || isLineOfOne(form, line.act.line);
      return isNew ? [] : [fingerprint];
    });
  return { lines: [...(before?.lines ?? []), ...found], beside };
}

type FoundFinding = Pick<DecisionRecord['findings'][number], 'code' | 'details'>;

/** The other claim that was paid for a line, or perhaps was. */
function foundIn({ findings }: { readonly findings: readonly FoundFinding[] }): string | undefined {
  const claimId = findings.find(({ code, details }) => DUPLICATES.has(code) && details?.['claimId'])
    ?.details?.['claimId'];
  return typeof claimId === 'string' ? claimId : undefined;
}

/** By what a line of a decision that was recorded is known. */
function knownAsRecorded(
  { registrationNumber, beneficiary }: DecisionRecord,
  line: DecisionRecord['lines'][number],
): string | undefined {
  const { dateOfCare, medicineCode, inpe, keyLetter, billedCentimes } = line;
  if (registrationNumber === undefined || beneficiary === undefined || dateOfCare === undefined)
    return undefined;
  const who = { registrationNumber, beneficiary };
  if (medicineCode !== undefined)
    return medicineFingerprint({ ...who, code: medicineCode, dispensedOn: dateOfCare });
  return inpe === undefined || keyLetter === undefined || billedCentimes === undefined
    ? undefined
    : actFingerprint({ ...who, inpe, dateOfCare, keyLetter, billedCentimes });
}

/**
 * What a claim of before would remember, had it done so then: by its decisions as they were recorded, oldest first. Lines beside are
 * those of the first decision; what came later one person may have put there.
 */
export function foundInDecisions(decisions: readonly DecisionRecord[]): FoundPaid | undefined {
  const found = new Map<string, string>();
  for (const decision of decisions)
    for (const [index, line] of decision.lines.entries()) {
      const ofLine = decision.findings.filter((finding) => finding.line === index);
      const claimId = foundIn({ findings: ofLine });
      const fingerprint = knownAsRecorded(decision, line);
      if (claimId !== undefined && fingerprint !== undefined && !found.has(fingerprint))
        found.set(fingerprint, claimId);
    }
  if (found.size === 0) return undefined;
  const [first] = decisions;
  const beside = first?.lines.flatMap((line) => knownAsRecorded(first, line) ?? []) ?? [];
  return {
    lines: [...found].map(([fingerprint, claimId]) => ({ fingerprint, claimId })),
    beside: beside.filter((fingerprint) => !found.has(fingerprint)),
  };
}
