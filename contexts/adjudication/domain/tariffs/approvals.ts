import type { BeneficiaryRef } from '#claims';
import type { PriorApproval } from '#registry';
import { rowsOn, type RuleBook } from '#rules';
import { daysBetween, normaliseKeyLetter } from '#shared';
import { ONE_HUNDREDTHS } from './act-code.ts';
import { isOfDiseases } from './disease-code.ts';
import type { PricingFinding } from './pricing-finding.ts';

interface Act {
  readonly keyLetter: string;
  readonly code: string;
  readonly dateOfCare: string;
  readonly beneficiary: BeneficiaryRef;
}

/** Approvals on file for a person that are valid on a day (ISO), whatever they are for. */
export function approvalsOf(
  beneficiary: BeneficiaryRef,
  day: string,
  approvals: readonly PriorApproval[],
): readonly PriorApproval[] {
  const dependantId = beneficiary.kind === 'dependant' ? beneficiary.dependantId : undefined;
  return approvals.filter(
    (approval) => approval.dependantId === dependantId && approval.from <= day && day <= approval.to,
  );
}

/** Approvals on file for this person and this act that are valid on the day of care. */
export function approvalsFor(act: Act, approvals: readonly PriorApproval[]): readonly PriorApproval[] {
  const names = new Set([normaliseKeyLetter(act.keyLetter), act.code]);
  return approvalsOf(act.beneficiary, act.dateOfCare, approvals).filter(
    ({ keyLetter }) => keyLetter !== undefined && names.has(normaliseKeyLetter(keyLetter)),
  );
}

/** An approval, and how many sessions it is for. */
export interface CountedApproval {
  readonly approvalId: string;
  readonly sessions: number;
}

/** Sessions that a line bills, under approvals that are for so many: the one that ends first is used up first. */
export interface BilledSessions {
  readonly count: number;
  readonly approvals: readonly CountedApproval[];
  /** No approval says how many it is for: what fits into its days, and into those that are left from the day of the line on. */
  readonly plausible?: { readonly leftInTime: number; readonly ruleIds: readonly string[] } | undefined;
}

/**
 * Undefined where no approval of the act says how many, and no rule how often they are. Where one says it, another one that does not
 * gives no more.
 * @param unitsHundredths coefficient × quantity: a series is billed under one date, with its number as either
 */
export function billedSessions(
  { code, dateOfCare }: Pick<Act, 'code' | 'dateOfCare'>,
  granted: readonly PriorApproval[],
  unitsHundredths: number | undefined,
  rules: RuleBook,
): BilledSessions | undefined {
  if (unitsHundredths === undefined) return undefined;
  const inOrder = granted.toSorted((one, other) =>
    `${one.to}#${one.approvalId}`.localeCompare(`${other.to}#${other.approvalId}`),
  );
  const approvals = inOrder.flatMap(({ approvalId, sessions }) =>
    sessions === undefined ? [] : [{ approvalId, sessions }],
  );
  // Half a session is one.
  const count = Math.ceil(unitsHundredths / ONE_HUNDREDTHS);
  if (approvals.length > 0) return { count, approvals };
  const rows = frequencyOf(code, dateOfCare, rules);
  const mostInAWeek = Math.max(0, ...rows.map((row) => row.mostInAWeek));
  if (granted.length === 0 || mostInAWeek === 0) return undefined;
  const fitting = (from: string, to: string): number =>
    Math.ceil(((daysBetween(from, to) + 1) * mostInAWeek) / 7);
  return {
    count,
    approvals: inOrder.map(({ approvalId, from, to }) => ({ approvalId, sessions: fitting(from, to) })),
    plausible: {
      // Two approvals of the same days make no more of them.
      leftInTime: Math.max(...granted.map(({ to }) => fitting(dateOfCare, to))),
      ruleIds: rows.map(({ id }) => id),
    },
  };
}

function frequencyOf(code: string, day: string, rules: RuleBook) {
  return rowsOn(rules.data.sessionFrequencies, day).filter(
    (row) => row.code === code && rules.isAccepted(row, day),
  );
}

/** Whether an approval is for acts that come in series: by their code, or by a letter that means it. */
export function isOfSeries({ keyLetter }: PriorApproval, rules: RuleBook): boolean {
  if (keyLetter === undefined) return false;
  const name = normaliseKeyLetter(keyLetter);
  const codes = new Set(
    rules.data.keyLetters.flatMap((row) => (row.letter === name ? row.codes : [])).concat(name),
  );
  return rules.data.sessionFrequencies.some(({ code }) => codes.has(code));
}

/** An act of which an approval on file says that an establishment is paid for it (prise en charge). */
export interface ThirdPartyAct {
  /** Last day (ISO) that is approved. */
  readonly approvedTo: string;
  /** INPE of the establishment that is paid; undefined where it is not certain that this claim is its own. */
  readonly payeeInpe: string | undefined;
}

/** Who gave the act, and which establishment filed it itself; see `establishmentOfChannel`. */
interface Filing {
  readonly givenByInpe?: string | undefined;
  readonly filedByInpe?: string | undefined;
}

/**
 * An establishment is paid where three things agree: it filed the claim itself, it gave the act, and every approval on file that
 * pays an establishment for this person, act and day names it.
 */
export function thirdPartyAct(
  granted: readonly PriorApproval[],
  { givenByInpe, filedByInpe }: Filing,
): ThirdPartyAct | undefined {
  const paying = granted.filter(({ paidToInpe }) => paidToInpe !== undefined);
  const approvedTo = paying
    .map(({ to }) => to)
    .toSorted()
    .at(-1);
  if (approvedTo === undefined) return undefined;
  const isTheirs =
    filedByInpe !== undefined &&
    filedByInpe === givenByInpe &&
    paying.every(({ paidToInpe }) => paidToInpe === filedByInpe);
  return { approvedTo, payeeInpe: isTheirs ? filedByInpe : undefined };
}

/**
 * Care in several sessions needs an approval beforehand (law 65-00, article 13). What was approved to be paid to an establishment is
 * paid to the insured or to another one only once a person has asked who files it, and why.
 */
export function checkApproval(
  act: Act,
  granted: readonly PriorApproval[],
  rules: RuleBook,
  thirdParty?: ThirdPartyAct,
): { readonly findings: readonly PricingFinding[]; readonly ruleIds: readonly string[] } {
  const needed = rowsOn(rules.data.priorApprovals, act.dateOfCare).filter(({ code }) => code === act.code);
  const ruleIds = needed.map(({ id }) => id);
  if (thirdParty?.payeeInpe !== undefined) {
    const paying = granted.filter(({ paidToInpe }) => paidToInpe !== undefined);
    return {
      findings: [],
      ruleIds: [...ruleIds, ...paying.map(({ approvalId }) => `approval-${approvalId}`)],
    };
  }
  const isPaidToProvider = granted.length > 0 && needed.some((row) => row.isPaidToProvider);
  if (thirdParty !== undefined || isPaidToProvider) {
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
