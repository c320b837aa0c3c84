import { describe, expect, it } from 'vitest';
import type { ClaimPayment } from '../../../../contexts/claims/domain/claim.ts';
import { decidePayment } from '../../../../contexts/payments/domain/decide-payment.ts';
import { applyStatement } from '../../../../contexts/payments/domain/apply-statement.ts';
import type { BankStatement } from '../../../../contexts/claims/domain/payment-command.ts';

const RIB = '007780000123456789012396';
const at = (hour: number): string => `2026-01-02T${String(hour).padStart(2, '0')}:00:00Z`;

const ordered = (changes: Partial<ClaimPayment> = {}): ClaimPayment => ({
  state: 'ORDERED',
  attempt: 1,
  amountCentimes: 10_500,
  rib: RIB,
  batchId: 'R-1',
  ...changes,
});
const accepted = (hour: number | undefined, attempt = 1): BankStatement => ({
  kind: 'accepted',
  attempt,
  saidAt: hour === undefined ? undefined : at(hour),
});
const paid = (hour: number | undefined, attempt = 1): BankStatement => ({
  kind: 'paid',
  attempt,
  saidAt: hour === undefined ? undefined : at(hour),
});
const bad = (
  kind: 'returned' | 'refused',
  hour: number | undefined,
  attempt = 1,
  reason = 'AC04',
): BankStatement => ({
  kind,
  attempt,
  saidAt: hour === undefined ? undefined : at(hour),
  reason,
});
const differs = (hour: number, attempt = 1): BankStatement => ({
  kind: 'disputed',
  attempt,
  saidAt: at(hour),
  because: 'AMOUNT_DIFFERS',
});

/** The payment after some statements, one after the other; what changes nothing leaves it as it is. */
const after = (payment: ClaimPayment, ...statements: readonly BankStatement[]): ClaimPayment =>
  statements.reduce((before, statement) => {
    const decided = applyStatement(before, statement);
    return typeof decided === 'string' ? before : decided.payment;
  }, payment);

describe('an order that the bank takes and pays', () => {
  it('moves with what it says, and remembers when it said so last', () => {
    expect(applyStatement(ordered(), accepted(9))).toEqual({
      payment: { ...ordered(), state: 'ACCEPTED', acceptedSaidAt: at(9) },
      event: { type: 'payment.accepted.v1', attempt: 1 },
    });
    expect(applyStatement(ordered(), paid(10))).toEqual({
      payment: { ...ordered(), state: 'PAID', paidSaidAt: at(10) },
      event: { type: 'payment.paid.v1', attempt: 1 },
    });
  });

  it('moves where the bank does not say when; that it was paid may then have been at any time', () => {
    expect(after(ordered(), accepted(undefined))).toEqual({ ...ordered(), state: 'ACCEPTED' });
    expect(after(ordered(), paid(undefined))).toMatchObject({
      state: 'PAID',
      paidSaidAt: '9999-12-31T23:59:59Z',
    });
  });

  it('keeps the latest time without a new event, and nothing of an earlier or the same one', () => {
    const once = after(ordered(), accepted(9));
    expect(applyStatement(once, accepted(11))).toEqual({ payment: { ...once, acceptedSaidAt: at(11) } });
    expect(applyStatement(once, accepted(9))).toBe('known');
    expect(applyStatement(once, accepted(8))).toBe('known');
    const done = after(ordered(), paid(10));
    expect(applyStatement(done, paid(12))).toEqual({ payment: { ...done, paidSaidAt: at(12) } });
    // Taken once it was paid: only the time is kept.
    expect(applyStatement(done, accepted(9))).toEqual({ payment: { ...done, acceptedSaidAt: at(9) } });
  });

  it('says nothing of an order that was not made yet, and moves nothing that did not leave', () => {
    expect(applyStatement(ordered(), paid(9, 2))).toBe('known');
    expect(applyStatement(ordered({ state: 'PENDING' }), paid(9))).toBe('known');
    expect(applyStatement(ordered({ state: 'PENDING' }), bad('refused', 9))).toBe('known');
    expect(applyStatement(ordered({ state: 'HELD' }), accepted(9))).toBe('known');
  });
});

describe('an order that the bank does not carry out', () => {
  it('waits for another account where the account is the reason', () => {
    expect(applyStatement(ordered(), bad('returned', 9))).toEqual({
      payment: {
        state: 'HELD',
        attempt: 2,
        amountCentimes: 10_500,
        heldReason: 'RETURNED_BY_BANK',
        returnedRib: RIB,
        returnReason: 'AC04',
        refusals: [{ attempt: 1, kind: 'returned', saidAt: at(9), rib: RIB, batchId: 'R-1' }],
        heardInDispute: undefined,
      },
      event: { type: 'payment.returned.v1', attempt: 1, reason: 'AC04' },
    });
  });

  it('waits for people where it is not, and the account stays one that may be used', () => {
    const decided = applyStatement(ordered({ returnedRib: '1' }), bad('refused', 9, 1, 'AM04'));
    expect(decided).toMatchObject({
      payment: { heldReason: 'REFUSED_BY_BANK', returnedRib: '1', refusedRib: RIB, returnReason: 'AM04' },
      event: { type: 'payment.refused.v1', attempt: 1, reason: 'AM04' },
    });
  });

  it('takes the place of what was known of the same order, and leaves other orders as they are', () => {
    const refusals = [1, 2].map((attempt) => ({ attempt, kind: 'refused' as const, saidAt: at(1) }));
    const { refusals: now } = after(ordered({ attempt: 2, refusals }), bad('returned', 9, 2));
    expect(now).toEqual([
      refusals[0],
      { attempt: 2, kind: 'returned', saidAt: at(9), rib: RIB, batchId: 'R-1' },
    ]);
  });

  it('is no news where the same was said of it before', () => {
    const known = ordered({ refusals: [{ attempt: 1, kind: 'returned', saidAt: at(9) }] });
    expect(applyStatement(known, bad('returned', 9))).toBe('known');
    for (const other of [bad('returned', 10), bad('refused', 9)])
      expect(applyStatement(known, other)).toMatchObject({ payment: { state: 'HELD' } });
    expect(
      applyStatement(ordered({ attempt: 2, refusals: known.refusals }), bad('returned', 9, 2)),
    ).toMatchObject({
      payment: { state: 'HELD' },
    });
  });

  it('is nothing of an order before: that one is over', () => {
    expect(applyStatement(ordered({ attempt: 2 }), bad('refused', 9, 1))).toBe('known');
  });

  it.each<[string, readonly BankStatement[], string]>([
    ['taken, then refused', [accepted(8), bad('refused', 9)], 'HELD'],
    ['taken and refused in one second', [accepted(9), bad('refused', 9)], 'HELD'],
    ['refused before it was taken', [accepted(9), bad('refused', 8)], 'DISPUTED'],
    ['taken, and refused nobody knows when', [accepted(9), bad('refused', undefined)], 'HELD'],
    ['paid, then sent back by the bank of the insured', [paid(9), bad('returned', 10)], 'HELD'],
    ['paid and sent back in one second', [paid(9), bad('returned', 9)], 'DISPUTED'],
    ['sent back before it was paid', [paid(9), bad('returned', 8)], 'DISPUTED'],
    ['paid, and sent back nobody knows when', [paid(9), bad('returned', undefined)], 'DISPUTED'],
    ['paid nobody knows when, and sent back', [paid(undefined), bad('returned', 9)], 'DISPUTED'],
    ['paid, then refused', [paid(9), bad('refused', 10)], 'DISPUTED'],
    ['paid, taken later, sent back between', [paid(8), accepted(10), bad('returned', 9)], 'DISPUTED'],
  ])('is held or frozen by the order in which the bank said it: %s', (_, statements, state) => {
    expect(after(ordered(), ...statements).state).toBe(state);
  });
});

describe('an order that was refused before', () => {
  const held = (kind: 'returned' | 'refused', hour: number | undefined) => after(ordered(), bad(kind, hour));

  it.each<[string, ClaimPayment, BankStatement, boolean]>([
    ['paid after it was refused', held('refused', 9), paid(10), true],
    ['paid before it was refused', held('refused', 9), paid(8), true],
    ['paid before it was sent back', held('returned', 9), paid(8), false],
    ['paid when it was sent back', held('returned', 9), paid(9), true],
    ['paid after it was sent back', held('returned', 9), paid(10), true],
    ['paid, nobody knows when', held('returned', 9), paid(undefined), true],
    ['paid, and sent back nobody knows when', held('returned', undefined), paid(8), true],
    ['taken before', held('refused', 9), accepted(8), false],
    ['taken in the same second', held('refused', 9), accepted(9), false],
    ['taken after', held('refused', 9), accepted(10), true],
    ['taken, nobody knows when', held('refused', 9), accepted(undefined), false],
    ['refused nobody knows when, and taken', held('refused', undefined), accepted(10), false],
  ])('freezes the money, or not, where it is called %s', (_, payment, statement, isFrozen) => {
    const frozen = {
      payment: { state: 'DISPUTED', disputedBecause: 'CONFLICTING_STATUSES', disputedAttempts: [1] },
      event: { type: 'payment.disputed.v1', attempt: 1, reason: 'CONFLICTING_STATUSES' },
    };
    const decided = applyStatement(payment, statement);
    expect([decided]).toMatchObject([isFrozen ? frozen : 'known']);
  });

  it('brings both orders into question where the next one is on its way, and none that has not left', () => {
    const next = { ...held('refused', 9), state: 'ORDERED' as const, rib: RIB };
    expect(after(next, paid(10)).disputedAttempts).toEqual([1, 2]);
    expect(after({ ...next, state: 'ACCEPTED' }, paid(10)).disputedAttempts).toEqual([1, 2]);
    expect(after({ ...next, state: 'PAID' }, paid(10)).disputedAttempts).toEqual([1, 2]);
    expect(after({ ...next, state: 'PENDING' }, paid(10)).disputedAttempts).toEqual([1]);
  });

  it('stands for the payment where people found that it was paid', () => {
    const found = ordered({ state: 'PAID', attempt: 2, paidAttempt: 1, paidSaidAt: at(9) });
    expect(after(found, bad('returned', 10, 1))).toMatchObject({ state: 'HELD', attempt: 3 });
    expect(applyStatement(found, bad('returned', 10, 2))).toBe('known');
    expect(after(found, paid(10, 2))).toMatchObject({ state: 'DISPUTED', disputedAttempts: [1, 2] });
  });
});

describe('a bank that speaks of another amount than ours', () => {
  it('freezes the money, and people read what it had said before', () => {
    const before = after(ordered(), accepted(8), paid(undefined));
    expect(applyStatement(before, differs(11))).toEqual({
      payment: {
        ...before,
        state: 'DISPUTED',
        heldReason: undefined,
        disputedBecause: 'AMOUNT_DIFFERS',
        disputedAttempts: [1],
        heardInDispute: [
          { attempt: 1, kind: 'accepted', saidAt: at(8) },
          { attempt: 1, kind: 'paid', saidAt: undefined },
          { attempt: 1, kind: 'disputed', saidAt: at(11), reason: 'AMOUNT_DIFFERS' },
        ],
      },
      event: { type: 'payment.disputed.v1', attempt: 1, reason: 'AMOUNT_DIFFERS' },
    });
    expect(after(ordered(), paid(9), differs(11)).heardInDispute?.[0]).toEqual({
      attempt: 1,
      kind: 'paid',
      saidAt: at(9),
    });
    expect(after(ordered(), differs(11)).heardInDispute).toHaveLength(1);
  });
});

describe('a frozen payment', () => {
  const frozen = (changes: Partial<ClaimPayment> = {}) => after(ordered(changes), differs(11));

  it('does not move; what the bank says meanwhile is kept, once', () => {
    const heard = applyStatement(frozen(), bad('refused', 12, 1, 'AM04'));
    expect(heard).toEqual({
      payment: {
        ...frozen(),
        heardInDispute: [
          ...frozen().heardInDispute!,
          { attempt: 1, kind: 'refused', saidAt: at(12), reason: 'AM04' },
        ],
      },
    });
    const twice = after(frozen(), bad('refused', 12, 1, 'AM04'));
    expect(applyStatement(twice, bad('refused', 12, 1, 'AM04'))).toBe('known');
    for (const other of [
      bad('refused', 12, 1, 'AC04'),
      bad('refused', 13, 1, 'AM04'),
      bad('returned', 12, 1, 'AM04'),
    ])
      expect(applyStatement(twice, other)).not.toBe('known');
  });

  it('hears no older good news again, and hears newer and undated ones', () => {
    const heard = after(frozen(), paid(14));
    expect(applyStatement(heard, paid(13))).toBe('known');
    expect(applyStatement(heard, paid(15))).not.toBe('known');
    expect(applyStatement(heard, paid(undefined))).not.toBe('known');
    expect(applyStatement(heard, accepted(13))).not.toBe('known');
    expect(applyStatement(after(frozen(), paid(undefined)), paid(13))).not.toBe('known');
    // An older refusal is news: it says what became of the order.
    expect(applyStatement(after(frozen(), bad('refused', 14)), bad('refused', 13))).not.toBe('known');
  });

  it('brings in a further order that is called paid though it was refused, or that differs, and no other', () => {
    const refusals = [{ attempt: 1, kind: 'refused' as const, saidAt: at(1) }];
    const second = after(ordered({ attempt: 2, refusals }), differs(11, 2));
    expect(second.disputedAttempts).toEqual([2]);
    expect(after(second, paid(12, 1)).disputedAttempts).toEqual([1, 2]);
    expect(after(second, differs(12, 1)).disputedAttempts).toEqual([1, 2]);
    expect(after(second, paid(12, 2)).disputedAttempts).toEqual([2]);
    expect(after(second, bad('refused', 12, 1)).disputedAttempts).toEqual([2]);
    expect(after(second, accepted(1, 1)).disputedAttempts).toEqual([2]);
    expect(after({ ...second, disputedAttempts: undefined }, paid(12, 2)).disputedAttempts).toEqual([2]);
  });

  it('keeps the last twenty things that the bank said', () => {
    const many = Array.from({ length: 25 }, (_, index) => bad('refused', 12, 1, `R${index}`));
    const { heardInDispute } = after(frozen(), ...many);
    expect(heardInDispute).toHaveLength(20);
    expect(heardInDispute?.at(-1)).toMatchObject({ reason: 'R24' });
    expect(heardInDispute?.[0]).toMatchObject({ reason: 'R5' });
  });

  it('that people settled is not frozen again by what they had before them', () => {
    const weighed = [{ attempt: 1, kind: 'paid' as const, saidAt: at(9) }];
    const settled = ordered({
      state: 'HELD',
      attempt: 2,
      heldReason: 'REFUSED_BY_BANK',
      heardInDispute: weighed,
    });
    expect(applyStatement(settled, paid(9))).toBe('known');
    expect(applyStatement(settled, paid(8))).toBe('known');
    expect(applyStatement(settled, paid(10))).toMatchObject({
      payment: { state: 'DISPUTED', heldReason: undefined },
    });
  });
});

describe('an order that people found to be paid though it was refused', () => {
  it('is not ordered again when a refusal comes once more that people had before them as they found it paid', () => {
    const disputed = after(ordered(), bad('refused', undefined), bad('returned', 9), paid(8));
    expect(disputed.state).toBe('DISPUTED');
    const settled = decidePayment(disputed, { kind: 'settle', as: 'paid', by: 'amina', order: 1 });
    if (typeof settled === 'string') throw new Error('It was not settled');
    expect(settled.payment).toMatchObject({ state: 'PAID', paidAttempt: 1 });
    expect(after(settled.payment, bad('returned', 9))).toEqual(settled.payment);
    // What the bank sends back later is news.
    expect(after(settled.payment, bad('returned', 10))).toMatchObject({ state: 'HELD', attempt: 3 });
  });
});
