import { describe, expect, it } from 'vitest';
import type { StaffRole } from '../../../../contexts/shared/access/access.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import {
  paymentViewSchema,
  settledPaymentsSchema,
  waitingPaymentsSchema,
} from '../../../../contexts/payments/api/payments.ts';
import type { AccessRecord } from '../../../../contexts/staff/ports/audit.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { createApiApp } from '../../../../lambdas/runtime/api/api-app.ts';
import { staffOf } from '../../../../lambdas/runtime/api/identity.ts';
import { paymentRoutes } from '../../../../lambdas/serve-console/routes/payments.ts';
import { memoryCursors } from '../../../support/memory-data-keys.ts';
import { Answered, OLD } from '../../../support/answered-payments.ts';

const REASON = 'The bank wrote so on 20 November.';

/** The treasury's part of the console, on payments of which P was refused for a reason of ours and Q is disputed. */
async function treasury() {
  const it = new Answered();
  await it.order();
  await it.say('P-1', 2, 'RJCT', 'AM04');
  await it.say('Q-1', 2, 'RJCT', 'AM04');
  await it.say('Q-1', 4, 'ACSC');
  const accesses: Omit<AccessRecord, 'at'>[] = [];
  const app = createApiApp<Staff>();
  app.use(async (context, next) => {
    context.set('actor', staffOf(context.env));
    await next();
  });
  const { world, dependencies } = it;
  app.route(
    '/',
    paymentRoutes(
      {
        ...dependencies,
        claims: world.claims,
        waiting: world.waiting,
        claimsOfPerson: world.claimsOfPerson,
        holdEnds: world.holdEnds,
        accesses: {
          record: (access) => {
            accesses.push(access);
            return Promise.resolve();
          },
        },
        rules: currentRuleBook(),
      },
      memoryCursors(),
    ),
  );
  const as =
    (userName: string, role: StaffRole, registration?: string) =>
    async (method: string, path: string, body?: object) => {
      const claims = {
        'cognito:username': userName,
        'cognito:groups': `[${role}]`,
        ...(registration === undefined ? {} : { 'custom:registration': registration }),
      };
      const response = await app.request(
        `/api/console/payments${path}`,
        {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        { event: { requestContext: { authorizer: { jwt: { claims } } } } },
      );
      const answer: unknown = await response.json();
      return { status: response.status, answer };
    };
  return { it, accesses, as };
}

describe('payments in the console', () => {
  it('are listed with the reason, whose fault it is, the amount and since when, without a name or number', async () => {
    const { accesses, as, it: payments } = await treasury();
    const { answer } = await as('amina', 'treasurer')('GET', '?queue=refused');
    expect(waitingPaymentsSchema.parse(answer).payments).toEqual([
      {
        claimId: 'P',
        version: payments.world.find('P')?.version,
        settlement: 1,
        isOfRest: false,
        reason: 'AM04',
        cause: 'payer',
        amountCentimes: 10_000,
        since: '2026-11-20T12:00:00.000Z',
        orderCount: 1,
        accountEnding: OLD.slice(-4),
      },
    ]);
    const disputed = await as('amina', 'treasurer')('GET', '?queue=disputed');
    expect(waitingPaymentsSchema.parse(disputed.answer).payments).toMatchObject([
      { claimId: 'Q', reason: 'CONFLICTING_STATUSES', accountEnding: OLD.slice(-4) },
    ]);
    expect(JSON.stringify([answer, disputed.answer])).not.toMatch(new RegExp(`${OLD}|104725831`));
    expect(accesses.map(({ operation, subject }) => [operation, subject])).toEqual([
      ['listPayments', 'search'],
      ['listPayments', 'search'],
    ]);
  });

  it('are shown with each order and answer, and the account in full only to those who compare it with the bank', async () => {
    const { as, accesses } = await treasury();
    const { answer } = await as('amina', 'treasurer')('GET', '/Q');
    expect(paymentViewSchema.parse(answer)).toMatchObject({
      state: 'DISPUTED',
      disputedBecause: 'CONFLICTING_STATUSES',
      isAccountMasked: false,
      orders: [{ order: 1, paymentId: 'Q-1', state: 'disputed', account: OLD }],
      ordersInQuestion: [1],
      heard: [{ order: 1, kind: 'paid', saidAt: '2026-11-20T10:04:00Z' }],
      steps: [
        { what: 'refused', order: 1, code: 'AM04' },
        { what: 'disputed', order: 1, code: 'CONFLICTING_STATUSES' },
      ],
      actions: [{ action: 'settle-paid' }, { action: 'settle-not-paid' }],
    });
    for (const role of ['supervisor', 'auditor'] as const) {
      const masked = await as('someone', role)('GET', '/Q');
      expect(JSON.stringify(masked.answer)).not.toContain(OLD);
      expect(paymentViewSchema.parse(masked.answer)).toMatchObject({
        isAccountMasked: true,
        actions: [{ whyNot: 'NOT_ALLOWED' }, { whyNot: 'NOT_ALLOWED' }],
      });
      expect((await as('someone', role)('POST', '/settlements', {})).status).toBe(403);
    }
    expect(accesses[0]).toEqual({ actor: 'amina', operation: 'showPayment', subject: 'claim:Q' });
    expect((await as('amina', 'treasurer')('GET', '/UNKNOWN')).status).toBe(404);
  });

  it('move by one person’s word, with a reason on record, unless someone moved them since they were shown', async () => {
    const { as, it: payments, accesses } = await treasury();
    const version = payments.world.find('P')?.version;
    const order = (reason: string) =>
      as('amina', 'treasurer')('POST', '/settlements', {
        action: 'order-again',
        payments: [{ claimId: 'P', version }],
        reason,
      });
    expect((await order('  ')).status).toBe(400);
    expect(settledPaymentsSchema.parse((await order(REASON)).answer)).toEqual({ done: ['P'], refused: [] });
    expect(settledPaymentsSchema.parse((await order(REASON)).answer)).toEqual({
      done: [],
      refused: [{ claimId: 'P', code: 'PAYMENT_CHANGED' }],
    });
    expect(accesses.at(-1)).toMatchObject({
      operation: 'settlePayments',
      subject: 'claim:P',
      details: { action: 'order-again' },
    });
    const { answer } = await as('amina', 'treasurer')('GET', '/P');
    expect(paymentViewSchema.parse(answer).steps.at(-1)).toMatchObject({
      what: 'released',
      by: 'amina',
      text: REASON,
    });
    // What someone wrote goes nowhere but into the record.
    expect(JSON.stringify(payments.world.events)).not.toContain(REASON);
  });

  it('whose dispute was settled as not paid wait for another person, and say so before', async () => {
    const { as, it: payments } = await treasury();
    const version = () => payments.world.find('Q')?.version;
    const settle = async (who: string, action: string) => {
      const { answer } = await as(who, 'treasurer')('POST', '/settlements', {
        action,
        payments: [{ claimId: 'Q', version: version() }],
        reason: REASON,
      });
      const { done, refused } = settledPaymentsSchema.parse(answer);
      return refused[0]?.code ?? done[0];
    };
    expect(await settle('amina', 'settle-not-paid')).toBe('Q');
    const actions = async (who: string) =>
      paymentViewSchema.parse((await as(who, 'treasurer')('GET', '/Q')).answer).actions;
    expect(await actions('amina')).toEqual([
      { action: 'order-again', whyNot: 'OTHER_PERSON_NEEDED' },
      { action: 'ask-account', whyNot: 'OTHER_PERSON_NEEDED' },
    ]);
    expect(await actions('brahim')).toEqual([{ action: 'order-again' }, { action: 'ask-account' }]);
    expect(await settle('amina', 'order-again')).toBe('OTHER_PERSON_NEEDED');
    expect(await settle('brahim', 'order-again')).toBe('Q');
  });

  it('that are held for an account leave when it is in order by now, and otherwise say what they wait for', async () => {
    const { as, it: payments } = await treasury();
    const look = async () => {
      const { answer } = await as('amina', 'treasurer')('POST', '/settlements', {
        action: 'look-again',
        payments: [{ claimId: 'P', version: payments.world.find('P')?.version }],
        reason: REASON,
      });
      return settledPaymentsSchema.parse(answer);
    };
    expect((await look()).refused).toEqual([{ claimId: 'P', code: 'NOT_WAITING_FOR_IT' }]);
    await payments.settle('P', 'ask-account', 'amina');
    expect((await look()).refused).toEqual([{ claimId: 'P', code: 'ACCOUNT_NOT_READY' }]);
    payments.accounts.push({ ...payments.accounts[0]!, rib: '007108000779200030312071', from: '2026-11-20' });
    expect((await look()).done).toEqual(['P']);
  });

  it('are not settled by the family of the insured', async () => {
    const { as, it: payments } = await treasury();
    const { answer } = await as('amina', 'treasurer', '104725831')('POST', '/settlements', {
      action: 'order-again',
      payments: [{ claimId: 'P', version: payments.world.find('P')?.version }],
      reason: REASON,
    });
    expect(settledPaymentsSchema.parse(answer).refused).toEqual([{ claimId: 'P', code: 'OWN_CLAIM' }]);
  });
});
