import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { careGroupsOf } from '../../../../contexts/adjudication/domain/care-groups.ts';
import {
  aroundDay,
  aroundInstant,
  familyGroup,
  familyGroups,
} from '../../../../contexts/adjudication/domain/taken-care.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { dayInMorocco } from '../../../../contexts/shared/time/morocco-time.ts';
import { form, personFile } from './claim-builder.ts';

const NUMBER = '184203957';
const days = { first: '2025-08-01', last: '2025-08-01' };
const heldAt = (instant: string) =>
  familyGroups(NUMBER, { ...days, around: aroundInstant(new Date(instant)) }).held;
const group = (day: string) => familyGroup(NUMBER, day, day);

describe('the group of the month beside', () => {
  it('is held still around the midnight between two months, and not in the hours of a day', () => {
    // Morocco is an hour ahead of UTC in September.
    expect(heldAt('2025-09-30T10:00:00Z')).toEqual([group('2025-09-30')]);
    expect(heldAt('2025-09-30T22:30:00Z')).toEqual([group('2025-10-01'), group('2025-09-30')]);
    expect(heldAt('2025-09-30T23:30:00Z')).toEqual([group('2025-10-01'), group('2025-09-30')]);
    expect(heldAt('2025-10-01T10:00:00Z')).toEqual([group('2025-10-01')]);
  });

  it('is read all the same, so that what was paid before midnight is found after it', () => {
    const { held, older } = familyGroups(NUMBER, {
      ...{ first: '2025-09-30', last: '2025-09-30' },
      around: aroundInstant(new Date('2025-10-01T10:00:00Z')),
    });
    expect([...held, ...older]).toEqual([group('2025-10-01'), group('2025-09-30')]);
  });

  it('is held by two claims that are decided within half an hour, whichever of the two is later', () => {
    const midnights = fc.integer({ min: 0, max: 47 }).map((month) => Date.UTC(2025, month, 1));
    const instant = fc
      .tuple(midnights, fc.integer({ min: -3 * 3600, max: 3 * 3600 }))
      .map(([midnight, seconds]) => new Date(midnight + seconds * 1000));
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 30 * 60 }), (one, seconds) => {
        const other = new Date(one.getTime() + seconds * 1000);
        const writtenBy = (now: Date) => group(dayInMorocco(now));
        expect(heldAt(one.toISOString())).toContain(writtenBy(other));
        expect(heldAt(other.toISOString())).toContain(writtenBy(one));
      }),
      { numRuns: 3000 },
    );
  });

  it('is among those that are counted by the day alone, for that asks for no less', () => {
    const rules = currentRuleBook();
    const now = new Date('2025-09-30T22:30:00Z');
    const byDay = careGroupsOf(form(), personFile(), aroundDay('2025-09-30'), rules);
    const byInstant = careGroupsOf(form(), personFile(), aroundInstant(now), rules);
    for (const one of byInstant.held) expect(byDay.held).toContain(one);
  });
});
