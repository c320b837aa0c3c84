import type { BeneficiaryRef } from '#claims';
import type { PriorApproval } from '#registry';
import { rowsOn, type RuleBook } from '#rules';
import { normaliseKeyLetter } from './act-code.ts';
import type { PricingFinding } from './pricing-finding.ts';

interface Act {
  readonly keyLetter: string;
  readonly code: string;
  readonly dateOfCare: string;
  readonly beneficiary: BeneficiaryRef;
}

/** Approvals on file for this person and this act that are valid on the day of care. */
export function approvalsFor(act: Act, approvals: readonly PriorApproval[]): readonly PriorApproval[] {
  const dependantId = act.beneficiary.kind === 'dependant' ? act.beneficiary.dependantId : undefined;
  const names = new Set([normaliseKeyLetter(act.keyLetter), act.code]);
  return approvals.filter(
    (approval) =>
      approval.dependantId === dependantId &&
      names.has(normaliseKeyLetter(approval.keyLetter)) &&
      approval.from <= act.dateOfCare &&
      act.dateOfCare <= approval.to,
  );
}

/** Care in several sessions needs an approval beforehand (law 65-00, article 13). */
export function checkApproval(
  act: Act,
  granted: readonly PriorApproval[],
  rules: RuleBook,
): { readonly findings: readonly PricingFinding[]; readonly ruleIds: readonly string[] } {
  const needed = rowsOn(rules.data.priorApprovals, act.dateOfCare).filter(({ code }) => code === act.code);
  const ruleIds = needed.map(({ id }) => id);
  if (needed.length === 0 || granted.length > 0) return { findings: [], ruleIds };
  const isCertain = needed.every((row) => !row.startUncertain && rules.isAccepted(row, act.dateOfCare));
  return {
    findings: [
      {
        kind: isCertain ? 'rejection' : 'doubt',
        code: 'PRIOR_APPROVAL_MISSING',
        details: { code: act.code },
      },
    ],
    ruleIds,
  };
}

/** The rate an accepted file of a long-term disease (ALD/ALC) grants for this act; several different ones are doubted. */
export function longTermRate(granted: readonly PriorApproval[]): {
  readonly rateBasisPoints: number | undefined;
  readonly findings: readonly PricingFinding[];
  readonly ruleIds: readonly string[];
} {
  const withRate = granted.flatMap(({ approvalId, rateBasisPoints }) =>
    rateBasisPoints === undefined ? [] : [{ approvalId, rateBasisPoints }],
  );
  const [rateBasisPoints, ...others] = new Set(withRate.map((approval) => approval.rateBasisPoints));
  return {
    rateBasisPoints,
    findings:
      others.length > 0
        ? [{ kind: 'doubt', code: 'RATE_UNKNOWN', details: { cause: 'SEVERAL_APPROVED_RATES' } }]
        : [],
    ruleIds: withRate.map(({ approvalId }) => `approval-${approvalId}`),
  };
}
