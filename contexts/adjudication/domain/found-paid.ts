import type { Finding, FoundPaid } from '#claims';
import type { CareForm } from '#reading';
import type { AssessedLine, CertainFacts } from './assessed-line.ts';
import { isLineOfOne } from './attestations.ts';

/**
 * What earlier decisions of a claim found to be paid, or perhaps paid, in others. It is remembered, so that a line which is no
 * duplicate any more because one person made it another act is asked about, and not paid.
 */

const DUPLICATES = new Set<Finding['code']>(['DUPLICATE', 'NEAR_DUPLICATE']);

/** By what a line is known from one decision to the next: boxes that were found to be others than those of the day are still they. */
const knownAs = ({ asFound, fingerprint }: AssessedLine): string | undefined => asFound ?? fingerprint;

/**
 * Doubts about lines that are new to the claim since one that was found elsewhere is gone from it: changed, or put in its place. The
 * lines that stood beside it then, and those that are still duplicates, are none of these.
 */
export function changedSinceFound(
  found: FoundPaid | undefined,
  lines: readonly AssessedLine[],
  { isClaimRejected }: Pick<CertainFacts, 'isClaimRejected'>,
): readonly Finding[] {
  if (found === undefined || isClaimRejected) return [];
  const there = new Set(lines.map(knownAs));
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

/** The other claim that was paid for a line, or perhaps was. */
function foundIn({ findings }: AssessedLine): string | undefined {
  const claimId = findings.find(({ code, details }) => DUPLICATES.has(code) && details?.['claimId'])
    ?.details?.['claimId'];
  return typeof claimId === 'string' ? claimId : undefined;
}
