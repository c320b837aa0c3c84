import type { FieldDoubt, FieldEvidence } from '#rules';

/**
 * A care form (feuille de soins, form 610-1-02) as it was read from a scan. Nothing here is trusted: each field says
 * how sure the reading is and where it was found, and adjudication decides what may be paid.
 */

/** A rectangle on a page, as ratios 0..1 of the page's width and height, origin top left, as the page was scanned. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface FieldSource {
  /** 1-based page in the file. */
  readonly page: number;
  readonly box: Box;
}

/** One field that was found. A field that was not found is `undefined` on the form. */
export interface ReadField<T> {
  readonly value: T;
  /** The text as the OCR gave it, before it was parsed. Personal data: never logged. */
  readonly text: string;
  /** 0 to 100: the lowest OCR confidence among the words, lowered by the reader's own checks. */
  readonly confidencePercent: number;
  readonly source: FieldSource;
  /** What the reader's checks found wrong with it (a RIB key that fails, a date that does not exist, ...). */
  readonly doubts: readonly FieldDoubt[];
  /** Why this is believed to be the field's value, the weightiest first; absent on forms kept by earlier versions. */
  readonly evidence?: readonly FieldEvidence[] | undefined;
  /** User ids of the people who looked at the scan and say that it is so; absent where only the OCR read it. */
  readonly attestedBy?: readonly string[] | undefined;
  /** People read something else than the OCR. */
  readonly isCorrected?: boolean | undefined;
}

/** By name of a field as people know it (`medicineCode`): who says that the form has none, and took out what was read. */
export type EmptiedBy = Readonly<Partial<Record<string, readonly string[]>>>;

/** Doubts about single characters: they are gone where something else gives the whole value. */
export const doubtsAboutCharacters: ReadonlySet<FieldDoubt> = new Set<FieldDoubt>([
  'LOW_CONFIDENCE',
  'CORRECTED_CHARACTERS',
]);

export type BeneficiaryLink = 'insured' | 'spouse' | 'child';
export type Sex = 'M' | 'F';
/** Boxes of `Type de soins`. */
export type CareType = 'illness' | 'maternity' | 'hospitalisation' | 'accident';

/** One row of the table of acts (date des actes, lettre clé + cotation NGAP, montant facturé). */
export interface CareFormAct {
  /** ISO date. */
  readonly dateOfCare: ReadField<string> | undefined;
  /** The act's code, when the form has a column of its own for it beside the key letter. */
  readonly actCode: ReadField<string> | undefined;
  /** The key letter (lettre clé) in capitals: `C`, `CS`, `K`, `B`, ... */
  readonly keyLetter: ReadField<string> | undefined;
  /** The coefficient (cotation) in hundredths: `K16` is 1600, `1,5` is 150. */
  readonly coefficientHundredths: ReadField<number> | undefined;
  /** How often the act was done; absent where the form has no such column, which means once. */
  readonly quantity?: ReadField<number> | undefined;
  readonly billedCentimes: ReadField<number> | undefined;
  /** The disease the act was for (`CIM-10`, ICD-10), as people keyed it: the reader does not take a code of a disease for a value. */
  readonly diseaseCode?: ReadField<string> | undefined;
  /** INPE of whoever gave this act, where the form has one for each row. */
  readonly inpe?: ReadField<string> | undefined;
  /** 1-based page and box of the whole row. */
  readonly source: FieldSource;
  readonly emptiedBy?: EmptiedBy | undefined;
}

/** Boxes of one medicine that a pharmacy sold, by their labels, a printed list, or both. */
export interface CareFormMedicine {
  /** EAN-13; undefined where the list has a medicine of which no label was found. */
  readonly code: ReadField<string> | undefined;
  /** As the list words it. */
  readonly name: ReadField<string> | undefined;
  /** Boxes. */
  readonly quantity: ReadField<number> | undefined;
  /** Price paid for one box. */
  readonly unitPriceCentimes: ReadField<number> | undefined;
  /** Price paid for all of them, where it is printed. */
  readonly billedCentimes: ReadField<number> | undefined;
  readonly source: FieldSource;
  readonly emptiedBy?: EmptiedBy | undefined;
}

/** What a pharmacy sold for a form, on the form itself or on the pages behind it. */
export interface Dispensing {
  readonly pharmacyInpe: ReadField<string> | undefined;
  /** ISO date. */
  readonly dispensedOn: ReadField<string> | undefined;
  /** The pharmacy's own sum, where it is printed. */
  readonly totalCentimes: ReadField<number> | undefined;
  readonly medicines: readonly CareFormMedicine[];
}

export interface CareForm {
  /** Pages of the file that belong to this form, 1-based. */
  readonly pages: readonly number[];
  /** Which box of the header is ticked: the same form asks for a prior approval or reports an execution. */
  readonly purpose: 'execution' | 'prior-approval' | 'unknown';
  /** Which box of `Type de soins` is ticked; absent where none is, or no mark was read. */
  readonly careType?: ReadField<CareType> | undefined;
  /** N° dossier. */
  readonly dossierNumber: ReadField<string> | undefined;
  /** N° immatriculation, 9 digits. */
  readonly registrationNumber: ReadField<string> | undefined;
  /** N° CIN of the insured, capitals, no spaces. */
  readonly cin: ReadField<string> | undefined;
  readonly insuredName: ReadField<string> | undefined;
  readonly insuredNameArabic: ReadField<string> | undefined;
  /** ISO date. */
  readonly insuredBirthDate: ReadField<string> | undefined;
  readonly address: ReadField<string> | undefined;
  readonly beneficiaryLink: ReadField<BeneficiaryLink> | undefined;
  readonly sex: ReadField<Sex> | undefined;
  readonly patientName: ReadField<string> | undefined;
  /** ISO date. */
  readonly patientBirthDate: ReadField<string> | undefined;
  readonly patientCin: ReadField<string> | undefined;
  readonly providerName: ReadField<string> | undefined;
  /** INPE of the treating professional or establishment, 9 digits. */
  readonly inpe: ReadField<string> | undefined;
  readonly specialty: ReadField<string> | undefined;
  readonly acts: readonly CareFormAct[];
  readonly totalCentimes: ReadField<number> | undefined;
  /** Amounts that stand on the form and are no act's, no total of acts and no unit price: other items are billed on it. */
  readonly otherAmounts?: readonly ReadField<number>[] | undefined;
  /** Absent where no medicine was found. */
  readonly dispensing?: Dispensing | undefined;
  /** Labels of boxes of medicines are on the pages, and it is not known that they are this form's. */
  readonly hasMedicineLabels?: boolean | undefined;
  /** Nombre de pièces jointes. */
  readonly attachmentsCount: ReadField<number> | undefined;
  /** A RIB printed on the form. Money never goes there; one that differs from the account on file is a signal. */
  readonly rib: ReadField<string> | undefined;
  readonly city: ReadField<string> | undefined;
  /** ISO date. */
  readonly signatureDate: ReadField<string> | undefined;
  /**
   * Names of fields whose printed label was not found: that such a field is absent does not mean that it was left blank.
   * Absent on forms kept by earlier versions, whose labels were all found.
   */
  readonly unlabelledFields?: readonly string[] | undefined;
  /** Of fields of the claim, and of the dispensing as a whole. */
  readonly emptiedBy?: EmptiedBy | undefined;
}

/** What each page of the file turned out to be; `failed`: the OCR did not read it, or read next to nothing right. */
export type PageRole = 'care-form' | 'other' | 'blank' | 'failed';

export interface FileReading {
  readonly forms: readonly CareForm[];
  /** In page order; index 0 is page 1. */
  readonly pageRoles: readonly PageRole[];
}
