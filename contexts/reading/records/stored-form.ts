import * as z from 'zod';
import { formFields, readFieldOf, sourceSchema, text, whole, type Whole } from './form-fields.ts';
import { ocrEngineNameSchema } from './ocr-engine-name.ts';
import {
  type CareForm,
  type CareFormAct,
  type CareFormMedicine,
  type Dispensing,
  pageRoles,
} from '../domain/care-form.ts';

/** A care form as it is kept between reading and adjudication. */

const emptiedBy = z.record(z.string(), z.array(z.string())).optional();

const actSchema = z.object({
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
} satisfies Whole<CareFormAct>);

const medicineSchema = z.object({
  code: text,
  name: text,
  quantity: whole,
  unitPriceCentimes: whole,
  billedCentimes: whole,
  diseaseCode: text,
  pharmacyInpe: text,
  dispensedOn: text,
  isPrescribed: z.boolean().optional(),
  source: sourceSchema,
  emptiedBy,
} satisfies Whole<CareFormMedicine>);

const dispensingSchema = z.object({
  pharmacyInpe: text,
  dispensedOn: text,
  prescribedOn: text,
  totalCentimes: whole,
  medicines: z.array(medicineSchema),
} satisfies Whole<Dispensing>);

const careFormSchema = z.object({
  ...formFields,
  pages: z.array(z.int()),
  purpose: z.enum(['execution', 'prior-approval', 'unknown']),
  acts: z.array(actSchema),
  otherAmounts: z.array(readFieldOf(z.int())).optional(),
  dispensing: dispensingSchema.optional(),
  hasMedicineLabels: z.boolean().optional(),
  unlabelledFields: z.array(z.string()).optional(),
  emptiedBy,
} satisfies Whole<CareForm>);

export const storedFormSchema = z.object({
  form: careFormSchema,
  pageRoles: z.array(z.enum(pageRoles)),
  pageTurns: z.array(z.int().min(0).max(3)).optional(),
  ocrEngine: ocrEngineNameSchema,
});
