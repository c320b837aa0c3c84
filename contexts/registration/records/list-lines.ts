import * as z from 'zod';
import { otherCoverSchema } from '#registry';
import { birthDateSchema, cinSchema, registrationNumberSchema, schemeSchema } from '#shared';

/**
 * What becomes of a line of a list on its way: verified, linked to other lines, answered. Each is one JSON object a line in
 * the working folder of the list, flat enough for SQL.
 */

const isoDate = z.iso.date();
const lineNumberSchema = z.int().positive();

/** Why a line cannot be used as it is. */
export const invalidReasonSchema = z.enum([
  'LINE_MALFORMED',
  'COLUMN_COUNT',
  'REFERENCE_MISSING',
  'CIN_MISSING',
  'CIN_INVALID',
  'NAME_MISSING',
  'NAME_INVALID',
  'BIRTH_DATE_MISSING',
  'BIRTH_DATE_INVALID',
  'SEX_INVALID',
  'CATEGORY_UNKNOWN',
  'ACTIVITY_DATE_INVALID',
  'HOUSEHOLD_MISSING',
  'ROLE_UNKNOWN',
  'CARD_DATE_INVALID',
  'SCORE_INVALID',
  'SCORE_DATE_INVALID',
  'DEATH_DATE_INVALID',
  'REGISTRATION_NUMBER_INVALID',
]);
export type InvalidReason = z.infer<typeof invalidReasonSchema>;

/** Things about a usable line that someone should know; they decide nothing. */
export const lineWarningSchema = z.enum([
  'PHONE_MISSING',
  'PHONE_INVALID',
  'ACTIVITY_END_AHEAD',
  'CIN_SHORT',
  'CIN_MISSING',
  'CIN_INVALID',
]);
export type LineWarning = z.infer<typeof lineWarningSchema>;

export const listedNameSchema = z.strictObject({
  /** As the list has it; Latin where the list has both scripts, Arabic where it has only that. */
  family: z.string().min(1),
  given: z.string().min(1),
  familyArabic: z.string().min(1).optional(),
  givenArabic: z.string().min(1).optional(),
});
export type ListedName = z.infer<typeof listedNameSchema>;

const listedPerson = {
  cin: cinSchema.optional(),
  name: listedNameSchema,
  birthDate: birthDateSchema,
  sex: z.enum(['M', 'F']).optional(),
  /** E.164; absent where the list has no valid mobile. */
  phone: z.string().optional(),
  address: z.string().optional(),
  /** Commune of residence, as the list names it. */
  commune: z.string().optional(),
};

/** A self-employed worker (TNS). */
export const listedWorkerSchema = z.strictObject({
  kind: z.literal('worker'),
  ...listedPerson,
  cin: cinSchema,
  /** Category of the rule data (`registration-categories`): CPU, TRADER_WITH_ACCOUNTS, AUTO_ENTREPRENEUR, DOCTOR, ... */
  category: z.string().min(1),
  activityFrom: isoDate,
  /** Day the activity was closed, where it was. */
  activityTo: isoDate.optional(),
  deceasedOn: isoDate.optional(),
});

/** A member of a RAMED household. */
export const listedMemberSchema = z.strictObject({
  kind: z.literal('member'),
  ...listedPerson,
  /** RAMED number of the household, as its card has it. */
  household: z.string().min(1),
  role: z.enum(['head', 'spouse', 'child', 'other']),
  /** Last day of the household's RAMED card. */
  cardTo: isoDate.optional(),
  deceasedOn: isoDate.optional(),
});

/** A later change of a score in the social register (RSU). */
export const listedScoreSchema = z.strictObject({
  kind: z.literal('score'),
  cin: cinSchema.optional(),
  registrationNumber: registrationNumberSchema.optional(),
  /** Decimal text of up to 7 digits after the point; never a float. */
  score: z.string().regex(/^\d+(\.\d{1,7})?$/),
  from: isoDate,
  /** The person asked to join Achamil where the score closes Tadamon. */
  wantsAchamil: z.boolean(),
  /** Who it is, where the list says so: without it nobody can be registered who is not yet. */
  name: listedNameSchema.optional(),
  birthDate: birthDateSchema.optional(),
  sex: z.enum(['M', 'F']).optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  /** Household in the social register. */
  household: z.string().min(1).optional(),
});

export const listedRecordSchema = z.discriminatedUnion('kind', [
  listedWorkerSchema,
  listedMemberSchema,
  listedScoreSchema,
]);
export type ListedWorker = z.infer<typeof listedWorkerSchema>;
export type ListedMember = z.infer<typeof listedMemberSchema>;
export type ListedScore = z.infer<typeof listedScoreSchema>;
export type ListedRecord = z.infer<typeof listedRecordSchema>;

/** What record linkage compares, prepared once for each line so that the SQL only compares columns. */
export const linkageKeysSchema = z.strictObject({
  /** CIN in capitals, or null. */
  cin: z.string().nullable(),
  household: z.string().nullable(),
  role: z.string().nullable(),
  /** Folded words of the family name and of the given names, sorted, joined by a blank; scripts brought together. */
  family: z.string(),
  given: z.string(),
  /** Consonants of both (same for Arabic and Latin spellings), for blocking. */
  familySkeleton: z.string(),
  givenSkeleton: z.string(),
  birthDate: z.string(),
  /** Birth date with day and month swapped where that is a date, else the birth date. */
  birthDateSwapped: z.string(),
  sex: z.string().nullable(),
  phone: z.string().nullable(),
  commune: z.string().nullable(),
  /**
   * Both names as they were folded before, where that made other words of one of them: all words that they may be kept under, with
   * `|` between them.
   */
  familyAsBefore: z.string().nullish(),
  givenAsBefore: z.string().nullish(),
});
export type LinkageKeys = z.infer<typeof linkageKeysSchema>;

/** A line as verify-range leaves it. */
export const verifiedLineSchema = z.discriminatedUnion('status', [
  z.strictObject({
    status: z.literal('usable'),
    /** Number of the line in the file, from 1, header lines counted, as an editor shows it. */
    line: lineNumberSchema,
    /** The sender's own id of the line: tax id (IF), auto-entrepreneur number, RAMED member number, ... */
    reference: z.string(),
    record: listedRecordSchema,
    warnings: z.array(lineWarningSchema),
    keys: linkageKeysSchema.nullable(),
  }),
  z.strictObject({
    status: z.literal('invalid'),
    line: lineNumberSchema,
    reference: z.string(),
    reasons: z.array(invalidReasonSchema).min(1),
  }),
]);
export type VerifiedLine = z.infer<typeof verifiedLineSchema>;
export type UsableLine = Extract<VerifiedLine, { status: 'usable' }>;

/**
 * How a line relates to other lines of the same list, or to someone registered before.
 * - `duplicate`: certainly the same person as that earlier line (same CIN and identity, or linkage above the precision asked for)
 * - `conflict`: the same CIN as that line with another identity: neither is registered before a person decides
 * - `possible`: perhaps the same person: a person decides
 */
export const lineLinkSchema = z.strictObject({
  kind: z.enum(['duplicate', 'conflict', 'possible']),
  /** The other line of this list, or null where it is a person registered before. */
  line: lineNumberSchema.nullable(),
  registrationNumber: registrationNumberSchema.nullable(),
  /** 0 to 1. */
  probability: z.number().min(0).max(1),
});
export type LineLink = z.infer<typeof lineLinkSchema>;

/** A line as link-list hands it to register-unit. Lines of one household are in one unit, one after the other, head first. */
export const linkedLineSchema = z.strictObject({
  verified: verifiedLineSchema,
  link: lineLinkSchema.nullable(),
});
export type LinkedLine = z.infer<typeof linkedLineSchema>;

/** What was found for a line. The answer file's class follows from it: see `answerClassOf`. */
export const outcomeCodeSchema = z.enum([
  'REGISTERED',
  'ALREADY_REGISTERED',
  'DEPENDANT_REGISTERED',
  'COVERAGE_CHANGED',
  'COVERAGE_UNCHANGED',
  'COVERAGE_CLOSED',
  'NOT_SUBJECT_OTHER_AMO',
  'DUPLICATE',
  'DECEASED',
  'ACTIVITY_CLOSED',
  'CARD_EXPIRED',
  'AGE_NOT_PLAUSIBLE',
  'DEPENDANT_NOT_ELIGIBLE',
  'HOUSEHOLD_WITHOUT_HEAD',
  'HEAD_NOT_REGISTERED',
  'IDENTITY_MISMATCH',
  'POSSIBLE_DUPLICATE',
  'PERSON_UNKNOWN',
  'INVALID',
]);
export type OutcomeCode = z.infer<typeof outcomeCodeSchema>;

export const lineOutcomeSchema = z.strictObject({
  line: lineNumberSchema,
  reference: z.string(),
  code: outcomeCodeSchema,
  /** With INVALID: why; with PERSON_UNKNOWN: what is missing to register the person. */
  reasons: z.array(invalidReasonSchema),
  warnings: z.array(lineWarningSchema),
  registrationNumber: registrationNumberSchema.nullable(),
  otherCover: otherCoverSchema.nullable(),
  duplicateOfLine: lineNumberSchema.nullable(),
  scheme: schemeSchema.nullable(),
  /** First day the right may be open, its conditions met. */
  rightFrom: isoDate.nullable(),
  /**
   * Who is to be notified of what the line did, at the phone of the list; phone null: by letter. `proof-wanted`: the head of a
   * household whose grown-up child is not declared without proof of studies or of an inability to work.
   */
  tell: z
    .strictObject({
      kind: z.enum(['registered', 'coverage-changed', 'coverage-closed', 'proof-wanted']),
      phone: z.string().nullable(),
      language: z.enum(['ar', 'fr']),
      /** Why the coverage was changed or closed: the code its record has (`openedBecause`, `closedBecause`). */
      reason: z.string().min(1).optional(),
    })
    .nullable(),
});
export type LineOutcome = z.infer<typeof lineOutcomeSchema>;

export const answerClassSchema = z.enum(['SUBJECT', 'NOT_SUBJECT', 'INVALID', 'REFERRED']);
export type AnswerClass = z.infer<typeof answerClassSchema>;
