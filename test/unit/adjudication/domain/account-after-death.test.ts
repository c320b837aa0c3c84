import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../contexts/adjudication/domain/adjudication-input.ts';
import { recordName } from '../../../../contexts/registry/domain/record-name.ts';
import type { Account } from '../../../../contexts/registry/records/registry-records.ts';
import { child, claimInput, contributions, field, personFile } from './claim-builder.ts';

const DIED = '2025-02-01';
const OWN: Account = {
  ...{ type: 'account', registrationNumber: '184203957' },
  ...{ rib: '007780000123456789012396', from: '2015-01-01' },
};
const HERS: Account = {
  ...OWN,
  ...{ rib: '011780000000000000000150', from: '2025-06-01' },
  heldBy: { kind: 'survivor', reference: 'acte de décès 12/2025' },
};

/** Care of a widow on 3 September 2025, decided on the 16th, with all doubts set aside by a supervisor. */
function ofWidow(accounts: readonly Account[], isDead = true): AdjudicationInput {
  const widow = child({
    ...{ link: 'spouse', name: { family: 'ALAMI', given: 'Sara' } },
    ...{ birthDate: '1980-05-05', from: '2010-01-01' },
  });
  const paidUntilDeath = contributions('AMO_SALARIE', (month) =>
    month.month < '2025-02' ? month : undefined,
  );
  const input = claimInput({
    person: personFile({
      person: { ...personFile().person, ...(isDead && { deceasedOn: DIED }) },
      dependants: [widow],
      accounts,
      contributions: isDead ? paidUntilDeath : contributions('AMO_SALARIE'),
    }),
    form: {
      beneficiaryLink: field('spouse'),
      patientName: field('ALAMI Sara'),
      patientBirthDate: field('1980-05-05'),
    },
  });
  const doubts = adjudicate(input).findings.filter(({ kind }) => kind === 'doubt');
  return { ...input, overrides: doubts.map(({ code, line }) => ({ code, line })) };
}

describe('the account that money goes to after a death', () => {
  it('is never that of the dead person, also once a supervisor has set the death aside', () => {
    const decision = adjudicate(ofWidow([OWN]));
    expect(decision.outcome).toBe('approved');
    expect(decision.paidCentimes).toBeGreaterThan(0);
    expect(decision.destination).toEqual({ kind: 'held', reason: 'ACCOUNT_OF_DECEASED' });
    expect(decision.findings).toContainEqual({ kind: 'signal', code: 'ACCOUNT_OF_DECEASED' });
  });

  it('is that of the survivor once it is on file, whichever was opened last', () => {
    expect(adjudicate(ofWidow([OWN, HERS])).destination).toEqual({ kind: 'account', rib: HERS.rib });
    const later = { ...OWN, from: '2025-09-01', rib: '230780000000000000000137' };
    expect(adjudicate(ofWidow([later, HERS])).destination).toEqual({ kind: 'account', rib: HERS.rib });
  });

  it('is nobody’s while the account of the survivor has not begun, or has ended', () => {
    const held = { kind: 'held', reason: 'ACCOUNT_OF_DECEASED' };
    expect(adjudicate(ofWidow([OWN, { ...HERS, from: '2025-09-17' }])).destination).toEqual(held);
    expect(adjudicate(ofWidow([OWN, { ...HERS, to: '2025-09-15' }])).destination).toEqual(held);
  });

  it('does not wait for a change that the dead person had asked for', () => {
    const change = { changeId: 'c', requestedAt: '2025-09-10T10:00:00Z', paymentsFrom: '2025-10-20' };
    const decision = adjudicate(ofWidow([OWN, { ...OWN, from: '2025-09-12', change }, HERS]));
    expect(decision.destination).toEqual({ kind: 'account', rib: HERS.rib });
  });

  it('is the insured person’s own while he lives, whoever else has an account on file', () => {
    const decision = adjudicate({ ...ofWidow([OWN, HERS], false), overrides: undefined });
    expect(decision.destination).toEqual({ kind: 'account', rib: OWN.rib });
  });

  it('stands on file beside the dead person’s account from the same day', () => {
    expect(recordName({ ...HERS, from: OWN.from })).not.toBe(recordName(OWN));
  });

  it('is that of the heirs for care of the insured before the death', () => {
    const person = { ...personFile().person, deceasedOn: '2025-09-10' };
    const decide = (accounts: readonly Account[]) =>
      adjudicate({
        ...claimInput({ person: personFile({ person, accounts }) }),
        overrides: [{ code: 'PERSON_DECEASED' }],
      }).destination;
    expect(decide([OWN])).toEqual({ kind: 'held', reason: 'ACCOUNT_OF_DECEASED' });
    expect(decide([OWN, { ...HERS, heldBy: { kind: 'heir', reference: 'acte 3' } }])).toEqual({
      kind: 'account',
      rib: HERS.rib,
    });
  });
});
