import type { ClaimEvent } from '#events';
import type { Centimes, DocumentKind } from '#shared';
import type { PaidFor } from './paid-for.ts';
import { isPiece, missingCode, type Waiting, waitingOf } from './waiting-reasons.ts';

export type MessageKind =
  | 'claim-approved'
  | 'claim-partly-approved'
  | 'claim-partly-referred'
  | 'rest-approved'
  | 'rest-partly-approved'
  | 'rest-rejected'
  | 'claim-rejected'
  | 'information-missing'
  | 'document-requested'
  | 'piece-missing'
  | 'payment-held'
  | 'payment-returned'
  | 'paid-to-establishment';

/** Kinds that an event makes by itself; the others are what they become by what was paid before, or cannot be paid. */
type EventMessageKind = Exclude<
  MessageKind,
  'rest-approved' | 'rest-partly-approved' | 'rest-rejected' | 'payment-held' | 'paid-to-establishment'
>;

/** What a message says. `fileId` is the receipt number the person was given. */
export type MessageEvent =
  | {
      readonly kind: 'claim-approved' | 'claim-partly-approved' | 'rest-approved' | 'rest-partly-approved';
      readonly fileId: string;
      readonly paidCentimes: Centimes;
      /** What it is paid for; absent where that is not known. */
      readonly paidFor?: readonly PaidFor[] | undefined;
    }
  | { readonly kind: 'payment-held'; readonly fileId: string; readonly paidCentimes: Centimes }
  | {
      /** Some lines are paid, others wait. */
      readonly kind: 'claim-partly-referred';
      readonly fileId: string;
      readonly paidCentimes: Centimes;
      readonly waiting: Waiting;
      readonly paidFor?: readonly PaidFor[] | undefined;
    }
  | {
      /** `piece-missing`: a paper is asked for while people look at the claim. */
      readonly kind: 'claim-rejected' | 'rest-rejected' | 'information-missing' | 'piece-missing';
      readonly fileId: string;
      /** Why, or what is missing; a code that is not known (any more) sends the person to the agency. */
      readonly reasonCode: string;
    }
  | {
      readonly kind: 'document-requested';
      readonly fileId: string;
      /** At least one. */
      readonly documents: readonly DocumentKind[];
    }
  | { readonly kind: 'payment-returned'; readonly fileId: string }
  | ({
      /** An establishment is paid in place of the insured, who may be paid some of it too. */
      readonly kind: 'paid-to-establishment';
      readonly fileId: string;
      /** What the insured is paid; 0 where that is nothing. */
      readonly paidCentimes: Centimes;
      /** It waits for an account of the insured. */
      readonly isPaymentHeld: boolean;
    } & ToEstablishment);

/** What an establishment is paid for a claim. */
export interface ToEstablishment {
  readonly establishmentCentimes: Centimes;
  /** What it billed beyond that, and the insured pays themselves. */
  readonly remainingCentimes: Centimes;
}

/**
 * Which message an event of a claim makes. Where a person looks at the claim first, only a paper that is missing is told of: it can
 * be brought meanwhile. No message for the steps of a
 * payment that went well: the money is the message.
 */
export const messageKinds: Readonly<Record<ClaimEvent['type'], EventMessageKind | undefined>> = {
  'claim.drafted.v1': undefined,
  'claim.approved.v1': 'claim-approved',
  'claim.partly-approved.v1': 'claim-partly-approved',
  'claim.rejected.v1': 'claim-rejected',
  'claim.referred.v1': 'piece-missing',
  'claim.partly-referred.v1': 'claim-partly-referred',
  'claim.incomplete.v1': 'information-missing',
  'claim.corrected.v1': undefined,
  'claim.reopened.v1': undefined,
  'claim.document-requested.v1': 'document-requested',
  'payment.released.v1': undefined,
  'payment.accepted.v1': undefined,
  'payment.paid.v1': undefined,
  'payment.returned.v1': 'payment-returned',
  // Not the insured's account, and nothing they could do.
  'payment.refused.v1': undefined,
  'payment.disputed.v1': undefined,
  'payment.settled.v1': undefined,
};

/** What the claim and its decision say, as far as a message needs it. */
export interface MessageFacts {
  readonly fileId: string;
  /** What the event pays the insured: of a claim that was paid in part before, the rest. */
  readonly paidCentimes: Centimes;
  /** What it pays an establishment in their place. */
  readonly toEstablishment?: ToEstablishment | undefined;
  /** A step of a payment to an establishment, which is nothing to the insured. */
  readonly isOfEstablishment?: boolean | undefined;
  /** Approved, but there is no valid account on file. */
  readonly isPaymentHeld: boolean;
  /** Lines of the claim were paid before. */
  readonly isRest?: boolean | undefined;
  readonly findings: readonly { readonly kind: string; readonly code: string }[];
  readonly lines?:
    readonly { readonly kind?: 'medicine' | undefined; readonly outcome: string }[] | undefined;
  /** What the event pays the insured for; absent where that is not known. */
  readonly paidFor?: readonly PaidFor[] | undefined;
  /** People look at the whole claim, and the insured filed it: an establishment is asked itself for what it left out. */
  readonly mayBringPaper?: boolean | undefined;
  /** Documents that the event asks the insured for by SMS. */
  readonly documents?: readonly DocumentKind[] | undefined;
}

/** A code that no finding has: the text sends the person to the agency. */
const NO_REASON = 'NONE';

/**
 * The message for an event of a claim, or undefined where it makes none. An approved claim that cannot be
 * paid makes one message, which asks for an account. Of several findings the first is told: one text has room for one.
 */
export function messageEventOf(type: ClaimEvent['type'], facts: MessageFacts): MessageEvent | undefined {
  if (facts.isOfEstablishment === true) return undefined;
  const kind = messageKinds[type];
  const { fileId, paidCentimes, findings, isPaymentHeld, paidFor } = facts;
  const firstOf = (findingKind: string): string =>
    findings.find((finding) => finding.kind === findingKind)?.code ?? NO_REASON;
  switch (kind) {
    case undefined:
      return undefined;
    case 'claim-approved':
    case 'claim-partly-approved':
      if (facts.toEstablishment !== undefined)
        return {
          kind: 'paid-to-establishment',
          fileId,
          paidCentimes,
          isPaymentHeld,
          ...facts.toEstablishment,
        };
      if (isPaymentHeld) return { kind: 'payment-held', fileId, paidCentimes };
      if (facts.isRest !== true) return { kind, fileId, paidCentimes, paidFor };
      if (paidCentimes === 0) return { kind: 'rest-rejected', fileId, reasonCode: firstOf('rejection') };
      return {
        kind: kind === 'claim-approved' ? 'rest-approved' : 'rest-partly-approved',
        fileId,
        paidCentimes,
        paidFor,
      };
    case 'claim-partly-referred':
      // The first time only: that the rest still waits is no news.
      if (facts.isRest === true) return undefined;
      return {
        ...{ kind, fileId, paidCentimes, paidFor },
        waiting: waitingOf({ lines: facts.lines ?? [], findings }),
      };
    case 'claim-rejected':
      return { kind, fileId, reasonCode: firstOf('rejection') };
    case 'information-missing':
      return { kind, fileId, reasonCode: missingCode(findings) ?? NO_REASON };
    case 'piece-missing': {
      const reasonCode = missingCode(findings);
      const isAsked = facts.mayBringPaper === true && reasonCode !== undefined && isPiece(reasonCode);
      return isAsked ? { kind, fileId, reasonCode } : undefined;
    }
    case 'document-requested': {
      const { documents = [] } = facts;
      return documents.length === 0 ? undefined : { kind, fileId, documents };
    }
    case 'payment-returned':
      return { kind, fileId };
  }
}
