import type { Claim, DecisionRecord } from '#claims';
import { shortReceipt } from '#intake';
import { plainReasonOf } from '#messaging';
import type { ClaimReview } from '#review';
import type { ClaimPlace, MyClaim, MyClaimSummary, MyPayments, PlainReasonView } from './portal.ts';

/** What a reviewer waits for; undefined where nobody does. */
export type Awaited = Pick<ClaimReview, 'state' | 'documentsRequested'> | undefined;

const isAwaiting = (review: Awaited): boolean => review?.state === 'AWAITING_DOCUMENT';

/** What is known of a claim, as `ClaimStore.history` gives it. */
export interface OwnClaimFacts {
  readonly claim: Claim;
  readonly decision: DecisionRecord | undefined;
  readonly events: readonly {
    readonly type: string;
    readonly occurredAt: string;
    /** Of a settled payment: what it was settled as. */
    readonly as?: string;
  }[];
  readonly messages: readonly { readonly text?: string | undefined; readonly updatedAt: string }[];
}

/** Where a claim is, for whoever waits for it. */
export function placeOf({ state, payment }: Pick<Claim, 'state' | 'payment'>, review?: Awaited): ClaimPlace {
  switch (state) {
    case 'DRAFTED':
      return 'received';
    case 'REFERRED':
      return isAwaiting(review) ? 'waiting-for-you' : 'in-review';
    case 'INCOMPLETE':
      return 'waiting-for-you';
    case 'REJECTED':
      return 'refused';
    case 'APPROVED':
    case 'PARTLY_APPROVED':
      return placeOfMoney(payment?.state);
  }
}

function placeOfMoney(state: NonNullable<Claim['payment']>['state'] | undefined): ClaimPlace {
  switch (state) {
    case 'HELD':
    case 'DISPUTED':
      return 'payment-held';
    case 'ORDERED':
    case 'ACCEPTED':
      return 'payment-on-its-way';
    case 'PAID':
      return 'paid';
    case 'PENDING':
    case undefined:
      return 'accepted';
  }
}

export function summaryOf(claim: Claim, review?: Awaited): MyClaimSummary {
  return {
    claimId: claim.claimId,
    receipt: shortReceipt(claim.fileId),
    depositDate: claim.submissionDate,
    receivedOn: claim.receivedOn,
    place: placeOf(claim, review),
    isPartlyAccepted: claim.state === 'PARTLY_APPROVED',
    billedCentimes: claim.billedCentimes,
    paidCentimes: claim.paidCentimes,
    held: heldOf(claim),
  };
}

/** The bank said that it paid, or people found out that it did. */
const isPaid = ({ type, as }: OwnClaimFacts['events'][number]): boolean =>
  type === 'payment.paid.v1' || (type === 'payment.settled.v1' && as === 'paid');

/** A payment as its owner sees it; undefined where the claim has none. */
export function paymentOf({ claim, events }: OwnClaimFacts): MyPayments['payments'][number] | undefined {
  const { payment } = claim;
  if (payment === undefined) return undefined;
  const paidAt = events.findLast(isPaid)?.occurredAt;
  return {
    claimId: claim.claimId,
    receipt: shortReceipt(claim.fileId),
    amountCentimes: payment.amountCentimes,
    place: placeOf(claim),
    held: heldOf(claim),
    accountEnding: payment.rib?.slice(-4),
    receivedOn: claim.receivedOn,
    ...(payment.state === 'PAID' ? { paidAt } : {}),
  };
}

/** Doubts and signals are for those who review: what they say of a claim that is not decided is not disclosed. */
export function ownClaim({ claim, decision, events, messages }: OwnClaimFacts, review?: Awaited): MyClaim {
  return {
    ...summaryOf(claim, review),
    beneficiary: decision?.beneficiary,
    missing: reasonsOf(decision, 'missing'),
    documents: isAwaiting(review) ? [...(review?.documentsRequested ?? [])] : [],
    refused: reasonsOf(decision, 'rejection'),
    lines: (decision?.lines ?? []).map((line) => ({
      dateOfCare: line.dateOfCare,
      keyLetter: line.keyLetter,
      coefficientHundredths: line.coefficientHundredths,
      billedCentimes: line.billedCentimes,
      unitTariffCentimes: line.unitTariffCentimes,
      basisCentimes: line.basisCentimes,
      rateBasisPoints: line.rateBasisPoints,
      paidCentimes: line.paidCentimes,
      outcome: line.outcome,
    })),
    steps: events.flatMap((event) => {
      const what = isPaid(event) ? 'paid' : steps.get(event.type);
      return what === undefined ? [] : [{ at: event.occurredAt, what }];
    }),
    messages: messages.flatMap(({ text, updatedAt }) =>
      text === undefined ? [] : [{ at: updatedAt, text }],
    ),
  };
}

const heldOf = ({ payment }: Claim) =>
  payment?.state === 'DISPUTED' ? payment.state : payment?.state === 'HELD' ? payment.heldReason : undefined;

function reasonsOf(decision: DecisionRecord | undefined, kind: 'missing' | 'rejection'): PlainReasonView[] {
  return (decision?.findings ?? [])
    .filter((finding) => finding.kind === kind)
    .map(({ code, details, line }) => ({
      code,
      plain: plainReasonOf(code),
      ...(details === undefined ? {} : { details }),
      ...(line === undefined ? {} : { line }),
    }));
}

const steps = new Map<string, MyClaim['steps'][number]['what']>([
  ['claim.drafted.v1', 'received'],
  ['claim.referred.v1', 'in-review'],
  ['claim.incomplete.v1', 'information-missing'],
  ['claim.document-requested.v1', 'information-missing'],
  ['claim.approved.v1', 'accepted'],
  ['claim.partly-approved.v1', 'partly-accepted'],
  ['claim.rejected.v1', 'refused'],
  ['payment.accepted.v1', 'payment-ordered'],
  ['payment.returned.v1', 'payment-returned'],
]);
