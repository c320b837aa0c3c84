import type { ReasonCode } from '#claims';
import type { RuleBook, RuleRow } from '#rules';
import type { PricingFinding } from './pricing-finding.ts';

interface Reasons {
  readonly unknown: ReasonCode;
  readonly notCertain: ReasonCode;
  readonly details: Readonly<Record<string, string>>;
}

/**
 * The one value that the rows in force give. No value, two different ones, or one known less well than the settings accept
 * is a doubt; a value that is merely doubted is still given, so that a reviewer sees what it would come to.
 */
export function oneValue<R extends RuleRow>(
  rows: readonly R[],
  valueOf: (row: R) => number | null,
  reasons: Reasons,
  { rules, day }: { readonly rules: RuleBook; readonly day: string },
): { readonly value: number | undefined; readonly findings: readonly PricingFinding[] } {
  const { details } = reasons;
  const values = new Set(rows.map(valueOf).filter((value) => value !== null));
  const [value, ...others] = values;
  if (value === undefined)
    return { value: undefined, findings: [{ kind: 'doubt', code: reasons.unknown, details }] };
  const doubt = (cause: string): PricingFinding => ({
    kind: 'doubt',
    code: reasons.notCertain,
    details: { ...details, cause },
  });
  if (others.length > 0) return { value: undefined, findings: [doubt('RULE_START_UNCERTAIN')] };
  const unaccepted = rows.find((row) => !rules.isAccepted(row, day));
  return { value, findings: unaccepted === undefined ? [] : [doubt(`CONFIDENCE_${unaccepted.confidence}`)] };
}
