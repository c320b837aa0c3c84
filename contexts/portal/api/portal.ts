import * as z from 'zod';
import { heldReasons as reasonsToHold } from '#claims';
import { waitingParts, waitingReasons } from '#messaging';
import {
  birthDateSchema,
  cinSchema,
  cleanName,
  cursorSchema,
  documentKinds,
  documentKindSchema,
  documentTypes,
  isNameText,
  registrationNumberSchema,
  schemeSchema,
} from '#shared';

/** The portal of the insured: `/api/portal-session` (sign-in, open to everybody) and `/api/portal` (one's own file only). */

const isoDate = z.iso.date();
const isoInstant = z.iso.datetime();

/** Why something is not (yet) as one would wish, as a person understands it; a page has words for each in both languages. */
const reasonSchema = z
  .object({
    /** Code of the decision; for questions to the agency. */
    code: z.string(),
    /** Key of the plain words (contexts/messaging/domain/plain-reasons.ts); several codes share one. */
    plain: z.string(),
    /** Dates, ages and counts that belong to it, such as `lastDay` or `ageYears`. */
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** 0-based line of the claim; left out where it is about the whole. */
    line: z.int().optional(),
  })
  .meta({ id: 'PlainReason' });

// sign-in

export const codeRequestSchema = z
  .strictObject({
    registrationNumber: registrationNumberSchema,
    /** Given where no code comes: others may have used up the codes that are sent for the number alone. */
    cin: cinSchema.optional(),
  })
  .meta({ id: 'CodeRequest' });

/** The same for every number, known or not: a code was sent if there is a phone on file. */
export const codeSentSchema = z
  .object({
    status: z.literal('challenged'),
    challenge: z.literal('SMS_CODE'),
    /** To be given back with the code. */
    continuation: z.string(),
    /** The SMS with the code for this request names it. */
    reference: z.string(),
    /** The code is good for this long. */
    validSeconds: z.int(),
  })
  .meta({ id: 'CodeSent' });

export const codeAnswerSchema = z
  .strictObject({
    registrationNumber: registrationNumberSchema,
    continuation: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    /** Of 16 digits: one that opens any sign-in of the number, sent where its codes were used up. */
    code: z.string().regex(/^\d{6}(\d{10})?$/, 'a code of 6 or 16 digits'),
  })
  .meta({ id: 'CodeAnswer' });

export const portalSignInSchema = z
  .discriminatedUnion('status', [
    z.object({ status: z.literal('signed-in'), expiresInSeconds: z.int() }),
    /** The code was wrong, and another attempt is open. */
    z.object({ status: z.literal('wrong-code'), continuation: z.string() }),
  ])
  .meta({ id: 'PortalSignIn' });

// one's own file

const personNameSchema = z.object({
  family: z.string(),
  given: z.string(),
  familyArabic: z.string().optional(),
  givenArabic: z.string().optional(),
});

export const languageSchema = z.enum(['ar', 'fr']);

export const myProfileSchema = z
  .object({
    registrationNumber: z.string(),
    name: personNameSchema,
    birthDate: birthDateSchema,
    /** The phone that codes and messages go to, its last two digits. */
    phoneEnding: z.string().optional(),
    /** Of SMS. */
    language: languageSchema,
  })
  .meta({ id: 'MyProfile' });

/** Covered for certain, certainly not, or to be looked at by somebody of the agency. */
export const coverageAnswerSchema = z.enum(['covered', 'not-covered', 'to-be-checked']);

export const myCoverageSchema = z
  .object({
    /** The day that is answered for. */
    day: isoDate,
    answer: coverageAnswerSchema,
    scheme: schemeSchema.optional(),
    from: isoDate.optional(),
    to: isoDate.optional(),
    /** Last month for which a contribution was paid, as YYYY-MM; left out where the scheme has none. */
    paidUntilMonth: z.string().optional(),
    /** What speaks against it; empty when covered. */
    because: z.array(reasonSchema),
    /** Coverages of before and after, newest first. */
    history: z.array(z.object({ scheme: schemeSchema, from: isoDate, to: isoDate.optional() })),
  })
  .meta({ id: 'MyCoverage' });

export const dependantLinkSchema = z.enum(['spouse', 'child']);

export const evidenceKinds = [
  'MARRIAGE_CERTIFICATE',
  'BIRTH_CERTIFICATE',
  'SCHOOL_CERTIFICATE',
  'ID_CARD',
  'DISABILITY_CERTIFICATE',
] as const;
export const evidenceKindSchema = z.enum(evidenceKinds);

export const requestStates = ['OPEN', 'ACCEPTED', 'REFUSED'] as const;
export const requestRefusals = [
  'DOCUMENT_ILLEGIBLE',
  'DOCUMENT_DOES_NOT_PROVE_IT',
  'ALREADY_DECLARED',
  'DECLARED_UNDER_ANOTHER',
  'CONDITIONS_NOT_MET',
] as const;
export const requestRefusalSchema = z.enum(requestRefusals);

export const myRequestSchema = z
  .object({
    requestId: z.string(),
    state: z.enum(requestStates),
    requestedAt: isoInstant,
    link: dependantLinkSchema,
    name: personNameSchema,
    birthDate: birthDateSchema,
    decidedAt: isoInstant.optional(),
    refusal: requestRefusalSchema.optional(),
  })
  .meta({ id: 'MyRequest' });

export const myFamilySchema = z
  .object({
    members: z.array(
      z.object({
        dependantId: z.string(),
        link: dependantLinkSchema,
        name: personNameSchema,
        birthDate: birthDateSchema,
        from: isoDate,
        to: isoDate.optional(),
        /** Today. */
        answer: coverageAnswerSchema,
        because: z.array(reasonSchema),
      }),
    ),
    /** Newest first. */
    requests: z.array(myRequestSchema),
  })
  .meta({ id: 'MyFamily' });

/** Where a claim is, in one word. */
export const claimPlaces = [
  'received',
  /** Somebody looks at it. */
  'in-review',
  /** Some of it is paid; somebody looks at the rest. */
  'partly-in-review',
  /** Something is missing, and only the insured can bring it. */
  'waiting-for-you',
  'refused',
  /** Accepted; the money will be ordered with the next payments. */
  'accepted',
  'payment-on-its-way',
  'paid',
  /** Accepted, but it cannot be paid: see `held`. */
  'payment-held',
] as const;
export const claimPlaceSchema = z.enum(claimPlaces);

/** `DISPUTED`: the bank contradicts itself, and people of the fund ask it what became of the money. */
export const heldReasons = [...reasonsToHold, 'DISPUTED'] as const;
export const heldReasonSchema = z.enum(heldReasons);

export const myClaimSummarySchema = z
  .object({
    claimId: z.string(),
    /** The number on the paper receipt, short. */
    receipt: z.string(),
    depositDate: isoDate,
    receivedOn: isoDate,
    place: claimPlaceSchema,
    isPartlyAccepted: z.boolean(),
    billedCentimes: z.int().optional(),
    /** Once decided. */
    paidCentimes: z.int().optional(),
    /** How much of it an establishment is paid in place of the insured; left out where nothing. */
    toEstablishmentCentimes: z.int().optional(),
    /** Why the insured's own money waits. */
    held: heldReasonSchema.optional(),
  })
  .meta({ id: 'MyClaimSummary' });

export const pageQuerySchema = z.object({ cursor: cursorSchema });

export const myClaimsSchema = z
  .object({ claims: z.array(myClaimSummarySchema), nextCursor: z.string().optional() })
  .meta({ id: 'MyClaims' });

/** A document that a claim waits for. */
export const wantedDocumentSchema = z
  .object({
    kind: documentKindSchema,
    /** When it was last sent by the portal; left out while it is waited for. */
    sentAt: isoInstant.optional(),
  })
  .meta({ id: 'WantedDocument' });

export const myClaimSchema = myClaimSummarySchema
  .extend({
    /** For whom; left out while it is not certain. */
    beneficiary: z
      .union([
        z.object({ kind: z.literal('insured') }),
        z.object({ kind: z.literal('dependant'), dependantId: z.string() }),
      ])
      .optional(),
    /** What to bring: of use while the claim waits for the insured. */
    missing: z.array(reasonSchema),
    /** Documents that it waits for, with those that were sent here. */
    documents: z.array(wantedDocumentSchema),
    /** Why it, or a line of it, was not accepted. */
    refused: z.array(reasonSchema),
    /** What waits while other lines are paid, and why; left out where nothing does. */
    waiting: z
      .object({
        part: z.enum(waitingParts),
        because: z.enum(waitingReasons),
        /** The insured is asked to bring what is missing. */
        isToBring: z.boolean(),
        /** What is missing, also while something else is looked at; left out where nothing is. */
        bring: z.enum(waitingReasons).optional(),
      })
      .optional(),
    /** What the establishment billed beyond what it is paid: the insured pays that. Left out where no establishment is paid. */
    remainingCentimes: z.int().optional(),
    /** Of an act `paid = min(billed, tariff × coefficient) × rate`, of boxes of a medicine `boxes × min(billed a box, base) × rate`. */
    lines: z.array(
      z.object({
        /** Left out where it is an act. */
        kind: z.literal('medicine').optional(),
        /** As the list calls it; left out where it is not known. */
        medicineName: z.string().optional(),
        /** How often the act was done, or how many boxes; left out where the form does not count it, which means once. */
        quantity: z.int().optional(),
        dateOfCare: isoDate.optional(),
        keyLetter: z.string().optional(),
        coefficientHundredths: z.int().optional(),
        billedCentimes: z.int().optional(),
        unitTariffCentimes: z.int().optional(),
        basisCentimes: z.int().optional(),
        rateBasisPoints: z.int().optional(),
        paidCentimes: z.int().optional(),
        outcome: z.enum(['paid', 'rejected', 'referred']),
        /** An establishment is paid for it in place of the insured. */
        isPaidToEstablishment: z.boolean(),
      }),
    ),
    /** What happened, oldest first. */
    steps: z.array(
      z.object({
        at: isoInstant,
        what: z.enum([
          'received',
          'in-review',
          'partly-in-review',
          'information-missing',
          'accepted',
          'partly-accepted',
          'refused',
          'payment-ordered',
          'paid',
          'payment-returned',
        ]),
      }),
    ),
    /** Texts that were sent about it, oldest first. */
    messages: z.array(z.object({ at: isoInstant, text: z.string() })),
  })
  .meta({ id: 'MyClaim' });

export const myPaymentsSchema = z
  .object({
    payments: z.array(
      z.object({
        claimId: z.string(),
        settlement: z.union([z.literal(1), z.literal(2)]),
        /** Of lines that waited while others were paid. */
        isOfRest: z.boolean(),
        /** To an establishment, in place of the insured. */
        isToEstablishment: z.boolean(),
        receipt: z.string(),
        amountCentimes: z.int(),
        place: claimPlaceSchema,
        held: heldReasonSchema.optional(),
        /** Last four digits of the insured's account that it goes to; that of an establishment is nobody else's business. */
        accountEnding: z.string().optional(),
        /** Day of the claim. */
        receivedOn: isoDate,
        paidAt: isoInstant.optional(),
      }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'MyPayments' });

// changes

export const changeLanguageSchema = z
  .strictObject({ language: languageSchema })
  .meta({ id: 'ChangeLanguage' });

export const myAccountSchema = z
  .object({
    /** The account that money goes to today: last four digits of the RIB, and since when. */
    account: z.object({ ending: z.string(), from: isoDate }).optional(),
    change: z
      .object({
        changeId: z.string(),
        ending: z.string(),
        requestedAt: isoInstant,
        /** First day on which the new account is the account. */
        effectiveFrom: isoDate,
        /** First day on which payments leave again. */
        paymentsFrom: isoDate,
        /** Until the day it takes effect. */
        canBeCancelled: z.boolean(),
      })
      .optional(),
    /** Settings, to be told before somebody asks for a change. */
    delayDays: z.int(),
    holdDays: z.int(),
    /** The phone a message goes to; without one a change is a matter for the agency. */
    phoneEnding: z.string().optional(),
  })
  .meta({ id: 'MyAccount' });

export const requestAccountChangeSchema = z
  .strictObject({ rib: z.string().regex(/^\d{24}$/, 'a RIB of 24 digits') })
  .meta({ id: 'RequestAccountChange' });

export const cancelAccountChangeSchema = z
  .strictObject({ changeId: z.string().min(1).max(64) })
  .meta({ id: 'CancelAccountChange' });

export const evidenceTypes = documentTypes;

export const createMyUploadSchema = z
  .strictObject({
    /** Of what proves a member of the family, or of what a claim waits for. */
    kind: z.enum([...new Set([...evidenceKinds, ...documentKinds])]),
    contentType: z.enum(evidenceTypes),
  })
  .meta({ id: 'CreateMyUpload' });

/** A form for one file, good for some minutes: all fields, then `file`, posted as multipart/form-data. */
export const myUploadSchema = z
  .object({
    documentId: z.string(),
    url: z.string(),
    fields: z.record(z.string(), z.string()),
    maxBytes: z.int(),
  })
  .meta({ id: 'MyUpload' });

export const evidenceRefSchema = z.strictObject({
  documentId: z.uuid(),
  kind: evidenceKindSchema,
});

/** Of one claim; more is a mistake or mischief, and belongs to an agency. */
export const MOST_DOCUMENTS = 10;

export const sendMyDocumentsSchema = z
  .strictObject({
    /** Uploaded before; of one kind there may be several, a page each. */
    documents: z
      .array(z.strictObject({ documentId: z.uuid(), kind: documentKindSchema }))
      .min(1)
      .max(MOST_DOCUMENTS),
  })
  .meta({ id: 'SendMyDocuments' });

export const sentDocumentsSchema = z
  .object({ documents: z.array(wantedDocumentSchema) })
  .meta({ id: 'SentDocuments' });

const givenNameSchema = z
  .string()
  .overwrite(cleanName)
  .min(1)
  .max(80)
  .refine(isNameText, 'a name: Latin or Arabic letters, never both in one word');

export const declareDependantSchema = z
  .strictObject({
    link: dependantLinkSchema,
    name: z.strictObject({
      family: givenNameSchema,
      given: givenNameSchema,
      familyArabic: givenNameSchema.optional(),
      givenArabic: givenNameSchema.optional(),
    }),
    birthDate: isoDate,
    sex: z.enum(['M', 'F']).optional(),
    cin: z
      .string()
      .regex(/^[A-Z]{1,2}\d{1,6}$/, 'a CIN: one or two letters, then up to 6 digits')
      .optional(),
    /** Uploaded before, at least one. */
    documents: z.array(evidenceRefSchema).min(1).max(5),
  })
  .meta({ id: 'DeclareDependant' });

export type MyProfile = z.infer<typeof myProfileSchema>;
export type MyCoverage = z.infer<typeof myCoverageSchema>;
export type CoverageAnswer = z.infer<typeof coverageAnswerSchema>;
export type PlainReasonView = z.infer<typeof reasonSchema>;
export type MyFamily = z.infer<typeof myFamilySchema>;
export type MyRequest = z.infer<typeof myRequestSchema>;
export type ClaimPlace = z.infer<typeof claimPlaceSchema>;
export type MyClaimSummary = z.infer<typeof myClaimSummarySchema>;
export type MyClaim = z.infer<typeof myClaimSchema>;
export type MyPayments = z.infer<typeof myPaymentsSchema>;
export type MyAccount = z.infer<typeof myAccountSchema>;
export type DeclareDependant = z.infer<typeof declareDependantSchema>;
export type WantedDocument = z.infer<typeof wantedDocumentSchema>;
export type SendMyDocuments = z.infer<typeof sendMyDocumentsSchema>;
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;
export type EvidenceType = (typeof evidenceTypes)[number];
export type RequestRefusal = z.infer<typeof requestRefusalSchema>;
