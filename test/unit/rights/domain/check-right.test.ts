import { describe, expect, it } from 'vitest';
import { checkRight } from '../../../../contexts/rights/domain/check-right.ts';
import { personFile } from '../../../support/person-files.ts';

const DAY = '2026-11-22';
const cnops = { covers: [{ scheme: 'CNOPS', from: '2024-01-01' }] } as const;

describe('the check of a right', () => {
  it('keeps a right that nothing speaks against', () => {
    expect(checkRight(personFile(), undefined, DAY)).toEqual({ kind: 'kept' });
  });

  it('looks at nobody without an open right to Tadamon or Achamil', () => {
    for (const coverage of [
      { scheme: 'AMO_TNS' as const },
      { to: '2026-11-21' },
      { to: DAY },
      { from: '2026-11-23' },
    ])
      expect(checkRight(personFile({ coverages: [coverage] }), cnops, DAY)).toEqual({ kind: 'none' });
  });

  it('closes a right on the day of the check for a cover that a reference list has', () => {
    expect(checkRight(personFile(), cnops, DAY)).toMatchObject({
      kind: 'closing',
      closing: {
        to: DAY,
        reason: 'OTHER_COVER',
        otherCover: 'CNOPS',
        tell: { phone: '+212612345678', language: 'ar' },
      },
    });
  });

  it('closes a right for a cover that the registry itself has', () => {
    const file = personFile({ coverages: [{}, { scheme: 'AMO_SALARIE', from: '2026-01-01' }] });
    expect(checkRight(file, undefined, DAY)).toMatchObject({ closing: { otherCover: 'AMO_SALARIE' } });
  });

  it('does not count covers that are over, or not yet there', () => {
    for (const cover of [{ from: '2020-01-01', to: '2026-11-21' }, { from: '2026-11-23' }])
      expect(checkRight(personFile(), { covers: [{ scheme: 'FAR', ...cover }] }, DAY)).toEqual({
        kind: 'kept',
      });
  });

  it('sends no SMS to who wants none: a letter instead', () => {
    const finding = checkRight(personFile({ person: { smsOptOut: true } }), cnops, DAY);
    expect(finding).toMatchObject({ closing: { tell: { phone: null } } });
  });

  it('closes the right of a dead person on the day of death, and tells nobody', () => {
    expect(checkRight(personFile(), { covers: [], deceasedOn: '2026-10-01' }, DAY)).toMatchObject({
      kind: 'closing',
      closing: { to: '2026-10-01', reason: 'DECEASED', tell: null },
    });
  });

  it('leaves the family of a dead person to a person, because it keeps its right for some months', () => {
    const family = personFile({ person: { deceasedOn: '2026-10-01' }, dependants: [{}] });
    expect(checkRight(family, undefined, DAY)).toEqual({ kind: 'referral', reason: 'DECEASED_WITH_FAMILY' });
    const alone = personFile({
      person: { deceasedOn: '2026-10-01' },
      dependants: [{ to: '2026-01-01' }, { deceasedOn: '2025-01-01' }],
    });
    expect(checkRight(alone, undefined, DAY)).toMatchObject({ kind: 'closing' });
  });

  it('leaves two rights at once to a person', () => {
    const file = personFile({ coverages: [{}, { scheme: 'AMO_ACHAMIL', from: '2024-01-01' }] });
    expect(checkRight(file, cnops, DAY)).toEqual({ kind: 'referral', reason: 'SEVERAL_RIGHTS' });
  });
});
