import type { BeneficiaryRef } from '#claims';
import type { PriorApproval } from '#registry';
import { rowsOn, type RuleBook, type Sector } from '#rules';
import { type Centimes, multiplyCentimes, type Scheme } from '#shared';
import { type ActCode, findActCode, ONE_HUNDREDTHS } from './act-code.ts';
import {
  approvalsFor,
  type BilledSessions,
  billedSessions,
  checkApproval,
  longTermRate,
  thirdPartyAct,
  type ThirdPartyAct,
} from './approvals.ts';
import { oneValue } from './one-value.ts';
import type { PricingFinding } from './pricing-finding.ts';

export interface PricingRequest {
  /** As on the form. */
  readonly keyLetter: string;
  /** Hundredths; undefined where the form has none. */
  readonly coefficientHundredths: number | undefined;
  /** How often the act was done; undefined means once. */
  readonly quantity?: number | undefined;
  readonly billedCentimes: Centimes;
  /** ICD-10 code of what the act was for, where the form names it. */
  readonly diseaseCode?: string | undefined;
  /** ISO date. */
  readonly dateOfCare: string;
  readonly scheme: Scheme;
  readonly provider: {
    readonly sector: Sector;
    readonly specialty: string;
    readonly inpe?: string | undefined;
  };
  /** INPE of the establishment that filed the claim itself; undefined where the insured did. */
  readonly filedByInpe?: string | undefined;
  readonly beneficiary: BeneficiaryRef;
  readonly priorApprovals: readonly PriorApproval[];
}

/** What one act comes to. An amount is undefined where it cannot be determined; it is never 0 for want of a tariff. */
export interface PricedLine {
  /** Code of the tariffs. */
  readonly code: string | undefined;
  readonly coefficientHundredths: number | undefined;
  readonly unitTariffCentimes: Centimes | undefined;
  readonly basisCentimes: Centimes | undefined;
  readonly rateBasisPoints: number | undefined;
  /** Rounded half up to a centime. */
  readonly paidCentimes: Centimes | undefined;
  /** Of an act under an approval that pays an establishment. */
  readonly thirdParty?: ThirdPartyAct | undefined;
  /** Of an act under approvals that say how many sessions they are for, or that can be for so many only. */
  readonly sessions?: BilledSessions | undefined;
  readonly findings: readonly PricingFinding[];
  readonly ruleIds: readonly string[];
}

type Priced = Pick<PricingRequest, 'provider' | 'dateOfCare'>;

function unitTariff(code: string, { provider, dateOfCare }: Priced, rules: RuleBook) {
  const rows = rowsOn(rules.tariffsOf(code, provider.sector), dateOfCare);
  const details = { code, sector: provider.sector };
  const found = oneValue(
    rows,
    ({ unitCentimes }) => unitCentimes,
    { unknown: 'TARIFF_UNKNOWN', notCertain: 'TARIFF_NOT_CERTAIN', details },
    { rules, day: dateOfCare },
  );
  return { ...found, ruleIds: rows.map(({ id }) => id) };
}

/** What the tariffs of the day give for one unit of a key letter; undefined where they do not tell for certain. */
export function unitCentimesOf(keyLetter: string, request: Priced, rules: RuleBook): Centimes | undefined {
  const { code, findings } = findActCode(keyLetter, request.provider, request.dateOfCare, rules);
  if (code === undefined || findings.length > 0) return undefined;
  const unit = unitTariff(code, request, rules);
  return unit.findings.length > 0 ? undefined : unit.value;
}

/** The scheme's rate for the provider's sector, or the higher one that was granted for the disease of the act. */
function reimbursementRate(
  { scheme, provider, dateOfCare, diseaseCode }: PricingRequest,
  granted: readonly PriorApproval[],
  rules: RuleBook,
) {
  const rows = rules.ratesOn(scheme, provider.sector, dateOfCare);
  const details = { scheme, sector: provider.sector };
  const base = oneValue(
    rows,
    ({ rateBasisPoints }) => rateBasisPoints,
    { unknown: 'RATE_UNKNOWN', notCertain: 'RATE_UNKNOWN', details },
    { rules, day: dateOfCare },
  );
  const longTerm = longTermRate(granted, diseaseCode, base.value ?? 0);
  return {
    value: base.value === undefined ? undefined : Math.max(base.value, longTerm.rateBasisPoints ?? 0),
    findings: [...base.findings, ...longTerm.findings],
    ruleIds: [...rows.map(({ id }) => id), ...longTerm.ruleIds],
  };
}

/** A consultation or visit is one act, neither half of one nor two; a graded act has no more than its rule says. */
function checkCoefficient(given: number | undefined, limit: number | undefined): readonly PricingFinding[] {
  if (given === undefined)
    return [{ kind: 'missing', code: 'FORM_INCOMPLETE', field: 'coefficientHundredths' }];
  if (limit === undefined || given === limit || (limit !== ONE_HUNDREDTHS && given < limit)) return [];
  const details = { coefficientHundredths: given, mostHundredths: limit };
  return [{ kind: 'doubt', code: 'AMOUNT_UNUSUAL', field: 'coefficientHundredths', details }];
}

/**
 * A consultation is counted once a line: two of a day are a question, and so is a number that is no count. Days of a stay that nobody
 * counted are not one day: their number is asked for.
 */
function checkQuantity(
  quantity: number | undefined,
  { maxCoefficientHundredths: limit, isCounted }: ActCode,
): readonly PricingFinding[] {
  if (quantity === undefined)
    return isCounted ? [{ kind: 'missing', code: 'FORM_INCOMPLETE', field: 'quantity' }] : [];
  if (quantity === 1 || limit !== ONE_HUNDREDTHS) return [];
  return [{ kind: 'doubt', code: 'AMOUNT_UNUSUAL', field: 'quantity', details: { quantity } }];
}

function checkBilled(
  billedCentimes: Centimes,
  referenceCentimes: Centimes,
  times: number,
): readonly PricingFinding[] {
  const details = { billedCentimes, referenceCentimes };
  const findings: PricingFinding[] = [];
  if (billedCentimes > referenceCentimes)
    findings.push({ kind: 'signal', code: 'BILLED_ABOVE_TARIFF', details });
  if (billedCentimes >= referenceCentimes * times || billedCentimes * times <= referenceCentimes) {
    findings.push({ kind: 'signal', code: 'AMOUNT_UNUSUAL', details });
  }
  return findings;
}

/**
 * Prices one act: `basis = min(billed, reference tariff × coefficient × quantity)`, `paid = basis × rate`, with the tariff, the rate and
 * the approvals of the day of care. Missing or uncertain rules are doubts in `findings`: such a line is not to be paid.
 */
export function priceLine(request: PricingRequest, rules: RuleBook): PricedLine {
  const { keyLetter, billedCentimes, dateOfCare, beneficiary, quantity = 1 } = request;
  const act = findActCode(keyLetter, request.provider, dateOfCare, rules);
  const coefficientHundredths = request.coefficientHundredths ?? act.impliedCoefficientHundredths;
  const none = { value: undefined, findings: [], ruleIds: [] };
  const coded = act.code === undefined ? undefined : { keyLetter, code: act.code, dateOfCare, beneficiary };
  const granted = coded === undefined ? [] : approvalsFor(coded, request.priorApprovals);
  const thirdParty = thirdPartyAct(granted, {
    givenByInpe: request.provider.inpe,
    filedByInpe: request.filedByInpe,
  });
  const approval = coded === undefined ? none : checkApproval(coded, granted, rules, thirdParty);
  const unit = coded === undefined ? none : unitTariff(coded.code, request, rules);
  const rate = reimbursementRate(request, granted, rules);
  const referenceCentimes =
    unit.value === undefined || coefficientHundredths === undefined
      ? undefined
      : multiplyCentimes(unit.value, coefficientHundredths * quantity, 100);
  const basisCentimes =
    referenceCentimes === undefined ? undefined : Math.min(billedCentimes, referenceCentimes);
  const units = coefficientHundredths === undefined ? undefined : coefficientHundredths * quantity;
  const sessions = coded === undefined ? undefined : billedSessions(coded, granted, units, rules);
  const { unusualTimesTariff } = rules.settingsOn(dateOfCare);
  return {
    code: act.code,
    coefficientHundredths,
    unitTariffCentimes: unit.value,
    basisCentimes,
    rateBasisPoints: rate.value,
    paidCentimes:
      basisCentimes === undefined || rate.value === undefined
        ? undefined
        : multiplyCentimes(basisCentimes, rate.value, 10_000),
    thirdParty,
    sessions,
    findings: [
      ...act.findings,
      ...checkCoefficient(coefficientHundredths, act.maxCoefficientHundredths),
      ...checkQuantity(request.quantity, act),
      ...unit.findings,
      ...approval.findings,
      ...rate.findings,
      ...(referenceCentimes === undefined
        ? []
        : checkBilled(billedCentimes, referenceCentimes, unusualTimesTariff)),
    ],
    ruleIds: [
      ...act.ruleIds,
      ...unit.ruleIds,
      ...approval.ruleIds,
      ...(sessions?.plausible?.ruleIds ?? []),
      ...rate.ruleIds,
    ],
  };
}
