import { adjudicate } from '../../../core/domain/adjudication/adjudicate.ts';
import type { Decision } from '../../../core/domain/adjudication/decision.ts';
import { readCareForms } from '../../../core/domain/care-form/read-care-forms.ts';
import { scoreFields, type FieldScore } from '../../support/field-accuracy.ts';
import type { AccuracySample } from './accuracy-sample.ts';
import { claimFactsOf } from './claim-facts.ts';
import type { LocalReading } from './local-reader.ts';
import { fieldsReadByOcr } from './read-by-ocr.ts';
import type { RegistryLookup } from './registry-lookup.ts';
import { trueForm } from './true-form.ts';

/**
 * What became of the money. `wrong`: paid in another amount, to another account or for another person than the truth gives,
 * the one thing that must never happen; `refused-wrongly`: rejected although the truth is not.
 */
export type PaymentVerdict =
  'right' | 'referred' | 'incomplete' | 'rightly-refused' | 'refused-wrongly' | 'wrong';

export interface Judgement {
  readonly sample: AccuracySample;
  readonly formsFound: number;
  readonly scores: readonly FieldScore[];
  /** Names of the fields whose characters OCR read right where they stand. */
  readonly readByOcr: ReadonlySet<string>;
  /** Scores where OCR is perfect. */
  readonly perfectScores: readonly FieldScore[];
  readonly decision: Decision | undefined;
  readonly truth: Decision;
  readonly verdict: PaymentVerdict;
}

/**
 * Compares a page that was read, field by field, and what would be paid for it, with the truth.
 * @throws Error when the rules pay something else for the true form than the sample was made for: then there is no truth
 */
export function judge(
  sample: AccuracySample,
  { document, ocrEngine }: LocalReading,
  registry: RegistryLookup,
): Judgement {
  const claim = claimFactsOf(sample.id, sample.day);
  const truth = adjudicate(
    registry.adjudicationInput({
      form: trueForm(sample.truth),
      pageRoles: ['care-form'],
      ocrEngine: 'textract',
      claim,
    }),
  );
  const { knownPaidCentimes = truth.paidCentimes } = sample;
  if (truth.paidCentimes !== knownPaidCentimes)
    throw new Error(
      `${sample.id}: the true form is paid ${truth.paidCentimes} centimes and not ${knownPaidCentimes}`,
    );
  const { forms, pageRoles } = readCareForms(document);
  const [form] = forms;
  const decision = form && adjudicate(registry.adjudicationInput({ form, pageRoles, ocrEngine, claim }));
  const [perfectForm] = readCareForms(sample.perfectDocument).forms;
  return {
    sample,
    formsFound: forms.length,
    scores: scoreFields(sample.truth, form),
    readByOcr: fieldsReadByOcr(sample.truthWords, document),
    perfectScores: scoreFields(sample.truth, perfectForm),
    decision,
    truth,
    verdict: verdictOf(decision, truth),
  };
}

/** @param decision undefined where no form was found: the file goes to a person */
export function verdictOf(decision: Decision | undefined, truth: Decision): PaymentVerdict {
  if (decision === undefined) return 'referred';
  if (decision.paidCentimes > 0) return isSamePayment(decision, truth) ? 'right' : 'wrong';
  if (decision.outcome === 'referred' || decision.outcome === 'incomplete') return decision.outcome;
  return truth.outcome === 'rejected' ? 'rightly-refused' : 'refused-wrongly';
}

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
