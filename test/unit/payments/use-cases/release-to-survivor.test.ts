import { expect, it } from 'vitest';
import type { Account } from '../../../../contexts/registry/records/registry-records.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { PaymentWorld } from '../../../support/payment-world.ts';
import { personFile } from '../../../support/person-files.ts';

const OWN: Account = {
  ...{ type: 'account', registrationNumber: '100000001' },
  ...{ rib: '007780000123456789012396', from: '2015-01-01' },
};
const HERS: Account = {
  ...OWN,
  ...{ rib: '011780000000000000000150', from: '2026-03-04' },
  heldBy: { kind: 'survivor', reference: 'acte de décès 12/2026' },
};

it('releases what a dead person would have got to the account of the survivor, and to no other', async () => {
  const at = { day: '2026-03-02', accounts: [OWN] };
  const world = new PaymentWorld(
    () => new Date(`${at.day}T12:00:00.000Z`),
    () => ({ ...personFile({ person: { deceasedOn: '2026-02-01' } }), accounts: at.accounts }),
  );
  world.put(
    claimWith({
      payment: {
        ...{ state: 'HELD', attempt: 1, amountCentimes: 10_500, heldReason: 'ACCOUNT_OF_DECEASED' },
      },
    }),
  );
  const payment = () => world.all[0]?.payment;
  await world.drain();
  expect(payment()?.state).toBe('HELD');
  // Another account of the dead person, whoever had it entered.
  at.accounts = [OWN, { ...OWN, from: '2026-03-01', rib: '230780000000000000000137' }];
  world.messages.push({ kind: 'person', registrationNumber: '100000001' });
  await world.drain();
  expect(payment()?.state).toBe('HELD');
  at.accounts = [...at.accounts, HERS];
  world.messages.push({ kind: 'person', registrationNumber: '100000001' });
  await world.drain();
  expect(payment()?.state).toBe('HELD');
  at.day = '2026-03-04';
  world.messages.push({ kind: 'holds-ended', requestedBy: 'schedule' });
  await world.drain();
  expect(payment()).toMatchObject({ state: 'PENDING', rib: HERS.rib });
});
