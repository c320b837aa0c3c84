import { describe, expect, it } from 'vitest';
import {
  settlePayment,
  type SettlePayment,
} from '../../../../contexts/payments/use-cases/settle-payments.ts';
import type { Dependant } from '../../../../contexts/registry/records/registry-records.ts';
import { noProviderAccounts, personFile } from '../../../support/person-files.ts';
import { Answered, NEW, OLD } from '../../../support/answered-payments.ts';

async function ordered(): Promise<Answered> {
  const it = new Answered();
  await it.order();
  return it;
}

/** Refused at minute 2, called paid at minute 4: frozen while it waits to be ordered again. */
async function disputed(): Promise<Answered> {
  const it = await ordered();
  await it.say('P-1', 2, 'RJCT', 'AM04');
  await it.say('P-1', 4, 'ACSC');
  expect(it.payment('P')).toMatchObject({ state: 'DISPUTED', disputedAttempts: [1] });
  return it;
}

describe('a disputed payment that people settle', () => {
  it('as paid is asked an account for when the money comes back after all', async () => {
    const it = await disputed();
    expect(await it.settle('P', 'settle-paid', 'amina')).toBe('done');
    expect(it.payment('P')).toMatchObject({ state: 'PAID', rib: OLD });
    await it.say('P-1', 6, 'RJCT', 'AC04');
    expect(it.payment('P')).toMatchObject({ heldReason: 'RETURNED_BY_BANK', returnedRib: OLD });
    expect(it.texts.at(-1)).toBe('payment-returned');
    await it.giveAccount();
    const again = it.world.ordered.filter(({ claimId }) => claimId === 'P').slice(1);
    expect(again.map(({ rib }) => rib)).toEqual([NEW]);
  });

  it('as not paid leaves again on the word of another person only', async () => {
    const it = await disputed();
    expect(await it.settle('P', 'settle-not-paid', 'amina')).toBe('done');
    expect(await it.settle('P', 'order-again', 'amina')).toBe('OTHER_PERSON_NEEDED');
    expect(await it.settle('P', 'ask-account', 'amina')).toBe('OTHER_PERSON_NEEDED');
    expect(await it.settle('P', 'order-again', 'brahim')).toBe('done');
  });

  it.each([
    ['another account of the same person', '184203957'],
    ['an account of their spouse', '143376825'],
  ])('as not paid does not leave again on the word of %s', async (_, registrationNumber) => {
    const it = await disputed();
    const people: Readonly<Record<string, { readonly cin: string; readonly spouseCin?: string }>> = {
      '184203957': { cin: 'ZZ100001', spouseCin: 'ZZ100002' },
      '143376825': { cin: 'ZZ100002' },
      '127745608': { cin: 'ZZ100003' },
    };
    const registry = {
      ...noProviderAccounts,
      findPersonFile: (number: string) => {
        const { person, ...file } = personFile();
        const { cin = person.cin, spouseCin } = people[number] ?? {};
        const spouse: Dependant = {
          type: 'dependant',
          registrationNumber: number,
          dependantId: '9',
          link: 'spouse',
          name: { family: 'X', given: 'Y' },
          birthDate: '1980-01-01',
          from: '2010-01-01',
          studies: [],
          disabled: false,
          cin: spouseCin,
        };
        return Promise.resolve({
          ...file,
          accounts: it.accounts,
          person: { ...person, registrationNumber: number, cin },
          dependants: spouseCin === undefined ? [] : [spouse],
        });
      },
    };
    const say = (action: SettlePayment['action'], userId: string, own: string) =>
      settlePayment(
        { claimId: 'P', action },
        { userId, registrationNumber: own },
        { ...it.dependencies, registry },
      );

    expect(await say('settle-not-paid', 'amina', '184203957')).toBe('done');
    for (const action of ['order-again', 'ask-account'] as const)
      expect(await say(action, 'amina-2', registrationNumber)).toBe('OTHER_PERSON_NEEDED');
    expect(await say('order-again', 'chaimae', '127745608')).toBe('done');
  });

  it('as not paid goes to another account where people say that the account was at fault', async () => {
    const it = await disputed();
    await it.settle('P', 'settle-not-paid', 'amina');
    await it.settle('P', 'ask-account', 'brahim');
    await it.world.drain();
    expect(it.payment('P')).toMatchObject({ state: 'HELD', returnedRib: OLD });
    await it.giveAccount();
    expect(it.world.ordered.at(-1)).toMatchObject({ claimId: 'P', rib: NEW });
  });

  it('stays settled when the answers that people weighed come again', async () => {
    const it = await disputed();
    await it.settle('P', 'settle-not-paid', 'amina');
    await it.say('P-1', 4, 'ACSC');
    await it.say('P-1', 2, 'RJCT', 'AM04');
    expect(it.payment('P')).toMatchObject({ state: 'HELD', heldReason: 'REFUSED_BY_BANK' });
    await it.settle('P', 'order-again', 'brahim');
    await it.say('P-1', 3, 'ACSC');
    expect(it.payment('P')?.state).toBe('PENDING');
  });

  it('is frozen again by what the bank says anew, before the money leaves', async () => {
    const it = await disputed();
    await it.settle('P', 'settle-not-paid', 'amina');
    await it.settle('P', 'order-again', 'brahim');
    await it.say('P-1', 9, 'ACSC');
    await it.world.run();
    expect(it.payment('P')?.state).toBe('DISPUTED');
    expect(it.world.ordered.filter(({ claimId }) => claimId === 'P')).toHaveLength(1);
  });

  it('is settled by the order that was paid, where the bank called an old one paid while a new one was on its way', async () => {
    const it = await ordered();
    await it.say('P-1', 2, 'RJCT', 'AM04');
    await it.settle('P', 'order-again', 'amina');
    await it.world.run();
    await it.say('P-2', 5, 'ACSP');
    await it.say('P-1', 6, 'ACSC');
    expect(it.payment('P')).toMatchObject({ state: 'DISPUTED', disputedAttempts: [1, 2] });
    expect(await it.settle('P', 'settle-paid', 'amina')).toBe('ORDER_NOT_NAMED');
    expect(await it.settle('P', 'settle-paid', 'amina', { order: 3 })).toBe('ORDER_NOT_NAMED');
    expect(await it.settle('P', 'settle-paid', 'amina', { order: 1 })).toBe('done');
    await it.say('P-2', 7, 'ACSC');
    // Both were paid, as it seems: that is for people again.
    expect(it.payment('P')).toMatchObject({ state: 'DISPUTED', disputedAttempts: [1, 2] });
  });

  it('shows what the bank says meanwhile to those who settle it, and does not move by it', async () => {
    const it = await disputed();
    const version = it.world.find('P')?.version;
    const { counts, problems } = await it.say('P-1', 8, 'RJCT', 'AC01');
    expect([counts.disputed, problems]).toEqual([0, []]);
    expect(it.payment('P')?.heardInDispute?.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['paid', undefined],
      ['returned', 'AC01'],
    ]);
    expect(await it.settle('P', 'settle-not-paid', 'amina', { version })).toBe('PAYMENT_CHANGED');
  });

  it('brings further orders into question that the bank calls paid meanwhile', async () => {
    const it = await ordered();
    await it.say('P-1', 1, 'RJCT', 'AM04');
    await it.settle('P', 'order-again', 'amina');
    await it.world.run();
    await it.say('P-2', 2, 'RJCT', 'AM04');
    await it.say('P-2', 5, 'ACSC');
    await it.say('P-1', 6, 'ACSC');
    expect(it.payment('P')?.disputedAttempts).toEqual([1, 2]);
  });
});

describe('what people do about a payment', () => {
  it('is done once where two do it at the same moment, or one does it again', async () => {
    const it = await ordered();
    await it.say('P-1', 2, 'RJCT', 'AM04');
    const version = it.world.find('P')?.version;
    const both = await Promise.all([
      it.settle('P', 'order-again', 'amina', { version }),
      it.settle('P', 'ask-account', 'brahim', { version }),
    ]);
    expect(both.toSorted()).toEqual(['PAYMENT_CHANGED', 'done']);
    expect(await it.settle('P', 'order-again', 'amina', { version })).toBe('PAYMENT_CHANGED');
    await it.world.run();
    await it.world.run();
    expect(it.world.ordered.filter(({ claimId }) => claimId === 'P')).toHaveLength(
      both[0] === 'done' ? 2 : 1,
    );
  });

  it('does not send money to an account that it came back from', async () => {
    const it = await ordered();
    await it.say('P-1', 2, 'RJCT', 'AC04');
    await it.say('P-1', 4, 'ACSC');
    await it.settle('P', 'settle-not-paid', 'amina');
    expect(await it.settle('P', 'order-again', 'brahim')).toBe('ACCOUNT_CAME_BACK');
    expect(await it.settle('P', 'ask-account', 'brahim')).toBe('done');
  });

  it('is nothing about the payments of their own family', async () => {
    const it = await ordered();
    await it.say('P-1', 2, 'RJCT', 'AM04');
    const settler = { userId: 'amina', registrationNumber: '104725831' };
    expect(await settlePayment({ claimId: 'P', action: 'order-again' }, settler, it.dependencies)).toBe(
      'OWN_CLAIM',
    );
  });

  it('is refused on a payment that does not wait for it', async () => {
    const it = await ordered();
    for (const action of ['order-again', 'ask-account', 'settle-paid', 'settle-not-paid'] as const)
      expect(await it.settle('P', action, 'amina')).toBe('NOT_WAITING_FOR_IT');
    expect(await it.settle('X', 'order-again', 'amina')).toBe('CLAIM_UNKNOWN');
  });
});
