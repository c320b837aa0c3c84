import { shortReceipt } from '#shared';
import { type Claim, type ClaimPayment, type DecisionRecord, isOfRest, paymentAt, paymentsOf } from '#claims';
import { plainReasonOf, waitingOf } from '#messaging';
import type { ClaimReview } from '#review';
import type {
  ClaimPlace,
  MyClaim,
  MyClaimSummary,
  MyPayments,
  PlainReasonView,
  WantedDocument,
} from './portal.ts';

/** What a reviewer waits for; undefined where nobody does. */
export type Awaited = Pick<ClaimReview, 'state'> | undefined;

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
    /** Of a payment: which one of the claim. */
    readonly settlement?: 2 | undefined;
  }[];
  readonly messages: readonly { readonly text?: string | undefined; readonly updatedAt: string }[];
}

/** Where a claim is, for whoever waits for it. */
export function placeOf(claim: Claim, review?: Awaited): ClaimPlace {
  switch (claim.state) {
    case 'DRAFTED':
      return 'received';
    case 'REFERRED':
      return isAwaiting(review) ? 'waiting-for-you' : 'in-review';
    case 'PARTLY_REFERRED':
      return isAwaiting(review) ? 'waiting-for-you' : 'partly-in-review';
    case 'INCOMPLETE':
      return 'waiting-for-you';
    case 'REJECTED':
      return 'refused';
    case 'APPROVED':
    case 'PARTLY_APPROVED':
      return placeOfMoney(paymentsOf(claim).map(({ payment }) => payment));
  }
}

/** How far money is, the least far first: a claim that was paid in two parts is where the slower one is. */
const farther = ['DISPUTED', 'HELD', 'PENDING', 'ORDERED', 'ACCEPTED', 'PAID'] as const;

/** What keeps an establishment's money is nothing to the insured: for them it is accepted, until it is on its way. */
function placeOfMoney(payments: readonly ClaimPayment[]): ClaimPlace {
  const own = payments.filter(isOwn);
  const shown = own.length === 0 ? payments : own;
  switch (farther.find((state) => shown.some((payment) => payment.state === state))) {
    case 'HELD':
    case 'DISPUTED':
      return own.length === 0 ? 'accepted' : 'payment-held';
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

/** Whether the insured is paid, and no establishment. */
const isOwn = ({ payeeInpe }: ClaimPayment): boolean => payeeInpe === undefined;

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
    toEstablishmentCentimes: paymentsOf(claim).find(({ payment }) => !isOwn(payment))?.payment.amountCentimes,
    held: heldOf(paymentsOf(claim).map(({ payment }) => payment)),
  };
}

/** The bank said that it paid, or people found out that it did. */
const isPaid = ({ type, as }: OwnClaimFacts['events'][number]): boolean =>
  type === 'payment.paid.v1' || (type === 'payment.settled.v1' && as === 'paid');

/** The payments of a claim as their owner sees them: one, or two where some lines were paid before the others. */
export function ownPayments({ claim, events }: OwnClaimFacts): MyPayments['payments'] {
  return paymentsOf(claim).map(({ settlement, payment }) => {
    const paid = events.findLast((event) => isPaid(event) && (event.settlement ?? 1) === settlement);
    return {
      claimId: claim.claimId,
      settlement,
      isOfRest: isOfRest(claim, settlement),
      isToEstablishment: !isOwn(payment),
      receipt: shortReceipt(claim.fileId),
      amountCentimes: payment.amountCentimes,
      place: placeOfMoney([payment]),
      held: heldOf([payment]),
      accountEnding: isOwn(payment) ? payment.rib?.slice(-4) : undefined,
      receivedOn: claim.receivedOn,
      ...(payment.state === 'PAID' ? { paidAt: paid?.occurredAt } : {}),
    };
  });
}

/**
 * Doubts and signals are for those who review: what they say of a claim that is not decided is not disclosed.
 * @param medicineNames of the boxes, by code
 * @param documents that it waits for
 */
export function ownClaim(
  { claim, decision, events, messages }: OwnClaimFacts,
  review?: Awaited,
  medicineNames: ReadonlyMap<string, string> = new Map(),
  documents: readonly WantedDocument[] = [],
): MyClaim {
  return {
    ...summaryOf(claim, review),
    beneficiary: decision?.beneficiary,
    missing: reasonsOf(decision, 'missing'),
    documents: [...documents],
    refused: reasonsOf(decision, 'rejection'),
    waiting: claim.state === 'PARTLY_REFERRED' && decision !== undefined ? waitingOf(decision) : undefined,
    remainingCentimes: remainingOf(decision),
    lines: (decision?.lines ?? []).map((line) => ({
      kind: line.kind,
      medicineName: medicineNames.get(line.medicineCode ?? ''),
      quantity: line.quantity,
      dateOfCare: line.dateOfCare,
      keyLetter: line.keyLetter,
      coefficientHundredths: line.coefficientHundredths,
      billedCentimes: line.billedCentimes,
      unitTariffCentimes: line.unitTariffCentimes,
      basisCentimes: line.basisCentimes,
      rateBasisPoints: line.rateBasisPoints,
      paidCentimes: line.paidCentimes,
      outcome: line.outcome,
      isPaidToEstablishment: line.payeeInpe !== undefined,
    })),
    steps: events.flatMap((event) => {
      // A return asks for another account of whoever was paid.
      if (event.type === 'payment.returned.v1' && !isOfInsured(claim, event)) return [];
      const what = isPaid(event) ? 'paid' : steps.get(event.type);
      return what === undefined ? [] : [{ at: event.occurredAt, what }];
    }),
    messages: messages.flatMap(({ text, updatedAt }) =>
      text === undefined ? [] : [{ at: updatedAt, text }],
    ),
  };
}

const isOfInsured = (claim: Claim, { settlement }: OwnClaimFacts['events'][number]): boolean => {
  const payment = paymentAt(claim, settlement ?? 1);
  return payment === undefined || isOwn(payment);
};

/** What an establishment billed beyond what it is paid; undefined where none is paid. */
function remainingOf(decision: DecisionRecord | undefined): number | undefined {
  const theirs = (decision?.lines ?? []).filter(({ payeeInpe }) => payeeInpe !== undefined);
  if (theirs.length === 0) return undefined;
  return theirs.reduce(
    (sum, { billedCentimes = 0, paidCentimes = 0 }) => sum + Math.max(0, billedCentimes - paidCentimes),
    0,
  );
}

function heldOf(all: readonly ClaimPayment[]): MyClaimSummary['held'] {
  const payments = all.filter(isOwn);
  if (payments.some(({ state }) => state === 'DISPUTED')) return 'DISPUTED';
  return payments.find(({ state }) => state === 'HELD')?.heldReason;
}

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
  ['claim.partly-referred.v1', 'partly-in-review'],
  ['claim.incomplete.v1', 'information-missing'],
  ['claim.document-requested.v1', 'information-missing'],
  ['claim.approved.v1', 'accepted'],
  ['claim.partly-approved.v1', 'partly-accepted'],
  ['claim.rejected.v1', 'refused'],
  ['payment.accepted.v1', 'payment-ordered'],
  ['payment.returned.v1', 'payment-returned'],
]);
