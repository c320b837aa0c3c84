import { beforeAll, describe, expect, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { Bank, pain002 } from '../support/flow/bank.ts';
import { connectToTestCloud, load, TODAY } from '../support/flow/cloud.ts';
import { prepareClaims, submitClaim, type SubmittedClaim } from '../support/flow/people.ts';
import { Queues } from '../support/flow/queues.ts';
import { settled, until } from '../support/flow/wait.ts';
import { ribKey } from '../../contexts/shared/identifiers/rib.ts';

type PaymentState = 'PENDING' | 'ORDERED' | 'ACCEPTED' | 'PAID' | 'HELD';

describe('the bank answers an order', () => {
  let client: MilafClient;
  let queues: Queues;

  beforeAll(async () => {
    client = await connectToTestCloud();
    queues = new Queues(client);
  });

  /** Claims that are in one sent order together. */
  async function orderedClaims(firstSeed: number, count: number) {
    const scans = await prepareClaims(client, firstSeed, count);
    const claims = await Promise.all(scans.map((scan) => submitClaim(client, scan)));
    for (const { fileId } of claims) await settled(client, fileId);
    return { claims, batchId: await order(claims) };
  }

  async function order(claims: readonly SubmittedClaim[]): Promise<string> {
    await client.requestPaymentRun('test');
    return until('the order is sent', async () => {
      const found = await client.claims.findMany(claims.map(({ fileId }) => `${fileId}-1`));
      const ids = new Set(
        found.map(({ payment }) => (payment?.state === 'ORDERED' ? payment.batchId : undefined)),
      );
      const [id] = ids;
      if (ids.size !== 1 || id === undefined) return undefined;
      return (await client.batches.find(id))?.state === 'SENT' ? id : undefined;
    });
  }

  async function paymentOf({ fileId }: SubmittedClaim) {
    return (await client.claims.find(`${fileId}-1`))?.payment;
  }

  async function reaches(claim: SubmittedClaim, state: PaymentState): Promise<void> {
    await until(`the payment is ${state}`, async () =>
      (await paymentOf(claim))?.state === state ? true : undefined,
    );
  }

  it('settled as a whole: every payment is paid, and the same answer again changes nothing', async () => {
    const { claims, batchId } = await orderedClaims(110_000, 2);
    const answer = pain002({ batchId, groupStatus: 'ACSC' });
    await client.sendBankAnswer(`${batchId}-1.xml`, answer);
    for (const claim of claims) await reaches(claim, 'PAID');
    await client.sendBankAnswer(`${batchId}-2.xml`, answer);
    await queues.drained(['ApplyBankAnswer']);

    for (const { fileId } of claims) {
      const history = await client.claims.history(`${fileId}-1`);
      expect(history?.events.filter(({ type }) => type === 'payment.paid.v1')).toHaveLength(1);
    }
  });

  it('rejected because of the account: every payment comes back, and its person is notified', async () => {
    const { claims, batchId } = await orderedClaims(111_000, 2);
    await client.sendBankAnswer(
      `${batchId}.xml`,
      pain002({
        batchId,
        groupStatus: 'PART',
        transactions: claims.map(({ fileId }) => ({
          paymentId: `${fileId}-1-1`,
          status: 'RJCT',
          reason: 'AC06',
        })),
      }),
    );

    for (const claim of claims) {
      await reaches(claim, 'HELD');
      expect(await paymentOf(claim)).toMatchObject({
        attempt: 2,
        heldReason: 'RETURNED_BY_BANK',
        returnReason: 'AC06',
      });
    }
    await tellsOfReturn(claims);
  });

  it('rejected as a payment information for no known reason: every payment waits for people', async () => {
    const { claims, batchId } = await orderedClaims(112_000, 2);
    await client.sendBankAnswer(`${batchId}.xml`, pain002({ batchId, paymentInformationStatus: 'RJCT' }));

    for (const claim of claims) await reaches(claim, 'HELD');
    expect(await paymentOf(claims[0]!)).toMatchObject({ attempt: 2, heldReason: 'REFUSED_BY_BANK' });
    await client.requestPaymentRun('test');
    await queues.drained(['OrderPayments']);
    expect((await paymentOf(claims[0]!))?.state).toBe('HELD');
  });

  it('one transaction rejected: that one comes back with the reason, the others are paid', async () => {
    const { claims, batchId } = await orderedClaims(113_000, 3);
    const [wrong, ...right] = claims;
    await client.sendBankAnswer(
      `${batchId}.xml`,
      pain002({
        batchId,
        groupStatus: 'PART',
        transactions: [
          { paymentId: `${wrong!.fileId}-1-1`, status: 'RJCT', reason: 'AC04' },
          ...right.map(({ fileId }) => ({ paymentId: `${fileId}-1-1`, status: 'ACSC' })),
        ],
      }),
    );
    for (const claim of right) await reaches(claim, 'PAID');
    await reaches(wrong!, 'HELD');
    expect((await paymentOf(wrong!))?.returnReason).toBe('AC04');
  });

  it('an answer that came late does not undo a settled payment', async () => {
    const { claims, batchId } = await orderedClaims(114_000, 1);
    await client.sendBankAnswer(`${batchId}-1.xml`, pain002({ batchId, groupStatus: 'ACSC' }));
    await reaches(claims[0]!, 'PAID');
    await client.sendBankAnswer(`${batchId}-2.xml`, pain002({ batchId, groupStatus: 'ACCP' }));
    await queues.drained(['ApplyBankAnswer']);

    expect((await paymentOf(claims[0]!))?.state).toBe('PAID');
  });

  it('pays a returned payment again only to another account, once', async () => {
    const { claims, batchId } = await orderedClaims(115_000, 1);
    const claim = claims[0]!;
    await client.sendBankAnswer(
      `${batchId}.xml`,
      pain002({
        batchId,
        groupStatus: 'PART',
        transactions: [{ paymentId: `${claim.fileId}-1-1`, status: 'RJCT', reason: 'AC04' }],
      }),
    );
    await reaches(claim, 'HELD');
    await client.requestPaymentRun('test');
    await queues.drained(['OrderPayments']);
    expect((await paymentOf(claim))?.state).toBe('HELD');

    const first22 = '0077800001234567891122';
    const rib = `${first22}${ribKey(first22)}`;
    const { registrationNumber } = claim.household;
    await load(client, [{ type: 'account', registrationNumber, rib, from: '2020-01-02' }]);
    await load(client, [{ type: 'account', registrationNumber, rib, from: TODAY }]);
    // Nobody asks for it: the account that was written does.
    await reaches(claim, 'PENDING');
    await order([claim]);

    // The bank's folder lists orders by their ids, which follow no order of time.
    const transactions = (await new Bank(client).transactions())
      .filter(({ paymentId }) => paymentId.startsWith(claim.fileId))
      .sort((a, b) => a.paymentId.localeCompare(b.paymentId));
    expect(transactions.map(({ paymentId }) => paymentId)).toEqual([
      `${claim.fileId}-1-1`,
      `${claim.fileId}-1-2`,
    ]);
    expect(transactions[1]?.iban.endsWith(rib)).toBe(true);
  });

  async function tellsOfReturn(claims: readonly SubmittedClaim[]): Promise<void> {
    for (const { fileId } of claims) {
      await until('the person is told that the payment came back', async () => {
        const history = await client.claims.history(`${fileId}-1`);
        return history?.messages.some(({ kind }) => kind === 'payment-returned') === true ? true : undefined;
      });
    }
  }
});
