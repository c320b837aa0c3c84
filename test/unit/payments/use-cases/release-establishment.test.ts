import { describe, expect, it } from 'vitest';
import type { ClaimPayment } from '../../../../contexts/claims/domain/claim.ts';
import type { ProviderAccount } from '../../../../contexts/registry/records/registry-records.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { PaymentWorld } from '../../../support/payment-world.ts';
import { waitingClaimsCases } from '../../../support/waiting-claims-cases.ts';
import { personFile } from '../../../support/person-files.ts';

const INPE = '091024578';
const RIB = '007780000123456789012396';
const account = (changes: Partial<ProviderAccount> = {}): ProviderAccount => ({
  ...{ type: 'provider-account', inpe: INPE, rib: RIB, from: '2026-01-01' },
  confirmed: { on: '2026-01-02', reference: 'letter 12' },
  ...changes,
});
const held = (changes: Partial<ClaimPayment> = {}): ClaimPayment => ({
  ...{ state: 'HELD', attempt: 1, amountCentimes: 10_000, heldReason: 'ACCOUNT_MISSING' },
  ...changes,
});

function worldOf(payments: readonly ClaimPayment[]) {
  const it = { day: '2026-03-02', accounts: [] as ProviderAccount[] };
  const world = new PaymentWorld(
    () => new Date(`${it.day}T12:00:00.000Z`),
    // Nobody insured has an account.
    () => ({ ...personFile(), accounts: [] }),
    (inpe) => it.accounts.filter((one) => one.inpe === inpe),
  );
  for (const [index, payment] of payments.entries())
    world.put(claimWith({ claimId: `C${String(index).padStart(3, '0')}`, payment }));
  const pending = () => world.all.filter(({ payment }) => payment?.state === 'PENDING').length;
  return Object.assign(it, { world, pending });
}

describe('payments that wait for the account of an establishment', () => {
  it('are all released once it is confirmed, however many others wait, and the others are not', async () => {
    const others = [{}, { payeeInpe: '071000001' }, { heldReason: 'RETURNED_BY_BANK' as const }];
    const payments = Array.from({ length: 130 }, (_, index) =>
      held(index % 3 === 0 ? { payeeInpe: INPE } : others[index % others.length]),
    );
    const it = worldOf(payments);
    const ours = payments.filter(({ payeeInpe }) => payeeInpe === INPE).length;
    it.accounts = [account({ confirmed: undefined })];
    it.world.messages.push({ kind: 'provider', inpe: INPE });
    await it.world.drain();
    expect(it.pending()).toBe(0);

    it.accounts = [account()];
    it.world.messages.push({ kind: 'provider', inpe: INPE });
    await it.world.drain();
    expect(it.pending()).toBe(ours);
    const released = it.world.all.filter(({ payment }) => payment?.state === 'PENDING');
    expect(new Set(released.map(({ payment }) => `${payment?.payeeInpe} ${payment?.rib}`))).toEqual(
      new Set([`${INPE} ${RIB}`]),
    );
  });

  it('are released on the day from which it holds, without anything being written on that day', async () => {
    const it = worldOf([held({ payeeInpe: INPE })]);
    it.accounts = [account({ from: '2026-03-04' })];
    it.world.messages.push({ kind: 'provider', inpe: INPE });
    await it.world.drain();
    expect(it.pending()).toBe(0);
    for (const [day, pending] of [
      ['2026-03-03', 0],
      ['2026-03-04', 1],
    ] as const) {
      it.day = day;
      it.world.messages.push({ kind: 'holds-ended', requestedBy: 'schedule' });
      await it.world.drain();
      expect(it.pending()).toBe(pending);
    }
  });

  it('do not go again to an account that the bank sent the money back from', async () => {
    const it = worldOf([held({ payeeInpe: INPE, heldReason: 'RETURNED_BY_BANK', returnedRib: RIB })]);
    it.accounts = [account()];
    it.world.messages.push({ kind: 'provider', inpe: INPE });
    await it.world.drain();
    expect(it.pending()).toBe(0);
  });

  it('are looked at alone, however many claims are held for others', async () => {
    const it = worldOf([held({ payeeInpe: INPE }), held({ payeeInpe: INPE })]);
    for (let number = 0; number < 50_000; number += 1)
      it.world.put(claimWith({ claimId: `H${number}`, payment: held() }));
    it.world.messages.length = 0;
    it.accounts = [account()];
    it.world.messages.push({ kind: 'provider', inpe: INPE });
    await it.world.drain();
    expect([it.pending(), it.world.readCount]).toEqual([2, 2]);
  });

  it('are released once, however often their account is announced, and whatever else is at work', async () => {
    const it = worldOf(Array.from({ length: 120 }, () => held({ payeeInpe: INPE })));
    it.accounts = [account()];
    const provider = { kind: 'provider', inpe: INPE } as const;
    it.world.messages.push(provider, provider, provider);
    const count = await Promise.all([it.world.drain(), it.world.drain(), it.world.run()]);
    await it.world.drain();
    expect(count).toHaveLength(3);
    const released = it.world.events.filter(({ type }) => type === 'payment.released.v1');
    expect(released).toHaveLength(120);
  });
});

describe('held claims in memory', () => {
  it.each(waitingClaimsCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    const { world } = worldOf([]);
    await run({
      waiting: world.waiting,
      put: (claim) => {
        world.put(claim);
        return Promise.resolve();
      },
    });
  });
});
