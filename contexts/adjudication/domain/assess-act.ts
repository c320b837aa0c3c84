import type { BeneficiaryRef, DecisionLine, Finding, FingerprintOfForm } from '#claims';
import type { CoverageCheck } from '#coverage';
import type { CareFormAct } from '#reading';
import type { PersonFile } from '#registry';
import type { RuleBook } from '#rules';
import { normaliseInpe } from '#shared';
import { normaliseKeyLetter } from './tariffs/act-code.ts';
import { normaliseDiseaseCode } from './tariffs/disease-code.ts';
import { priceLine } from './tariffs/price-line.ts';
import type { PricedLine } from './tariffs/price-line.ts';
import { actFingerprint, daysBeside, fingerprintGroup } from './act-fingerprint.ts';
import type { AdjudicationInput } from './adjudication-input.ts';
import { isAttested, settleFindings } from './attestations.ts';
import { blankOrUnread } from './blank-or-unread.ts';
import { checkActive } from './check-provider.ts';
import { coverageOf } from './coverage-of.ts';
import { findTrace, personBehind, type TracedCare, tracesOf } from './person-traces.ts';
import type { ReadAct } from './read-act.ts';
import { termsFor } from './set-aside.ts';
import { withStatedTerms } from './tariffs/stated-terms.ts';

/** What is known for certain of the claim by the time its acts are looked at. */
export interface CertainFacts {
  readonly person: PersonFile | undefined;
  readonly beneficiary: BeneficiaryRef | undefined;
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
      | 'inpe'
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
  /** What a paid line leaves behind of who was cared for. */
  readonly traces: readonly Omit<FingerprintOfForm, 'line'>[];
  readonly findings: readonly Finding[];
}

export interface AssessedAct extends AssessedLine {
  readonly act: ReadAct;
  /** The act as it would be the form's own provider's, where its row names another one. */
  readonly asForms: Omit<FingerprintOfForm, 'line'> | undefined;
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

interface ActIdentity extends Pick<AssessedAct, 'fingerprint' | 'group' | 'asForms'> {
  /** The act as that of a person, whoever declared them. */
  readonly ofPerson?: TracedCare | undefined;
  /** The groups of the days beside its own; made only where an act was paid that it may be. */
  readonly besideGroups: () => readonly string[];
}

function identityOf(
  act: ReadAct,
  { person, beneficiary }: CertainFacts,
  { form }: AdjudicationInput,
): ActIdentity {
  const { dateOfCare, keyLetter, billedCentimes } = act.sure;
  const inpe = act.provider.provider?.inpe;
  const registrationNumber = person?.person.registrationNumber;
  if (
    person === undefined ||
    registrationNumber === undefined ||
    inpe === undefined ||
    dateOfCare === undefined
  ) {
    return { fingerprint: undefined, group: undefined, asForms: undefined, besideGroups: () => [] };
  }
  const day = { registrationNumber, inpe, dateOfCare };
  const group = fingerprintGroup(day);
  const besideGroups = (): readonly string[] =>
    daysBeside(dateOfCare).map((date) => fingerprintGroup({ ...day, dateOfCare: date }));
  if (beneficiary === undefined || keyLetter === undefined || billedCentimes === undefined)
    return { fingerprint: undefined, group, asForms: undefined, besideGroups };
  const what = { ...day, beneficiary, keyLetter, billedCentimes };
  const formInpe = normaliseInpe(form.inpe?.value ?? '');
  const asForms =
    formInpe === undefined || formInpe === inpe
      ? undefined
      : {
          fingerprint: actFingerprint({ ...what, inpe: formInpe }),
          group: fingerprintGroup({ ...day, inpe: formInpe }),
        };
  const who = personBehind(person, beneficiary);
  const ofPerson = who && { ...who, at: inpe, day: dateOfCare, what: keyLetter, billedCentimes };
  return { fingerprint: actFingerprint(what), group, asForms, ofPerson, besideGroups };
}

function price(
  act: ReadAct,
  coverage: CoverageCheck,
  facts: CertainFacts,
  input: AdjudicationInput,
): PricedLine | undefined {
  const { dateOfCare, keyLetter, billedCentimes, coefficientHundredths, quantity } = act.sure;
  const { person, beneficiary } = facts;
  const { provider } = act.provider;
  if (coverage.scheme === undefined || person === undefined || beneficiary === undefined) return undefined;
  if (provider === undefined || !act.isCoefficientSure) return undefined;
  if (dateOfCare === undefined || keyLetter === undefined || billedCentimes === undefined) return undefined;
  const { scheme } = coverage;
  const { priorApprovals } = person;
  const priced = priceLine(
    {
      keyLetter,
      coefficientHundredths,
      quantity,
      billedCentimes,
      diseaseCode: keyedDisease(input.form.acts[act.line]),
      dateOfCare,
      scheme,
      provider,
      beneficiary,
      priorApprovals,
    },
    input.rules,
  );
  return withStatedTerms(priced, billedCentimes, termsFor(PRICE_CODES, act.line, input.overrides));
}

/** What speaks against a price of the rules. */
const PRICE_CODES = ['ACT_UNKNOWN', 'TARIFF_UNKNOWN', 'TARIFF_NOT_CERTAIN', 'RATE_UNKNOWN'] as const;

/** The disease that people found beside the act: a code that only a machine read multiplies nothing. */
function keyedDisease(act: CareFormAct | undefined): string | undefined {
  const code = act?.diseaseCode;
  return code === undefined || !isAttested(code) ? undefined : normaliseDiseaseCode(code.value);
}

function checkDuplicate(
  { fingerprint, group, asForms, ofPerson, besideGroups }: ActIdentity,
  earlier: readonly AssessedAct[],
  { knownFingerprints, knownGroups }: AdjudicationInput,
): LineFinding | undefined {
  if (fingerprint === undefined) return undefined;
  const elsewhere = ofPerson && findTrace(ofPerson, { knownFingerprints, knownGroups });
  // A child whom both parents declare, or who was declared anew, is one person.
  const claimId =
    knownFingerprints.get(fingerprint) ?? (elsewhere?.isSame === true ? elsewhere.claimId : undefined);
  if (claimId !== undefined) return { kind: 'rejection', code: 'DUPLICATE', details: { claimId } };
  // Twice on one form may be two acts of the day, or one that was written twice: a person asks.
  const twin = earlier.find((other) => other.fingerprint === fingerprint);
  if (twin !== undefined) return { kind: 'doubt', code: 'DUPLICATE', details: { sameAsLine: twin.act.line } };
  // Another amount, letter, day or person of the family than that of an act that was paid: read wrongly once, changed, or another
  // act. No source says how often one is seen again the day after, so a person asks.
  const ofForms = asForms && knownFingerprints.get(asForms.fingerprint);
  const nearClaimId = ofForms ?? ownerOfNear(group, besideGroups, knownGroups) ?? elsewhere?.claimId;
  return nearClaimId === undefined
    ? undefined
    : { kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: nearClaimId } };
}

function ownerOfNear(
  group: string | undefined,
  besideGroups: ActIdentity['besideGroups'],
  knownGroups: AdjudicationInput['knownGroups'],
): string | undefined {
  if (group === undefined || knownGroups === undefined || knownGroups.size === 0) return undefined;
  return [group, ...besideGroups()].map((one) => knownGroups.get(one)).find((one) => one !== undefined);
}

/** Whether a rule lets two key letters be paid together that one provider bills for one day (ISO). */
export function mayStandTogether(one: string, other: string, day: string, rules: RuleBook): boolean {
  return rules
    .actsTogetherOn(normaliseKeyLetter(one), normaliseKeyLetter(other), day)
    .some((row) => row.startUncertain !== true && rules.isAccepted(row, day));
}

/**
 * Two acts of one provider and day are paid together only where a rule says that they may be: a second consultation, or one beside
 * a visit, is asked about. Twice the very same act is a question of its own.
 */
function checkTogether(
  { sure, provider: { provider } }: ReadAct,
  fingerprint: string | undefined,
  earlier: readonly AssessedAct[],
  { rules }: AdjudicationInput,
): LineFinding | undefined {
  const { dateOfCare, keyLetter } = sure;
  if (dateOfCare === undefined || keyLetter === undefined || provider === undefined) return undefined;
  const other = earlier.find(({ act, fingerprint: itsOwn }) => {
    if (act.sure.dateOfCare !== dateOfCare || act.sure.keyLetter === undefined) return false;
    if (act.provider.provider?.inpe !== provider.inpe) return false;
    if (fingerprint !== undefined && itsOwn === fingerprint) return false;
    return !mayStandTogether(keyLetter, act.sure.keyLetter, dateOfCare, rules);
  });
  if (other === undefined) return undefined;
  return {
    kind: 'doubt',
    code: 'ACTS_NOT_TOGETHER',
    field: 'keyLetter',
    details: { withLine: other.act.line },
  };
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
      : coverageOf({ person, beneficiary, day: dateOfCare, line: act.line, sameDay }, input);
  findings.push(...(coverage?.against ?? []));
  const inactive = dateOfCare === undefined ? undefined : checkActive(act.provider, dateOfCare);
  if (inactive !== undefined) findings.push(inactive);
  const identity = identityOf(act, facts, input);
  const duplicate = checkDuplicate(identity, earlier, input);
  if (duplicate !== undefined) findings.push(duplicate);
  const apart = checkTogether(act, identity.fingerprint, earlier, input);
  if (apart !== undefined) findings.push(apart);
  const beforePrice = ofLine(findings, act.line, input);
  const isRejected = facts.isClaimRejected || beforePrice.some(({ kind }) => kind === 'rejection');
  const priced = coverage === undefined || isRejected ? undefined : price(act, coverage, facts, input);
  return {
    act,
    coverage,
    priced,
    fingerprint: identity.fingerprint,
    group: identity.group,
    asForms: identity.asForms,
    traces: identity.ofPerson === undefined ? [] : tracesOf(identity.ofPerson, input.claim.claimId),
    findings: [...beforePrice, ...ofLine(priced?.findings ?? [], act.line, input)],
  };
}
