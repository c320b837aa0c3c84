/** What is printed beside a value, over a column, a part or a signature. */
export type FormLabelName =
  | 'fund'
  | 'title'
  | 'insuredPart'
  | 'patientPart'
  | 'providerPart'
  | 'actsPart'
  | 'paymentPart'
  | 'dossier'
  | 'immatriculation'
  | 'cin'
  | 'insuredName'
  | 'familyName'
  | 'givenName'
  | 'birthDate'
  | 'address'
  | 'phone'
  | 'expenses'
  | 'attachments'
  | 'link'
  | 'self'
  | 'spouse'
  | 'child'
  | 'sex'
  | 'male'
  | 'female'
  | 'patientName'
  | 'patientBirthDate'
  | 'doctorName'
  | 'inpe'
  | 'specialty'
  | 'ice'
  | 'taxNumber'
  | 'rib'
  | 'total'
  | 'place'
  | 'signedOn'
  | 'insuredSignature'
  | 'doctorSignature'
  | 'purpose'
  | 'execution'
  | 'priorApproval'
  | 'columnNumber'
  | 'columnDate'
  | 'columnLetter'
  | 'columnCoefficient'
  | 'columnCotation'
  | 'columnQuantity'
  | 'columnUnitPrice'
  | 'columnAmount'
  | 'columnDescription'
  | 'columnDisease'
  | 'columnInpe'
  | 'columnStamp';

/** The same for the pharmacy's part, its sheets, and the labels of boxes. */
export type PharmacyLabelName =
  | 'pharmacyPart'
  | 'pharmacyName'
  | 'pharmacyInpe'
  | 'dispensedOn'
  | 'pharmacyTotal'
  | 'actsTotal'
  | 'grandTotal'
  | 'labelsPlace'
  | 'columnMedicine'
  | 'columnBoxes'
  | 'columnBoxPrice'
  | 'columnBoxesAmount'
  | 'columnBoxCode'
  | 'publicPrice'
  | 'lot'
  | 'expiry'
  | 'practiceSign'
  | 'pharmacySign'
  | 'prescriptionTitle'
  | 'prescribedFor'
  | 'invoiceTitle'
  | 'invoiceDate'
  | 'customer';

/** The same for the boxes that say what kind of care it was. */
export type CareTypeLabelName = 'careType' | 'illness' | 'maternity' | 'hospitalisation' | 'accident';

export type LabelName = FormLabelName | PharmacyLabelName | CareTypeLabelName;

/** Ways in which designers word one label. */
export interface Wordings {
  readonly fr: readonly [string, ...string[]];
  /** Abbreviations, for forms that put many labels on a line; the French ones where there are none. */
  readonly short?: readonly [string, ...string[]];
  readonly ar: readonly [string, ...string[]];
}

export type WordingBook = Readonly<Record<FormLabelName, Wordings>>;
export type CareTypeWordingBook = Readonly<Record<CareTypeLabelName, Wordings>>;
export type PharmacyWordingBook = Readonly<Record<PharmacyLabelName, Wordings>>;

/** Parts a list of wordings at its bars. */
export function wordings(list: string): readonly [string, ...string[]] {
  const [first = '', ...others] = list.split('|').map((wording) => wording.trim());
  return [first, ...others];
}
