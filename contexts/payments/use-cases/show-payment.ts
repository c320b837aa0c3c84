import {
  type Claim,
  type ClaimHistory,
  type ClaimPayment,
  type ClaimStore,
  isOfRest,
  paymentIdOf,
  paymentsOf,
  type SettledPayment,
} from '#claims';
import type { ClaimEvent, MilafEvent } from '#events';
import { isDeceasedOn } from '#registry';
import type { RuleBook } from '#rules';
import { dayInMorocco, type Staff } from '#shared';
import type { AccessLog } from '#staff';
import type { PaymentAction, PaymentStep, PaymentView, SettleAction } from '../api/payments.ts';
import { ordersInQuestion, waitsAfterDeath, waitsForAccount } from '../domain/decide-payment.ts';
import { ordersOf } from '../domain/orders-of-payment.ts';
import { refusalCause } from '../domain/reason-cause.ts';
import {
  commandFor,
  readyAccount,
  settledPayment,
  type SettlePaymentsDependencies,
} from './settle-payments.ts';

export interface ShowPaymentDependencies extends Pick<SettlePaymentsDependencies, 'registry' | 'clock'> {
  readonly claims: Pick<ClaimStore, 'history'>;
  readonly accesses: Pick<AccessLog, 'record'>;
  readonly rules: RuleBook;
}

/** The payment that waits for somebody, else the latest one of the claim. */
function shownPayment(claim: Claim): SettledPayment | undefined {
  return settledPayment(claim) ?? paymentsOf(claim).at(-1);
}

/**
 * One payment: what was ordered, what the bank said of it, and what this reader may do about it. That someone looked is on record
 * before it is shown. Accounts are shown in full to those who compare them with the bank's.
 * @returns undefined where there is no such claim, or nothing is paid for it
 */
export async function showPayment(
  staff: Staff,
  claimId: string,
  { claims, accesses, rules, ...dependencies }: ShowPaymentDependencies,
): Promise<PaymentView | undefined> {
  const history = await claims.history(claimId);
  const settled = history && shownPayment(history.claim);
  if (history === undefined || settled === undefined) return undefined;
  await accesses.record({ actor: staff.userId, operation: 'showPayment', subject: `claim:${claimId}` });
  const { claim } = history;
  const { settlement, payment } = settled;
  const other = paymentsOf(claim).find((one) => one.settlement !== settlement);
  const isMasked = !staff.roles.includes('treasurer');
  const shown = (rib: string | undefined) => (isMasked && rib !== undefined ? `… ${rib.slice(-4)}` : rib);
  const { returnReason, heardInDispute = [] } = payment;
  const onFile = await readyAccount(claim, payment, dependencies);
  return {
    claimId,
    version: claim.version,
    settlement,
    isOfRest: isOfRest(claim, settlement),
    state: payment.state,
    heldReason: payment.heldReason,
    disputedBecause: payment.disputedBecause,
    returnReason,
    cause:
      returnReason === undefined
        ? undefined
        : refusalCause([{ code: returnReason }], rules, dayInMorocco(dependencies.clock())),
    amountCentimes: payment.amountCentimes,
    payeeInpe: payment.payeeInpe,
    since: payment.since,
    settledBy: payment.settledBy,
    saidAfterDeath: payment.saidAfterDeath,
    isInsuredDeceased: await hasInsuredDied(claim, dependencies),
    other: other && {
      settlement: other.settlement,
      state: other.payment.state,
      amountCentimes: other.payment.amountCentimes,
      payeeInpe: other.payment.payeeInpe,
    },
    isAccountMasked: isMasked,
    accountOnFile: shown(onFile),
    orders: ordersOf(payment).map(({ attempt, state, rib, batchId }) => ({
      order: attempt,
      paymentId: paymentIdOf(claimId, attempt, settlement),
      remittanceId: batchId,
      state,
      account: shown(rib),
    })),
    ordersInQuestion: payment.state === 'DISPUTED' ? [...ordersInQuestion(payment)] : [],
    heard: heardInDispute.map(({ attempt, ...said }) => ({ order: attempt, ...said })),
    steps: stepsOf(history),
    actions: await actionsOf(claim, payment, staff, dependencies),
  };
}

/** What people do about a payment in this state, and why this person cannot. */
async function actionsOf(
  claim: Claim,
  payment: ClaimPayment,
  staff: Staff,
  dependencies: Pick<SettlePaymentsDependencies, 'registry' | 'clock'>,
): Promise<PaymentView['actions']> {
  const view = (action: PaymentAction, code: string | undefined) => ({
    action,
    ...(staff.roles.includes('treasurer')
      ? code !== undefined && { whyNot: code }
      : { whyNot: 'NOT_ALLOWED' }),
  });
  if (waitsForAccount(payment)) return [view('look-again', undefined)];
  return Promise.all(
    settleActionsIn(payment).map(async (action) => {
      // Which of several orders was paid is said when it is done.
      const [order] = ordersInQuestion(payment);
      const command = await commandFor({ action, order }, claim, staff, dependencies);
      return view(action, typeof command === 'string' ? command : undefined);
    }),
  );
}

function settleActionsIn(payment: ClaimPayment): readonly SettleAction[] {
  const { state, heldReason } = payment;
  if (heldReason === 'CLOSED_AFTER_DEATH') return ['pay-after-death'];
  if (waitsAfterDeath(payment)) return ['pay-after-death', 'close-after-death'];
  if (state === 'DISPUTED') return ['settle-paid', 'settle-not-paid'];
  return state === 'HELD' ? ['order-again', 'ask-account'] : [];
}

async function hasInsuredDied(
  { registrationNumber }: Claim,
  { registry, clock }: Pick<ShowPaymentDependencies, 'registry' | 'clock'>,
): Promise<boolean> {
  const file = registrationNumber && (await registry.findPersonFile(registrationNumber));
  return file ? isDeceasedOn(file, dayInMorocco(clock())) : false;
}

type PaymentEvent = Extract<ClaimEvent, { type: `payment.${string}` }>;
const isOfPayment = (event: MilafEvent): event is PaymentEvent => event.type.startsWith('payment.');

const names = {
  'payment.released.v1': 'released',
  'payment.accepted.v1': 'accepted',
  'payment.paid.v1': 'paid',
  'payment.returned.v1': 'returned',
  'payment.refused.v1': 'refused',
  'payment.disputed.v1': 'disputed',
  'payment.settled.v1': 'settled',
} as const satisfies Record<PaymentEvent['type'], PaymentStep['what']>;

function stepsOf({ events, reasons }: ClaimHistory): PaymentStep[] {
  return events.filter(isOfPayment).map((event) => ({
    at: event.occurredAt,
    what: names[event.type],
    settlement: event.settlement ?? 1,
    order: event.attempt,
    code: 'reason' in event ? event.reason : undefined,
    by: 'by' in event ? event.by : undefined,
    settledAs: 'as' in event ? event.as : undefined,
    text: reasons?.get(event.eventId),
  }));
}
