import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { UnknownPaymentBatchError } from '../../../../contexts/payments/use-cases/apply-bank-answer.ts';
import { Answered, NEW, OLD } from '../../../support/answered-payments.ts';
import { answerXml } from '../domain/support/answers.ts';

async function answered(xml: (batchId: string) => string) {
  const it = new Answered();
  await it.order();
  return { it, applied: await it.answer(xml(it.batchId)) };
}

const BATCH = {
  version: 1,
  createdAt: '2026-11-20T12:00:00.000Z',
  debtor: { name: 'CNSS', rib: OLD, bic: 'BCMAMAMC' },
};

const rejected = (reason: string) => (originalMessageId: string) =>
  answerXml({ originalMessageId, groupStatus: 'RJCT', groupReason: reason });

describe('an order that the bank refuses as a duplicate', () => {
  it('stays as it is, tells nobody, and is not paid again to another account', async () => {
    const { it, applied } = await answered(rejected('DU01'));
    expect(applied.problems).toEqual(['DUPLICATE_REFUSED']);
    expect(it.payment('P')).toMatchObject({ state: 'ORDERED', attempt: 1 });
    await it.giveAccount();
    expect(it.world.ordered).toHaveLength(2);
    expect(it.texts).toEqual([]);
    await it.answer(answerXml({ originalMessageId: it.batchId, groupStatus: 'ACSC' }));
    expect(it.payment('P')?.state).toBe('PAID');
    await it.answer(rejected('AM05')(it.batchId));
    expect(it.payment('P')?.state).toBe('PAID');
  });
});

describe('an order that the bank refuses for a reason of ours', () => {
  it('waits for people, tells nobody, and is ordered again to the same account, once', async () => {
    const { it, applied } = await answered(rejected('AM04'));
    expect(applied.counts.refused).toBe(2);
    expect(it.payment('P')).toMatchObject({ state: 'HELD', heldReason: 'REFUSED_BY_BANK', attempt: 2 });
    await it.world.drain();
    await it.world.run();
    expect(it.world.ordered).toHaveLength(2);
    expect(it.texts).toEqual([undefined, undefined]);

    expect(await it.settle('P', 'order-again', 'staff-1')).toBe('done');
    expect(await it.settle('P', 'order-again', 'staff-1')).toBe('NOT_WAITING_FOR_IT');
    await it.world.run();
    expect(it.world.ordered.map(({ paymentId, rib }) => [paymentId, rib]).slice(2)).toEqual([['P-2', OLD]]);
  });

  it('asks the insured for an account where people say that it was at fault', async () => {
    const { it } = await answered(rejected('NARR'));
    expect(await it.settle('P', 'ask-account', 'staff-1')).toBe('done');
    expect(it.texts.at(-1)).toBe('payment-returned');
    expect(it.payment('P')).toMatchObject({ heldReason: 'RETURNED_BY_BANK', returnedRib: OLD });
    await it.giveAccount();
    expect(it.world.ordered.slice(2).map(({ paymentId, rib }) => [paymentId, rib])).toEqual([['P-2', NEW]]);
  });

  it('is not ordered again while there is no account, or no such claim', async () => {
    const { it } = await answered(rejected('FF01'));
    it.accounts.length = 0;
    expect(await it.settle('P', 'order-again', 'staff-1')).toBe('ACCOUNT_NOT_READY');
    expect(await it.settle('X', 'order-again', 'staff-1')).toBe('CLAIM_UNKNOWN');
  });
});

describe('a bank that contradicts itself', () => {
  const at = (minute: number, xml: string) =>
    xml.replace(/(<CreDtTm>)[^<]*/, `$12026-11-20T10:0${minute}:00Z`);

  it('freezes the money, whichever answer comes first, until people settle it', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const it = new Answered();
      await it.order();
      const { batchId: originalMessageId } = it;
      const answers = [
        at(0, answerXml({ originalMessageId, groupStatus: 'RJCT', groupReason: 'AC04' })),
        at(1, answerXml({ originalMessageId, groupStatus: 'ACSC' })),
      ];
      await it.answer(answers[order[0]!]!);
      const second = await it.answer(answers[order[1]!]!);
      expect(second.counts.disputed).toBe(2);
      expect(second.problems).toEqual(['CONFLICTS_WITH_EARLIER_ANSWER', 'CONFLICTS_WITH_EARLIER_ANSWER']);
      await it.giveAccount();
      expect(it.world.ordered).toHaveLength(2);

      expect(await it.settle('P', 'settle-paid', 'staff-1')).toBe('done');
      expect(await it.settle('Q', 'settle-not-paid', 'staff-1')).toBe('done');
      expect(it.payment('P')?.state).toBe('PAID');
      expect(await it.settle('Q', 'order-again', 'staff-2')).toBe('done');
      await it.world.run();
      expect(it.world.ordered.slice(2).map(({ claimId }) => claimId)).toEqual(['Q']);
    }
  });

  it('does not get an account tried again from which money came back, whatever was settled since', async () => {
    const it = new Answered();
    await it.order();
    const { batchId: originalMessageId } = it;
    await it.answer(at(0, answerXml({ originalMessageId, groupStatus: 'RJCT', groupReason: 'AC04' })));
    await it.answer(at(1, answerXml({ originalMessageId, groupStatus: 'ACSP' })));
    expect(await it.settle('P', 'settle-not-paid', 'staff-1')).toBe('done');
    expect(await it.settle('P', 'ask-account', 'staff-2')).toBe('done');
    await it.world.drain();
    expect(it.payment('P')).toMatchObject({ state: 'HELD', returnedRib: OLD });
  });

  it.each([
    ['years ahead', '2099-01-01T00:00:00Z'],
    ['never set', '1970-01-01T00:00:00Z'],
    ['of the first day there is', '0001-01-01T00:00:00Z'],
  ])(
    'freezes the money also where its clock is wrong (%s), whichever answer has the wrong time',
    async (_, wrong) => {
      const dated = (instant: string, xml: string) => xml.replace(/(<CreDtTm>)[^<]*/, `$1${instant}`);
      for (const [refusedAt, paidAt] of [
        [wrong, '2026-11-20T10:00:00Z'],
        ['2026-11-20T10:00:00Z', wrong],
      ] as const) {
        const it = new Answered();
        await it.order();
        const { batchId: originalMessageId } = it;
        await it.answer(
          dated(refusedAt, answerXml({ originalMessageId, groupStatus: 'RJCT', groupReason: 'AC04' })),
        );
        await it.answer(dated(paidAt, answerXml({ originalMessageId, groupStatus: 'ACSC' })));
        expect(it.payment('P')?.state).toBe('DISPUTED');
        await it.giveAccount();
        expect(it.world.ordered).toHaveLength(2);
      }
    },
  );

  it('is believed where it sends settled money back, as banks of closed accounts do', async () => {
    const it = new Answered();
    await it.order();
    const { batchId: originalMessageId } = it;
    await it.answer(at(0, answerXml({ originalMessageId, groupStatus: 'ACSC' })));
    await it.answer(at(1, answerXml({ originalMessageId, groupStatus: 'RJCT', groupReason: 'AC04' })));
    expect(it.payment('P')).toMatchObject({ state: 'HELD', heldReason: 'RETURNED_BY_BANK' });
  });
});

it('an answer to an order that was not sent from here is refused', async () => {
  await expect(new Answered().answer(rejected('AC04')('R-OTHER'))).rejects.toThrow(UnknownPaymentBatchError);
});

it('an answer to an order that has not left yet moves nothing: a payment would leave twice', async () => {
  const it = new Answered();
  await it.order();
  vi.spyOn(it.world.batches, 'find').mockImplementation((batchId) =>
    Promise.resolve({ ...BATCH, batchId, state: 'OPEN' }),
  );
  await expect(it.answer(rejected('AC04')(it.batchId))).rejects.toThrow('not left yet');
  expect(it.payment('P')).toMatchObject({ state: 'ORDERED', attempt: 1 });
});

const faults = '../shared/data/faults';
describe.skipIf(!existsSync(faults))(`answers on file (skipped where ${faults} is absent)`, () => {
  const files = (folder: string) =>
    readdirSync(`${faults}/${folder}`)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => [name, readFileSync(`${faults}/${folder}/${name}`, 'utf8')] as const);
  const ours = (xml: string) => (batchId: string) =>
    xml.replaceAll('R20261120-0001', batchId).replaceAll('>P-1<', '>P-1<').replaceAll('>P-2<', '>Q-1<');

  it.each(existsSync(faults) ? files('pain002-duplicate-refused') : [])(
    '%s moves no money',
    async (_, xml) => {
      const { it, applied } = await answered(ours(xml));
      expect(applied.problems).toContain('DUPLICATE_REFUSED');
      expect(['ORDERED', 'PAID']).toContain(it.payment('P')?.state);
      await it.giveAccount();
      expect(it.world.ordered).toHaveLength(2);
      expect(it.texts).not.toContain('payment-returned');
    },
  );

  it.each(existsSync(faults) ? files('pain002-payer-side-reasons') : [])(
    '%s asks no insured person for an account',
    async (_, xml) => {
      const { it, applied } = await answered(ours(xml));
      expect(applied.counts).toMatchObject({ refused: 2, returned: 0 });
      expect(it.texts).not.toContain('payment-returned');
      expect(await it.settle('P', 'order-again', 'staff-1')).toBe('done');
    },
  );
});
