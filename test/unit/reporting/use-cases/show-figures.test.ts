import { describe, expect, it } from 'vitest';
import { recordStatistics } from '../../../../contexts/reporting/use-cases/record-statistics.ts';
import { showFigures } from '../../../../contexts/reporting/use-cases/show-figures.ts';
import { figuresSchema, type Figures } from '../../../../contexts/reporting/api/figures.ts';
import type { ClaimEvent } from '../../../../contexts/events/events.ts';
import type { CountedChange } from '../../../../contexts/reporting/domain/counted-change.ts';
import { writeFiguresCsv } from '../../../../contexts/reporting/api/write-figures-csv.ts';
import { movedPayment } from '../../../../contexts/payments/domain/payment-of-claim.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { MemoryFigures } from '../../../support/memory-figures.ts';

const LIST = '7Q2MK8D10ABCDEFG';

const file = (day: string, channelId: string): CountedChange => ({
  kind: 'event',
  event: {
    type: 'file.accepted.v1',
    eventId: 'A#1',
    occurredAt: `${day}T10:00:00.000Z`,
    fileId: 'A',
    channelId,
  },
  facts: { pageCount: 3 },
});
const claim = (
  day: string,
  type: 'claim.approved.v1' | 'claim.referred.v1' | 'payment.paid.v1',
  depositDate: string,
): CountedChange => ({
  kind: 'event',
  event: {
    type,
    eventId: 'A-1#2',
    occurredAt: `${day}T10:00:00.000Z`,
    claimId: 'A-1',
    channelId: 'agency-rabat-01',
    attempt: 1,
  } as ClaimEvent,
  facts: { depositDate, scheme: 'AMO_TNS', isFirstDecision: true, amountCentimes: 10_000 },
});
const registered = (day: string, scheme: string): CountedChange => ({
  kind: 'event',
  event: {
    type: 'person.registered.v1',
    eventId: '123456789#registered',
    occurredAt: `${day}T10:00:00.000Z`,
    registrationNumber: '123456789',
    scheme,
    listId: LIST,
  },
  facts: {},
});

async function figuresOf(
  changes: readonly CountedChange[],
  from = '2026-11-19',
  to = '2026-11-21',
): Promise<Figures> {
  const figures = new MemoryFigures();
  await recordStatistics(
    'one',
    changes.map((change, index) => ({ sequenceNumber: String(index + 1), change })),
    figures,
  );
  const shown = await showFigures(from, to, {
    figures,
    lists: {
      find: (listId) => Promise.resolve(listId === LIST ? ({ listId, source: 'ramed' } as never) : undefined),
    },
    clock: () => new Date('2026-11-21T12:00:00.000Z'),
  });
  if (shown === 'period-wrong') throw new Error('The period of the test is wrong');
  return figuresSchema.parse(shown);
}

describe('figures of some days', () => {
  it('name every day, also one on which nothing happened', async () => {
    const { days } = await figuresOf([
      file('2026-11-19', 'a'),
      file('2026-11-21', 'a'),
      file('2026-11-21', 'b'),
    ]);
    expect(days.map(({ day, filesAccepted }) => [day, filesAccepted])).toEqual([
      ['2026-11-19', 1],
      ['2026-11-20', 0],
      ['2026-11-21', 2],
    ]);
  });

  it('leave out what happened on other days', async () => {
    const { channels } = await figuresOf([file('2026-11-18', 'a'), file('2026-11-19', 'b')]);
    expect(channels.map(({ channelId }) => channelId)).toEqual(['b']);
  });

  it('tell the straight-through rate, and how long claims took against the target', async () => {
    const figures = await figuresOf([
      claim('2026-11-19', 'claim.approved.v1', '2026-11-18'),
      claim('2026-11-19', 'claim.approved.v1', '2026-11-17'),
      claim('2026-11-20', 'claim.referred.v1', '2026-11-16'),
      claim('2026-11-21', 'payment.paid.v1', '2026-11-18'),
      claim('2026-11-21', 'payment.paid.v1', '2026-11-01'),
    ]);
    expect(figures.straightThroughPercent).toBe(66.7);
    expect(figures.toDecision).toMatchObject({
      count: 2,
      medianDays: 1,
      p95Days: 2,
      withinTargetPercent: 100,
    });
    expect(figures.toMoney).toMatchObject({ count: 2, medianDays: 3, p95Days: 20, withinTargetPercent: 50 });
    expect(figures.schemes).toEqual([
      {
        scheme: 'AMO_TNS',
        approved: 2,
        partlyApproved: 0,
        rejected: 0,
        referred: 1,
        incomplete: 0,
        paymentsMade: 2,
        paidCentimes: 20_000,
      },
    ]);
  });

  it('tell what waits in the queue by its age, as of today', async () => {
    const { queue } = await figuresOf([
      claim('2026-11-20', 'claim.referred.v1', '2026-11-20'),
      claim('2026-11-20', 'claim.referred.v1', '2026-11-16'),
      claim('2026-11-20', 'claim.referred.v1', '2026-09-01'),
    ]);
    expect(queue.open).toBe(3);
    expect(queue.oldestDepositDate).toBe('2026-09-01');
    expect(queue.ages.filter(({ count }) => count > 0)).toEqual([
      { fromDays: 0, toDays: 1, count: 1 },
      { fromDays: 4, toDays: 6, count: 1 },
      { fromDays: 40, count: 1 },
    ]);
  });

  it('cost a claim by dated prices, and say which price nobody knows', async () => {
    const { cost } = await figuresOf([
      file('2026-11-19', 'a'),
      claim('2026-11-19', 'claim.approved.v1', '2026-11-19'),
      { kind: 'message', at: '2026-11-19T10:00:00.000Z', parts: 1 },
    ]);
    expect(cost.parts.find(({ what }) => what === 'sms-part')).toMatchObject({
      quantity: 1,
      confidence: 'unknown',
    });
    expect(cost.parts.find(({ what }) => what === 'sms-part')?.usd).toBeUndefined();
    expect(cost.usdPerClaim).toBeCloseTo(3 * 0.0015 + 0.0006, 9);
  });

  it('tell registrations by who sent the list', async () => {
    const { registrations } = await figuresOf([
      registered('2026-11-19', 'AMO_TADAMON'),
      registered('2026-11-20', 'AMO_TADAMON'),
      registered('2026-11-20', 'AMO_ACHAMIL'),
    ]);
    expect(registrations).toEqual([
      { source: 'ramed', scheme: 'AMO_TADAMON', count: 2 },
      { source: 'ramed', scheme: 'AMO_ACHAMIL', count: 1 },
    ]);
  });

  it('are refused for days in the wrong order, and for more than a quarter', async () => {
    const dependencies = {
      figures: new MemoryFigures(),
      lists: { find: () => Promise.resolve(undefined) },
      clock: () => new Date(),
    };
    expect(await showFigures('2026-11-21', '2026-11-20', dependencies)).toBe('period-wrong');
    expect(await showFigures('2026-01-01', '2026-04-03', dependencies)).toBe('period-wrong');
    expect(await showFigures('2026-01-01', '2026-04-02', dependencies)).not.toBe('period-wrong');
  });

  it('come as CSV that a spreadsheet opens, with a channel that looks like a formula made harmless', async () => {
    const figures = await figuresOf([
      file('2026-11-19', '=cmd'),
      claim('2026-11-19', 'claim.approved.v1', '2026-11-19'),
    ]);
    expect(writeFiguresCsv(figures, 'channels')).toBe(
      '\uFEFFchannelId;filesAccepted;filesDuplicate;filesQuarantined;claimsAMO_TNS\r\n' +
        "'=cmd;1;0;0;\r\n" +
        'agency-rabat-01;0;0;0;1\r\n',
    );
  });

  it('tell what was paid to insured people and to establishments, which is all that was paid', async () => {
    const figures = await figuresOf([
      paid(20_000, '091024578'),
      paid(5_000),
      paid(7_000),
      // Before it was counted whom.
      claim('2026-11-20', 'payment.paid.v1', '2026-11-18'),
    ]);
    expect(figures.payees).toEqual([
      { payee: 'insured', paymentsMade: 2, paidCentimes: 12_000 },
      { payee: 'establishment', paymentsMade: 1, paidCentimes: 20_000 },
      { payee: 'UNKNOWN', paymentsMade: 1, paidCentimes: 10_000 },
    ]);
    const sum = figures.payees.reduce((all, { paidCentimes }) => all + paidCentimes, 0);
    expect(sum).toBe(figures.days.reduce((all, { paidCentimes }) => all + paidCentimes, 0));
    expect(writeFiguresCsv(figures, 'payees')).toBe(
      '\uFEFFpayee;paymentsMade;paidCentimes\r\ninsured;2;12000\r\nestablishment;1;20000\r\nUNKNOWN;1;10000\r\n',
    );
    expect(JSON.stringify(figures)).not.toContain('091024578');
  });

  it('count a payment once for whom it went to, however often the bank says so', async () => {
    const once = paid(20_000, '091024578');
    const facts = once.kind === 'event' ? once.facts : {};
    const settled = {
      ...once,
      event: { ...claimEvent('payment.settled.v1'), as: 'paid' },
      facts: { ...facts, isKnownPaid: true },
    } as CountedChange;
    const { payees } = await figuresOf([once, settled]);
    expect(payees).toEqual([{ payee: 'establishment', paymentsMade: 1, paidCentimes: 20_000 }]);
  });
});

const claimEvent = (type: string) => ({
  ...{ type, eventId: 'A-1#2', occurredAt: '2026-11-20T10:00:00.000Z' },
  ...{ claimId: 'A-1', channelId: 'agency-rabat-01', attempt: 1 },
});

/** A payment that the bank says was made, as it stands beside its event. */
function paid(amountCentimes: number, payeeInpe?: string): CountedChange {
  const payment = { state: 'ORDERED', attempt: 1, amountCentimes, payeeInpe } as const;
  const saidAt = '2026-11-20T10:00:00.000Z';
  const command = {
    kind: 'apply-statement',
    statement: { kind: 'paid', attempt: 1, saidAt },
  } as const;
  const moved = movedPayment(claimWith({ claimId: 'A-1', payment }), command, '2026-11-20T10:00:00.000Z');
  if (typeof moved === 'string' || moved.event === undefined) throw new Error('The payment did not move');
  return { kind: 'event', event: moved.event, facts: moved.facts };
}
