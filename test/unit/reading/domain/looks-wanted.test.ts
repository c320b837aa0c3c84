import { describe, expect, it } from 'vitest';
import { boxesOverlap } from '../../../../contexts/reading/domain/boxes.ts';

import type {
  CareForm,
  CareFormAct,
  FieldSource,
  ReadField,
} from '../../../../contexts/reading/domain/care-form.ts';
import { looksAt } from '../../../../contexts/reading/domain/second-look/looks-wanted.ts';
import { act, field, form } from '../../adjudication/domain/claim-builder.ts';

const place = (top: number): FieldSource => ({
  page: 1,
  // Halves and quarters add up without rounding.
  box: { left: 0.125, top, width: 0.25, height: 0.015625 },
});
const line = place(0.5);
const weak = { confidencePercent: 60, doubts: ['LOW_CONFIDENCE'] } as const;

/** A row whose fields all stand within its line. */
function rowOn(source: FieldSource, changes: Partial<CareFormAct> = {}): CareFormAct {
  const { dateOfCare, keyLetter, coefficientHundredths, billedCentimes } = { ...act(), ...changes };
  const within = { page: source.page, box: { ...source.box, width: 0.0625 } };
  return {
    ...act(),
    ...changes,
    dateOfCare: dateOfCare && { ...dateOfCare, source: within },
    keyLetter: keyLetter && { ...keyLetter, source: within },
    coefficientHundredths: coefficientHundredths && { ...coefficientHundredths, source: within },
    billedCentimes: billedCentimes && { ...billedCentimes, source: within },
    ...(changes.quantity === undefined ? {} : { quantity: { ...changes.quantity, source: within } }),
    source,
  };
}

/** The places where a form wants a second look. */
const places = (changes: Partial<CareForm>, toConfirm: readonly number[] = []) =>
  looksAt(form(changes), () => 0, new Set(toConfirm)).map(({ page, box }): FieldSource => ({ page, box }));
const placesOfRow = (changes: Partial<CareFormAct>) =>
  places({ acts: [rowOn(line, changes)], totalCentimes: field(25_000) });

describe('a second look is wanted', () => {
  it('at nothing where all is sure', () => {
    expect(places({})).toEqual([]);
  });

  it.each<[string, Partial<CareFormAct>]>([
    ['letter was not read', { keyLetter: undefined, coefficientHundredths: undefined }],
    ['day is in doubt', { dateOfCare: field('2025-09-03', weak) }],
    ['day was not read', { dateOfCare: undefined }],
    ['amount is in doubt', { billedCentimes: field(25_000, weak) }],
    ['amount was not read', { billedCentimes: undefined }],
    ['coefficient is in doubt', { coefficientHundredths: field(100, weak) }],
    ['count is in doubt', { quantity: field(2, weak) }],
  ])('at the whole line whose %s', (_, changes) => {
    expect(placesOfRow(changes)).toEqual([line]);
  });

  it.each<[string, Partial<CareFormAct>]>([
    ['a coefficient that is sure enough', { coefficientHundredths: field(1_600) }],
    ['no coefficient', { coefficientHundredths: undefined }],
    ['a weak amount that the sum proves', { billedCentimes: { ...field(25_000, weak), evidence: ['SUM'] } }],
  ])('at no line for %s', (_, changes) => {
    expect(placesOfRow(changes)).toEqual([]);
  });

  it('at a line that one sure reading is not enough to pay by', () => {
    const { left, height } = line.box;
    const code = { page: 1, box: { ...line.box, left: left - height, width: 0.0625 + 2 * height } };
    // Its letter and coefficient by themselves too: OCR passes over a letter in a long line more easily.
    expect(places({ acts: [act(), rowOn(line)] }, [1])).toEqual([line, code]);
  });

  it('at all that was read of a line, also beside where its row was found', () => {
    const amount = { ...field(25_000, weak), source: { page: 1, box: { ...line.box, left: 0.75 } } };
    const [looked] = places({ acts: [{ ...rowOn(line), billedCentimes: amount }] });
    expect(looked?.box).toMatchObject({ left: line.box.left, top: line.box.top });
    expect(looked!.box.width).toBeCloseTo(0.75 + line.box.width - line.box.left);
  });

  it('at a letter in doubt by itself too, with room for what was lost beside it', () => {
    const [whole, letter, ...more] = placesOfRow({ keyLetter: field('S', weak) });
    expect(more).toEqual([]);
    expect(whole).toEqual(line);
    const { left, height } = line.box;
    expect(letter?.box).toEqual({ ...line.box, left: left - height, width: 0.0625 + 2 * height });
  });

  it('at both sides of a coefficient whose letter was read on no line, and at the coefficient with them', () => {
    const coefficient = {
      ...field(35_000),
      source: { page: 1, box: { ...line.box, left: 0.5, width: 0.03 } },
    };
    const [, right, left] = places({
      acts: [{ ...rowOn(line), keyLetter: undefined, coefficientHundredths: coefficient }],
    });
    for (const beside of [right!.box, left!.box]) {
      expect(beside.left).toBeLessThan(0.5);
      expect(beside.left + beside.width).toBeGreaterThanOrEqual(0.53);
    }
    expect(right!.box.left + right!.box.width).toBeGreaterThan(0.6);
    expect(left!.box.left).toBeLessThan(0.4);
  });

  it('at letter and coefficient each where they stand far from each other', () => {
    const far = { page: 1, box: { ...line.box, left: 0.625, width: 0.0625 } };
    const row = { ...rowOn(line), coefficientHundredths: { ...field(3_000), source: far } };
    expect(places({ acts: [row] }, [0])).toHaveLength(3);
  });

  it('at the lines in doubt and no others', () => {
    const acts = [act(), rowOn(line, { dateOfCare: undefined }), act()];
    expect(places({ acts })).toEqual([line]);
  });

  it('also where a letter that was not read should stand, under those of the other lines', () => {
    const other = rowOn(place(0.25));
    const [whole, cell, again, ...more] = places({ acts: [other, rowOn(line, { keyLetter: undefined })] });
    expect(more).toEqual([]);
    expect(whole).toEqual(line);
    expect(cell?.box).toEqual({ ...line.box, width: 0.0625 });
    // Two readings of a letter that the first one did not have must agree.
    expect(boxesOverlap(again!.box, cell!.box)).toBe(true);
  });

  it('there as high or low as the row has fallen until then', () => {
    const [pitch, height] = [0.02, 0.01];
    /** Day, letter, count and amount of a row that falls by its pitch from one side of the page to the other. */
    const falling = (top: number): CareFormAct => {
      const at = (left: number): FieldSource => ({
        page: 1,
        box: { left, top: top + pitch * (left - 0.1), width: 0.1, height },
      });
      return {
        ...act(),
        dateOfCare: { ...field('2025-09-03'), source: at(0.1) },
        keyLetter: { ...field('CS'), source: at(0.75) },
        coefficientHundredths: { ...field(100), source: at(0.45) },
        billedCentimes: { ...field(25_000, weak), source: at(0.85) },
        source: { page: 1, box: { left: 0.1, top, width: 0.85, height: height + pitch * 0.75 } },
      };
    };
    const acts = [falling(0.4), { ...falling(0.42), keyLetter: undefined }];
    const cell = places({ acts }).at(-2)!.box;
    expect(cell.left).toBeCloseTo(0.75);
    expect(cell.top + cell.height / 2).toBeCloseTo(0.42 + pitch * 0.65 + height / 2, 3);
    expect(cell.height).toBeLessThan(1.3 * height);
  });

  it.each(['registrationNumber', 'cin', 'inpe', 'patientBirthDate', 'totalCentimes'] as const)(
    'at a %s in doubt, unless the registry or the sum has settled it',
    (name) => {
      const doubted: ReadField<unknown> = { ...form()[name], ...field('1', weak), source: place(0.25) };
      expect(places({ [name]: doubted })).toEqual([place(0.25)]);
      expect(places({ [name]: { ...doubted, evidence: ['REGISTRY'] } })).toEqual([]);
      expect(places({ [name]: { ...doubted, evidence: ['SUM'] } })).toEqual([]);
    },
  );

  it('at no field that decides nothing', () => {
    expect(places({ city: field('Settat', weak), specialty: field('Cardiologie', weak) })).toEqual([]);
  });
});

describe('no second look is wanted', () => {
  const doubted: Partial<CareForm> = { cin: field('BK412087', weak) };

  it('where other items are billed, which nobody can price', () => {
    expect(places(doubted)).toHaveLength(1);
    expect(places({ ...doubted, otherAmounts: [field(4_500)] })).toEqual([]);
    expect(places({ ...doubted, hasMedicineLabels: true })).toEqual([]);
  });

  it.each(['registrationNumber', 'insuredName'] as const)(
    'where nobody is known for want of a %s',
    (name) => {
      expect(places({ ...doubted, [name]: undefined })).toEqual([]);
    },
  );
});

describe('a page is turned upright for a second look', () => {
  it.each([
    [0, 0],
    [1, 3],
    [2, 2],
    [3, 1],
  ])('that lies by %i quarter turns, by %i more', (lying, quarterTurns) => {
    const acts = [rowOn({ ...line, page: 2 }, { dateOfCare: undefined })];
    const looks = looksAt(form({ acts }), (page) => (page === 2 ? lying : 0), new Set());
    expect(looks).toEqual([{ page: 2, box: line.box, quarterTurns }]);
  });
});
