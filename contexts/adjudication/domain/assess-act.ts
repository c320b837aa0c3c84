import type { BeneficiaryRef, DecisionLine, Finding } from '#claims';
import { checkCoverage, type CoverageCheck } from '#coverage';
import type { PersonFile } from '#registry';
import { priceLine } from './tariffs/price-line.ts';
import type { PricedLine } from './tariffs/price-line.ts';
import { actFingerprint, daysBeside, fingerprintGroup } from './act-fingerprint.ts';
import type { AdjudicationInput } from './adjudication-input.ts';
import { settleFindings } from './attestations.ts';
import { blankOrUnread } from './blank-or-unread.ts';
import { checkActive } from './check-provider.ts';
import type { CheckedProvider } from './check-provider.ts';
import type { ReadAct } from './read-act.ts';

/** What is known for certain of the claim by the time its acts are looked at. */
export interface CertainFacts {
  readonly person: PersonFile | undefined;
  readonly beneficiary: BeneficiaryRef | undefined;
  readonly provider: CheckedProvider;
  /** A rule rejects the whole claim: no act needs a price, and what is unknown of prices is no doubt any more. */
  readonly isClaimRejected: boolean;
}

/** A line of the claim, an act or boxes of a medicine, and all that is certain of it. */
export interface AssessedLine {
  readonly act: {
    /** 0-based: acts in the order of the form, then medicines. */
    readonly line: number;
    /** As it was read, for people to see. */
    readonly read: Pick<
      DecisionLine,
      | 'kind'
      | 'medicineCode'
      | 'dateOfCare'
      | 'keyLetter'
      | 'coefficientHundredths'
      | 'quantity'
      | 'billedCentimes'
    >;
    readonly sure: { readonly dateOfCare: string | undefined };
  };
  readonly coverage: CoverageCheck | undefined;
  readonly priced: PricedLine | undefined;
  readonly fingerprint: string | undefined;
  readonly group: string | undefined;
  readonly findings: readonly Finding[];
}

export interface AssessedAct extends AssessedLine {
  readonly act: ReadAct;
}

type LineFinding = Omit<Finding, 'line'>;

function ofLine(
  findings: readonly LineFinding[],
  line: number,
  input: AdjudicationInput,
): readonly Finding[] {
  const ofThisLine = findings.map((finding) => ({ ...finding, line }));
  return settleFindings(blankOrUnread(ofThisLine, input.form), input);
}

interface ActIdentity extends Pick<AssessedAct, 'fingerprint' | 'group'> {
  /** What the act would be on the days beside its own; made only where an act was paid that it may be. */
  readonly besideFingerprints: () => readonly string[];
}

function identityOf(act: ReadAct, { person, beneficiary, provider }: CertainFacts): ActIdentity {
  const { dateOfCare, keyLetter, billedCentimes } = act.sure;
  const inpe = provider.provider?.inpe;
  const registrationNumber = person?.person.registrationNumber;
  if (registrationNumber === undefined || inpe === undefined || dateOfCare === undefined) {
    return { fingerprint: undefined, group: undefined, besideFingerprints: () => [] };
  }
  const day = { registrationNumber, inpe, dateOfCare };
  const group = fingerprintGroup(day);
  if (beneficiary === undefined || keyLetter === undefined || billedCentimes === undefined)
    return { fingerprint: undefined, group, besideFingerprints: () => [] };
  const on = (date: string): string =>
    actFingerprint({ ...day, dateOfCare: date, beneficiary, keyLetter, billedCentimes });
  return { fingerprint: on(dateOfCare), group, besideFingerprints: () => daysBeside(dateOfCare).map(on) };
}

function price(
  act: ReadAct,
  coverage: CoverageCheck,
  facts: CertainFacts,
  { rules }: AdjudicationInput,
): PricedLine | undefined {
  const { dateOfCare, keyLetter, billedCentimes, coefficientHundredths, quantity } = act.sure;
  const { person, beneficiary } = facts;
  const provider = facts.provider.provider;
  if (coverage.scheme === undefined || person === undefined || beneficiary === undefined) return undefined;
  if (provider === undefined || !act.isCoefficientSure) return undefined;
  if (dateOfCare === undefined || keyLetter === undefined || billedCentimes === undefined) return undefined;
  const { scheme } = coverage;
  const { priorApprovals } = person;
  return priceLine(
    {
      keyLetter,
      coefficientHundredths,
      quantity,
      billedCentimes,
      dateOfCare,
      scheme,
      provider,
      beneficiary,
      priorApprovals,
    },
    rules,
  );
}

function checkDuplicate(
  { fingerprint, group, besideFingerprints }: ActIdentity,
  earlier: readonly AssessedAct[],
  { knownFingerprints, knownGroups }: AdjudicationInput,
): LineFinding | undefined {
  if (fingerprint === undefined) return undefined;
  const claimId = knownFingerprints.get(fingerprint);
  if (claimId !== undefined) return { kind: 'rejection', code: 'DUPLICATE', details: { claimId } };
  // Twice on one form may be two acts of the day, or one that was written twice: a person asks.
  const twin = earlier.find((other) => other.fingerprint === fingerprint);
  if (twin !== undefined) return { kind: 'doubt', code: 'DUPLICATE', details: { sameAsLine: twin.act.line } };
  // One digit, letter, day or person other than that of an act that was paid: read wrongly once, changed, or another act.
  const beside = knownFingerprints.size === 0 ? [] : besideFingerprints();
  const near = beside.map((one) => knownFingerprints.get(one));
  const nearClaimId =
    (group === undefined ? undefined : knownGroups?.get(group)) ?? near.find((one) => one !== undefined);
  return nearClaimId === undefined
    ? undefined
    : { kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: nearClaimId } };
}

/**
 * Assesses one act on what is certain: coverage on its day, its provider, duplicates, price. What is not certain was doubted
 * before, and is not judged again.
 * @param earlier the acts of the same form that come before it
 */
export function assessAct(
  act: ReadAct,
  facts: CertainFacts,
  earlier: readonly AssessedAct[],
  input: AdjudicationInput,
): AssessedAct {
  const findings: LineFinding[] = [];
  const { dateOfCare } = act.sure;
  const { person, beneficiary } = facts;
  const sameDay = earlier.find((other) => other.act.sure.dateOfCare === dateOfCare)?.coverage;
  const coverage =
    dateOfCare === undefined || person === undefined || beneficiary === undefined
      ? undefined
      : (sameDay ?? checkCoverage(person, beneficiary, dateOfCare, input.rules));
  findings.push(...(coverage?.against ?? []));
  const inactive = dateOfCare === undefined ? undefined : checkActive(facts.provider, dateOfCare);
  if (inactive !== undefined) findings.push(inactive);
  const identity = identityOf(act, facts);
  const duplicate = checkDuplicate(identity, earlier, input);
  if (duplicate !== undefined) findings.push(duplicate);
  const beforePrice = ofLine(findings, act.line, input);
  const isRejected = facts.isClaimRejected || beforePrice.some(({ kind }) => kind === 'rejection');
  const priced = coverage === undefined || isRejected ? undefined : price(act, coverage, facts, input);
  return {
    act,
    coverage,
    priced,
    fingerprint: identity.fingerprint,
    group: identity.group,
    findings: [...beforePrice, ...ofLine(priced?.findings ?? [], act.line, input)],
  };
}
