import * as z from 'zod';
import { claimMachine, findingSchema, outcomes, paymentMachine, statedTermsSchema } from '#claims';
import { pageRoles } from '#reading';
import {
  cleanText,
  cursorSchema,
  documentKindSchema,
  rejectionCodeSchema,
  schemeSchema,
  stateOf,
} from '#shared';
import { fieldKinds, reviewEvidence } from '../domain/review-names.ts';
import {
  fieldNameSchema,
  fieldValueSchema,
  reasonGroupSchema,
  reviewChangeSchema,
  reviewStateSchema,
} from '../records/review-words.ts';

/** Review of referred claims (revue des dossiers): `/api/console/queue` and `/api/console/reviews`. */

export const boxSchema = z.object({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
});

export const queueItemSchema = z
  .object({
    claimId: z.string(),
    state: reviewStateSchema,
    group: reasonGroupSchema,
    reasons: z.array(z.string()),
    /** ISO date. */
    depositDate: z.string(),
    /** Whole days since submission, without the days in which a document was waited for. */
    waitingDays: z.int(),
    billedCentimes: z.int().optional(),
    channelId: z.string(),
    /** Who works on it at this moment. */
    holder: z.string().optional(),
    heldUntil: z.string().optional(),
    /** The contractor it was given to. */
    assignedTo: z.string().optional(),
    /** This reader keyed it: somebody else goes on with it. */
    isForOthers: z.boolean(),
  })
  .meta({ id: 'QueueItem' });

export const queueQuerySchema = z.object({
  group: reasonGroupSchema.optional(),
  state: reviewStateSchema.exclude(['CLOSED']).optional(),
  order: z.enum(['age', 'amount']).default('age'),
  limit: z.coerce.number().int().min(1).max(100).default(25),
  cursor: cursorSchema,
});

export const queuePageSchema = z
  .object({ items: z.array(queueItemSchema), nextCursor: z.string().optional() })
  .meta({ id: 'QueuePage' });

export const fieldChangeSchema = z
  .strictObject({
    field: fieldNameSchema,
    /** 0-based line of the act; left out for a field of the whole claim. */
    line: z.int().min(0).max(99).optional(),
    value: fieldValueSchema,
  })
  .meta({ id: 'FieldChange' });

export const reviewFieldSchema = z
  .object({
    field: fieldNameSchema,
    line: z.int().optional(),
    kind: z.enum(fieldKinds),
    choices: z.array(z.string()).optional(),
    /** As it stands now; null where nothing is known, or where it is to be keyed without seeing it. */
    value: fieldValueSchema,
    /** What the OCR read. */
    readText: z.string().optional(),
    /** Of the code of a medicine: the name that is printed beside it, which is a proposal and no more. */
    printedName: z.string().optional(),
    confidencePercent: z.number().optional(),
    /** What the reader found wrong with it, and reasons of the decision that are about it. */
    doubts: z.array(z.string()),
    /** Why the value is believed, the weightiest first; nothing where it is to be keyed without seeing it. */
    evidence: z.array(z.enum(reviewEvidence)),
    /** Where it stands on the scan; for a value of a line that was not found, the line. */
    source: z.object({ page: z.int(), box: boxSchema }).optional(),
    status: z.enum(['doubtful', 'missing', 'read', 'confirmed', 'corrected']),
    /** Has to be keyed without seeing what stands there. */
    isBlind: z.boolean(),
    /** Has to be keyed by two people. */
    isKeyedTwice: z.boolean(),
    /** Two people keyed different values, or only one of them any: a supervisor says what is right. Left out where they did not. */
    isDisputed: z.boolean().optional(),
    alternatives: z.array(z.object({ value: fieldValueSchema, because: z.string() })),
  })
  .meta({ id: 'ReviewField' });

export const findingViewSchema = findingSchema.meta({ id: 'FindingView' });

/** Why a reader cannot settle a claim alone. */
export const otherPersonSchema = z
  .object({
    /**
     * The claim is of their own family; they keyed it, and others compare; a doubt is about what they changed; two people have to
     * key it.
     */
    because: z.enum(['OWN_FAMILY', 'KEYED_BEFORE', 'OWN_CHANGE', 'TWO_PEOPLE']),
    /** They cannot take it at all. */
    isBlocking: z.boolean(),
    /** Fields that somebody else has to look at. */
    fields: z.array(z.object({ field: fieldNameSchema, line: z.int().optional() })),
  })
  .meta({ id: 'OtherPerson' });

export const reviewSchema = z
  .object({
    claimId: z.string(),
    fileId: z.string(),
    channelId: z.string(),
    /** To be given back with each change: a change of somebody else in between is not overwritten. */
    version: z.int(),
    state: reviewStateSchema,
    group: reasonGroupSchema,
    depositDate: z.string(),
    waitingDays: z.int(),
    formNumber: z.int(),
    formsInFile: z.int(),
    holder: z.string().optional(),
    heldUntil: z.string().optional(),
    assignedTo: z.string().optional(),
    /** Pages of the file; which of them belong to this claim. */
    pages: z.array(
      z.object({
        page: z.int(),
        role: z.enum(pageRoles),
        isOfClaim: z.boolean(),
        /** By how many quarter turns clockwise it lies in the scan. */
        turns: z.int().min(0).max(3),
      }),
    ),
    /** Doubtful ones first. */
    fields: z.array(reviewFieldSchema),
    lineCount: z.int(),
    /** What was paid while other lines waited, and which lines of the form that was for: they are not changed any more. */
    paidFirst: z
      .object({
        lines: z.array(z.int()),
        amountCentimes: z.int(),
        state: stateOf(paymentMachine),
        /** ISO instant at which the payment came to its state; left out in older records. */
        since: z.string().optional(),
      })
      .optional(),
    findings: z.array(findingViewSchema),
    /** Why this reader cannot settle it alone: known before they take it. */
    otherPerson: z.array(otherPersonSchema),
    /** Names and numbers of the insured are not shown to this reader. */
    isMasked: z.boolean(),
    history: z.array(reviewChangeSchema),
    documentsRequested: z.array(documentKindSchema),
    /** Those of them that the insured has not sent by the portal. */
    documentsMissing: z.array(documentKindSchema),
    /** What the insured sent by the portal, oldest first. */
    documentsSent: z.array(
      z.object({
        documentId: z.string(),
        kind: documentKindSchema,
        /** ISO instant. */
        sentAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'Review' });

export const documentAddressSchema = z
  .object({
    /** Good for some minutes. */
    url: z.string(),
  })
  .meta({ id: 'DocumentAddress' });

const version = z.int();

export const saveCorrectionsSchema = z
  .strictObject({
    version,
    changes: z.array(fieldChangeSchema).max(200).default([]),
    /** Fields that were looked at and are right as they stand. */
    confirmed: z
      .array(z.strictObject({ field: fieldNameSchema, line: z.int().min(0).max(99).optional() }))
      .max(200)
      .default([]),
    addLines: z.int().min(0).max(20).default(0),
    /** Boxes of medicines that the reader missed. */
    addBoxes: z.int().min(0).max(20).optional(),
    removeLines: z.array(z.int().min(0).max(99)).default([]),
  })
  .meta({ id: 'SaveCorrections' });

export const submitReviewSchema = z.strictObject({ version }).meta({ id: 'SubmitReview' });

export const submitResultSchema = z
  .object({
    /** Decided again by the rules, waits for a second person, or for a supervisor. */
    result: z.enum(['sent-to-adjudication', 'second-keying', 'disputed']),
    /** ISO instant until which it can be taken back; left out where it cannot. */
    undoUntil: z.string().optional(),
  })
  .meta({ id: 'SubmitResult' });

export const rejectClaimSchema = z
  .strictObject({ version, code: rejectionCodeSchema, note: z.string().max(500).optional() })
  .meta({ id: 'RejectClaim' });

export const rejectResultSchema = z
  .object({
    /** ISO instant until which it can be taken back; left out where it cannot. */
    undoUntil: z.string().optional(),
  })
  .meta({ id: 'RejectResult' });

export const escalateClaimSchema = z
  .strictObject({ version, note: z.string().overwrite(cleanText).max(500).optional() })
  .meta({ id: 'EscalateClaim' });

export const takeBackSchema = z.strictObject({ version }).meta({ id: 'TakeBack' });

export const reopenClaimSchema = z
  .strictObject({ reason: z.string().overwrite(cleanText).min(10).max(500) })
  .meta({ id: 'ReopenClaim' });

export const previewQuerySchema = z.object({
  /** Of the review that is shown. */
  version: z.coerce.number().int(),
  /** What would become of it if it were rejected for this. */
  rejection: rejectionCodeSchema.optional(),
  /** What the insured would be sent if these were asked for, separated by commas. */
  documents: z
    .string()
    .max(200)
    .transform((names) => names.split(','))
    .pipe(z.array(documentKindSchema))
    .optional(),
});

/** What the next step would lead to, by the rules and by what the registry holds now. */
export const previewSchema = z
  .object({
    /** Of the review that it is about. */
    version: z.int(),
    /** What validating it leads to. */
    step: z.enum(['decided', 'second-keying', 'comparison', 'keying-incomplete', 'awaiting-document']),
    /** The decision; left out where it is not decided next. */
    outcome: z.enum(outcomes).optional(),
    billedCentimes: z.int().optional(),
    paidCentimes: z.int().optional(),
    /** How each line is priced: the tariff of the provider for it, the base, the rate. */
    lines: z
      .array(
        z.object({
          outcome: z.enum(['paid', 'rejected', 'referred']),
          billedCentimes: z.int().optional(),
          unitTariffCentimes: z.int().optional(),
          basisCentimes: z.int().optional(),
          rateBasisPoints: z.int().optional(),
          paidCentimes: z.int().optional(),
        }),
      )
      .optional(),
    /** What decides it, and what the insured is asked for; each with the fields to look at for it. */
    findings: z.array(
      findingViewSchema.extend({
        places: z.array(z.object({ field: fieldNameSchema, line: z.int().optional() })),
        /** Who can lift it where the paper has it so: this reader, somebody else, a supervisor, or nobody. */
        liftedBy: z.enum(['reader', 'other-person', 'supervisor', 'nobody']),
      }),
    ),
    /** The SMS that the insured would be sent; left out where this reader does not see it. */
    message: z
      .union([
        z.object({ isSent: z.literal(true), language: z.enum(['fr', 'ar']), text: z.string() }),
        z.object({
          isSent: z.literal(false),
          because: z.enum(['NO_PHONE', 'OPTED_OUT', 'NOT_IDENTIFIED', 'NOTHING_TO_TELL']),
        }),
      ])
      .optional(),
  })
  .meta({ id: 'DecisionPreview' });

/** What is on file around a claim: of the person that its form names, and of whoever gave the care. */
export const surroundingsSchema = z
  .object({
    person: z
      .object({
        /** Left out for whoever has to key it without seeing it. */
        registrationNumber: z.string().optional(),
        name: z.string(),
        birthDate: z.string(),
        deceasedOn: z.string().optional(),
        /** Newest first; the last day is included. */
        coverages: z.array(z.object({ scheme: schemeSchema, from: z.string(), to: z.string().optional() })),
        family: z.array(
          z.object({
            link: z.enum(['spouse', 'child']),
            name: z.string(),
            birthDate: z.string(),
            from: z.string(),
            to: z.string().optional(),
            deceasedOn: z.string().optional(),
          }),
        ),
      })
      .optional(),
    /** Days of care on the form, with the schemes that were open then. */
    rights: z.array(z.object({ day: z.string(), schemes: z.array(schemeSchema) })),
    /** Other claims of the person that came in the last year, newest first; the first page of them. */
    claims: z.array(
      z.object({
        claimId: z.string(),
        /** ISO date. */
        receivedOn: z.string(),
        state: stateOf(claimMachine),
        billedCentimes: z.int().optional(),
        paidCentimes: z.int().optional(),
      }),
    ),
    hasMoreClaims: z.boolean(),
    /** Claims that may be for the same care, by the latest decision. */
    alike: z.array(z.object({ claimId: z.string(), code: z.string(), line: z.int().optional() })),
    /** Whoever gave the care, as the register has them. */
    providers: z.array(
      z.object({
        inpe: z.string(),
        name: z.string(),
        specialty: z.string(),
        sector: z.enum(['PRIVATE', 'PUBLIC']),
        place: z.string(),
        from: z.string(),
        to: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Surroundings' });

export const splitClaimSchema = z
  .strictObject({
    version,
    /** 1-based pages of the file that make a claim of their own. */
    pages: z.array(z.int().positive()).min(1).max(100),
  })
  .meta({ id: 'SplitClaim' });

export const requestDocumentSchema = z
  .strictObject({
    version,
    documents: z.array(documentKindSchema).min(1),
    via: z.enum(['sms', 'agency']),
  })
  .meta({ id: 'RequestDocument' });

export const recordDocumentSchema = z
  .strictObject({
    /** Receipt number of the scan that brought it; left out where the paper was only looked at. */
    receipt: z
      .string()
      .regex(/^[0-9A-Z]{16}$/)
      .optional(),
  })
  .meta({ id: 'RecordDocument' });

export const documentTasksQuerySchema = z.object({ cursor: cursorSchema });

/** A claim of a channel that waits for documents: nothing of it says what the care was. */
export const documentTaskSchema = z
  .object({
    claimId: z.string(),
    /** The number on the paper receipt. */
    receipt: z.string(),
    /** What has not come yet. */
    documents: z.array(documentKindSchema),
    /** ISO date since which they are waited for. */
    since: z.string(),
  })
  .meta({ id: 'DocumentTask' });

export const documentTasksSchema = z
  .object({
    channelId: z.string(),
    tasks: z.array(documentTaskSchema),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'DocumentTasks' });

export const splitResultSchema = z
  .object({
    /** The claim that was made of the pages. */
    claimId: z.string(),
  })
  .meta({ id: 'SplitResult' });

export const overrideFindingsSchema = z
  .strictObject({
    version,
    findings: z
      .array(
        z.strictObject({
          code: z.string().max(60),
          line: z.int().min(0).max(99).optional(),
          /** What the rules leave open: the scheme that pays, the reference price of the line, its rate. */
          terms: statedTermsSchema.optional(),
        }),
      )
      .min(1)
      .max(50),
    reason: z.string().overwrite(cleanText).min(10).max(500),
  })
  .meta({ id: 'OverrideFindings' });

export const settleDisputeSchema = z
  .strictObject({
    version,
    values: z.array(fieldChangeSchema).min(1),
    reason: z.string().overwrite(cleanText).min(5).max(500),
  })
  .meta({ id: 'SettleDispute' });

export const assignClaimsSchema = z
  .strictObject({
    claimIds: z.array(z.string().max(40)).min(1).max(100),
    /** User id of a contractor; null takes the claims back. */
    to: z.string().max(128).nullable(),
  })
  .meta({ id: 'AssignClaims' });

export const assignResultSchema = z
  .object({
    assigned: z.array(z.string()),
    /** Claims that could not be given (back), with the code of the reason. */
    refused: z.array(z.object({ claimId: z.string(), code: z.string() })),
  })
  .meta({ id: 'AssignResult' });

export const claimPagesSchema = z
  .object({
    /** False: images are being made, ask again in some seconds. Where it is true, a page without one cannot be drawn. */
    isComplete: z.boolean(),
    pages: z.array(
      z.object({
        page: z.int(),
        /** Address of the image, good for some minutes. */
        url: z.string().optional(),
        /** Size of the image; boxes are ratios of it. */
        widthPixels: z.int().optional(),
        heightPixels: z.int().optional(),
      }),
    ),
  })
  .meta({ id: 'ClaimPages' });

export type QueueItem = z.infer<typeof queueItemSchema>;
export type QueueQuery = z.infer<typeof queueQuerySchema>;
export type Review = z.infer<typeof reviewSchema>;
export type OtherPerson = z.infer<typeof otherPersonSchema>;
export type ReviewField = z.infer<typeof reviewFieldSchema>;
export type ReviewEvidence = ReviewField['evidence'][number];

export type FieldChange = z.infer<typeof fieldChangeSchema>;

export type SaveCorrections = z.infer<typeof saveCorrectionsSchema>;
export type ClaimPages = z.infer<typeof claimPagesSchema>;
export type SubmitResult = z.infer<typeof submitResultSchema>;
export type SubmitReview = z.infer<typeof submitReviewSchema>;
export type RejectClaim = z.infer<typeof rejectClaimSchema>;
export type RejectResult = z.infer<typeof rejectResultSchema>;
export type EscalateClaim = z.infer<typeof escalateClaimSchema>;
export type TakeBack = z.infer<typeof takeBackSchema>;
export type ReopenClaim = z.infer<typeof reopenClaimSchema>;
export type PreviewQuery = z.infer<typeof previewQuerySchema>;
export type DecisionPreview = z.infer<typeof previewSchema>;
export type Surroundings = z.infer<typeof surroundingsSchema>;
export type SplitClaim = z.infer<typeof splitClaimSchema>;
export type DocumentTasks = z.infer<typeof documentTasksSchema>;
export type SplitResult = z.infer<typeof splitResultSchema>;
export type RequestDocument = z.infer<typeof requestDocumentSchema>;
export type RecordDocument = z.infer<typeof recordDocumentSchema>;
export type OverrideFindings = z.infer<typeof overrideFindingsSchema>;
export type SettleDispute = z.infer<typeof settleDisputeSchema>;
export type AssignClaims = z.infer<typeof assignClaimsSchema>;
export type AssignResult = z.infer<typeof assignResultSchema>;
export type QueuePage = z.infer<typeof queuePageSchema>;
