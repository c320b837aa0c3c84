import * as z from 'zod';
import { fieldDoubts, fieldEvidence } from '#rules';
import { namesOf } from '#shared';
import type { ReadField } from '../domain/found-field.ts';

/** A part for everything that a form can have, also where it is optional: what has none would be dropped without a word. */
export type Whole<Kept> = Readonly<Record<keyof Kept, z.ZodType>>;

export const sourceSchema = z.object({
  page: z.int(),
  box: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
});

export const readFieldOf = <Value extends z.ZodType>(value: Value) =>
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

/** JSON leaves out what was not found, as forms of earlier versions do what was not read yet; a form in hand has every field. */
const fieldOf = <Value extends z.ZodType>(value: Value) =>
  readFieldOf(value)
    .optional()
    .transform((field) => field);

export const text = fieldOf(z.string());
export const whole = fieldOf(z.int());

/** Boxes of `Type de soins`. */
export const careTypes = ['illness', 'maternity', 'hospitalisation', 'accident'] as const;
export const beneficiaryLinks = ['insured', 'spouse', 'child'] as const;
export const sexes = ['M', 'F'] as const;

/** The fields of a care form that hold one value each: the one list of them, of which the type of the form is made. */
export const formFields = {
  /** Which box of `Type de soins` is ticked; absent where none is, or no mark was read. */
  careType: fieldOf(z.enum(careTypes)),
  /** N° dossier. */
  dossierNumber: text,
  /** N° immatriculation, 9 digits. */
  registrationNumber: text,
  /** N° CIN of the insured, capitals, no spaces. */
  cin: text,
  insuredName: text,
  insuredNameArabic: text,
  /** ISO date. */
  insuredBirthDate: text,
  address: text,
  beneficiaryLink: fieldOf(z.enum(beneficiaryLinks)),
  sex: fieldOf(z.enum(sexes)),
  patientName: text,
  /** ISO date. */
  patientBirthDate: text,
  patientCin: text,
  providerName: text,
  /** INPE of the treating professional or establishment, 9 digits. */
  inpe: text,
  specialty: text,
  totalCentimes: whole,
  /** Nombre de pièces jointes. */
  attachmentsCount: whole,
  /** A RIB printed on the form. Money never goes there; one that differs from the account on file is a signal. */
  rib: text,
  city: text,
  /** ISO date. */
  signatureDate: text,
};

export const formFieldNames = namesOf(formFields);

/**
 * What a field tells to those who may not know whose form it is: `who` the insured or the patient is, or where they live; of the
 * `care` alone; `neither`, as a tick does.
 */
export const tells: Readonly<Record<keyof typeof formFields, 'who' | 'care' | 'neither'>> = {
  careType: 'neither',
  dossierNumber: 'who',
  registrationNumber: 'who',
  cin: 'who',
  insuredName: 'who',
  insuredNameArabic: 'who',
  insuredBirthDate: 'who',
  address: 'who',
  beneficiaryLink: 'neither',
  sex: 'neither',
  patientName: 'who',
  patientBirthDate: 'who',
  patientCin: 'who',
  providerName: 'care',
  inpe: 'care',
  specialty: 'care',
  totalCentimes: 'care',
  attachmentsCount: 'care',
  rib: 'who',
  city: 'who',
  signatureDate: 'care',
};
