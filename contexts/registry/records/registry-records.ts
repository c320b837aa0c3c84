import * as z from 'zod';
import {
  birthDateSchema,
  cinSchema,
  coverageBasisSchema,
  inpeSchema,
  mobileSchema,
  normaliseArticleNumber,
  registrationNumberSchema,
  residenceCardSchema,
  schemeSchema,
} from '#shared';

/**
 * Records of the registry as `milaf registry load` takes them (JSON Lines) and as the registry table keeps them.
 * The JSON Schema in `docs/schemas` is generated from this file.
 */

const isoDate = z.iso.date();
const diseaseCodeSchema = z.string().regex(/^[A-Z]\d{2}(\.\d{1,2})?$/, 'a code of ICD-10, as E11 or E11.2');
const medicineCodeSchema = z
  .string()
  .regex(/^\d{13}$/, 'the 13 digits of a box (EAN-13)')
  .refine((code) => normaliseArticleNumber(code) === code, 'the check digit of the code is wrong');
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM');

const nameSchema = z.strictObject({
  family: z.string().min(1),
  given: z.string().min(1),
  familyArabic: z.string().min(1).optional(),
  givenArabic: z.string().min(1).optional(),
});

/** A line of a list, as the reason of a record. */
export const linePlaceSchema = z.strictObject({ listId: z.string().min(1), line: z.int().positive() });
export type LinePlace = z.infer<typeof linePlaceSchema>;

export const personSchema = z.strictObject({
  type: z.literal('person'),
  registrationNumber: registrationNumberSchema,
  cin: cinSchema.optional(),
  /** Number of the residence card (carte de séjour) of a foreigner: letters and digits, for no source gives its form. */
  residenceCard: residenceCardSchema.optional(),
  name: nameSchema,
  birthDate: birthDateSchema,
  sex: z.enum(['M', 'F']).optional(),
  phone: mobileSchema.optional(),
  /** Language of SMS. */
  language: z.enum(['ar', 'fr']).default('ar'),
  smsOptOut: z.boolean().default(false),
  deceasedOn: isoDate.optional(),
  address: z.string().min(1).optional(),
  /** Number of the household in RAMED, which the registration number replaced. */
  ramedNumber: z.string().min(1).optional(),
  /** Number of the household in the social register (RSU), where a score list had it. */
  rsuHousehold: z.string().min(1).optional(),
  /** The line of a list that this person was registered from. */
  registeredFrom: linePlaceSchema.optional(),
});

export const dependantSchema = z.strictObject({
  type: z.literal('dependant'),
  registrationNumber: registrationNumberSchema,
  /** Unique within the insured person: `1`, `2`, ... */
  dependantId: z.string().regex(/^[1-9]\d{0,2}$/, 'a dependant id from 1 to 999'),
  link: z.enum(['spouse', 'child']),
  name: nameSchema,
  cin: cinSchema.optional(),
  residenceCard: residenceCardSchema.optional(),
  birthDate: birthDateSchema,
  sex: z.enum(['M', 'F']).optional(),
  /** Declared as covered from this day, until that day (included). */
  from: isoDate,
  to: isoDate.optional(),
  /** Periods of proven higher studies, unmarried. */
  studies: z.array(z.strictObject({ from: isoDate, to: isoDate })).default([]),
  /** Total, permanent, definitive inability to work: no age limit. */
  disabled: z.boolean().default(false),
  /** Last day on which the certificate of that holds; absent where it has none. */
  disabledTo: isoDate.optional(),
  deceasedOn: isoDate.optional(),
  /** The line of a list that this member was declared by. */
  registeredFrom: linePlaceSchema.optional(),
});

export const coverageSchema = z.strictObject({
  type: z.literal('coverage'),
  registrationNumber: registrationNumberSchema,
  scheme: schemeSchema,
  /** Day the person joined the scheme: the waiting period (stage) counts from here. */
  from: isoDate,
  /** Last day, included. */
  to: isoDate.optional(),
  /** What the right comes from; work where it is not said. Pensioners, voluntary insured and share fishermen declare no days. */
  basis: coverageBasisSchema.optional(),
  /** Self-employed: category of the rule data, and who reported it with which reference. */
  category: z.string().min(1).optional(),
  reportedBy: z.strictObject({ source: z.string().min(1), reference: z.string().min(1) }).optional(),
  /** Why it was opened or closed, where a list or a check did it: a code. */
  openedBecause: z.string().min(1).optional(),
  closedBecause: z.string().min(1).optional(),
  /** The line of a list that opened or closed it, and the last day it had before it was closed. */
  openedBy: linePlaceSchema.optional(),
  closedBy: linePlaceSchema.extend({ toBefore: isoDate.optional() }).optional(),
  /** Day of the newest score of the social register (RSU) that left it as it is. */
  scoreFrom: isoDate.optional(),
});

/** A further activity of a self-employed person whose contribution another activity pays for. */
export const activitySchema = z.strictObject({
  type: z.literal('activity'),
  registrationNumber: registrationNumberSchema,
  source: z.string().min(1),
  reference: z.string().min(1),
  category: z.string().min(1),
  from: isoDate,
  to: isoDate.optional(),
});

export const contributionSchema = z.strictObject({
  type: z.literal('contribution'),
  registrationNumber: registrationNumberSchema,
  scheme: schemeSchema,
  month,
  paid: z.boolean(),
  /** Day on which it was paid, where that is known: a right on a day before is another fact than the payment. */
  paidOn: isoDate.optional(),
  /** Employees only: days of work declared for the month. */
  daysDeclared: z.int().min(0).max(31).optional(),
});

export const accountSchema = z.strictObject({
  type: z.literal('account'),
  registrationNumber: registrationNumberSchema,
  rib: z.string().regex(/^\d{24}$/, 'a RIB of 24 digits'),
  from: isoDate,
  to: isoDate.optional(),
  /**
   * Whose account it is once the insured person has died, and where that was proved. Money of a dead person goes to no other; while
   * the insured person lives, none goes to this one.
   */
  heldBy: z
    .strictObject({ kind: z.enum(['survivor', 'heir']), reference: z.string().min(1).max(100) })
    .optional(),
  /** Asked for by the insured person: it takes effect on `from`, and payments wait until `paymentsFrom`. */
  change: z
    .strictObject({
      changeId: z.string().min(1),
      requestedAt: z.iso.datetime(),
      paymentsFrom: isoDate,
      cancelledAt: z.iso.datetime().optional(),
    })
    .optional(),
});

/** More than a year of sessions every day. */
const MOST_APPROVED_SESSIONS = 400;

const approvalSchema = z.strictObject({
  type: z.literal('prior-approval'),
  registrationNumber: registrationNumberSchema,
  approvalId: z.string().regex(/^[A-Za-z0-9-]{1,20}$/),
  /** Absent: the insured person. */
  dependantId: z.string().optional(),
  /** Key letter that is approved; absent only where it is for medicines alone. */
  keyLetter: z.string().min(1).optional(),
  /** A prise en charge: INPE of the establishment that is paid for these acts in place of the insured, once it files them. */
  paidToInpe: inpeSchema.optional(),
  from: isoDate,
  to: isoDate,
  /**
   * How many sessions, or days of a stay, it is for. Absent where it does not say: they are not counted then. What was paid before
   * it was on file with a number is not known to it: the number is of what is left.
   */
  sessions: z.int().min(1).max(MOST_APPROVED_SESSIONS).optional(),
  /** An accepted file of a long-term disease (ALD/ALC): the rate granted, in basis points (9500 = 95 %). */
  rateBasisPoints: z.int().min(1).max(10_000).optional(),
  /** ICD-10 codes of that disease; a code stands for all that begin with it (`E11` for `E11.2`). The rate is for its acts only. */
  diseases: z.array(diseaseCodeSchema).min(1).optional(),
  /** The boxes (EAN-13) that the rate is for. Where neither they nor substances are named, a person says which boxes it is for. */
  medicines: z.array(medicineCodeSchema).min(1).max(500).optional(),
  /** Substances (DCI) of the medicines that the rate is for, as the registry of medicines has them. */
  substances: z.array(z.string().min(1)).min(1).max(200).optional(),
});

export const priorApprovalSchema = approvalSchema.refine(
  ({ keyLetter, medicines, substances }) =>
    keyLetter !== undefined || medicines !== undefined || substances !== undefined,
  'a key letter, medicines or substances that are approved',
);

export const providerSchema = z.strictObject({
  type: z.literal('provider'),
  inpe: inpeSchema,
  name: z.string().min(1),
  specialty: z.string().min(1),
  sector: z.enum(['PRIVATE', 'PUBLIC']),
  place: z.string().min(1),
  from: isoDate,
  to: isoDate.optional(),
});

/**
 * The account of an establishment that is paid in place of the insured (tiers payant). Nothing is paid to one that nobody confirmed,
 * nor meanwhile to the one before it.
 */
export const providerAccountSchema = z.strictObject({
  type: z.literal('provider-account'),
  inpe: inpeSchema,
  rib: z.string().regex(/^\d{24}$/, 'a RIB of 24 digits'),
  from: isoDate,
  to: isoDate.optional(),
  /** The day on which the establishment confirmed it by another way than the one it came by, and where that is on file. */
  confirmed: z.strictObject({ on: isoDate, reference: z.string().min(1).max(100) }).optional(),
});

export const registryRecordSchema = z.discriminatedUnion('type', [
  personSchema,
  dependantSchema,
  coverageSchema,
  activitySchema,
  contributionSchema,
  accountSchema,
  priorApprovalSchema,
  providerSchema,
  providerAccountSchema,
]);

export type Person = z.infer<typeof personSchema>;
export type Dependant = z.infer<typeof dependantSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type Activity = z.infer<typeof activitySchema>;
export type Contribution = z.infer<typeof contributionSchema>;
export type Account = z.infer<typeof accountSchema>;
export type PriorApproval = z.infer<typeof priorApprovalSchema>;
export type Provider = z.infer<typeof providerSchema>;
export type ProviderAccount = z.infer<typeof providerAccountSchema>;
export type RegistryRecord = z.infer<typeof registryRecordSchema>;
