import { describe, expect, it } from 'vitest';
import type { ClaimPayment } from '../../../../contexts/claims/domain/claim.ts';
import type { PaymentCommand } from '../../../../contexts/claims/domain/payment-command.ts';
import {
  decidePayment,
  waitsForAccount,
  whyNot,
} from '../../../../contexts/payments/domain/decide-payment.ts';
import { movedPayment } from '../../../../contexts/payments/domain/payment-of-claim.ts';
import { claimWith } from '../../../support/claim-examples.ts';

const OLD = '007780000123456789012396';
const NEW = '011780000000000000000150';

const refused = (changes: Partial<ClaimPayment> = {}): ClaimPayment => ({
  state: 'HELD',
  attempt: 2,
  amountCentimes: 10_500,
  heldReason: 'REFUSED_BY_BANK',
  refusedRib: OLD,
  returnReason: 'AM04',
  refusals: [{ attempt: 1, kind: 'refused', saidAt: '2026-01-02T10:00:00Z', rib: OLD, batchId: 'R-1' }],
  ...changes,
});
const returned = (changes: Partial<ClaimPayment> = {}): ClaimPayment => ({
  state: 'HELD',
  attempt: 2,
  amountCentimes: 10_500,
  heldReason: 'RETURNED_BY_BANK',
  returnedRib: OLD,
  ...changes,
});
const INPE = '091024578';

const disputed = (changes: Partial<ClaimPayment> = {}): ClaimPayment => ({
  state: 'DISPUTED',
  attempt: 1,
  amountCentimes: 10_500,
  rib: OLD,
  batchId: 'R-1',
  disputedBecause: 'CONFLICTING_STATUSES',
  disputedAttempts: [1],
  ...changes,
});

describe('a payment that waits for an account', () => {
  it.each<[string, ClaimPayment, boolean]>([
    ['the account is missing', returned({ heldReason: 'ACCOUNT_MISSING', returnedRib: undefined }), true],
    ['the bank sent it back', returned(), true],
    ['the bank refused it for a reason of ours', refused(), false],
    ['it is pending', returned({ state: 'PENDING', heldReason: undefined }), false],
  ])('where %s', (_, payment, waits) => {
    expect(waitsForAccount(payment)).toBe(waits);
    const decided = decidePayment(payment, { kind: 'release', rib: NEW });
    expect([decided]).toMatchObject([waits ? { payment: { state: 'PENDING', rib: NEW } } : 'refused']);
  });

  it('is not released to the account that it came back from', () => {
    expect(decidePayment(returned(), { kind: 'release', rib: OLD })).toBe('refused');
  });

  it('keeps its number, amount and history when it is released, and says so', () => {
    const history = { refusals: refused().refusals, heardInDispute: [{ attempt: 1, kind: 'paid' as const }] };
    expect(decidePayment(returned(history), { kind: 'release', rib: NEW })).toEqual({
      payment: {
        state: 'PENDING',
        attempt: 2,
        amountCentimes: 10_500,
        rib: NEW,
        returnedRib: OLD,
        ...history,
      },
      event: { type: 'payment.released.v1', attempt: 2 },
    });
  });
});

describe('a payment that the bank refused for a reason of ours', () => {
  it('is ordered again by a person, whose name the event bears', () => {
    expect(decidePayment(refused(), { kind: 'order-again', rib: OLD, by: 'amina' })).toMatchObject({
      payment: { state: 'PENDING', attempt: 2, rib: OLD },
      event: { type: 'payment.released.v1', attempt: 2, by: 'amina' },
    });
  });

  it('waits for another account where a person asks for one: the refused account is the one to change', () => {
    expect(decidePayment(refused(), { kind: 'ask-for-account', by: 'amina' })).toEqual({
      payment: { ...refused(), heldReason: 'RETURNED_BY_BANK', returnedRib: OLD },
      event: { type: 'payment.returned.v1', attempt: 1, reason: 'AM04', by: 'amina' },
    });
  });

  it('names the order before where no refusal is on record, and no reason where the bank gave none', () => {
    const old = refused({
      attempt: 3,
      refusals: undefined,
      returnReason: undefined,
      refusedRib: undefined,
      returnedRib: NEW,
    });
    expect(decidePayment(old, { kind: 'ask-for-account', by: 'amina' })).toMatchObject({
      payment: { returnedRib: NEW },
      event: { attempt: 2, reason: 'NOT_GIVEN' },
    });
  });

  it('is not moved by the person who said that the disputed money was not paid', () => {
    const settled = refused({ settledBy: 'amina' });
    for (const kind of ['order-again', 'ask-for-account'] as const) {
      expect(whyNot(settled, { kind, rib: NEW, by: 'amina' })).toBe('OTHER_PERSON_NEEDED');
      expect(whyNot(settled, { kind, rib: NEW, by: 'brahim' })).toBeUndefined();
      expect(decidePayment(settled, { kind, rib: NEW, by: 'amina' })).toBe('refused');
    }
  });

  it('is not sent to an account that money came back from; another one may still be asked for', () => {
    const cameBack = refused({ returnedRib: OLD });
    expect(whyNot(cameBack, { kind: 'order-again', rib: OLD, by: 'amina' })).toBe('ACCOUNT_CAME_BACK');
    expect(whyNot(cameBack, { kind: 'order-again', rib: NEW, by: 'amina' })).toBeUndefined();
    expect(whyNot(refused(), { kind: 'ask-for-account', by: 'amina' })).toBeUndefined();
  });

  it.each<[string, ClaimPayment]>([
    ['came back because of the account', returned()],
    ['is pending', refused({ state: 'PENDING' })],
    ['is disputed', disputed()],
  ])('is nothing that %s', (_, payment) => {
    expect(whyNot(payment, { kind: 'order-again', rib: NEW, by: 'amina' })).toBe('NOT_WAITING_FOR_IT');
    expect(whyNot(payment, { kind: 'ask-for-account', by: 'amina' })).toBe('NOT_WAITING_FOR_IT');
  });
});

describe('a disputed payment', () => {
  const settle = (payment: ClaimPayment, as: 'paid' | 'not-paid', order?: number) =>
    decidePayment(payment, { kind: 'settle', as, by: 'amina', order });

  it('is the only one that is settled', () => {
    for (const payment of [refused(), returned()])
      expect(whyNot(payment, { kind: 'settle', as: 'not-paid', by: 'amina' })).toBe('NOT_WAITING_FOR_IT');
  });

  it('is paid by its one order, with what the bank said last of it', () => {
    const said = { acceptedSaidAt: '2026-01-02T09:00:00Z', paidSaidAt: '2026-01-02T10:00:00Z' };
    expect(settle(disputed({ ...said, disputedAttempts: undefined }), 'paid')).toEqual({
      payment: {
        state: 'PAID',
        attempt: 1,
        amountCentimes: 10_500,
        rib: OLD,
        returnedRib: undefined,
        refusals: [],
        ...said,
        batchId: 'R-1',
        heardInDispute: undefined,
      },
      event: { type: 'payment.settled.v1', attempt: 1, as: 'paid', by: 'amina' },
    });
  });

  it('was paid when the bank said so last, in the dispute or before it, of that order alone', () => {
    const heardInDispute = [
      { attempt: 1, kind: 'paid' as const, saidAt: '2026-01-05T10:00:00Z' },
      { attempt: 1, kind: 'paid' as const, saidAt: '2026-01-04T10:00:00Z' },
      { attempt: 1, kind: 'accepted' as const, saidAt: '2026-01-08T10:00:00Z' },
      { attempt: 2, kind: 'paid' as const, saidAt: '2026-01-09T10:00:00Z' },
    ];
    expect(settle(disputed({ paidSaidAt: '2026-01-02T10:00:00Z', heardInDispute }), 'paid')).toMatchObject({
      payment: { paidSaidAt: '2026-01-05T10:00:00Z', heardInDispute },
    });
  });

  it('of two orders is settled by name only, and the other one counts as not carried out', () => {
    const two = disputed({
      attempt: 2,
      rib: NEW,
      batchId: 'R-2',
      disputedAttempts: [1, 2],
      refusals: refused().refusals,
      acceptedSaidAt: '2026-01-06T10:00:00Z',
      paidSaidAt: '2026-01-07T10:00:00Z',
    });
    expect(whyNot(two, { kind: 'settle', as: 'paid', by: 'amina' })).toBe('ORDER_NOT_NAMED');
    expect(whyNot(two, { kind: 'settle', as: 'paid', by: 'amina', order: 3 })).toBe('ORDER_NOT_NAMED');
    expect(whyNot(two, { kind: 'settle', as: 'not-paid', by: 'amina' })).toBeUndefined();
    const [first] = refused().refusals!;
    const second = { attempt: 2, kind: 'refused', rib: NEW, batchId: 'R-2' };
    expect(settle(two, 'paid', 1)).toMatchObject({
      payment: {
        state: 'PAID',
        attempt: 2,
        paidAttempt: 1,
        rib: OLD,
        batchId: 'R-1',
        acceptedSaidAt: undefined,
        paidSaidAt: undefined,
        refusals: [first, second],
      },
      event: { attempt: 1, as: 'paid' },
    });
    const latest = settle(two, 'paid', 2);
    expect(latest).toMatchObject({
      payment: {
        state: 'PAID',
        rib: NEW,
        batchId: 'R-2',
        acceptedSaidAt: '2026-01-06T10:00:00Z',
        paidSaidAt: '2026-01-07T10:00:00Z',
        refusals: [first],
      },
      event: { attempt: 2 },
    });
    expect(latest).not.toHaveProperty('payment.paidAttempt');
  });

  it('that was paid by an order without a record went to the account that was refused, or came back, or is on file', () => {
    const old = (changes: Partial<ClaimPayment>) =>
      settle(disputed({ attempt: 2, rib: NEW, disputedAttempts: [1], ...changes }), 'paid');
    expect(old({ refusedRib: OLD, returnedRib: '1' })).toMatchObject({
      payment: { rib: OLD, batchId: undefined },
    });
    expect(old({ returnedRib: OLD })).toMatchObject({ payment: { rib: OLD, returnedRib: OLD } });
    expect(old({})).toMatchObject({ payment: { rib: NEW, paidAttempt: 1 } });
  });

  it('keeps the number of an order that never left, and gives none twice that people found unpaid before', () => {
    const [first] = refused().refusals!;
    const second = { attempt: 2, kind: 'refused', rib: NEW, batchId: 'R-2' } as const;
    const about = (refusals: ClaimPayment['refusals']) =>
      settle(disputed({ attempt: 2, rib: NEW, disputedAttempts: [1], refusals }), 'not-paid');
    expect(about([first!])).toMatchObject({ payment: { state: 'HELD', attempt: 2 } });
    expect(about([first!, second])).toMatchObject({ payment: { state: 'HELD', attempt: 3 } });
  });

  it('that was not paid waits under a new number for another person', () => {
    expect(settle(disputed(), 'not-paid')).toEqual({
      payment: {
        state: 'HELD',
        attempt: 2,
        amountCentimes: 10_500,
        heldReason: 'REFUSED_BY_BANK',
        returnedRib: undefined,
        refusedRib: OLD,
        returnReason: 'CONFLICTING_STATUSES',
        refusals: [{ attempt: 1, kind: 'refused', rib: OLD, batchId: 'R-1' }],
        settledBy: 'amina',
        heardInDispute: undefined,
      },
      event: { type: 'payment.settled.v1', attempt: 1, as: 'not-paid', by: 'amina' },
    });
  });

  it('that was not paid keeps the number of an order that never left, and says what is not known of the reason', () => {
    const never = disputed({
      attempt: 2,
      rib: undefined,
      disputedAttempts: [1],
      disputedBecause: undefined,
      refusals: [{ attempt: 1, kind: 'refused', rib: OLD }],
    });
    expect(settle(never, 'not-paid')).toMatchObject({
      payment: { attempt: 2, refusedRib: OLD, returnReason: 'NOT_GIVEN' },
      event: { attempt: 1 },
    });
    expect(
      settle(disputed({ attempt: 2, disputedAttempts: [1], refusedRib: NEW }), 'not-paid'),
    ).toMatchObject({
      payment: { refusedRib: NEW, refusals: [{ attempt: 1 }] },
    });
  });

  it('lists the orders that were not carried out in their order', () => {
    const three = disputed({
      attempt: 3,
      disputedAttempts: [1, 3],
      refusals: [{ attempt: 2, kind: 'returned' }],
    });
    const decided = settle(three, 'not-paid');
    expect(decided).toMatchObject({ payment: { attempt: 4 } });
    expect((decided as { payment: ClaimPayment }).payment.refusals?.map(({ attempt }) => attempt)).toEqual([
      1, 2, 3,
    ]);
  });
});

describe('a payment to an establishment', () => {
  const theirs = { payeeInpe: INPE };

  it('goes to its own account, and to neither the insured’s nor another establishment’s', () => {
    for (const payeeInpe of [undefined, '071000000']) {
      const other = { rib: NEW, payeeInpe };
      expect(decidePayment(returned(theirs), { kind: 'release', ...other })).toBe('refused');
      expect(decidePayment(refused(theirs), { kind: 'order-again', by: 'amina', ...other })).toBe('refused');
    }
    const own = { rib: NEW, payeeInpe: INPE };
    expect(decidePayment(returned(theirs), { kind: 'release', ...own })).toMatchObject({
      payment: { state: 'PENDING', rib: NEW },
    });
    expect(decidePayment(returned(), { kind: 'release', ...own })).toBe('refused');
  });

  it('stays its own, whatever happens to it', () => {
    const claim = claimWith({ payment: returned(theirs) });
    const steps: readonly PaymentCommand[] = [
      { kind: 'release', rib: NEW, payeeInpe: INPE },
      { kind: 'take-out' },
      { kind: 'ask-for-account', by: 'amina' },
      { kind: 'release', rib: OLD, payeeInpe: INPE },
    ];
    let current = claim;
    const states: string[] = [];
    for (const step of steps) {
      const moved = movedPayment(current, step, '2026-01-05T10:00:00Z');
      if (typeof moved === 'string') continue;
      current = moved.claim;
      states.push(moved.payment.state);
      expect(moved.payment.payeeInpe).toBe(INPE);
    }
    expect(states).toEqual(['PENDING', 'HELD', 'HELD', 'PENDING']);
    const frozen = claimWith({ payment: disputed(theirs) });
    const settled = movedPayment(frozen, { kind: 'settle', as: 'not-paid', by: 'amina' }, 'now');
    expect(settled).toMatchObject({ payment: { state: 'HELD', payeeInpe: INPE } });
  });
});
