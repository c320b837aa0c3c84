import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settlePayment } from '../../../../contexts/payments/use-cases/settle-payments.ts';
import type { Claim, ClaimPayment } from '../../../../contexts/claims/domain/claim.ts';
import type { PaymentBatch } from '../../../../contexts/payments/domain/payment-batch.ts';
import { ribKey } from '../../../../contexts/shared/identifiers/rib.ts';
import { buildPain001 } from '../../../../contexts/payments/domain/pain-001.ts';
import { queueOf } from '../../../../contexts/claims/aws/claim-item.ts';
import { PaymentWorld } from '../../../support/payment-world.ts';
import { noProviderAccounts, personFile } from '../../../support/person-files.ts';
import { applyBankAnswer } from '../../../../contexts/payments/use-cases/apply-bank-answer.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { answerXml } from '../domain/support/answers.ts';

const DAY = '2026-03-02';
const RIB = `0117800000000000000001${ribKey('0117800000000000000001')}`;
const NUMBER = '104725831';

/** What no order can say, however it came into the record. */
const FAULTS: readonly Partial<ClaimPayment>[] = [
  { rib: undefined },
  { rib: '' },
  { rib: '123' },
  { rib: `${RIB.slice(0, 22)}00` },
  { rib: `${RIB.slice(0, 23)}٣` },
  { amountCentimes: 0 },
  { amountCentimes: -1 },
  { amountCentimes: 10.5 },
  { amountCentimes: Number.NaN },
  { attempt: 1e21 },
];

const worldOf = () =>
  new PaymentWorld(
    () => new Date(`${DAY}T10:00:00.000Z`),
    () => ({
      ...personFile(),
      accounts: [{ type: 'account', registrationNumber: NUMBER, rib: RIB, from: DAY }],
    }),
  );

const claimOf = (claimId: string, payment: Partial<ClaimPayment> = {}): Claim => ({
  claimId,
  state: 'APPROVED',
  version: 2,
  fileId: 'F',
  channelId: 'agency-rabat-01',
  submissionDate: DAY,
  receivedOn: DAY,
  submissionSignals: [],
  formNumber: 1,
  formsInFile: 1,
  registrationNumber: NUMBER,
  payment: { state: 'PENDING', attempt: 1, amountCentimes: 10_000, rib: RIB, ...payment },
});
const orderedAt = (world: PaymentWorld) =>
  [...world.atBank.values()].flatMap((payments) => payments.map(({ claimId }) => claimId));

describe('a payment of which no order can be written', () => {
  it('is taken out alone and waits for people, and all others are ordered, wherever it stands', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.constantFrom(...FAULTS)), { minLength: 1, maxLength: 100 }),
        async (faults) => {
          const world = worldOf();
          faults.forEach((fault, index) => world.put(claimOf(`C${index}`, fault ?? {})));
          const run = await world.run();
          const sound = faults.flatMap((fault, index) => (fault === null ? [`C${index}`] : []));
          expect(orderedAt(world).toSorted()).toEqual(sound.toSorted());
          expect(run.takenOutCount).toBe(faults.length - sound.length);
          for (const claim of world.all.filter(({ claimId }) => !sound.includes(claimId)))
            expect(queueOf(claim)).toBe('PAYMENT_REFUSED');
          expect((await world.run()).takenOutCount).toBe(0);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is ordered under its own number once people have seen to its account', async () => {
    const world = worldOf();
    world.put(claimOf('C1', { rib: '123' }));
    await world.run();
    expect(
      await settlePayment(
        { claimId: 'C1', action: 'order-again' },
        { userId: 'staff' },
        {
          claims: world.claims,
          registry: {
            ...noProviderAccounts,
            findPersonFile: () =>
              Promise.resolve({
                ...personFile(),
                accounts: [{ type: 'account', registrationNumber: NUMBER, rib: RIB, from: DAY }],
              }),
          },
          clock: () => new Date(`${DAY}T11:00:00.000Z`),
        },
      ),
    ).toBe('done');
    await world.run();
    expect(world.ordered.map(({ paymentId }) => paymentId)).toEqual(['C1-1']);
  });

  it('can have another account asked for, although no order of it ever left', async () => {
    const world = worldOf();
    world.put(claimOf('C1', { rib: '123' }));
    await world.run();
    const moved = world.move(world.find('C1')!, { kind: 'ask-for-account', by: 'staff' });
    expect(moved.result).toBe('applied');
    expect(world.events.at(-1)).toMatchObject({ type: 'payment.returned.v1', attempt: 1 });
  });

  it('keeps no sealed order of before either, and is in no later writing of it', async () => {
    const world = worldOf();
    const batch: PaymentBatch = {
      batchId: 'R20260302-x',
      state: 'OPEN',
      version: 1,
      createdAt: `${DAY}T09:00:00.000Z`,
      debtor: { name: 'CNSS', rib: RIB, bic: 'BCMAMAMC' },
    };
    const claims = [claimOf('C1'), claimOf('C2', { rib: '123' }), claimOf('C3')];
    for (const claim of claims) world.put(claim);
    await world.batches.open(batch);
    await world.batches.assign(batch, claims);
    await expect(
      world.run((part) =>
        'recordSent' in part ? { ...part, recordSent: () => Promise.reject(new Error('killed')) } : part,
      ),
    ).rejects.toThrow('killed');
    expect(world.find('C2')?.payment).toMatchObject({
      state: 'HELD',
      attempt: 2,
      heldReason: 'REFUSED_BY_BANK',
    });
    // Someone lets it leave again before the order of before is finished.
    world.move(world.find('C2')!, { kind: 'order-again', rib: RIB, by: 'staff' });
    await world.run();
    expect(world.atBank.get(batch.batchId)?.map(({ claimId }) => claimId)).toEqual(['C1', 'C3']);
    expect(orderedAt(world).toSorted()).toEqual(['C1', 'C2', 'C3']);
  });

  it('does not stand in the way of the answer to the order that it was taken out of', async () => {
    const world = worldOf();
    const batch = {
      batchId: 'R20260302-x',
      payments: [
        { paymentId: 'C1-1', claimId: 'C1', attempt: 1, amountCentimes: 10_000, rib: RIB },
        { paymentId: 'C2-1', claimId: 'C2', attempt: 1, amountCentimes: 10_000, rib: '123' },
      ],
    };
    world.put(claimOf('C1', { state: 'ORDERED', batchId: batch.batchId }));
    world.put(claimOf('C2', { state: 'HELD', attempt: 2, heldReason: 'REFUSED_BY_BANK' }));
    const xml = answerXml({
      ...{ originalMessageId: batch.batchId, groupStatus: 'ACSC' },
      ...{ numberOfTransactions: 1, controlSum: '100.00' },
    });
    const applied = await applyBankAnswer('answer', {
      bank: { readAnswer: () => Promise.resolve(xml) },
      claims: world.claims,
      batches: { find: () => Promise.resolve(undefined), payments: () => Promise.resolve(batch.payments) },
      rules: currentRuleBook(),
      clock: () => new Date(`${DAY}T12:00:00.000Z`),
    });
    expect(applied).toMatchObject({ counts: { paid: 1, disputed: 0 }, problems: [] });
    expect(world.find('C2')?.payment?.state).toBe('HELD');
  });

  it('is told as the order itself would tell it', () => {
    for (const fault of FAULTS) {
      const { attempt, amountCentimes, rib = '' } = { ...claimOf('C').payment!, ...fault };
      expect(() =>
        buildPain001({
          batch: { batchId: 'R1', createdAt: `${DAY}T09:00:00.000Z`, executionDate: DAY },
          debtor: { name: 'CNSS', rib: RIB, bic: 'BCMAMAMC' },
          payments: [{ paymentId: `C-${attempt}`, amountCentimes, rib }],
        }),
      ).toThrow(RangeError);
    }
  });
});
