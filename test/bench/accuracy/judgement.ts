import { performance } from 'node:perf_hooks';
import { adjudicate } from '../../../contexts/adjudication/domain/adjudicate.ts';
import type { Decision, DecisionLine, Outcome } from '../../../contexts/claims/domain/decision.ts';
import { scoreFields, type FieldScore } from '../../support/field-accuracy.ts';
import type { AccuracySample, ExpectedEnd } from './accuracy-sample.ts';
import { claimFactsOf } from './claim-facts.ts';
import type { LocalReading } from './local-reader.ts';
import { PaidCare } from './paid-care.ts';
import { fieldsReadByOcr } from './read-by-ocr.ts';
import { looksAtWords } from '../../support/looks-at-words.ts';
import { readClaims, type FileToRead, type Picture } from './read-claims.ts';
import type { RegistryLookup } from './registry-lookup.ts';
import { trueForm } from './true-form.ts';

/**
 * What became of the money. `right-in-part`: of some lines what the truth gives for them, and a person has the others. `wrong`: paid in another amount, to another account or for another person than the truth gives,
 * the one thing that must never happen; `refused-wrongly`: rejected although the truth is not.
 */
export type PaymentVerdict =
  'right' | 'right-in-part' | 'referred' | 'incomplete' | 'rightly-refused' | 'refused-wrongly' | 'wrong';

export interface Judgement {
  readonly sample: AccuracySample;
  readonly formsFound: number;
  readonly scores: readonly FieldScore[];
  /** Names of the fields whose characters OCR read right where they stand. */
  readonly readByOcr: ReadonlySet<string>;
  /** Scores where OCR is perfect. */
  readonly perfectScores: readonly FieldScore[];
  /** Undefined where no form was found: the file goes to a person. */
  readonly decision: Decision | undefined;
  /** Outcome that the truth gives. */
  readonly trueOutcome: Outcome;
  readonly truePaidCentimes: number;
  readonly verdict: PaymentVerdict;
  readonly perfectVerdict: PaymentVerdict;
  readonly pages: number;
  /** Pages of the first reading, and one for a second look. */
  readonly ocrCalls: number;
  readonly readUnits: number;
  /** Of the reading alone, without OCR. */
  readonly milliseconds: number;
}

/** What was paid before, as it was read and as a perfect OCR would have read it. */
export interface PaidBefore {
  readonly read: PaidCare;
  readonly perfect: PaidCare;
}

/** What reads a place once more: OCR of a picture of it, or words that are known; absent: nothing does. */
export interface LookingAgain {
  readonly readImage?: NonNullable<Picture['readImage']>;
  readonly lookAgain?: NonNullable<FileToRead['lookAgain']>;
}

/**
 * Compares a file that was read, field by field, and what would be paid for it, with the truth.
 * @throws Error when the rules pay something else for the true form than the sample was made for: then there is no truth
 */
export async function judge(
  sample: AccuracySample,
  read: LocalReading,
  registry: RegistryLookup,
  again: LookingAgain = {},
  paid: PaidBefore = { read: new PaidCare(), perfect: new PaidCare() },
): Promise<Judgement> {
  const truth = trueEnd(sample, registry);
  const started = performance.now();
  const { readImage, lookAgain } = again;
  const { formsFound, form, decision, ocrCalls, readUnits } = await decide(sample, read, registry, {
    picture: { bytes: sample.bytes, mediaType: sample.mediaType, readImage },
    lookAgain,
    paid: paid.read,
  });
  const milliseconds = performance.now() - started;
  const perfect = await decide(
    sample,
    { document: sample.perfectDocument, ocrEngine: read.ocrEngine },
    registry,
    {
      picture: { bytes: sample.bytes, mediaType: sample.mediaType },
      lookAgain: (looks) => looksAtWords(sample.perfectDocument, looks),
      paid: paid.perfect,
    },
  );
  return {
    sample,
    formsFound,
    scores: scoreFields(sample.truth, form),
    readByOcr: fieldsReadByOcr(sample.truthWords, read.document),
    perfectScores: scoreFields(sample.truth, perfect.form),
    decision,
    trueOutcome: truth.outcome,
    truePaidCentimes: truth.paidCentimes,
    verdict: truth.verdictOf(decision),
    perfectVerdict: truth.verdictOf(perfect.decision),
    pages: read.document.pages.length,
    ocrCalls,
    readUnits,
    milliseconds,
  };
}

async function decide(
  sample: AccuracySample,
  { document, ocrEngine }: LocalReading,
  registry: RegistryLookup,
  { paid, ...again }: Pick<FileToRead, 'picture' | 'lookAgain'> & { readonly paid: PaidCare },
) {
  const { reading, extraOcrCalls, readUnits } = await readClaims({
    document,
    ocrEngine,
    registry,
    day: sample.day,
    ...again,
  });
  const ocrCalls = document.pages.length + extraOcrCalls;
  const { forms, pageRoles } = reading;
  const [form] = forms;
  const claim = claimFactsOf(sample.id, sample.day);
  const decision =
    form &&
    adjudicate({ ...registry.adjudicationInput({ form, pageRoles, ocrEngine, claim }), ...paid.known });
  if (decision !== undefined) paid.take(sample.id, decision);
  return { formsFound: forms.length, form, decision, ocrCalls, readUnits };
}

interface TrueEnd {
  readonly outcome: Outcome;
  readonly paidCentimes: number;
  readonly verdictOf: (decision: Decision | undefined) => PaymentVerdict;
}

/** What the truth gives: by the sample itself, by the rules, and where both tell, they must agree. */
function trueEnd(sample: AccuracySample, registry: RegistryLookup): TrueEnd {
  const { expected, isMoreThanForm = false } = sample;
  if (expected !== undefined && isMoreThanForm) {
    const [outcome] = expected.outcomes;
    const [paidCentimes = 0] = outcome === 'approved' ? expected.payments : [];
    return { outcome, paidCentimes, verdictOf: (decision) => verdictByEnd(decision, expected) };
  }
  const truth = adjudicate(
    registry.adjudicationInput({
      form: trueForm(sample.meant ?? sample.truth),
      pageRoles: ['care-form'],
      ocrEngine: 'textract',
      claim: claimFactsOf(sample.id, sample.day),
    }),
  );
  if (expected !== undefined) checkAgreement(sample.id, truth, expected);
  return {
    outcome: truth.outcome,
    paidCentimes: truth.paidCentimes,
    verdictOf: (decision) => verdictOf(decision, truth),
  };
}

function checkAgreement(id: string, truth: Decision, { outcomes, payments }: ExpectedEnd): void {
  const [outcome] = outcomes;
  // Some of the lines that are certain may wait with one that is not.
  const isPart = truth.outcome === 'partly-referred' && outcomes.includes('partly-referred');
  if (isPart && truth.paidCentimes <= Math.max(...payments)) return;
  const paidCentimes = outcome === 'approved' ? (payments[0] ?? 0) : 0;
  if (truth.outcome === outcome && truth.paidCentimes === paidCentimes) return;
  throw new Error(
    `${id}: the true form is ${truth.outcome} with ${truth.paidCentimes} centimes and not ${outcome} with ${paidCentimes}`,
  );
}

/** @param decision undefined where no form was found: the file goes to a person */
export function verdictOf(decision: Decision | undefined, truth: Decision): PaymentVerdict {
  if (decision === undefined) return 'referred';
  if (decision.paidCentimes > 0 && isSamePayment(decision, truth)) return 'right';
  if (decision.outcome === 'partly-referred') return isPartOf(decision, truth) ? 'right-in-part' : 'wrong';
  if (decision.paidCentimes > 0) return 'wrong';
  if (decision.outcome === 'referred' || decision.outcome === 'incomplete') return decision.outcome;
  return truth.outcome === 'rejected' ? 'rightly-refused' : 'refused-wrongly';
}

/** Against an end that is given, where the rules do not tell all that the file holds. */
export function verdictByEnd(decision: Decision | undefined, expected: ExpectedEnd): PaymentVerdict {
  if (decision === undefined) return 'referred';
  if (decision.paidCentimes > 0) {
    const rib = decision.destination?.kind === 'account' ? decision.destination.rib : undefined;
    const isToWhom =
      decision.registrationNumber === expected.registrationNumber &&
      (expected.toRib === undefined || rib === expected.toRib);
    const isRight =
      expected.payments.includes(decision.paidCentimes) && expected.outcomes.includes(decision.outcome);
    if (isToWhom && isRight) return 'right';
    // Which lines there are the end does not tell, only what they come to at most.
    const isPart =
      decision.outcome === 'partly-referred' && decision.paidCentimes <= Math.max(...expected.payments);
    return isToWhom && isPart ? 'right-in-part' : 'wrong';
  }
  if (decision.outcome === 'referred' || decision.outcome === 'incomplete') return decision.outcome;
  return expected.outcomes.includes('rejected') ? 'rightly-refused' : 'refused-wrongly';
}

/** Whether each line that is paid is one of the truth, paid so, of the same person and to the same account. */
function isPartOf(decision: Decision, truth: Decision): boolean {
  const open = truth.lines.map(paidLine);
  const isEach = decision.lines.every((line) => {
    if (line.outcome !== 'paid') return true;
    const index = open.indexOf(paidLine(line));
    if (index >= 0) open.splice(index, 1);
    return index >= 0;
  });
  const toWhom = ({ registrationNumber, beneficiary, destination }: Decision): string =>
    JSON.stringify([registrationNumber, beneficiary, destination]);
  return isEach && toWhom(decision) === toWhom(truth);
}

/** What is paid for what: a day or an amount that another row has as well changes no money. */
const paidLine = ({ medicineCode, keyLetter, paidCentimes }: DecisionLine): string =>
  JSON.stringify([medicineCode, keyLetter, paidCentimes]);

function isSamePayment(decision: Decision, truth: Decision): boolean {
  const payment = ({
    paidCentimes,
    registrationNumber,
    scheme,
    beneficiary,
    destination,
  }: Decision): string =>
    JSON.stringify([paidCentimes, registrationNumber, scheme, beneficiary, destination]);
  return payment(decision) === payment(truth);
}
