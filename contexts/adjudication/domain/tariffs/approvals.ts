import type { BeneficiaryRef } from '#claims';
import type { PriorApproval } from '#registry';
import { rowsOn, type RuleBook } from '#rules';
import { normaliseKeyLetter } from './act-code.ts';
import { isOfDiseases } from './disease-code.ts';
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

/**
 * Care in several sessions needs an approval beforehand (law 65-00, article 13). What was approved to be paid to the provider is not
 * paid to the insured as well: a person asks who files it, and why.
 */
export function checkApproval(
  act: Act,
  granted: readonly PriorApproval[],
  rules: RuleBook,
): { readonly findings: readonly PricingFinding[]; readonly ruleIds: readonly string[] } {
  const needed = rowsOn(rules.data.priorApprovals, act.dateOfCare).filter(({ code }) => code === act.code);
  const ruleIds = needed.map(({ id }) => id);
  if (needed.length > 0 && granted.length > 0 && needed.some((row) => row.isPaidToProvider)) {
    const details = { code: act.code, cause: 'PAID_TO_PROVIDER' };
    return { findings: [{ kind: 'doubt', code: 'WORK_ACCIDENT_OR_OTHER_PAYER', details }], ruleIds };
  }
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

/**
 * The rate that accepted files of long-term diseases (ALD/ALC) grant for this act. It is for acts of the disease only, so it takes
 * two witnesses: the approval on file, and the disease that the form names. Where nothing says whether the act was for the disease,
 * it is doubted; where the form names another one, the act has the scheme's own rate.
 * @param diseaseCode of ICD-10, as the form names it for the act
 * @param baseBasisPoints what the scheme pays anyway: a grant that gives no more is not asked about
 */
export function longTermRate(
  granted: readonly PriorApproval[],
  diseaseCode: string | undefined,
  baseBasisPoints: number,
): {
  readonly rateBasisPoints: number | undefined;
  readonly findings: readonly PricingFinding[];
  readonly ruleIds: readonly string[];
} {
  const withRate = granted.flatMap(({ approvalId, rateBasisPoints, diseases }) =>
    rateBasisPoints === undefined || rateBasisPoints <= baseBasisPoints
      ? []
      : [{ approvalId, rateBasisPoints, diseases }],
  );
  const none = { rateBasisPoints: undefined, findings: [], ruleIds: [] };
  if (withRate.length === 0) return none;
  const doubt = (code: PricingFinding['code'], cause: string, field?: string): PricingFinding => {
    return { kind: 'doubt', code, ...(field === undefined ? {} : { field }), details: { cause } };
  };
  if (diseaseCode === undefined)
    return { ...none, findings: [doubt('DISEASE_NOT_SHOWN', 'FORM_NAMES_NO_DISEASE', 'diseaseCode')] };
  const linked = withRate.filter(
    ({ diseases }) => diseases !== undefined && isOfDiseases(diseaseCode, diseases),
  );
  if (linked.length === 0) {
    const isTold = withRate.every(({ diseases }) => diseases !== undefined);
    return isTold
      ? none
      : { ...none, findings: [doubt('DISEASE_NOT_SHOWN', 'APPROVAL_NAMES_NO_DISEASE', 'diseaseCode')] };
  }
  const [rateBasisPoints, ...others] = new Set(linked.map((approval) => approval.rateBasisPoints));
  return {
    rateBasisPoints,
    findings: others.length > 0 ? [doubt('RATE_UNKNOWN', 'SEVERAL_APPROVED_RATES')] : [],
    ruleIds: linked.map(({ approvalId }) => `approval-${approvalId}`),
  };
}
