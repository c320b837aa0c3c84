import * as z from 'zod';
import { schemeSchema } from '#shared';

/** A decision as it is kept with its event. Reason codes are open here: a decision of years ago must still be readable. */
const findingSchema = z.object({
  kind: z.enum(['rejection', 'doubt', 'missing', 'signal']),
  code: z.string(),
  field: z.string().optional(),
  line: z.int().optional(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const lineSchema = z.object({
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
  ruleIds: z.array(z.string()),
});

export const decisionRecordSchema = z.object({
  outcome: z.enum(['approved', 'partly-approved', 'rejected', 'referred', 'incomplete']),
  registrationNumber: z.string().optional(),
  beneficiary: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('insured') }),
      z.object({ kind: z.literal('dependant'), dependantId: z.string() }),
    ])
    .optional(),
  scheme: schemeSchema.optional(),
  lines: z.array(lineSchema),
  billedCentimes: z.int(),
  paidCentimes: z.int(),
  findings: z.array(findingSchema),
  ruleBookVersion: z.string(),
});

export type DecisionRecord = z.infer<typeof decisionRecordSchema>;
