import * as z from 'zod';
import { schemeSchema } from '#shared';
import { type DecisionLine, findingKinds, outcomes } from '../domain/decision.ts';

/** Reason codes are open here: a decision or a review of years ago must still be readable. */
export const findingSchema = z.object({
  kind: z.enum(findingKinds),
  code: z.string(),
  field: z.string().optional(),
  line: z.int().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const decisionLineSchema = z.object({
  kind: z.literal('medicine').optional(),
  medicineCode: z.string().optional(),
  inpe: z.string().optional(),
  dateOfCare: z.string().optional(),
  keyLetter: z.string().optional(),
  coefficientHundredths: z.int().optional(),
  quantity: z.int().optional(),
  billedCentimes: z.int().optional(),
  unitTariffCentimes: z.int().optional(),
  basisCentimes: z.int().optional(),
  rateBasisPoints: z.int().optional(),
  paidCentimes: z.int().optional(),
  outcome: z.enum(['paid', 'rejected', 'referred']),
  /** Absent where the insured is paid, as in all records of before. */
  payeeInpe: z.string().optional(),
  ruleIds: z.array(z.string()),
});

const beneficiaryRefSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('insured') }),
  z.object({ kind: z.literal('dependant'), dependantId: z.string() }),
]);

/** A line as decisions have it: what is not known of it is said to be undefined. */
const settledLineSchema = decisionLineSchema.transform((line): DecisionLine => ({
  ...{ dateOfCare: undefined, keyLetter: undefined, coefficientHundredths: undefined },
  ...{ billedCentimes: undefined, unitTariffCentimes: undefined, basisCentimes: undefined },
  ...{ rateBasisPoints: undefined, paidCentimes: undefined },
  ...line,
}));

/** Part of a claim that was paid before the rest: kept with the claim. */
export const settledPartSchema = z.object({
  registrationNumber: z.string(),
  beneficiary: beneficiaryRefSchema,
  lineCount: z.int(),
  lines: z.array(z.object({ identity: z.string(), at: z.int(), line: settledLineSchema })),
});

/** Lines of a claim that were found to be paid in others: kept with the claim. */
export const foundPaidSchema = z.object({
  lines: z.array(z.object({ fingerprint: z.string(), claimId: z.string() })),
  beside: z.array(z.string()),
});

/** A decision as it is kept with its event. */
export const decisionRecordSchema = z.object({
  outcome: z.enum(outcomes),
  registrationNumber: z.string().optional(),
  beneficiary: beneficiaryRefSchema.optional(),
  scheme: schemeSchema.optional(),
  lines: z.array(decisionLineSchema),
  billedCentimes: z.int(),
  paidCentimes: z.int(),
  findings: z.array(findingSchema),
  ruleBookVersion: z.string(),
});

export type DecisionRecord = z.infer<typeof decisionRecordSchema>;
