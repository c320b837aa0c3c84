import { randomUUID } from 'node:crypto';
import type { Claim } from '../../domain/claims/claim.ts';
import { dayInMorocco } from '../../domain/morocco-time.ts';
import {
  remittanceIdOf,
  type Debtor,
  type Remittance,
  type RemittancePayment,
} from '../../domain/claims/remittance.ts';
import type { ClaimStore, RemittanceStore } from '../../ports/claims.ts';
import type { BankExchange } from '../../ports/documents.ts';
import type { Clock } from '../../ports/services.ts';

/** Payments moved into a remittance in one transaction (DynamoDB takes 100 writes). */
const PAYMENTS_PER_TRANSACTION = 40;

export interface OrderPaymentsDependencies {
  readonly claims: Pick<ClaimStore, 'findMany' | 'listQueue'>;
  readonly remittances: RemittanceStore;
  readonly bank: BankExchange;
  readonly clock: Clock;
  readonly debtor: Debtor;
  readonly maxPaymentsPerRemittance: number;
  /** Writes the bank order (pain.001) of a sealed remittance; the same remittance always gives the same bytes. */
  readonly writeOrder: (remittance: Remittance, payments: readonly RemittancePayment[]) => string;
}

export interface PaymentRun {
  readonly remittanceIds: readonly string[];
  readonly paymentCount: number;
  readonly totalCentimes: number;
}

/**
 * One payment run: finishes what an earlier run left behind, and puts every pending payment into a remittance. Payments that are held
 * are not looked at: `releasePayments` makes them pending. It may be killed at any point, or run twice at once: a payment moves into a
 * remittance by a condition on its own state, and a remittance is written from the record of what moved.
 * @throws Error of a remittance of an earlier run, after all others have left
 */
export async function orderPayments(dependencies: OrderPaymentsDependencies): Promise<PaymentRun> {
  const { remittances } = dependencies;
  const sent: SentRemittance[] = [];
  const failures: unknown[] = [];
  for (const remittanceId of await remittances.listUnsent()) {
    try {
      const remittance = await remittances.find(remittanceId);
      if (remittance !== undefined) sent.push(await finish(remittance, dependencies));
    } catch (error) {
      // One that cannot be written must not keep everybody else from being paid.
      failures.push(error);
    }
  }
  let more = true;
  while (more) {
    const next = await fillOne(dependencies);
    if (next !== undefined) sent.push(next);
    more = next !== undefined && next.paymentCount > 0;
  }
  if (failures.length > 0) throw failures[0];
  const ours = sent.filter(({ isOurs }) => isOurs);
  return {
    remittanceIds: ours.map(({ remittanceId }) => remittanceId),
    paymentCount: ours.reduce((sum, { paymentCount }) => sum + paymentCount, 0),
    totalCentimes: ours.reduce((sum, { totalCentimes }) => sum + totalCentimes, 0),
  };
}

/** A remittance that has left; another run that was at work at the same time may have been the one to send it. */
interface SentRemittance {
  readonly isOurs: boolean;
  readonly remittanceId: string;
  readonly paymentCount: number;
  readonly totalCentimes: number;
}

async function fillOne(dependencies: OrderPaymentsDependencies): Promise<SentRemittance | undefined> {
  const { claims, remittances, clock, debtor, maxPaymentsPerRemittance } = dependencies;
  const pending = await takePending(claims, maxPaymentsPerRemittance);
  if (pending.length === 0) return undefined;
  const now = clock();
  const createdAt = now.toISOString();
  const remittanceId = remittanceIdOf(dayInMorocco(now), randomUUID().slice(0, 13));
  const remittance: Remittance = { remittanceId, state: 'OPEN', version: 1, createdAt, debtor };
  await remittances.open(remittance);
  for (let start = 0; start < pending.length; start += PAYMENTS_PER_TRANSACTION) {
    const closed = await assignAll(
      remittance,
      pending.slice(start, start + PAYMENTS_PER_TRANSACTION),
      remittances,
    );
    if (closed) break;
  }
  return finish(remittance, dependencies);
}

/** Puts a batch into the remittance, without those that another run took meanwhile; true when it was closed meanwhile. */
async function assignAll(
  remittance: Remittance,
  batch: readonly Claim[],
  remittances: RemittanceStore,
): Promise<boolean> {
  let left = batch;
  while (left.length > 0) {
    const result = await remittances.assign(remittance, left);
    if (result === 'closed') return true;
    if (result === 'applied') return false;
    const refused = new Set(result.refused);
    left = left.filter((claim) => !refused.has(claim.claimId));
  }
  return false;
}

async function takePending(claims: OrderPaymentsDependencies['claims'], limit: number): Promise<Claim[]> {
  const taken: Claim[] = [];
  for await (const claimIds of claims.listQueue('PAYMENT_PENDING')) {
    const found = await claims.findMany(claimIds);
    taken.push(...found.filter(({ payment }) => payment?.state === 'PENDING'));
    if (taken.length >= limit) break;
  }
  return taken.slice(0, limit);
}

async function finish(
  remittance: Remittance,
  { remittances, bank, writeOrder }: OrderPaymentsDependencies,
): Promise<SentRemittance> {
  const { remittanceId } = remittance;
  if (remittance.state === 'OPEN') await remittances.seal(remittance);
  const payments = await remittances.payments(remittanceId);
  const totals = {
    paymentCount: payments.length,
    totalCentimes: payments.reduce((sum, { amountCentimes }) => sum + amountCentimes, 0),
  };
  const sealed = await remittances.find(remittanceId);
  if (sealed?.state === 'SEALED') {
    if (payments.length === 0) await remittances.recordEmpty(sealed);
    else {
      const orderKey = await bank.writeOrder(remittanceId, writeOrder({ ...sealed, ...totals }, payments));
      const sent = await remittances.recordSent(sealed, { orderKey, ...totals });
      return { remittanceId, ...totals, isOurs: sent === 'applied' };
    }
  }
  return { remittanceId, ...totals, isOurs: false };
}
