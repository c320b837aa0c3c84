import { expect, it } from 'vitest';
import { ribKey } from '../../../../contexts/shared/identifiers/rib.ts';
import { orderPayments } from '../../../../contexts/payments/use-cases/order-payments.ts';
import type { PaymentBatch } from '../../../../contexts/payments/domain/payment-batch.ts';

const RIB = `0117800000000000000001${ribKey('0117800000000000000001')}`;

it('a payment batch of before that cannot be written keeps no other from the bank, and the run says so in the end', async () => {
  const written: string[] = [];
  const states = new Map<string, PaymentBatch['state']>([
    ['BROKEN', 'SEALED'],
    ['SOUND', 'SEALED'],
  ]);
  const batchOf = (batchId: string): PaymentBatch => ({
    batchId,
    state: states.get(batchId) ?? 'OPEN',
    version: 1,
    createdAt: '2026-11-20T12:00:00.000Z',
    debtor: { name: 'CAISSE', rib: '', bic: '' },
  });
  const payment = { paymentId: 'A-1', claimId: 'A', attempt: 1, amountCentimes: 100, rib: RIB };
  const run = orderPayments({
    claims: {
      findMany: () => Promise.resolve([]),
      movePayment: () => Promise.reject(new Error('Nothing is to be moved')),
      // eslint-disable-next-line @typescript-eslint/require-await -- nothing is pending
      async *listQueue() {
        yield [];
      },
    },
    batches: {
      listUnsent: () => Promise.resolve([...states.keys()]),
      find: (id: string) => Promise.resolve(batchOf(id)),
      payments: () => Promise.resolve([payment]),
      recordSent: () => Promise.resolve('applied'),
    } as never,
    bank: {
      writeOrder: (id) => {
        written.push(id);
        return Promise.resolve(id);
      },
      readAnswer: () => Promise.reject(new Error('Nobody asks')),
    },
    registry: {
      findPeople: () => Promise.resolve(new Map()),
      findPersonFile: () => Promise.resolve(undefined),
    },
    references: { findReferences: () => Promise.resolve(new Map()) },
    clock: () => new Date('2026-11-21T12:00:00.000Z'),
    debtor: batchOf('SOUND').debtor,
    maxPaymentsPerBatch: 10,
    writeOrder: ({ batchId }) => {
      if (batchId === 'BROKEN') throw new Error('A name has no letters that a bank takes');
      return '<Document/>';
    },
  });
  await expect(run).rejects.toThrow('no letters');
  expect(written).toEqual(['SOUND']);
});
