import type { Claim, ClaimPayment } from './claim.ts';

/**
 * Which payment of a claim: 1 is what was certain when it was decided, which is all of most claims; 2 is what had to wait for
 * people, once they are done. Of a claim that an establishment files, 1 is the establishment's where anything is, and 2 what the
 * insured is paid beside it. There is no third.
 */
export type Settlement = 1 | 2;

export interface SettledPayment {
  readonly settlement: Settlement;
  readonly payment: ClaimPayment;
}

type Payments = Pick<Claim, 'payment' | 'secondPayment'>;

/** The payments of a claim, the first one first. */
export function paymentsOf({ payment, secondPayment }: Payments): readonly SettledPayment[] {
  return [
    ...(payment === undefined ? [] : [{ settlement: 1, payment } as const]),
    ...(secondPayment === undefined ? [] : [{ settlement: 2, payment: secondPayment } as const]),
  ];
}

export function paymentAt(claim: Payments, settlement: Settlement): ClaimPayment | undefined {
  return settlement === 1 ? claim.payment : claim.secondPayment;
}

/** Whether a payment is of lines that waited while others were paid; else the second is the insured's beside an establishment's. */
export const isOfRest = ({ payment }: Payments, settlement: Settlement): boolean =>
  settlement === 2 && payment?.payeeInpe === undefined;

/** The claim with another state of one of its payments. */
export function withPaymentAt(claim: Claim, { settlement, payment }: SettledPayment): Claim {
  return settlement === 1 ? { ...claim, payment } : { ...claim, secondPayment: payment };
}

/** What a payment waits for, or that it waits to be ordered; the first of these that one waits for is what its claim waits for. */
const waits = ['DISPUTED', 'REFUSED', 'HELD', 'PENDING'] as const;
export type PaymentWait = (typeof waits)[number];

function waitOf({ state, heldReason }: ClaimPayment): PaymentWait | undefined {
  if (state === 'HELD') {
    if (heldReason === 'CLOSED_AFTER_DEATH') return undefined;
    return heldReason === 'REFUSED_BY_BANK' || heldReason === 'PAYEE_DECEASED' ? 'REFUSED' : 'HELD';
  }
  return state === 'DISPUTED' || state === 'PENDING' ? state : undefined;
}

/**
 * The payment of a claim that somebody has to do something about next, and what. No money of a claim leaves while another payment
 * of it is in dispute, was refused, or waits for an account: what stopped that one would stop this one, or must be known first. Only
 * the account of somebody else that is waited for stops nobody.
 */
export function waitingPayment(
  claim: Payments,
): (SettledPayment & { readonly waitsFor: PaymentWait }) | undefined {
  const waiting = paymentsOf(claim).flatMap((settled) => {
    const waitsFor = waitOf(settled.payment);
    return waitsFor === undefined ? [] : [{ ...settled, waitsFor }];
  });
  const first = waits
    .map((wait) => waiting.find(({ waitsFor }) => waitsFor === wait))
    .find((found) => found !== undefined);
  if (first?.waitsFor !== 'HELD') return first;
  const ofOther = waiting.find(
    ({ waitsFor, payment }) => waitsFor === 'PENDING' && payment.payeeInpe !== first.payment.payeeInpe,
  );
  return ofOther ?? first;
}

/** INPE of the establishment whose account a payment of the claim waits for; undefined where none does. */
export const heldForInpe = (claim: Payments): string | undefined =>
  paymentsOf(claim).find(({ payment }) => payment.payeeInpe !== undefined && waitOf(payment) === 'HELD')
    ?.payment.payeeInpe;

/** The payment of a claim that may be ordered now. */
export function orderablePayment(claim: Payments): SettledPayment | undefined {
  const waiting = waitingPayment(claim);
  return waiting?.waitsFor === 'PENDING' ? waiting : undefined;
}

/** Identity of an order to pay a claim, unique for ever: the bank sees it as EndToEndId (at most 35 characters). */
export function paymentIdOf(claimId: string, attempt: number, settlement: Settlement = 1): string {
  return settlement === 1 ? `${claimId}-${attempt}` : `${claimId}-S${settlement}-${attempt}`;
}

const builtAsOurs = /^[0-9A-Z]{16}-\d{1,3}-(?:S2-)?\d+$/;

/** Whether a name is built as identities of our orders are, whichever order it may be. */
export const isPaymentId = (name: string): boolean => builtAsOurs.test(name);
