import { describe, expect, it } from 'vitest';
import { queueOf } from '../../../../contexts/claims/aws/claim-item.ts';
import type { ClaimPayment } from '../../../../contexts/claims/domain/claim.ts';
import { orderablePayment, paymentIdOf } from '../../../../contexts/claims/domain/payments-of-claim.ts';
import { batchPaymentOf } from '../../../../contexts/payments/domain/payment-batch.ts';
import { claimWith } from '../../../support/claim-examples.ts';

const payment = (changes: Partial<ClaimPayment>): ClaimPayment => ({
  state: 'PAID',
  attempt: 1,
  amountCentimes: 5_600,
  rib: '007780000123456789012396',
  ...changes,
});
const pending = payment({ state: 'PENDING' });

describe('the payments of a claim', () => {
  it('have ids of their own, of which those of before stay as they were', () => {
    expect(paymentIdOf('0123456789ABCDEF-1', 2)).toBe('0123456789ABCDEF-1-2');
    expect(paymentIdOf('0123456789ABCDEF-1', 2, 2)).toBe('0123456789ABCDEF-1-S2-2');
    expect(paymentIdOf('0123456789ABCDEF-12', 999, 2).length).toBeLessThanOrEqual(35);
  });

  it('leave one after the other, the first one first', () => {
    const both = claimWith({ payment: pending, secondPayment: pending });
    expect(batchPaymentOf(both)).toMatchObject({ paymentId: '0123456789ABCDEF-1-1' });
    const next = claimWith({ payment: payment({ state: 'ORDERED' }), secondPayment: pending });
    expect(batchPaymentOf(next)).toMatchObject({ paymentId: '0123456789ABCDEF-1-S2-1', settlement: 2 });
  });

  it.each([
    ['in dispute', payment({ state: 'DISPUTED' }), 'PAYMENT_DISPUTED'],
    ['refused', payment({ state: 'HELD', heldReason: 'REFUSED_BY_BANK' }), 'PAYMENT_REFUSED'],
    ['held for an account', payment({ state: 'HELD', heldReason: 'RETURNED_BY_BANK' }), 'PAYMENT_HELD'],
  ] as const)('do not leave while another one is %s', (_, stopped, queue) => {
    for (const claim of [
      claimWith({ payment: stopped, secondPayment: pending }),
      claimWith({ payment: pending, secondPayment: stopped }),
    ]) {
      expect(orderablePayment(claim)).toBeUndefined();
      expect(queueOf(claim)).toBe(queue);
    }
  });

  it('leave while somebody else’s account is waited for, and then the claim waits for that', () => {
    const theirs = payment({ state: 'HELD', heldReason: 'ACCOUNT_MISSING', payeeInpe: '091024578' });
    const claim = claimWith({ payment: theirs, secondPayment: pending });
    expect(batchPaymentOf(claim)).toMatchObject({ paymentId: '0123456789ABCDEF-1-S2-1' });
    expect(queueOf(claim)).toBe('PAYMENT_PENDING');
    expect(queueOf({ ...claim, secondPayment: payment({ state: 'ORDERED' }) })).toBe('PAYMENT_HELD');
    const both = claimWith({
      payment: payment({ state: 'PENDING', payeeInpe: '091024578' }),
      secondPayment: payment({ state: 'HELD', heldReason: 'RETURNED_BY_BANK' }),
    });
    expect(batchPaymentOf(both)).toMatchObject({
      paymentId: '0123456789ABCDEF-1-1',
      payeeInpe: '091024578',
    });
    const refused = payment({ state: 'HELD', heldReason: 'REFUSED_BY_BANK', payeeInpe: '091024578' });
    expect(orderablePayment(claimWith({ payment: refused, secondPayment: pending }))).toBeUndefined();
  });

  it('stand in the queue of what waits for somebody, else a claim in part in that of reviewers', () => {
    expect(queueOf(claimWith({ state: 'PARTLY_REFERRED', payment: pending }))).toBe('PAYMENT_PENDING');
    expect(queueOf(claimWith({ state: 'PARTLY_REFERRED', payment: payment({}) }))).toBe('REFERRED');
    expect(queueOf(claimWith({ payment: payment({}), secondPayment: payment({}) }))).toBeUndefined();
  });
});
