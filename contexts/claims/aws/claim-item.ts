import type { Claim } from '../domain/claim.ts';
import { heldForInpe, type PaymentWait, waitingPayment } from '../domain/payments-of-claim.ts';
import type { ClaimState } from '../domain/states.ts';
import type { ClaimQueue } from '../ports/claim-store.ts';
import { claimKey, shardOf } from './claims-items.ts';
import { storedPayment, storedSubmission } from './stored-names.ts';

/**
 * A claim as the table keeps it: in a work queue only while someone has to work on it, always in the list of its state and
 * day, and beneath its insured once that one is known.
 */
export function toClaimItem(claim: Claim): Record<string, unknown> {
  const queue = queueOf(claim);
  return {
    ...claimKey(claim.claimId),
    ...storedSubmission(claim),
    payment: claim.payment && storedPayment(claim.payment),
    secondPayment: claim.secondPayment && storedPayment(claim.secondPayment),
    ...(queue && { gsi1pk: queueKey(queue, shardOf(claim.claimId)), gsi1sk: queuePlaceOf(claim, queue) }),
    gsi2pk: dayKey(claim.state, claim.receivedOn),
    gsi2sk: `${claim.channelId}#${claim.claimId}`,
    ...(claim.registrationNumber && {
      gsi3pk: insuredKey(claim.registrationNumber),
      gsi3sk: `${claim.receivedOn}#${claim.claimId}`,
    }),
  };
}

export function queueKey(queue: ClaimQueue, shard: number): string {
  return `QUEUE#${queue}#${shard}`;
}

/** What stands before the ids of held claims that wait for the account of one establishment: they are found by it. */
export const heldForKey = (inpe: string): string => `PROVIDER#${inpe}#`;

function queuePlaceOf(claim: Claim, queue: ClaimQueue): string {
  const inpe = queue === 'PAYMENT_HELD' ? heldForInpe(claim) : undefined;
  return inpe === undefined ? claim.claimId : `${heldForKey(inpe)}${claim.claimId}`;
}

/** The claim that stands at a place of a queue; held claims of before have nothing but their id there, whomever they wait for. */
export const claimIdAtPlace = (gsi1sk: string): string => gsi1sk.slice(gsi1sk.lastIndexOf('#') + 1);

/** Key of the index `listing`: claims of one state that came on one day, by channel. */
export function dayKey(state: ClaimState, receivedOn: string): string {
  return `CLAIMS#${state}#${receivedOn}`;
}

/** Key of the index `owner`: claims of one insured person, by day. */
export function insuredKey(registrationNumber: string): string {
  return `PERSON#${registrationNumber}`;
}

const queueOfWait = {
  DISPUTED: 'PAYMENT_DISPUTED',
  REFUSED: 'PAYMENT_REFUSED',
  HELD: 'PAYMENT_HELD',
  PENDING: 'PAYMENT_PENDING',
} as const satisfies Record<PaymentWait, ClaimQueue>;

/** The work queue that a claim waits in; undefined where nobody has to work on it. */
export function queueOf(claim: Claim): ClaimQueue | undefined {
  const { state } = claim;
  if (state === 'REFERRED' || state === 'INCOMPLETE') return state;
  const waiting = waitingPayment(claim);
  if (waiting !== undefined) return queueOfWait[waiting.waitsFor];
  // Its review stands in a queue of its own all the while.
  return state === 'PARTLY_REFERRED' ? 'REFERRED' : undefined;
}
