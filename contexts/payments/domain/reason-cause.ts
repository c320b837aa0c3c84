import type { RuleBook } from '#rules';
import type { StatusReason } from './pain-002.ts';

/**
 * Why a bank refused a payment, as far as it matters to what comes next.
 *
 * - `account`: the account of the insured; another one is asked for
 * - `deceased`: whoever has the account has died; people look, and nobody is asked for anything
 * - `payer`: our account, our file or the banks between; the insured's account stays usable
 * - `duplicate`: the same order came before and was taken: the money may be on its way
 * - `unknown`: a person finds out
 */
export type RefusalCause = 'account' | 'deceased' | 'payer' | 'duplicate' | 'unknown';

/**
 * The cause by all reasons that the bank gives. One that says duplicate outweighs all others, because paying twice is the worst
 * that can follow; the account is at fault only where every reason says so.
 * @param day ISO day whose table of reason codes holds
 */
export function refusalCause(
  reasons: readonly Pick<StatusReason, 'code'>[],
  rules: RuleBook,
  day: string,
): RefusalCause {
  const causes = new Set<RefusalCause>(
    reasons.flatMap(({ code }) =>
      code === undefined ? [] : [rules.bankReasonOn(code, day)?.cause ?? 'unknown'],
    ),
  );
  if (causes.has('duplicate')) return 'duplicate';
  const [only] = causes;
  return causes.size === 1 && only !== undefined ? only : 'unknown';
}
