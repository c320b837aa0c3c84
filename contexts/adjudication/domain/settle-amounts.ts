import type { Finding } from '#claims';
import type { RuleBook } from '#rules';
import type { Centimes } from '#shared';
import { applyCeilings } from './tariffs/ceilings.ts';
import { roundOnce } from './tariffs/rounding.ts';
import type { AssessedLine } from './assessed-line.ts';

interface Settlement {
  /** By line: what it comes to after rounding and ceilings. A line that is not in it is not priced or not payable. */
  readonly paidCentimes: ReadonlyMap<number, Centimes>;
  /** By line: ids of the ceilings that were applied. */
  readonly ruleIds: ReadonlyMap<number, readonly string[]>;
  readonly findings: readonly Finding[];
}

/**
 * Settles the amounts of the lines that nothing speaks against, together: they share the rounding and the ceilings.
 * @param day day whose settings say where amounts are rounded (ISO)
 */
export function settleAmounts(
  payable: readonly AssessedLine[],
  paidUnderCeilings: ReadonlyMap<string, Centimes>,
  { rules, day }: { readonly rules: RuleBook; readonly day: string },
): Settlement {
  const lines = payable.flatMap(({ act, priced }) => {
    const dateOfCare = act.sure.dateOfCare;
    if (priced?.basisCentimes === undefined || priced.rateBasisPoints === undefined) return [];
    if (priced.paidCentimes === undefined || dateOfCare === undefined) return [];
    const { basisCentimes, rateBasisPoints, paidCentimes, code } = priced;
    return [{ line: act.line, dateOfCare, code, basisCentimes, rateBasisPoints, paidCentimes }];
  });
  const once = rules.settingsOn(day).rounding === 'total' ? roundOnce(lines) : undefined;
  const rounded = lines.map((line, index) => ({ ...line, paidCentimes: once?.[index] ?? line.paidCentimes }));
  const capped = applyCeilings(rounded, paidUnderCeilings, rules).map((cap, index) => ({
    ...cap,
    line: rounded[index]?.line ?? index,
  }));
  return {
    paidCentimes: new Map(capped.map(({ line, paidCentimes }) => [line, paidCentimes])),
    ruleIds: new Map(capped.map(({ line, ruleIds }) => [line, ruleIds])),
    findings: capped.flatMap(({ line, findings }) => findings.map((finding) => ({ ...finding, line }))),
  };
}
