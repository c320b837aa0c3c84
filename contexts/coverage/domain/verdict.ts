import type { ReasonCode } from '#claims';
import type { RuleBook, RuleRow } from '#rules';

/** What one rule says of coverage: nothing against it, certainly not covered, or it cannot be determined. */
export type Verdict =
  | { readonly kind: 'covered' }
  | {
      readonly kind: 'rejection' | 'doubt';
      readonly code: ReasonCode;
      readonly details?: Readonly<Record<string, string | number>>;
    };

export const COVERED: Verdict = { kind: 'covered' };

/**
 * Asks each row that applies, and keeps what they agree on. Two rows apply where the start of the later one is uncertain;
 * where they disagree, and where a row is known less well than the settings accept, the answer is a doubt.
 * @param day day whose settings say which confidences are accepted (ISO)
 * @param missing reason where no row applies at all
 */
export function judgeByRows<R extends RuleRow>(
  rows: readonly R[],
  judge: (row: R) => Verdict,
  { rules, day, missing }: { readonly rules: RuleBook; readonly day: string; readonly missing: ReasonCode },
): Verdict {
  const verdicts = rows.map(judge);
  const first = verdicts[0];
  if (first === undefined)
    return { kind: 'doubt', code: missing, details: { cause: 'NO_RULE_FOR_THE_DATE' } };
  const against = verdicts.find((verdict) => verdict.kind !== 'covered');
  const isUnanimous = verdicts.every(({ kind }) => kind === first.kind);
  const isAccepted = rows.every((row) => rules.isAccepted(row, day));
  if (isUnanimous && isAccepted) return against ?? first;
  const code = against?.kind === 'rejection' || against?.kind === 'doubt' ? against.code : missing;
  return {
    kind: 'doubt',
    code,
    details: { cause: isAccepted ? 'RULE_START_UNCERTAIN' : 'RULE_NOT_CERTAIN' },
  };
}
