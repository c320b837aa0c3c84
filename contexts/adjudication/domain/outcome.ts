import type { Finding, Outcome } from '#claims';

/** Lines that a rule rejects: all of them where it is about the whole claim. */
export function rejectedLines(findings: readonly Finding[], lineCount: number): ReadonlySet<number> {
  const rejections = findings.filter(({ kind }) => kind === 'rejection');
  const lines = rejections.some(({ line }) => line === undefined)
    ? Array.from({ length: lineCount }, (_, line) => line)
    : rejections.flatMap(({ line }) => (line === undefined ? [] : [line]));
  return new Set(lines);
}

/**
 * What becomes of a claim of which lines were paid before: any doubt keeps the rest waiting, and nothing rejects what was paid.
 * @param paid lines that were
 */
export function outcomeOfRest(
  findings: readonly Finding[],
  lineCount: number,
  paid: ReadonlySet<number>,
): Outcome {
  if (findings.some(({ kind }) => kind === 'doubt' || kind === 'missing')) return 'partly-referred';
  const isRejected = [...rejectedLines(findings, lineCount)].some((line) => !paid.has(line));
  return isRejected ? 'partly-approved' : 'approved';
}

/**
 * What becomes of a claim.
 * 1. A page that failed to read: incomplete, for nobody knows what it says.
 * 2. Any doubt: referred. So no rejection and no payment ever rests on something uncertain.
 * 3. Every line rejected: rejected, without asking for what would change nothing.
 * 4. Something missing: incomplete.
 * 5. The rest is paid, except the lines that are rejected.
 */
export function outcomeOf(findings: readonly Finding[], lineCount: number): Outcome {
  const has = (kind: Finding['kind']): boolean => findings.some((finding) => finding.kind === kind);
  if (findings.some(({ code, kind }) => code === 'PAGE_NOT_READ' && kind !== 'signal')) return 'incomplete';
  if (has('doubt')) return 'referred';
  const rejectedCount = rejectedLines(findings, lineCount).size;
  if (lineCount > 0 && rejectedCount === lineCount) return 'rejected';
  if (has('missing')) return 'incomplete';
  return rejectedCount > 0 ? 'partly-approved' : 'approved';
}
