import { randomUUID } from 'node:crypto';
import {
  type Claim,
  type ClaimStore,
  orderablePayment,
  paymentAt,
  type PaymentCommand,
  type Settlement,
} from '#claims';
import { type Clock, dayInMorocco } from '#shared';
import {
  batchPaymentOf,
  paymentBatchIdOf,
  type Debtor,
  type PaymentBatch,
  type BatchPayment,
} from '../domain/payment-batch.ts';
import { isOrderable } from '../domain/pain-001.ts';
import { type DeathsDependencies, findDeceased } from './find-deceased.ts';
import type { PaymentBatchStore } from '../ports/payment-batch-store.ts';
import type { BankExchange } from '../ports/bank-exchange.ts';

/** Payments moved into a batch in one transaction (DynamoDB takes 100 writes). */
const PAYMENTS_PER_TRANSACTION = 40;

export interface OrderPaymentsDependencies extends DeathsDependencies {
  readonly claims: Pick<ClaimStore, 'findMany' | 'listQueue' | 'movePayment'>;
  readonly batches: PaymentBatchStore;
  readonly bank: BankExchange;
  readonly clock: Clock;
  readonly debtor: Debtor;
  readonly maxPaymentsPerBatch: number;
  /** Writes the bank order (pain.001) of a sealed batch; the same batch always gives the same bytes. */
  readonly writeOrder: (batch: PaymentBatch, payments: readonly BatchPayment[]) => string;
}

export interface PaymentRun {
  readonly batchIds: readonly string[];
  readonly paymentCount: number;
  readonly totalCentimes: number;
  /** Payments of which no order can be written: each is taken out alone, and waits for people. */
  readonly takenOutCount: number;
  /** Payments whose payee has died: each is held, and waits for people. */
  readonly heldForDeathCount: number;
}

/**
 * One payment run: finishes what an earlier run left behind, and puts every pending payment into a batch. Payments that are held
 * are not looked at: `releasePayments` makes them pending. It may be killed at any point, or run twice at once: a payment moves into a
 * batch by a condition on its own state, and a batch is written from the record of what moved.
 *
 * The death of whoever is paid is looked for before a payment moves into a batch, and again where a batch of an earlier run was not
 * sealed yet. Whoever seals a batch says what its order leaves out, so that all who write it write the same.
 * @throws Error of a batch of an earlier run, after all others have left
 */
export async function orderPayments(dependencies: OrderPaymentsDependencies): Promise<PaymentRun> {
  const { batches } = dependencies;
  const sent: SentBatch[] = [];
  const failures: unknown[] = [];
  let neverIn = 0;
  let deadBefore = 0;
  for (const batchId of await batches.listUnsent()) {
    try {
      const batch = await batches.find(batchId);
      if (batch === undefined) continue;
      const finished = await finish(batch, dependencies, true);
      sent.push(finished);
    } catch (error) {
      // One that cannot be written must not keep everybody else from being paid.
      failures.push(error);
    }
  }
  let more = true;
  while (more) {
    const { pending, takenOut, heldForDeath } = await takePending(dependencies);
    neverIn += takenOut;
    deadBefore += heldForDeath;
    const next = await fillOne(pending, dependencies);
    if (next !== undefined) sent.push(next);
    more = next !== undefined && next.paymentCount > 0;
  }
  if (failures.length > 0) throw failures[0];
  const ours = sent.filter(({ isOurs }) => isOurs);
  return {
    batchIds: ours.map(({ batchId }) => batchId),
    paymentCount: ours.reduce((sum, { paymentCount }) => sum + paymentCount, 0),
    totalCentimes: ours.reduce((sum, { totalCentimes }) => sum + totalCentimes, 0),
    takenOutCount: sent.reduce((sum, one) => sum + one.takenOutCount, neverIn),
    heldForDeathCount: sent.reduce((sum, one) => sum + one.heldForDeathCount, deadBefore),
  };
}

/** A batch that has left; another run that was at work at the same time may have been the one to send it. */
interface SentBatch {
  readonly isOurs: boolean;
  readonly batchId: string;
  readonly paymentCount: number;
  readonly totalCentimes: number;
  /** Payments that had moved into it, and of which no order can be written. */
  readonly takenOutCount: number;
  /** Payments that had moved into it before the death of their payee was known. */
  readonly heldForDeathCount: number;
}

async function fillOne(
  pending: readonly Claim[],
  dependencies: OrderPaymentsDependencies,
): Promise<SentBatch | undefined> {
  const { batches, clock, debtor } = dependencies;
  if (pending.length === 0) return undefined;
  const now = clock();
  const createdAt = now.toISOString();
  const batchId = paymentBatchIdOf(dayInMorocco(now), randomUUID().slice(0, 13));
  const batch: PaymentBatch = { batchId, state: 'OPEN', version: 1, createdAt, debtor };
  await batches.open(batch);
  for (let start = 0; start < pending.length; start += PAYMENTS_PER_TRANSACTION) {
    const closed = await assignAll(batch, pending.slice(start, start + PAYMENTS_PER_TRANSACTION), batches);
    if (closed) break;
  }
  return finish(batch, dependencies);
}

/** Puts some payments into the batch, without those that another run took meanwhile; true when it was closed meanwhile. */
async function assignAll(
  batch: PaymentBatch,
  some: readonly Claim[],
  batches: PaymentBatchStore,
): Promise<boolean> {
  let left = some;
  while (left.length > 0) {
    const result = await batches.assign(batch, left);
    if (result === 'closed') return true;
    if (result === 'applied') return false;
    const refused = new Set(result.refused);
    left = left.filter((claim) => !refused.has(claim.claimId));
  }
  return false;
}

interface Pending {
  readonly pending: readonly Claim[];
  readonly takenOut: number;
  readonly heldForDeath: number;
}

/** Payments that can be ordered, up to the limit. One of which no order can be written would keep all others of its order. */
async function takePending(dependencies: OrderPaymentsDependencies): Promise<Pending> {
  const { claims, clock, maxPaymentsPerBatch: limit } = dependencies;
  const taken: Claim[] = [];
  let takenOut = 0;
  let heldForDeath = 0;
  for await (const claimIds of claims.listQueue('PAYMENT_PENDING')) {
    const leaving = (await claims.findMany(claimIds)).flatMap((claim) => {
      const orderable = orderablePayment(claim);
      return orderable === undefined ? [] : [{ claim, ...orderable }];
    });
    const dead = await findDeceased(leaving, dayInMorocco(clock()), dependencies);
    for (const { claim, settlement } of leaving) {
      const payment = batchPaymentOf(claim);
      if (dead.has(claim.claimId))
        heldForDeath += await moveOut(claim, { kind: 'hold-for-death' }, settlement, claims);
      else if (payment !== undefined && isOrderable(payment)) taken.push(claim);
      else takenOut += await moveOut(claim, { kind: 'take-out' }, settlement, claims);
    }
    if (taken.length >= limit) break;
  }
  return { pending: taken.slice(0, limit), takenOut, heldForDeath };
}

/** @returns how many were: none where another run, or an answer, was first */
async function moveOut(
  claim: Claim,
  command: Extract<PaymentCommand, { kind: 'take-out' | 'hold-for-death' }>,
  settlement: Settlement | undefined,
  claims: OrderPaymentsDependencies['claims'],
): Promise<0 | 1> {
  const { result } = await claims.movePayment(claim, command, { settlement });
  return result === 'applied' ? 1 : 0;
}

/** Payments of an earlier run's batch, which no bank knows yet, whose payee has died since they moved into it. */
async function deadInBatch(
  { batchId }: PaymentBatch,
  { claims, batches, ...dependencies }: OrderPaymentsDependencies,
): Promise<readonly string[]> {
  const payments = await batches.payments(batchId);
  const found = payments.length === 0 ? [] : await claims.findMany(payments.map(({ claimId }) => claimId));
  const byId = new Map(found.map((claim) => [claim.claimId, claim]));
  const leaving = payments.flatMap(({ claimId, settlement = 1, attempt }) => {
    const claim = byId.get(claimId);
    const payment = claim && paymentAt(claim, settlement);
    const isInIt = payment?.state === 'ORDERED' && payment.attempt === attempt && payment.batchId === batchId;
    return claim !== undefined && payment !== undefined && isInIt ? [{ claim, payment }] : [];
  });
  const dead = await findDeceased(leaving, dayInMorocco(dependencies.clock()), dependencies);
  // A batch has one payment of a claim at most.
  return payments.filter(({ claimId }) => dead.has(claimId)).map(({ paymentId }) => paymentId);
}

/** Holds what the order of a sealed batch leaves out. Another run, or this one before it was killed, may have held some already. */
async function holdBack(
  { batchId, heldBack = [] }: PaymentBatch,
  { claims, batches }: OrderPaymentsDependencies,
): Promise<number> {
  if (heldBack.length === 0) return 0;
  const ids = new Set(heldBack);
  const payments = (await batches.payments(batchId)).filter(({ paymentId }) => ids.has(paymentId));
  const found = await claims.findMany(payments.map(({ claimId }) => claimId));
  const byId = new Map(found.map((claim) => [claim.claimId, claim]));
  let held = 0;
  for (const { claimId, settlement = 1, attempt } of payments) {
    const claim = byId.get(claimId);
    const payment = claim && paymentAt(claim, settlement);
    if (claim === undefined || payment?.state !== 'ORDERED' || payment.attempt !== attempt) continue;
    // Left out of the order and still ordered, it would never be paid, and nobody would look.
    if ((await moveOut(claim, { kind: 'hold-for-death', batchId }, settlement, claims)) === 0)
      throw new Error('A payment moved while it was held back');
    held += 1;
  }
  return held;
}

/**
 * Payments of a sealed batch that its order can say. The others are taken out before it is written; of an earlier run's
 * batch also those that it had taken out already, whatever can be written by now.
 */
async function orderablePayments(
  { batchId, heldBack }: PaymentBatch,
  isEarlier: boolean,
  { claims, batches }: OrderPaymentsDependencies,
): Promise<{ readonly payments: readonly BatchPayment[]; readonly takenOutCount: number }> {
  const isHeldBack = new Set(heldBack);
  const payments = (await batches.payments(batchId)).filter(({ paymentId }) => !isHeldBack.has(paymentId));
  const odd = new Set(payments.filter((payment) => !isOrderable(payment)));
  const looked = payments.filter((payment) => isEarlier || odd.has(payment));
  const found = looked.length === 0 ? [] : await claims.findMany(looked.map(({ claimId }) => claimId));
  const byId = new Map(found.map((claim) => [claim.claimId, claim]));
  let takenOutCount = 0;
  const isOut = new Set(odd);
  // A batch has one payment of a claim at most: each is moved in, in a transaction of its claim.
  for (const ordered of looked) {
    const claim = byId.get(ordered.claimId);
    if (claim === undefined) continue;
    const { settlement = 1, attempt } = ordered;
    const payment = paymentAt(claim, settlement);
    if (odd.has(ordered) && payment?.state === 'ORDERED' && payment.attempt === attempt) {
      // Left out of the order and still ordered, it would never be paid.
      if ((await moveOut(claim, { kind: 'take-out' }, settlement, claims)) === 0)
        throw new Error('A payment moved while it was taken out');
      takenOutCount += 1;
    }
    const wasTakenOut = payment?.refusals?.some((one) => one.attempt === attempt && one.batchId === batchId);
    if (wasTakenOut === true) isOut.add(ordered);
  }
  return { payments: payments.filter((payment) => !isOut.has(payment)), takenOutCount };
}

async function finish(
  batch: PaymentBatch,
  dependencies: OrderPaymentsDependencies,
  isEarlier = false,
): Promise<SentBatch> {
  const { batches, bank, writeOrder } = dependencies;
  const { batchId } = batch;
  if (batch.state === 'OPEN')
    await batches.seal(batch, isEarlier ? await deadInBatch(batch, dependencies) : []);
  const sealed = await batches.find(batchId);
  if (sealed?.state !== 'SEALED') {
    const totals = totalsOf(await batches.payments(batchId));
    return { batchId, ...totals, isOurs: false, takenOutCount: 0, heldForDeathCount: 0 };
  }
  const heldForDeathCount = await holdBack(sealed, dependencies);
  const { payments, takenOutCount } = await orderablePayments(sealed, isEarlier, dependencies);
  const totals = totalsOf(payments);
  const common = { batchId, ...totals, takenOutCount, heldForDeathCount };
  if (payments.length === 0) {
    await batches.recordEmpty(sealed);
    return { ...common, isOurs: false };
  }
  const orderKey = await bank.writeOrder(batchId, writeOrder({ ...sealed, ...totals }, payments));
  const sent = await batches.recordSent(sealed, { orderKey, ...totals });
  return { ...common, isOurs: sent === 'applied' };
}

const totalsOf = (payments: readonly BatchPayment[]) => ({
  paymentCount: payments.length,
  totalCentimes: payments.reduce((sum, { amountCentimes }) => sum + amountCentimes, 0),
});
