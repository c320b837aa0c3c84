import type * as z from 'zod';
import type { FieldDoubt } from '#rules';
import type { beneficiaryLinks, careTypes, formFields, sexes } from '../records/form-fields.ts';
import type { EmptiedBy, FieldSource, ReadField } from './found-field.ts';

export type { Box, EmptiedBy, FieldSource, ReadField } from './found-field.ts';

/**
 * A care form (feuille de soins, form 610-1-02) as it was read from a scan. Nothing here is trusted: each field says
 * how sure the reading is and where it was found, and adjudication decides what may be paid.
 */

/** Doubts about single characters: they are gone where something else gives the whole value. */
export const doubtsAboutCharacters: ReadonlySet<FieldDoubt> = new Set<FieldDoubt>([
  'LOW_CONFIDENCE',
  'CORRECTED_CHARACTERS',
]);

export type BeneficiaryLink = (typeof beneficiaryLinks)[number];
export type Sex = (typeof sexes)[number];
export type CareType = (typeof careTypes)[number];

export type FormFieldName = keyof typeof formFields;
type Held<Field extends z.ZodType> =
  NonNullable<z.infer<Field>> extends { value: infer Value } ? Value : never;

/** Each field that holds one value, as it was found; undefined where it was not. */
export type FormFields = {
  readonly [Name in FormFieldName]: ReadField<Held<(typeof formFields)[Name]>> | undefined;
};

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
  /** The disease that they were for (ICD-10), as people keyed it. */
  readonly diseaseCode?: ReadField<string> | undefined;
  /** INPE of the pharmacy that sold them, and the day (ISO) on which it did; absent where it is those of the form. */
  readonly pharmacyInpe?: ReadField<string> | undefined;
  readonly dispensedOn?: ReadField<string> | undefined;
  /** Whether the prescriptions of the file, clearly read, name the medicine; absent where that cannot be told. */
  readonly isPrescribed?: boolean | undefined;
  readonly source: FieldSource;
  readonly emptiedBy?: EmptiedBy | undefined;
}

/** What pharmacies sold for a form, on the form itself or on the pages behind it. Number and day hold for lines that name none. */
export interface Dispensing {
  readonly pharmacyInpe: ReadField<string> | undefined;
  /** ISO date. */
  readonly dispensedOn: ReadField<string> | undefined;
  /** ISO date of the prescription; absent where no page is one, or its day was not read. */
  readonly prescribedOn?: ReadField<string> | undefined;
  /** The pharmacy's own sum, where it is printed. */
  readonly totalCentimes: ReadField<number> | undefined;
  readonly medicines: readonly CareFormMedicine[];
}

export interface CareForm extends FormFields {
  /** Pages of the file that belong to this form, 1-based. */
  readonly pages: readonly number[];
  /** Which box of the header is ticked: the same form asks for a prior approval or reports an execution. */
  readonly purpose: 'execution' | 'prior-approval' | 'unknown';
  readonly acts: readonly CareFormAct[];
  /** Amounts that stand on the form and are no act's, no total of acts and no unit price: other items are billed on it. */
  readonly otherAmounts?: readonly ReadField<number>[] | undefined;
  /** Absent where no medicine was found. */
  readonly dispensing?: Dispensing | undefined;
  /** Labels of boxes of medicines are on the pages, and it is not known that they are this form's. */
  readonly hasMedicineLabels?: boolean | undefined;
  /**
   * Names of fields whose printed label was not found: that such a field is absent does not mean that it was left blank.
   * Absent on forms kept by earlier versions, whose labels were all found.
   */
  readonly unlabelledFields?: readonly string[] | undefined;
  /** Of fields of the claim, and of the dispensing as a whole. */
  readonly emptiedBy?: EmptiedBy | undefined;
}

/**
 * What each page of the file turned out to be; `supporting`: another paper by its own words, as an invoice or results; `other`: nobody
 * can tell, and so of all pages behind a form that were read before there was a `prescription`; `failed`: the OCR did not read it,
 * or read next to nothing right.
 */
export const pageRoles = ['care-form', 'prescription', 'supporting', 'other', 'blank', 'failed'] as const;
export type PageRole = (typeof pageRoles)[number];

/** Whether a page is one that came with a form, whatever it is. */
export const isAttachment = (role: PageRole): boolean =>
  role === 'prescription' || role === 'supporting' || role === 'other';

export interface FileReading {
  readonly forms: readonly CareForm[];
  /** In page order; index 0 is page 1. */
  readonly pageRoles: readonly PageRole[];
  /** By how many quarter turns clockwise each page lies, 0 to 3; 0 where nothing was read of it. Same order. */
  readonly pageTurns: readonly number[];
}
