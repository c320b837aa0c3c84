import * as z from 'zod';
import { listSourceSchema, coverageBasisSchema, schemeSchema } from '#shared';
import { readingSigns } from './reading-signs.ts';
import { ruleRowSchema } from './rule-row.ts';

const sectorSchema = z.enum(['PRIVATE', 'PUBLIC']);
export type Sector = z.infer<typeof sectorSchema>;

const positive = z.int().positive();

/** Reference tariff (TNR) of one unit of an act's code. */
const tariffSchema = ruleRowSchema.extend({
  code: z.string().min(1),
  label: z.string().min(1),
  sector: sectorSchema,
  /** Null: no source gives it, so nothing can be priced with it. */
  unitCentimes: positive.nullable(),
});

/** Which code of the tariffs a key letter on a form means. */
const keyLetterSchema = ruleRowSchema.extend({
  letter: z.string().regex(/^[A-Z_]+$/),
  /** Null: in both sectors. */
  sector: sectorSchema.nullable(),
  /** Several: the letter alone does not tell which. */
  codes: z.array(z.string().min(1)).min(1),
  /** Coefficient where the form has none (hundredths); null: it must be written. */
  impliedCoefficientHundredths: positive.nullable(),
  /** A coefficient above it is doubted: a consultation is one act. */
  maxCoefficientHundredths: positive.nullable(),
  /** How often it was done is never left out: days of a stay, sessions. Of any other act no count means once. */
  isCounted: z.boolean().default(false),
  /**
   * Specialties whose holders bill it, where that is known; empty: any. It rejects nothing: it only says which letter a weak
   * reading cannot have been.
   */
  usualSpecialties: z.array(z.string()).default([]),
});

const professionName = z.string().regex(/^[A-Z_]+$/);

/** What a provider is, by the specialty he is registered under. */
const professionSchema = ruleRowSchema.extend({
  profession: professionName,
  /** No accents, lower case (`foldLatin`). */
  specialties: z.array(z.string().regex(/^[a-z ]+$/)).min(1),
});

/** Who may bill a key letter. */
const letterProfessionSchema = ruleRowSchema.extend({
  letter: z.string().regex(/^[A-Z_]+$/),
  professions: z.array(professionName).min(1),
});

/** Who may prescribe medicines, and who may sell them. */
const medicineProfessionSchema = ruleRowSchema.extend({
  may: z.enum(['prescribe', 'sell']),
  professions: z.array(professionName).min(1),
});

/** Acts that one provider may bill for one person on one day: any of `letters` beside any of `with`. */
const actsTogetherSchema = ruleRowSchema.extend({
  letters: z.array(z.string().regex(/^[A-Z_]+$/)).min(1),
  with: z.array(z.string().regex(/^[A-Z_]+$/)).min(1),
});

/** Acts of which equal ones are given on one day: analyses, pictures. */
const severalADaySchema = ruleRowSchema.extend({
  letters: z.array(z.string().regex(/^[A-Z_]+$/)).min(1),
});

const rateSchema = ruleRowSchema.extend({
  scheme: schemeSchema,
  sector: sectorSchema,
  rateBasisPoints: z.int().min(0).max(10_000),
});

const waitingPeriodSchema = ruleRowSchema.extend({
  scheme: schemeSchema,
  /** What the right comes from. */
  basis: coverageBasisSchema.default('work'),
  requirement: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('paid-months'), months: positive }),
    /** Of those who declare no days: months with a contribution among the last ones before care, and what fewer of them do. */
    z.strictObject({
      kind: z.literal('recent-paid-months'),
      months: positive,
      withinMonths: positive,
      otherwise: z.enum(['refers', 'rejects']),
    }),
    z.strictObject({ kind: z.literal('declared-days'), days: positive, withinMonths: positive }),
  ]),
});

/** After the waiting period: how many unpaid months, among the last ones before care, stop the benefits. */
const contributionRuleSchema = ruleRowSchema.extend({
  scheme: schemeSchema,
  lookBackMonths: positive,
  unpaidMonthsToSuspend: positive,
});

const settlementRuleSchema = ruleRowSchema.extend({
  scheme: schemeSchema,
  /** A contribution is in time until the end of the so many-th month after its own. */
  inTimeMonths: positive,
  /** What a contribution that is paid later does for care before it: it counts, it does not, or a person decides. */
  afterwards: z.enum(['counts', 'rejects', 'refers']),
});

const childAgeSchema = ruleRowSchema.extend({
  kind: z.enum(['child', 'student']),
  /** Age in completed years at which a child is covered for the last time. */
  lastAgeYears: positive,
});

const continuationSchema = ruleRowSchema.extend({
  kind: z.enum(['employment-ended', 'divorce', 'survivors']),
  months: positive,
});

const filingDeadlineSchema = ruleRowSchema.extend({ months: positive, continuousTreatmentDays: positive });

/** The most that is paid for some codes together, for one person, in a period before the act. */
const ceilingSchema = ruleRowSchema.extend({
  codes: z.array(z.string().min(1)).min(1),
  paidCentimes: positive,
  withinMonths: positive,
});

const priorApprovalRuleSchema = ruleRowSchema.extend({
  code: z.string().min(1),
  /** What was approved is paid to the provider (tiers payant), who files it himself: without a word of whom, a person asks. */
  isPaidToProvider: z.boolean().default(false),
});

/** How often sessions of a code are plausible: what an approval that names no number of them is taken to be for, at most. */
const sessionFrequencySchema = ruleRowSchema.extend({ code: z.string().min(1), mostInAWeek: positive });

const tadamonThresholdSchema = ruleRowSchema.extend({ scoreAtMost: z.string().regex(/^\d+\.\d{7}$/) });

/** A category of self-employed workers (TNS): who reports them, and from when they contribute. */
const registrationCategorySchema = ruleRowSchema.extend({
  category: z.string().regex(/^[A-Z_]+$/),
  /** As texts name it, in French. */
  label: z.string().min(1),
  /** Source of the lists its liaison body sends. */
  reportedBy: listSourceSchema,
  /** First day from which contributions were due: that of a month, or of the decree in the first month. */
  contributionsFrom: z.iso.date(),
  /** First day on which anyone of the category had a right. */
  rightFrom: z.iso.date(),
});

/** People of another scheme who became insured without a step of their own. */
const migrationSchema = ruleRowSchema.extend({
  source: listSourceSchema,
  scheme: schemeSchema,
  coverageFrom: z.iso.date(),
});

/** Ages in completed years beyond which a birth date on a list is taken for a mistake. */
const plausibleAgeSchema = ruleRowSchema.extend({
  kind: z.enum(['worker', 'head', 'spouse', 'child']),
  fromYears: z.int().min(0),
  toYears: positive,
});

const settingsSchema = ruleRowSchema.extend({
  /** A value known less well than this decides nothing: what needs it is referred. */
  acceptedConfidences: z.array(z.enum(['OFF', 'PRESS', 'SEED', '2ND', 'DERIVED', 'CHOICE'])).min(1),
  /** Where amounts are rounded to a centime: each line, or once for the claim. No source says which. */
  rounding: z.enum(['line', 'total']),
  /**
   * Whether the lines that nothing is doubted of are paid before the others are decided (`first`), or with them. Lines that were
   * paid first stay so whatever this says later.
   */
  certainLines: z.enum(['first', 'with-the-rest']),
  /** Fields of the form that decide nothing by themselves: what their absence does. */
  requiredFields: z.strictObject({ signatureDate: z.enum(['missing', 'signal']) }),
  /** A claim that bills this much or more is looked at by a person. */
  unusualBilledCentimes: positive,
  /** An act billed this many times its tariff, or this many times less, is a signal. */
  unusualTimesTariff: positive,
  /** A submission date this many days or more before the file came is a signal. */
  backdatingDays: positive,
  /** A date of care so long before submission is believed only if the signature date is near it. */
  implausibleAgeOfCareDays: positive,
  signatureNearCareDays: positive,
});

/** How referred claims are reviewed. */
const reviewSettingsSchema = ruleRowSchema.extend({
  /** From this amount billed, amounts and identity numbers are keyed by two people who do not see each other. */
  doubleKeyingFromCentimes: positive,
  /** A claim that its reviewer has not touched for so long may be taken by another one. */
  holdMinutes: positive,
  /** A value that is right with this chance need not be looked at for a doubt about its characters alone. */
  sureFromPercent: z.number().min(0).max(100),
});

/** How medicines are compared with what was dispensed before, and with what is printed. */
const medicineSettingsSchema = ruleRowSchema.extend({
  /** Part of the days that a pack lasts after which it may be dispensed again. */
  renewalPercent: z.int().min(1).max(100),
  /** Units that are taken a day, where nothing says how many. */
  unitsADay: positive,
  /** From this likeness on, a name is a witness beside the price. */
  sureNamePercent: z.int().min(1).max(100),
  /** Days after which a box may be dispensed again whose units the list does not count. */
  unknownPackDays: positive,
  /** Days within which a box of somebody else of the family may be the same one. */
  familyDays: positive,
  /** Boxes of one code on a form; more of them are looked at. */
  mostBoxes: positive,
});

/** How sure an OCR engine must be (0 to 100) for a field to be believed. */
const ocrConfidenceSchema = ruleRowSchema.extend({
  engine: z.string().min(1),
  /** With nothing else that confirms the value. */
  alonePercent: z.number().min(0).max(100),
  /** A coefficient of a graded act: it multiplies what is paid, and nothing on the form confirms it. */
  coefficientPercent: z.number().min(0).max(100),
  /** When independent values agree with it (the registry, a sum). */
  confirmedPercent: z.number().min(0).max(100),
});

/** How likely a value is right that an engine read: see `contexts/reading/domain/reading-chance.ts`. Fitted, never written by hand. */
const readingChanceSchema = ruleRowSchema.extend({
  engine: z.string().min(1),
  intercept: z.number(),
  weights: z.partialRecord(z.enum(readingSigns), z.number()),
  mostPercent: z.number().min(0).max(100),
});

/** Who is at fault where the bank refuses a payment; see `contexts/payments/domain/reason-cause.ts`. */
const bankReasonSchema = ruleRowSchema.extend({
  /** ISO 20022 external status reason code. */
  code: z.string().regex(/^[A-Z0-9]{4}$/),
  name: z.string().min(1),
  cause: z.enum(['account', 'deceased', 'payer', 'duplicate']),
});

export const ruleBookDataSchema = z.strictObject({
  sources: z.record(z.string(), z.string().min(1)),
  tariffs: z.array(tariffSchema),
  keyLetters: z.array(keyLetterSchema),
  professions: z.array(professionSchema),
  letterProfessions: z.array(letterProfessionSchema),
  medicineProfessions: z.array(medicineProfessionSchema),
  actsTogether: z.array(actsTogetherSchema),
  severalADay: z.array(severalADaySchema),
  rates: z.array(rateSchema),
  waitingPeriods: z.array(waitingPeriodSchema),
  contributionRules: z.array(contributionRuleSchema),
  settlementRules: z.array(settlementRuleSchema),
  childAges: z.array(childAgeSchema),
  continuations: z.array(continuationSchema),
  filingDeadlines: z.array(filingDeadlineSchema),
  ceilings: z.array(ceilingSchema),
  priorApprovals: z.array(priorApprovalRuleSchema),
  sessionFrequencies: z.array(sessionFrequencySchema),
  tadamonThresholds: z.array(tadamonThresholdSchema),
  registrationCategories: z.array(registrationCategorySchema),
  migrations: z.array(migrationSchema),
  plausibleAges: z.array(plausibleAgeSchema),
  settings: z.array(settingsSchema),
  reviewSettings: z.array(reviewSettingsSchema),
  medicineSettings: z.array(medicineSettingsSchema),
  ocrConfidences: z.array(ocrConfidenceSchema),
  readingChances: z.array(readingChanceSchema),
  bankReasons: z.array(bankReasonSchema),
});

export type RuleBookData = z.infer<typeof ruleBookDataSchema>;
export type Tariff = z.infer<typeof tariffSchema>;
export type KeyLetter = z.infer<typeof keyLetterSchema>;
export type Profession = z.infer<typeof professionSchema>;
export type LetterProfession = z.infer<typeof letterProfessionSchema>;
export type MedicineProfession = z.infer<typeof medicineProfessionSchema>;
export type ActsTogether = z.infer<typeof actsTogetherSchema>;
export type SeveralADay = z.infer<typeof severalADaySchema>;
export type Rate = z.infer<typeof rateSchema>;
export type WaitingPeriod = z.infer<typeof waitingPeriodSchema>;
export type RegistrationCategory = z.infer<typeof registrationCategorySchema>;
export type BankReason = z.infer<typeof bankReasonSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type ReviewSettings = z.infer<typeof reviewSettingsSchema>;
export type MedicineSettings = z.infer<typeof medicineSettingsSchema>;
