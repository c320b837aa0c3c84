import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../contexts/claims/domain/decision.ts';
import type { Claim, ClaimPayment } from '../../../../contexts/claims/domain/claim.ts';
import { orderMoves, ordersOf } from '../../../../contexts/payments/domain/orders-of-payment.ts';
import { decidedClaim, movedPayment } from '../../../../contexts/payments/domain/payment-of-claim.ts';
import { refusalCause } from '../../../../contexts/payments/domain/reason-cause.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { claimWith } from '../../../support/claim-examples.ts';

const RIB = '007780000123456789012396';
const BATCH = 'R20260102-1';
const payment = (changes: Partial<ClaimPayment> = {}): ClaimPayment => ({
  state: 'ORDERED',
  attempt: 1,
  amountCentimes: 10_500,
  rib: RIB,
  batchId: BATCH,
  ...changes,
});
const refusal = {
  attempt: 1,
  kind: 'refused',
  saidAt: '2026-01-03T10:00:00Z',
  rib: RIB,
  batchId: BATCH,
} as const;

describe('the orders of a payment', () => {
  it.each<[ClaimPayment['state'], readonly string[]]>([
    ['PENDING', []],
    ['HELD', []],
    ['ORDERED', ['open']],
    ['ACCEPTED', ['open']],
    ['PAID', ['settled']],
    ['DISPUTED', ['disputed']],
  ])('of a payment that is %s are %j', (state, states) => {
    expect(ordersOf(payment({ state })).map((order) => order.state)).toEqual(states);
  });

  it('are listed oldest first, each with its account, its batch and its end', () => {
    const second = payment({ attempt: 2, batchId: 'R20260105-1', refusals: [refusal] });
    expect(ordersOf(second)).toEqual([
      { attempt: 1, state: 'refused', refusedAt: refusal.saidAt, rib: RIB, batchId: BATCH },
      { attempt: 2, state: 'open', rib: RIB, batchId: 'R20260105-1' },
    ]);
  });

  it('name the one that was paid, where it is not the latest, and all that are disputed', () => {
    const paidFirst = payment({
      state: 'PAID',
      attempt: 2,
      paidAttempt: 1,
      refusals: [{ ...refusal, attempt: 2 }],
    });
    expect(ordersOf(paidFirst).map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'settled'],
      [2, 'refused'],
    ]);
    const both = payment({ state: 'DISPUTED', attempt: 2, disputedAttempts: [2, 1], refusals: [refusal] });
    expect(ordersOf(both).map(({ attempt, state }) => [attempt, state])).toEqual([
      [1, 'disputed'],
      [2, 'disputed'],
    ]);
  });

  it('move on the day of their batch; new and unchanged ones, and those without a day, do not', () => {
    const paid = payment({ state: 'PAID' });
    expect(orderMoves(payment(), paid)).toEqual([{ orderedOn: '2026-01-02', from: 'open', to: 'settled' }]);
    expect(orderMoves(payment(), payment({ state: 'ACCEPTED' }))).toEqual([]);
    expect(orderMoves(undefined, payment())).toEqual([]);
    expect(orderMoves(payment({ batchId: undefined }), { ...paid, batchId: undefined })).toEqual([]);
  });
});

describe('the payment that a decision makes', () => {
  const decision = (changes: Partial<Decision>) =>
    decidedClaim(
      claimWith({ paidCentimes: undefined }),
      { paidCentimes: 1, destination: { kind: 'account', rib: RIB }, ...changes } as Decision,
      'now',
    ).payment;

  it('is pending to the account, or held for its reason', () => {
    expect(decision({})).toEqual({ state: 'PENDING', attempt: 1, amountCentimes: 1, since: 'now', rib: RIB });
    expect(decision({ destination: { kind: 'held', reason: 'ACCOUNT_MISSING' } })).toEqual({
      state: 'HELD',
      attempt: 1,
      amountCentimes: 1,
      since: 'now',
      heldReason: 'ACCOUNT_MISSING',
    });
  });

  it('is none where nothing is paid, or to nobody', () => {
    expect(decision({ paidCentimes: 0 })).toBeUndefined();
    expect(decision({ destination: undefined })).toBeUndefined();
  });
});

describe('the payments that a decision makes where an establishment is paid', () => {
  const destination = { kind: 'account', rib: RIB } as const;
  const toEstablishment = { inpe: '091024578', centimes: 700, destination } as const;
  const made = (changes: Partial<Decision>, before: Partial<Claim> = {}) =>
    decidedClaim(claimWith({ paidCentimes: undefined, ...before }), changes as Decision, 'now');

  it('are its own first, then the insured’s, and add up to what is paid', () => {
    expect(made({ paidCentimes: 1_000, toEstablishment, destination })).toMatchObject({
      payment: { state: 'PENDING', payeeInpe: '091024578', amountCentimes: 700 },
      secondPayment: { state: 'PENDING', amountCentimes: 300 },
    });
  });

  it('are its own alone where the insured is paid nothing', () => {
    const claim = made({ paidCentimes: 700, toEstablishment, destination });
    expect(claim.payment).toMatchObject({ payeeInpe: '091024578', amountCentimes: 700 });
    expect(claim.secondPayment).toBeUndefined();
  });

  it('wait each for their own account', () => {
    const held = { kind: 'held', reason: 'ACCOUNT_CHANGING' } as const;
    const theirs = { ...toEstablishment, destination: held };
    expect(made({ paidCentimes: 1_000, toEstablishment: theirs, destination })).toMatchObject({
      payment: { state: 'HELD', heldReason: 'ACCOUNT_CHANGING', payeeInpe: '091024578' },
      secondPayment: { state: 'PENDING', rib: RIB },
    });
  });

  it('are never three', () => {
    const decision = {
      paidCentimes: 1_001,
      paidBefore: { centimes: 1, lines: new Set([0]), corrected: new Set<number>() },
      toEstablishment,
      destination,
    };
    const before = payment({ state: 'PAID', amountCentimes: 1 });
    expect(() => made(decision, { payment: before })).toThrow('two payments already');
  });
});

describe('a claim whose payment moves', () => {
  const claim = (of?: ClaimPayment) =>
    ({ claimId: 'C-1', channelId: 'agency-1', version: 4, payment: of }) as Claim;
  const later = '2026-01-04T10:00:00Z';
  const paid = { kind: 'apply-statement', statement: { kind: 'paid', attempt: 1, saidAt: later } } as const;

  it('gets a new version, the moment, an event with its ids, and what figures need', () => {
    const moved = movedPayment(claim(payment({ since: 'before' })), paid, later);
    const after = payment({ state: 'PAID', paidSaidAt: later, since: later });
    expect(moved).toEqual({
      claim: { ...claim(after), version: 5 },
      payment: after,
      facts: {
        amountCentimes: 10_500,
        payee: 'insured',
        orderMoves: [{ orderedOn: '2026-01-02', from: 'open', to: 'settled' }],
        isKnownPaid: false,
      },
      event: {
        type: 'payment.paid.v1',
        attempt: 1,
        eventId: 'C-1#5',
        occurredAt: later,
        claimId: 'C-1',
        channelId: 'agency-1',
        remittanceId: BATCH,
      },
    });
  });

  it('keeps the moment it came to its state, and has no event, where only a time is heard', () => {
    const heard = movedPayment(
      claim(payment({ state: 'PAID', paidSaidAt: '2026-01-03T10:00:00Z', since: 'before' })),
      paid,
      later,
    );
    expect(heard).toMatchObject({
      payment: { since: 'before' },
      facts: { isKnownPaid: true },
      event: undefined,
    });
  });

  it('counts another reason to wait as a new moment', () => {
    const held = payment({ state: 'HELD', heldReason: 'REFUSED_BY_BANK', since: 'before' });
    expect(movedPayment(claim(held), { kind: 'ask-for-account', by: 'amina' }, later)).toMatchObject({
      payment: { since: later },
    });
  });

  it('names no order when it is released: it is in none', () => {
    const held = payment({ state: 'HELD', heldReason: 'ACCOUNT_MISSING' });
    const moved = movedPayment(claim(held), { kind: 'release', rib: RIB }, later);
    expect(moved).toMatchObject({ event: { type: 'payment.released.v1' } });
    expect(moved).not.toHaveProperty('event.remittanceId');
  });

  it('does not move without a payment, by what is known, or by what may not be', () => {
    expect(movedPayment(claim(), paid, later)).toBe('refused');
    expect(movedPayment(claim(payment({ state: 'PENDING' })), paid, later)).toBe('known');
    expect(movedPayment(claim(payment()), { kind: 'release', rib: RIB }, later)).toBe('refused');
  });
});

describe('whose fault a refusal is', () => {
  const cause = (...codes: readonly (string | undefined)[]) =>
    refusalCause(
      codes.map((code) => ({ code })),
      currentRuleBook(),
      '2026-01-02',
    );

  it.each<[readonly (string | undefined)[], string]>([
    [['AC04'], 'account'],
    [['AC04', 'AC04'], 'account'],
    [['AC04', undefined], 'account'],
    [['AM04'], 'payer'],
    [['AC04', 'AM04'], 'unknown'],
    [['AC04', 'DU01', 'AM04'], 'duplicate'],
    [['XXXX'], 'unknown'],
    [[undefined], 'unknown'],
    [[], 'unknown'],
  ])('by the reasons %j is: %s', (codes, expected) => {
    expect(cause(...codes)).toBe(expected);
  });
});
