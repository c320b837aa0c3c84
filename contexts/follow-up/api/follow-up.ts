import * as z from 'zod';
import { claimMachine, fileMachine, findingSchema, outcomes, paymentMachine } from '#claims';
import { cinSchema, cursorSchema as cursor, registrationNumberSchema, schemeSchema, stateOf } from '#shared';
import { numberKinds } from '../domain/typed-number.ts';

/** Finding claims and following one: `/api/console/claims`. Numbers of people stand in bodies, never in addresses. */

/** A receipt as it is printed may be written with spaces, and with letters that look like digits. */
const receipt = z.string().min(1).max(40);

/** How many days a search by day may span. */
export const MOST_DAYS = 31;

export const searchClaimsSchema = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('claim'), claimId: z.string().min(1).max(40) }),
    z.strictObject({ by: z.literal('receipt'), receipt }),
    z.strictObject({ by: z.literal('insured'), registrationNumber: registrationNumberSchema, cursor }),
    z
      .strictObject({
        by: z.literal('day'),
        /** Days on which claims came, both included. */
        from: z.iso.date(),
        to: z.iso.date(),
        state: stateOf(claimMachine).optional(),
        channelId: z
          .string()
          .regex(/^[a-z0-9-]{1,40}$/, 'must be the id of a channel')
          .optional(),
        cursor,
      })
      .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before the first day' })
      .refine(({ from, to }) => daysBetween(from, to) < MOST_DAYS, {
        path: ['from'],
        message: `at most ${MOST_DAYS} days can be searched at once`,
      }),
  ])
  .meta({ id: 'SearchClaims' });

export const findByCinSchema = z
  .strictObject({ cin: z.string().trim().toUpperCase().pipe(cinSchema), cursor })
  .meta({ id: 'FindByCin' });

export const claimSummarySchema = z
  .object({
    claimId: z.string(),
    fileId: z.string(),
    state: stateOf(claimMachine),
    channelId: z.string(),
    /** ISO date. */
    depositDate: z.string(),
    /** ISO date of the upload. */
    receivedOn: z.string(),
    registrationNumber: z.string().optional(),
    scheme: schemeSchema.optional(),
    billedCentimes: z.int().optional(),
    paidCentimes: z.int().optional(),
    paymentState: stateOf(paymentMachine).optional(),
  })
  .meta({ id: 'ClaimSummary' });

export const foundFileSchema = z
  .object({
    fileId: z.string(),
    state: stateOf(fileMachine),
    channelId: z.string(),
    uploadedAt: z.string(),
    depositDate: z.string(),
    pageCount: z.int().optional(),
    quarantineReason: z.string().optional(),
    duplicateOf: z.string().optional(),
  })
  .meta({ id: 'FoundFile' });

export const claimsFoundSchema = z
  .object({
    claims: z.array(claimSummarySchema),
    /** What became of the file, where a receipt was asked for: one that was quarantined has no claims. */
    file: foundFileSchema.optional(),
    /** There may be more; a page may also be empty and have more behind it. */
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'ClaimsFound' });

export const findByNumberSchema = z
  .strictObject({
    /** As someone gives it: a receipt, also the short one of an SMS, a claim id, a registration number, CIN, phone or INPE. */
    number: z.string().trim().min(1).max(60),
  })
  .meta({ id: 'FindByNumber' });

export const foundSubjectSchema = z
  .object({
    /** What the number is of. */
    kind: z.enum(numberKinds),
    /** Whose it is; a phone may be of several. Without names where the registry does not know the number. */
    person: z.object({ registrationNumber: z.string(), names: z.array(z.string()) }).optional(),
    /** Whose INPE it is: then the claims are those whose payment waits for its account. */
    provider: z
      .object({ inpe: z.string(), name: z.string(), specialty: z.string(), place: z.string() })
      .optional(),
    file: foundFileSchema.optional(),
    claims: z.array(claimSummarySchema),
    /** There may be more: those of a person are found by `searchClaims`. */
    isMore: z.boolean(),
  })
  .meta({ id: 'FoundSubject' });

export const foundByNumberSchema = z
  .object({
    /** What the number may be by its form; empty where it is none of those that people hold. */
    kinds: z.array(z.enum(numberKinds)),
    found: z.array(foundSubjectSchema),
  })
  .meta({ id: 'FoundByNumber' });

const factSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** A dated rule that a line was priced with, as the rule book says it. */
export const usedRuleSchema = z
  .object({
    id: z.string(),
    /** Table of the rule book it stands in, or `approval` for one on the person's file. */
    subject: z.string(),
    /** First and last day; left out where it is open. */
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
    confidence: z.string().optional(),
    sources: z.array(z.object({ key: z.string(), text: z.string() })),
    /** What the rule says: amounts, rates, codes. */
    facts: factSchema,
  })
  .meta({ id: 'UsedRule' });

export const claimFindingSchema = findingSchema.omit({ line: true }).meta({ id: 'ClaimFinding' });

/**
 * How the amount of one line came about: of an act `paid = min(billed, tariff × coefficient) × rate`, of boxes of a medicine
 * `paid = boxes × min(billed a box, base) × rate`.
 */
export const explainedLineSchema = z
  .object({
    /** 1-based, as on the form. */
    line: z.int(),
    /** Left out where it is an act. */
    kind: z.literal('medicine').optional(),
    medicineCode: z.string().optional(),
    /** As the list calls it today; left out where the list does not have the code. */
    medicineName: z.string().optional(),
    /** How often the act was done, or how many boxes; left out where the form does not count it, which means once. */
    quantity: z.int().optional(),
    /** Of whoever gave the act. */
    inpe: z.string().optional(),
    dateOfCare: z.string().optional(),
    keyLetter: z.string().optional(),
    coefficientHundredths: z.int().optional(),
    billedCentimes: z.int().optional(),
    unitTariffCentimes: z.int().optional(),
    /** Tariff × coefficient × number of acts, or base × boxes. */
    referenceCentimes: z.int().optional(),
    basisCentimes: z.int().optional(),
    /** Which of the two the basis is. */
    basisIs: z.enum(['billed', 'tariff']).optional(),
    rateBasisPoints: z.int().optional(),
    paidCentimes: z.int().optional(),
    /** A ceiling left less than basis × rate. */
    isCapped: z.boolean(),
    outcome: z.enum(['paid', 'rejected', 'referred']),
    findings: z.array(claimFindingSchema),
    rules: z.array(usedRuleSchema),
  })
  .meta({ id: 'ExplainedLine' });

export const explanationSchema = z
  .object({
    outcome: z.enum(outcomes),
    billedCentimes: z.int(),
    paidCentimes: z.int(),
    lines: z.array(explainedLineSchema),
    /** About the claim as a whole. */
    findings: z.array(claimFindingSchema),
    ruleBookVersion: z.string(),
    /** Rules have changed since: amounts stand as they were decided, sources as the rule book has them now. */
    isOlderRuleBook: z.boolean(),
  })
  .meta({ id: 'Explanation' });

export const timelineSources = ['file', 'claim', 'review', 'payment', 'bank', 'message', 'access'] as const;

export const timelineEntrySchema = z
  .object({
    /** ISO instant; an ISO date where only the day is known. */
    at: z.string(),
    source: z.enum(timelineSources),
    /** Type of the event without its version, or what was done: the page has words for each. */
    what: z.string(),
    /** User id of whoever did it; left out where Milaf did. */
    by: z.string().optional(),
    field: z.string().optional(),
    line: z.int().optional(),
    before: z.union([z.string(), z.number(), z.null()]).optional(),
    after: z.union([z.string(), z.number(), z.null()]).optional(),
    /** Code: of a quarantine, of the bank, of a rejection, why no SMS was sent. */
    code: z.string().optional(),
    /** What a person wrote: why they settled or set aside, or the text of an SMS. */
    text: z.string().optional(),
    /** What an SMS was about. */
    messageKind: z.string().optional(),
    attempt: z.int().optional(),
    /** Which payment of the claim; left out where it is the first. */
    settlement: z.literal(2).optional(),
    remittanceId: z.string().optional(),
  })
  .meta({ id: 'TimelineEntry' });

export const claimViewSchema = z
  .object({
    claim: claimSummarySchema.extend({
      formNumber: z.int(),
      formsInFile: z.int(),
      /** One, or two where some lines were paid before the others, or to somebody else; none while nothing is paid. */
      payments: z.array(
        z.object({
          settlement: z.union([z.literal(1), z.literal(2)]),
          /** Of the lines that waited. */
          isOfRest: z.boolean(),
          /** INPE of the establishment that is paid in place of the insured; left out where the insured is paid. */
          payeeInpe: z.string().optional(),
          state: stateOf(paymentMachine),
          attempt: z.int(),
          amountCentimes: z.int(),
          /** Last four digits of the account. */
          accountEnding: z.string().optional(),
          heldReason: z.string().optional(),
          returnReason: z.string().optional(),
          remittanceId: z.string().optional(),
        }),
      ),
    }),
    file: foundFileSchema.optional(),
    /** Left out while nothing is decided. */
    explanation: explanationSchema.optional(),
    /** Oldest first. Accesses stand in it for auditors only. */
    timeline: z.array(timelineEntrySchema),
  })
  .meta({ id: 'ClaimView' });

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

export type SearchClaims = z.infer<typeof searchClaimsSchema>;
export type ClaimSummary = z.infer<typeof claimSummarySchema>;
export type FoundFile = z.infer<typeof foundFileSchema>;
export type ClaimsFound = z.infer<typeof claimsFoundSchema>;
export type FoundSubject = z.infer<typeof foundSubjectSchema>;
export type FoundByNumber = z.infer<typeof foundByNumberSchema>;
export type UsedRule = z.infer<typeof usedRuleSchema>;
export type ClaimFinding = z.infer<typeof claimFindingSchema>;
export type ExplainedLine = z.infer<typeof explainedLineSchema>;
export type Explanation = z.infer<typeof explanationSchema>;
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type ClaimView = z.infer<typeof claimViewSchema>;
