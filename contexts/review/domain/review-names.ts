import { fieldEvidence } from '#rules';

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
  /** A document was asked for; the clock stands still. */
  'AWAITING_DOCUMENT',
  /** Sent to adjudication, or rejected. */
  'CLOSED',
] as const;

/** Names of fields as in the care form; those of an act come with its line, and one of them, `inpe`, is a field of both. */
export const claimFieldNames = [
  'registrationNumber',
  'cin',
  'insuredName',
  'insuredBirthDate',
  'careType',
  'beneficiaryLink',
  'sex',
  'patientName',
  'patientBirthDate',
  'patientCin',
  'providerName',
  'inpe',
  'specialty',
  'totalCentimes',
  'attachmentsCount',
  'signatureDate',
] as const;

export const actFieldNames = [
  'dateOfCare',
  'actCode',
  'keyLetter',
  'coefficientHundredths',
  'quantity',
  'billedCentimes',
  'diseaseCode',
  'inpe',
] as const;

/** Of what a pharmacy sold, as a whole. */
export const dispensingFieldNames = ['pharmacyInpe', 'dispensedOn'] as const;

/** Of boxes of one medicine; their lines come behind those of the acts. */
export const medicineFieldNames = ['medicineCode', 'boxes', 'unitPriceCentimes'] as const;

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

/** Why a value is believed: what speaks for the reading, or that people read it on the scan. */
export const reviewEvidence = [...fieldEvidence, 'PERSON', 'TWO_PEOPLE'] as const;
