import * as z from 'zod';
import { ocrEngineNameSchema } from './ocr-engine-name.ts';
import type { CareForm, CareFormAct } from '../domain/care-form/care-form.ts';

/** A care form as it is kept between reading and adjudication. */

const sourceSchema = z.object({
  page: z.int(),
  box: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
});

const fieldOf = <Value extends z.ZodType>(value: Value) =>
  z
    .object({
      value,
      text: z.string(),
      confidencePercent: z.number(),
      source: sourceSchema,
      doubts: z.array(
        z.enum([
          'LOW_CONFIDENCE',
          'CORRECTED_CHARACTERS',
          'WRONG_LENGTH',
          'CHECK_DIGITS',
          'IMPOSSIBLE_VALUE',
          'CONFLICTING_VALUES',
          'UNEXPECTED_CHARACTERS',
          'BARCODE_DIFFERS',
          'SECOND_LOOK_DIFFERS',
        ]),
      ),
      evidence: z
        .array(
          z.enum([
            'REGISTRY',
            'SUM',
            'CHECK_DIGITS',
            'BARCODE',
            'SECOND_LOOK',
            'REPEATED',
            'NEIGHBOURS',
            'LABEL',
            'PLACE',
          ]),
        )
        .optional(),
      attestedBy: z.array(z.string()).optional(),
      isCorrected: z.boolean().optional(),
    })
    .optional();

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
    billedCentimes: whole,
    source: sourceSchema,
  })
  .transform((act): CareFormAct => ({ ...NO_ACT_FIELDS, ...act }));

const fieldsSchema = z.object({
  pages: z.array(z.int()),
  purpose: z.enum(['execution', 'prior-approval', 'unknown']),
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
  attachmentsCount: whole,
  rib: text,
  city: text,
  signatureDate: text,
});

const careFormSchema = fieldsSchema.transform((form): CareForm => ({ ...NO_FORM_FIELDS, ...form }));

export const storedFormSchema = z.object({
  form: careFormSchema,
  pageRoles: z.array(z.enum(['care-form', 'other', 'blank', 'failed'])),
  ocrEngine: ocrEngineNameSchema,
});
