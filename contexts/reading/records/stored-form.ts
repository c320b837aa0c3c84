import * as z from 'zod';
import { fieldDoubts, fieldEvidence } from '#rules';
import { ocrEngineNameSchema } from './ocr-engine-name.ts';
import type { CareForm, CareFormAct, CareFormMedicine, Dispensing, ReadField } from '../domain/care-form.ts';

/** A care form as it is kept between reading and adjudication. */

/** A part for everything that a form can have, also where it is optional: what has none would be dropped without a word. */
type Whole<Kept> = Readonly<Record<keyof Kept, z.ZodType>>;

const sourceSchema = z.object({
  page: z.int(),
  box: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
});

const readFieldOf = <Value extends z.ZodType>(value: Value) =>
  z.object({
    value,
    text: z.string(),
    confidencePercent: z.number(),
    source: sourceSchema,
    doubts: z.array(z.enum(fieldDoubts)),
    // Forms kept by earlier versions have none.
    evidence: z.array(z.enum(fieldEvidence)).optional(),
    attestedBy: z.array(z.string()).optional(),
    isCorrected: z.boolean().optional(),
  } satisfies Whole<ReadField<unknown>>);

const fieldOf = <Value extends z.ZodType>(value: Value) => readFieldOf(value).optional();

const emptiedBy = z.record(z.string(), z.array(z.string())).optional();

const text = fieldOf(z.string());
const whole = fieldOf(z.int());

/** JSON leaves fields out that were not found; the form names every field. */
const NO_ACT_FIELDS = {
  dateOfCare: undefined,
  actCode: undefined,
  keyLetter: undefined,
  coefficientHundredths: undefined,
  billedCentimes: undefined,
};

const NO_FORM_FIELDS = {
  dossierNumber: undefined,
  registrationNumber: undefined,
  cin: undefined,
  insuredName: undefined,
  insuredNameArabic: undefined,
  insuredBirthDate: undefined,
  address: undefined,
  beneficiaryLink: undefined,
  sex: undefined,
  patientName: undefined,
  patientBirthDate: undefined,
  patientCin: undefined,
  providerName: undefined,
  inpe: undefined,
  specialty: undefined,
  totalCentimes: undefined,
  attachmentsCount: undefined,
  rib: undefined,
  city: undefined,
  signatureDate: undefined,
};

const actSchema = z
  .object({
    dateOfCare: text,
    actCode: text,
    keyLetter: text,
    coefficientHundredths: whole,
    quantity: whole,
    billedCentimes: whole,
    diseaseCode: text,
    inpe: text,
    source: sourceSchema,
    emptiedBy,
  } satisfies Whole<CareFormAct>)
  .transform((act): CareFormAct => ({ ...NO_ACT_FIELDS, ...act }));

const NO_MEDICINE_FIELDS = {
  code: undefined,
  name: undefined,
  quantity: undefined,
  unitPriceCentimes: undefined,
  billedCentimes: undefined,
};

const medicineSchema = z
  .object({
    code: text,
    name: text,
    quantity: whole,
    unitPriceCentimes: whole,
    billedCentimes: whole,
    source: sourceSchema,
    emptiedBy,
  } satisfies Whole<CareFormMedicine>)
  .transform((medicine): CareFormMedicine => ({ ...NO_MEDICINE_FIELDS, ...medicine }));

const dispensingSchema = z
  .object({
    pharmacyInpe: text,
    dispensedOn: text,
    totalCentimes: whole,
    medicines: z.array(medicineSchema),
  } satisfies Whole<Dispensing>)
  .transform((dispensing): Dispensing => ({
    pharmacyInpe: undefined,
    dispensedOn: undefined,
    totalCentimes: undefined,
    ...dispensing,
  }));

const fieldsSchema = z.object({
  pages: z.array(z.int()),
  purpose: z.enum(['execution', 'prior-approval', 'unknown']),
  careType: fieldOf(z.enum(['illness', 'maternity', 'hospitalisation', 'accident'])),
  dossierNumber: text,
  registrationNumber: text,
  cin: text,
  insuredName: text,
  insuredNameArabic: text,
  insuredBirthDate: text,
  address: text,
  beneficiaryLink: fieldOf(z.enum(['insured', 'spouse', 'child'])),
  sex: fieldOf(z.enum(['M', 'F'])),
  patientName: text,
  patientBirthDate: text,
  patientCin: text,
  providerName: text,
  inpe: text,
  specialty: text,
  acts: z.array(actSchema),
  totalCentimes: whole,
  otherAmounts: z.array(readFieldOf(z.int())).optional(),
  dispensing: dispensingSchema.optional(),
  hasMedicineLabels: z.boolean().optional(),
  attachmentsCount: whole,
  rib: text,
  city: text,
  signatureDate: text,
  unlabelledFields: z.array(z.string()).optional(),
  emptiedBy,
} satisfies Whole<CareForm>);

const careFormSchema = fieldsSchema.transform((form): CareForm => ({ ...NO_FORM_FIELDS, ...form }));

export const storedFormSchema = z.object({
  form: careFormSchema,
  pageRoles: z.array(z.enum(['care-form', 'other', 'blank', 'failed'])),
  ocrEngine: ocrEngineNameSchema,
});
