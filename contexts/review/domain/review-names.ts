import { fieldEvidence } from '#rules';
import { namesOf } from '#shared';

/** Names that a review is made of: apart from the schemas of the API, so that pages can know them without a validator. */

/** Doubts that a reviewer works on in one go; each reason code belongs to one group. */
export const reasonGroups = [
  'identity',
  'beneficiary',
  'coverage',
  'form',
  'dates',
  'provider',
  'acts',
  'amounts',
] as const;

/** Where a review is. */
export const reviewStates = [
  /** Waits for a reviewer, or is held by one. */
  'OPEN',
  /** One person has keyed what has to be keyed twice; another one has to, without seeing it. */
  'SECOND_KEYING',
  /** Both keyed different values: a supervisor settles it. */
  'DISPUTED',
  /** A reviewer passed it on: a doubt of it is for a supervisor. */
  'ESCALATED',
  /** A document was asked for; the clock stands still. */
  'AWAITING_DOCUMENT',
  /** Sent to adjudication, or rejected. */
  'CLOSED',
] as const;

/** What a field is keyed as. */
export const fieldKinds = [
  'text',
  'name',
  'date',
  'amount',
  'coefficient',
  'count',
  'number',
  'choice',
] as const;

/** Parts of a care form, in the order they stand on it. */
export const formParts = ['insured', 'patient', 'provider', 'acts', 'pharmacy', 'form'] as const;

/** What a review has to know of a field that people can correct. */
export interface FieldFacts {
  readonly kind: (typeof fieldKinds)[number];
  readonly part: (typeof formParts)[number];
  /**
   * Whether two people key it, who do not see each other, where much money is billed:
   * - `always`: they do
   * - `once-changed`: they do where one person put something else than was read, or took it out: whatever else says who is paid, for
   *   whom, when, by which tariff, and whether at all
   * - `never`: it decides nothing
   */
  readonly keyedTwice: 'always' | 'once-changed' | 'never';
  /** The group of its doubts where it cannot be read; absent: that of the doubt. */
  readonly group?: (typeof reasonGroups)[number];
}

/** Of the form and of its acts: the form's holds where a row has none. */
const inpe = { kind: 'text', part: 'provider', keyedTwice: 'once-changed', group: 'provider' } as const;
/** Of acts and of boxes. */
const diseaseCode = { kind: 'text', part: 'acts', keyedTwice: 'once-changed', group: 'acts' } as const;

/**
 * The fields of a claim by their names in the care form, in the order in which they are worked through: the one list of them. Those
 * of an act come with its line, and one of them, `inpe`, is a field of both.
 */
export const claimFields = {
  registrationNumber: { kind: 'text', part: 'insured', keyedTwice: 'always' },
  cin: { kind: 'text', part: 'insured', keyedTwice: 'always' },
  insuredName: { kind: 'name', part: 'insured', keyedTwice: 'once-changed' },
  insuredBirthDate: { kind: 'date', part: 'insured', keyedTwice: 'once-changed' },
  beneficiaryLink: { kind: 'choice', part: 'patient', keyedTwice: 'once-changed' },
  careType: { kind: 'choice', part: 'patient', keyedTwice: 'once-changed' },
  sex: { kind: 'choice', part: 'patient', keyedTwice: 'never' },
  patientName: { kind: 'name', part: 'patient', keyedTwice: 'once-changed', group: 'beneficiary' },
  patientBirthDate: { kind: 'date', part: 'patient', keyedTwice: 'once-changed', group: 'beneficiary' },
  patientCin: { kind: 'text', part: 'patient', keyedTwice: 'once-changed' },
  providerName: { kind: 'name', part: 'provider', keyedTwice: 'once-changed' },
  inpe,
  specialty: { kind: 'text', part: 'provider', keyedTwice: 'never' },
  totalCentimes: { kind: 'amount', part: 'form', keyedTwice: 'always', group: 'amounts' },
  attachmentsCount: { kind: 'number', part: 'form', keyedTwice: 'never' },
  signatureDate: { kind: 'date', part: 'form', keyedTwice: 'once-changed', group: 'dates' },
} as const satisfies Record<string, FieldFacts>;

export const actFields = {
  dateOfCare: { kind: 'date', part: 'acts', keyedTwice: 'once-changed', group: 'dates' },
  actCode: { kind: 'text', part: 'acts', keyedTwice: 'never' },
  keyLetter: { kind: 'text', part: 'acts', keyedTwice: 'once-changed', group: 'acts' },
  coefficientHundredths: { kind: 'coefficient', part: 'acts', keyedTwice: 'always', group: 'acts' },
  quantity: { kind: 'count', part: 'acts', keyedTwice: 'once-changed', group: 'acts' },
  billedCentimes: { kind: 'amount', part: 'acts', keyedTwice: 'always', group: 'amounts' },
  diseaseCode,
  inpe,
} as const satisfies Record<string, FieldFacts>;

/** Of what a pharmacy sold, as a whole. */
export const dispensingFields = {
  pharmacyInpe: { kind: 'text', part: 'pharmacy', keyedTwice: 'once-changed', group: 'provider' },
  dispensedOn: { kind: 'date', part: 'pharmacy', keyedTwice: 'once-changed', group: 'dates' },
  prescribedOn: { kind: 'date', part: 'pharmacy', keyedTwice: 'once-changed', group: 'dates' },
} as const satisfies Record<string, FieldFacts>;

/**
 * Of boxes of one medicine; their lines come behind those of the acts, which have one of them, `diseaseCode`, too. Who sold them and
 * when is that of the dispensing where a line does not say it.
 */
export const medicineFields = {
  medicineCode: { kind: 'text', part: 'acts', keyedTwice: 'once-changed', group: 'acts' },
  boxes: { kind: 'count', part: 'acts', keyedTwice: 'once-changed', group: 'acts' },
  unitPriceCentimes: { kind: 'amount', part: 'acts', keyedTwice: 'once-changed', group: 'amounts' },
  diseaseCode,
  pharmacyInpe: dispensingFields.pharmacyInpe,
  dispensedOn: dispensingFields.dispensedOn,
} as const satisfies Record<string, FieldFacts>;

const allFields = { ...claimFields, ...actFields, ...dispensingFields, ...medicineFields };
export type FieldName = keyof typeof allFields;
/** What is known of each field, whatever it is of. */
export const reviewFields: Readonly<Record<FieldName, FieldFacts>> = allFields;

/** Whether reviews of today have such a field; what was recorded before may name others. */
export const isFieldName = (name: string): name is FieldName => Object.hasOwn(reviewFields, name);

export const claimFieldNames = namesOf(claimFields);
export const actFieldNames = namesOf(actFields);
export const dispensingFieldNames = namesOf(dispensingFields);
export const medicineFieldNames = namesOf(medicineFields);

/** Why a value is believed: what speaks for the reading, or that people read it on the scan. */
export const reviewEvidence = [...fieldEvidence, 'PERSON', 'TWO_PEOPLE'] as const;
