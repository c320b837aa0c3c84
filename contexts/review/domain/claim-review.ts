import type { Attestations, FindingKind } from '#claims';
import type { Centimes, DocumentKind } from '#shared';
import type { SentDocument } from '../records/sent-documents.ts';
import type { FieldName, ReasonGroup, ReviewState } from '../records/review-words.ts';

/** Dates are ISO, amounts whole centimes, coefficients hundredths; null: the form has none. */
export type FieldValue = string | number | null;

/** A field of the claim, or of one of its acts. */
export interface FieldPlace {
  readonly field: FieldName;
  /** 0-based line of the act; absent for a field of the whole claim. */
  readonly line?: number | undefined;
}

export interface KeyedValue extends FieldPlace {
  readonly value: FieldValue;
}

/** What one person keyed without seeing what stood there. */
export interface Keying {
  readonly by: string;
  readonly values: readonly KeyedValue[];
}

/** An account of the staff, and the number of its person as an insured one. */
export interface Taker {
  readonly userId: string;
  readonly registrationNumber: string;
}

/** Days in which a document was waited for (ISO dates); the last one may be open. */
export interface Suspension {
  readonly from: string;
  readonly to?: string | undefined;
}

/** A document that the insured sent; it lies where its sender's number says, also once the claim is somebody else's. */
export interface AttachedDocument extends SentDocument {
  readonly sentBy: string;
}

/** A finding as it was recorded; codes of older rules are read too. */
export interface ReviewedFinding {
  readonly kind: FindingKind;
  readonly code: string;
  readonly field?: string | undefined;
  readonly line?: number | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

/** The review of a referred claim (revue d'un dossier). One per claim; it opens again when the claim is referred again. */
export interface ClaimReview {
  readonly claimId: string;
  readonly fileId: string;
  readonly channelId: string;
  readonly state: ReviewState;
  readonly version: number;
  readonly group: ReasonGroup;
  /** Codes of the doubts, without repeats. */
  readonly reasons: readonly string[];
  /** Findings of the decision that referred the claim. */
  readonly findings: readonly ReviewedFinding[];
  /** ISO date. */
  readonly submissionDate: string;
  /** As it was billed when the claim was referred. */
  readonly billedCentimes: Centimes;
  /** ISO instant of the latest referral. */
  readonly openedAt: string;
  /** User id of who works on it. */
  readonly holder?: string | undefined;
  /** ISO instant at which someone last took it: how long the work took counts from here. */
  readonly takenAt?: string | undefined;
  /** ISO instant; from then on anyone may take it. */
  readonly heldUntil?: string | undefined;
  /** User id of the contractor it was given to. */
  readonly assignedTo?: string | undefined;
  readonly suspensions: readonly Suspension[];
  readonly documentsRequested: readonly DocumentKind[];
  /** What the insured sent by the portal, oldest first; absent where nothing was. */
  readonly documentsSent?: readonly AttachedDocument[] | undefined;
  /** Name of the newest revision of the form; absent while it is as it was read. */
  readonly formRevision?: string | undefined;
  /** What the holder has keyed so far. */
  readonly keying?: Keying | undefined;
  /** What the first of two people keyed. */
  readonly firstKeying?: Keying | undefined;
  /** What the second one keyed, where it differs and a supervisor has to settle it. */
  readonly secondKeying?: Keying | undefined;
  /** Staff who took the claim, or had it opened again, and are insured themselves: where two people are needed, one family is not two. */
  readonly takenBy?: readonly Taker[] | undefined;
  /** User id of who passed it on to a supervisor. */
  readonly escalatedBy?: string | undefined;
  /** User id of who had a rejected claim looked at again: somebody else does, until it is decided for good. */
  readonly reopenedBy?: string | undefined;
  /** Fields on which two people agreed, or that a supervisor settled. */
  readonly settled: readonly FieldPlace[];
  readonly attestations: Attestations;
  /** Names the latest change by its content: the same request again is known by it. */
  readonly lastChange: string;
}
