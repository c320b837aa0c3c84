import { describe, expect, it } from 'vitest';
import { tooSoonAgain } from '../../../../contexts/medicines/domain/too-soon-again.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { medicineCodeOf, medicineOf } from '../../../support/medicine-examples.ts';

const rules = currentRuleBook();
const code = medicineOf().code;
const on = (dispensedOn: string, boxes = 1) => ({ code, dispensedOn, boxes });

// A box of 28 lasts 28 days; three quarters of them are 21.
describe('a medicine that a person gets again', () => {
  it('is doubted a day before three quarters of the first box are used up, and not on that day', () => {
    expect(tooSoonAgain(on('2026-11-21'), medicineOf(), [on('2026-11-01')], rules)).toEqual({
      kind: 'doubt',
      code: 'RENEWAL_TOO_SOON',
      details: { medicineCode: code, otherDispensedOn: '2026-11-01', daysApart: 20, packUnits: 28 },
    });
    expect(tooSoonAgain(on('2026-11-22'), medicineOf(), [on('2026-11-01')], rules)).toBeUndefined();
  });

  it('may be got again later where more boxes were given, by those that were given first', () => {
    expect(tooSoonAgain(on('2026-12-12'), medicineOf(), [on('2026-11-01', 2)], rules)).toBeDefined();
    expect(tooSoonAgain(on('2026-12-13'), medicineOf(), [on('2026-11-01', 2)], rules)).toBeUndefined();
    expect(tooSoonAgain(on('2026-11-22', 2), medicineOf(), [on('2026-11-01')], rules)).toBeUndefined();
  });

  it('is doubted whichever of the two claims comes first', () => {
    expect(tooSoonAgain(on('2026-11-01', 2), medicineOf(), [on('2026-12-12')], rules)).toMatchObject({
      details: { otherDispensedOn: '2026-12-12', daysApart: 41 },
    });
    expect(tooSoonAgain(on('2026-11-01'), medicineOf(), [on('2026-12-12')], rules)).toBeUndefined();
  });

  it('is compared with the nearest of several, and with no other medicine', () => {
    const others = [on('2026-11-02'), on('2026-11-10'), { ...on('2026-11-19'), code: medicineCodeOf(2) }];
    expect(tooSoonAgain(on('2026-11-20'), medicineOf(), others, rules)).toMatchObject({
      details: { otherDispensedOn: '2026-11-10' },
    });
  });

  it('is doubted within a week a box where nothing tells how long the pack lasts: no count, or one bottle', () => {
    for (const packUnits of [undefined, 1]) {
      const again = (day: string, boxes = 1) =>
        tooSoonAgain(on(day), medicineOf({ packUnits }), [on('2026-11-01', boxes)], rules);
      expect(again('2026-11-07')).toMatchObject({ code: 'RENEWAL_TOO_SOON' });
      expect(again('2026-11-08')).toBeUndefined();
      expect(again('2026-11-14', 2)).toMatchObject({ code: 'RENEWAL_TOO_SOON' });
      expect(again('2026-11-15', 2)).toBeUndefined();
    }
  });

  it('is compared with all boxes of a day, on however many bills they stand', () => {
    const others = [on('2026-11-01'), on('2026-11-01')];
    expect(tooSoonAgain(on('2026-12-12'), medicineOf(), others, rules)).toBeDefined();
    expect(tooSoonAgain(on('2026-12-13'), medicineOf(), others, rules)).toBeUndefined();
  });
});
