import type { Decision, DecisionLine, EstablishmentPayout, Finding, FoundPaid, Outcome } from '#claims';
import { providerAccountOn } from '#registry';
import { isIsoDate } from '#shared';
import { tooManyCareGroups } from './care-groups.ts';
import type { AdjudicationInput } from './adjudication-input.ts';
import { assessAct } from './assess-act.ts';
import type { AssessedAct, AssessedLine, CertainFacts } from './assessed-line.ts';
import { settleFindings } from './attestations.ts';
import { assessMedicines } from './medicines/assess-medicine.ts';
import { type ReadDispensing, readDispensing } from './medicines/read-dispensing.ts';
import { blankOrUnread } from './blank-or-unread.ts';
import { certaintyFor } from './certainty.ts';
import type { Certainty } from './certainty.ts';
import { checkDates } from './check-dates.ts';
import { checkForm, isSumRight } from './check-form.ts';
import { checkProvider, checkRowProvider } from './check-provider.ts';
import type { CheckedProvider } from './check-provider.ts';
import { unconfirmedValues } from './confirmed-values.ts';
import { identifyBeneficiary } from './identify-beneficiary.ts';
import type { IdentifiedBeneficiary } from './identify-beneficiary.ts';
import { identifyInsured } from './identify-insured.ts';
import { withoutMootDoubts } from './moot-doubts.ts';
import { changedSinceFound, rememberFound } from './found-paid.ts';
import { linesThatWait } from './lines-that-wait.ts';
import { outcomeOf, outcomeOfRest, rejectedLines } from './outcome.ts';
import { findingsBeside, type SettledBefore, settledBefore, settledPartOf } from './settled-before.ts';
import { paidLines } from './paid-lines.ts';
import { checkAccount, paymentDestination } from './payment-destination.ts';
import { readAct } from './read-act.ts';
import type { ReadAct } from './read-act.ts';
import { changedByOne } from './changed-by-one.ts';
import type { AssessedAsRead } from './as-read.ts';
import { treatmentEnd } from './treatment-end.ts';
import { paidUnderCeilings } from './paid-under-ceilings.ts';
import { settleAmounts } from './settle-amounts.ts';
import { takenCareOf } from './taken-care.ts';

interface Assessment {
  readonly facts: CertainFacts;
  readonly lines: readonly AssessedLine[];
  /** Those of the lines that are acts. */
  readonly acts: readonly AssessedAct[];
  readonly findings: readonly Finding[];
  readonly foundPaid: FoundPaid | undefined;
}

type DatedLine = Pick<AssessedLine['act'], 'line' | 'sure'>;

/** The medicines as lines of their days, the first line of each. */
function dispensedLines(dispensing: ReadDispensing | undefined): readonly DatedLine[] {
  const firstOfDay = new Map<string, number>();
  for (const { line, dispensedOn } of dispensing?.medicines ?? [])
    if (dispensedOn !== undefined && !firstOfDay.has(dispensedOn)) firstOfDay.set(dispensedOn, line);
  return [...firstOfDay].map(([dateOfCare, line]) => ({ line, sure: { dateOfCare } }));
}

function checkClaimDates(
  { form, claim, person, rules }: AdjudicationInput,
  certainty: Certainty,
  lines: readonly DatedLine[],
  beneficiary: IdentifiedBeneficiary | undefined,
): readonly Finding[] {
  const careDays = lines.flatMap(({ line, sure }) =>
    sure.dateOfCare === undefined ? [] : [{ line, day: sure.dateOfCare }],
  );
  const signature = certainty.isCertain(form.signatureDate) ? form.signatureDate?.value : undefined;
  const signedOn = signature !== undefined && isIsoDate(signature) ? signature : undefined;
  const birthDate = beneficiary?.birthDate;
  const ends = treatmentEnd(form, person, certainty, rules);
  return checkDates({ claim, careDays, signedOn, treatmentEnd: ends, birthDate, rules });
}

function assess(input: AdjudicationInput): Assessment {
  const { form, claim, rules } = input;
  const certainty = certaintyFor(input.ocrEngine, claim.decidedOn, rules);
  const insured = identify(input, certainty);
  const family =
    insured.person === undefined
      ? { beneficiary: undefined, findings: [] }
      : identifyFamily(input, insured.person, certainty);
  const provider = checkProvider(form, input.provider, certainty);
  const evidence = { certainty, isSumRight: isSumRight(form), rules };
  const readActs = form.acts.map((act, line) => {
    const ofRow = checkRowProvider(act, line, provider, input, certainty);
    return readAct(act, line, { ...evidence, provider: ofRow });
  });
  const dispensing = readDispensing(input, readActs, evidence);
  const unsettled = [
    ...insured.findings,
    ...family.findings,
    ...checkForm(input, certainty),
    ...checkClaimDates(input, certainty, [...readActs, ...dispensedLines(dispensing)], family.beneficiary),
    ...checkCareGroups(input),
    ...providersOf(readActs, provider).flatMap(({ findings }) => findings),
    ...readActs.flatMap((act) => act.findings),
    ...(dispensing?.findings ?? []),
    ...doubtsOfUnconfirmed(input, readActs),
    ...(insured.person === undefined ? [] : checkAccount(form, insured.person, claim.decidedOn)),
  ];
  const claimFindings = settleFindings(blankOrUnread(unsettled, form), input);
  const isClaimRejected = claimFindings.some(({ kind, line }) => kind === 'rejection' && line === undefined);
  const facts: CertainFacts = {
    person: insured.person,
    beneficiary: family.beneficiary?.ref,
    isClaimRejected,
    taken: takenCareOf(input.knownFingerprints),
    linesPaidBefore: input.settledPart && paidLines(form, input.settledPart),
  };
  const acts: AssessedAct[] = [];
  for (const act of readActs) acts.push(assessAct(act, facts, acts, input));
  const lines = [...acts, ...assessMedicines(dispensing, facts, input)];
  const asRead = assessAsRead(input);
  const foundBefore = input.foundPaid ?? foundAsRead(asRead);
  const changed = settleFindings(
    [
      ...changedSinceFound(foundBefore, lines, form, facts),
      ...changedByOne({ form, lines, facts }, asRead, certainty),
    ],
    input,
  );
  const ofLines = lines.flatMap((line) => line.findings);
  const findings = [...withoutMootDoubts([...claimFindings, ...ofLines, ...changed], lines.length)];
  const isRejected = outcomeOf(findings, lines.length) === 'rejected';
  if (insured.person !== undefined && !isRejected)
    findings.push(...settleFindings(checkInsuredAtPayment(insured.person, claim.decidedOn), input));
  return { facts, lines, acts, findings, foundPaid: rememberFound(foundBefore, lines, form) };
}

/** What the rules make of the form as it was read, whatever people said and did since. */
function assessAsRead(input: AdjudicationInput): AssessedAsRead | 'unknown' | undefined {
  const { asRead } = input;
  if (asRead === undefined || asRead === 'unknown') return asRead;
  const untouched = { foundPaid: undefined, settledPart: undefined, overrides: undefined, asRead: undefined };
  return { form: asRead.form, ...assess({ ...input, ...asRead, ...untouched }) };
}

/** What a claim does not remember, because it was decided before claims did, is found again by what was read. */
function foundAsRead(asRead: AssessedAsRead | 'unknown' | undefined): FoundPaid | undefined {
  return asRead === undefined || asRead === 'unknown'
    ? undefined
    : rememberFound(undefined, asRead.lines, asRead.form);
}

/** Who gave the acts, each once: nobody asks about the form's provider where each row names its own. */
function providersOf(acts: readonly ReadAct[], ofForm: CheckedProvider): readonly CheckedProvider[] {
  return acts.length === 0 ? [ofForm] : [...new Set(acts.map(({ provider }) => provider))];
}

/** A form of more days than can be looked at together is not compared in part. */
function checkCareGroups({ form, person, claim, rules }: AdjudicationInput): readonly Finding[] {
  const groups = tooManyCareGroups(form, person, claim.decidedOn, rules);
  return groups === undefined ? [] : [{ kind: 'doubt', code: 'TOO_MANY_CARE_DAYS', details: { groups } }];
}

/** What one reading alone says is not paid by, however sure that reading is; what is doubted already is not doubted twice. */
function doubtsOfUnconfirmed(
  { form, rules }: AdjudicationInput,
  acts: readonly ReadAct[],
): readonly Finding[] {
  return unconfirmedValues(form, (line) => acts[line]?.provider.provider, rules)
    .filter(({ line, field }) => acts[line]?.findings.every((finding) => finding.field !== field))
    .map(({ line, field }) => ({
      kind: 'doubt',
      code: 'FIELD_UNREADABLE',
      field,
      line,
      details: { cause: 'READ_ONCE' },
    }));
}

/** Who is insured; a doubt that was set aside does not stand in the way of who the number finds. */
function identify(input: AdjudicationInput, certainty: Certainty): ReturnType<typeof identifyInsured> {
  const { form, person, personByCin } = input;
  const insured = identifyInsured({ form, person, personByCin, certainty });
  const findings = settleFindings(insured.findings, input);
  const isDoubted = findings.some(({ kind }) => kind !== 'signal');
  return { person: isDoubted ? undefined : person, findings };
}

/** Who was cared for, in the same way. */
function identifyFamily(
  input: AdjudicationInput,
  person: NonNullable<CertainFacts['person']>,
  certainty: Certainty,
): ReturnType<typeof identifyBeneficiary> {
  const { beneficiary, findings } = identifyBeneficiary(input.form, person, certainty);
  const settled = settleFindings(findings, input);
  const isDoubted = settled.some(({ kind }) => kind !== 'signal');
  return { beneficiary: isDoubted ? undefined : beneficiary, findings: settled };
}

/** Money for care before a death belongs to the heirs: not to be sent to the dead person's account unseen. */
function checkInsuredAtPayment(
  { person }: NonNullable<CertainFacts['person']>,
  decidedOn: string,
): readonly Finding[] {
  if (person.deceasedOn === undefined || decidedOn < person.deceasedOn) return [];
  return [{ kind: 'doubt', code: 'PERSON_DECEASED', details: { deceasedOn: person.deceasedOn } }];
}

function toLine(
  { act, coverage, priced }: AssessedLine,
  outcome: DecisionLine['outcome'],
  paidCentimes: number | undefined,
  ceilingIds: readonly string[],
): DecisionLine {
  const payeeInpe = priced?.thirdParty?.payeeInpe;
  return {
    ...act.read,
    coefficientHundredths: priced?.coefficientHundredths ?? act.read.coefficientHundredths,
    unitTariffCentimes: priced?.unitTariffCentimes,
    basisCentimes: priced?.basisCentimes,
    rateBasisPoints: priced?.rateBasisPoints,
    paidCentimes: outcome === 'paid' ? paidCentimes : outcome === 'rejected' ? 0 : undefined,
    outcome,
    ...(outcome === 'paid' && payeeInpe !== undefined && { payeeInpe }),
    ruleIds: [...(coverage?.ruleIds ?? []), ...(priced?.ruleIds ?? []), ...ceilingIds],
  };
}

function lineOutcome(
  outcome: Outcome,
  isRejected: boolean,
  isWaiting: boolean | undefined,
): DecisionLine['outcome'] {
  if (outcome === 'referred' || outcome === 'incomplete') return 'referred';
  // Once some lines were paid, the rest is decided together.
  if (outcome === 'partly-referred' && isWaiting !== false) return 'referred';
  return isRejected ? 'rejected' : 'paid';
}

/** What was decided of the whole, and the lines that wait where others are paid now. */
function decideWhole(
  { facts, lines, acts, findings }: Assessment,
  before: SettledBefore | undefined,
  settled: ReturnType<typeof settleAmounts>,
  input: AdjudicationInput,
): { readonly outcome: Outcome; readonly waiting?: ReadonlySet<number> | undefined } {
  if (before !== undefined)
    return { outcome: outcomeOfRest(findings, lines.length, new Set(before.lines.keys())) };
  const outcome = outcomeOf(findings, lines.length);
  if (outcome !== 'referred' && outcome !== 'incomplete') return { outcome };
  // An establishment is paid as a whole, and no SMS asks the insured for what it left out: a person calls it.
  if (input.filedBy !== undefined) return { outcome: 'referred' };
  const rejected = rejectedLines(findings, lines.length);
  const { paidCentimes } = settled;
  const waiting = linesThatWait({ facts, lines, acts, findings, rejected, paidCentimes }, input);
  return waiting === undefined ? { outcome } : { outcome: 'partly-referred', waiting };
}

/**
 * Decides a claim: who it is, who was cared for, filed in time, covered, by whom, not paid before, priced, summed. Pure: the
 * same input gives the same decision, and the same claim with another rule book is the claim priced again.
 *
 * Pays only where nothing is doubted: the whole claim, or the lines that are certain while the others wait (`linesThatWait`). Rejects
 * only by rules that fired on certain facts; asks for what is missing; refers the rest with each doubt named. What was paid is not
 * decided again. `lines` and `fingerprints` have the order of the acts on the form, then that of its
 * medicines.
 */
export function adjudicate(input: AdjudicationInput): Decision {
  const { claim, rules } = input;
  const { facts, lines: assessedLines, acts, findings: found, foundPaid } = assess(input);
  const before = settledBefore(assessedLines, facts, found, input);
  const assessed = before === undefined ? found : findingsBeside(before, found, input);
  const alreadyRejected = rejectedLines(assessed, assessedLines.length);
  const payable = assessedLines.filter(
    ({ act }) => !alreadyRejected.has(act.line) && before?.lines.has(act.line) !== true,
  );
  const settled = settleAmounts(payable, paidUnderCeilings(assessedLines, input), {
    rules,
    day: claim.decidedOn,
  });
  const findings = [...assessed, ...settled.findings];
  const whole = { facts, lines: assessedLines, acts, findings, foundPaid };
  const { outcome, waiting } = decideWhole(whole, before, settled, input);
  const rejected = rejectedLines(findings, assessedLines.length);
  const isPriced = payable.every(({ act }) => settled.paidCentimes.has(act.line));
  if ((outcome === 'approved' || outcome === 'partly-approved') && !isPriced && input.overrides?.length)
    // What was set aside was needed to know what to pay: it is doubted as before.
    return adjudicate({ ...input, overrides: undefined });
  const lines = assessedLines.map((assessedLine) => {
    const { line } = assessedLine.act;
    const paid = before?.lines.get(line);
    if (before?.corrected.has(line) === true) return toLine(assessedLine, 'paid', paid?.paidCentimes, []);
    return (
      paid ??
      toLine(
        assessedLine,
        lineOutcome(outcome, rejected.has(line), waiting?.has(line)),
        settled.paidCentimes.get(line),
        settled.ruleIds.get(line) ?? [],
      )
    );
  });
  const paidNow = lines.reduce(
    (sum, { paidCentimes = 0 }, line) => sum + (before?.lines.has(line) === true ? 0 : paidCentimes),
    0,
  );
  const theirs = establishmentPayout(lines, input);
  const schemes = new Set(
    assessedLines.flatMap(({ coverage }) => (coverage?.scheme === undefined ? [] : [coverage.scheme])),
  );
  const [scheme] = schemes;
  return {
    outcome,
    registrationNumber: facts.person?.person.registrationNumber,
    beneficiary: facts.beneficiary,
    scheme: schemes.size === 1 ? scheme : undefined,
    lines,
    billedCentimes: lines.reduce((sum, { billedCentimes }) => sum + (billedCentimes ?? 0), 0),
    paidCentimes: paidNow + (before?.centimes ?? 0),
    paidBefore: before && {
      centimes: before.centimes,
      lines: new Set(before.lines.keys()),
      corrected: before.corrected,
    },
    settledPart: waiting && settledPartOf(facts, assessedLines, lines, input.form),
    foundPaid,
    findings,
    ruleBookVersion: rules.version,
    fingerprints: assessedLines.map(({ fingerprint }) => fingerprint),
    fingerprintGroups: assessedLines.map(({ group }) => group),
    fingerprintsOfPerson: assessedLines.flatMap(({ act: { line }, traces }) =>
      traces.map((trace) => ({ line, ...trace })),
    ),
    destination:
      facts.person !== undefined && paidNow > (theirs?.centimes ?? 0)
        ? paymentDestination(facts.person, claim.decidedOn)
        : undefined,
    toEstablishment: theirs,
  };
}

/** What the establishment that filed the claim is paid of it; undefined where nothing is. */
function establishmentPayout(
  lines: readonly DecisionLine[],
  { filedBy, claim }: AdjudicationInput,
): EstablishmentPayout | undefined {
  if (filedBy === undefined) return undefined;
  const { inpe, accounts } = filedBy;
  const centimes = lines
    .filter(({ payeeInpe }) => payeeInpe === inpe)
    .reduce((sum, { paidCentimes = 0 }) => sum + paidCentimes, 0);
  if (centimes === 0) return undefined;
  return { inpe, centimes, destination: providerAccountOn(accounts, claim.decidedOn) };
}
