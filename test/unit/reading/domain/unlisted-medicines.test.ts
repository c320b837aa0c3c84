import { describe, expect, it } from 'vitest';
import { isSumRight } from '../../../../contexts/adjudication/domain/check-form.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { PageBarcode } from '../../../../contexts/reading/domain/witnesses.ts';
import { medicineCodeOf, medicineOf } from '../../../support/medicine-examples.ts';
import { alone, provider, read, who, type Place, type World } from './support/people-world.ts';

const cardiopex = medicineOf();
/** In no list. */
const UNLISTED = medicineCodeOf(77);
const UNLISTED_TOO = medicineCodeOf(78);
const pharmacy = provider({ inpe: '092307418', name: 'Pharmacie Ennakhil', specialty: 'Pharmacie' });

function bars(code: string, left: number): PageBarcode {
  return { page: 1, symbology: 'EAN_13', text: code, box: { left, top: 0.65, width: 0.12, height: 0.03 } };
}

const world = (...codes: readonly string[]): World => ({
  families: [alone],
  providers: [provider(), pharmacy],
  medicines: [cardiopex],
  barcodes: codes.map((code, index) => bars(code, 0.05 + index * 0.25)),
});
/** The act's provider, 250.00, the pharmacy with its day, and a total. */
const sheet = (total: string, ...more: readonly Place[]): readonly Place[] => [
  ...who,
  ['091024578', 20, 60],
  ['Pharmacie Ennakhil', 20, 240],
  ['092307418', 90, 240],
  ['06/10/2026', 150, 240],
  [total, 160, 310],
  ...more,
];
/** Lines of the pharmacy's list: name, boxes, price of one, price of all. */
const list = (...lines: readonly (readonly [string, number, string, string])[]): readonly Place[] =>
  lines.flatMap(([name, count, unit, all], line): Place[] => [
    [name, 20, 255 + 7 * line],
    [String(count), 90, 255 + 7 * line],
    [unit, 120, 255 + 7 * line],
    [all, 160, 255 + 7 * line],
  ]);
const linesOf = ({ dispensing }: CareForm) =>
  dispensing?.medicines.map(({ code, name, quantity, unitPriceCentimes }) => [
    code?.value,
    name?.value,
    quantity?.value,
    unitPriceCentimes?.value,
  ]);
const CARDIOPEX = ['CARDIOPEX 5 MG', 2, '96,20', '192,40'] as const;

describe('a medicine that the fund’s list does not have', () => {
  it('is the line of the printed list that no other box is, so that acts and medicines come to the total', () => {
    const form = read(
      sheet('526,40', ...list(CARDIOPEX, ['IMMUNORIL 20 MG', 1, '84,00', '84,00'])),
      world(cardiopex.code, cardiopex.code, UNLISTED),
    );
    expect(linesOf(form)).toEqual([
      [cardiopex.code, 'CARDIOPEX 5 MG', 2, 9_620],
      [UNLISTED, 'IMMUNORIL 20 MG', 1, 8_400],
    ]);
    expect(form.dispensing?.medicines.map(({ code, quantity }) => [code?.doubts, quantity?.doubts])).toEqual([
      [[], []],
      [[], []],
    ]);
    expect(isSumRight(form)).toBe(true);
  });

  it('is the line of a list that has nothing else', () => {
    const form = read(sheet('334,00', ...list(['IMMUNORIL 20 MG', 1, '84,00', '84,00'])), world(UNLISTED));
    expect(linesOf(form)).toEqual([[UNLISTED, 'IMMUNORIL 20 MG', 1, 8_400]]);
    expect(isSumRight(form)).toBe(true);
  });

  it('is one of two in the order of the labels, and its code is doubted: either may be the other', () => {
    const form = read(
      sheet(
        '567,40',
        ...list(CARDIOPEX, ['IMMUNORIL 20 MG', 1, '84,00', '84,00'], ['NEUROTAX 1 G', 1, '41,00', '41,00']),
      ),
      world(cardiopex.code, cardiopex.code, UNLISTED, UNLISTED_TOO),
    );
    expect(linesOf(form)).toEqual([
      [cardiopex.code, 'CARDIOPEX 5 MG', 2, 9_620],
      [UNLISTED, 'IMMUNORIL 20 MG', 1, 8_400],
      [UNLISTED_TOO, 'NEUROTAX 1 G', 1, 4_100],
    ]);
    expect(form.dispensing?.medicines.map(({ code }) => code?.doubts)).toEqual([
      [],
      ['CONFLICTING_VALUES'],
      ['CONFLICTING_VALUES'],
    ]);
    expect(isSumRight(form)).toBe(true);
  });

  it('keeps its doubt where the list counts other boxes than there are labels', () => {
    const form = read(
      sheet('610,40', ...list(CARDIOPEX, ['IMMUNORIL 20 MG', 2, '84,00', '168,00'])),
      world(cardiopex.code, cardiopex.code, UNLISTED),
    );
    expect(form.dispensing?.medicines[1]).toMatchObject({
      code: { value: UNLISTED },
      quantity: { value: 1, doubts: ['CONFLICTING_VALUES'] },
    });
    expect(isSumRight(form)).toBe(true);
  });

  it('costs what its label says, beside others that cost what the list of the fund says', () => {
    const label: Place = ['PPV 84,00', 118, 204];
    const form = read(sheet('526,40', label), world(cardiopex.code, cardiopex.code, UNLISTED));
    expect(linesOf(form)).toEqual([
      [cardiopex.code, undefined, 2, 9_620],
      [UNLISTED, undefined, 1, 8_400],
    ]);
    expect(isSumRight(form)).toBe(true);
  });

  it('makes nothing come right: where the list is not what the total says, everything waits', () => {
    const form = read(
      sheet('530,40', ...list(CARDIOPEX, ['IMMUNORIL 20 MG', 1, '84,00', '84,00'])),
      world(cardiopex.code, cardiopex.code, UNLISTED),
    );
    expect(isSumRight(form)).toBe(false);
  });

  it('takes no line from a box that the list of the fund has, nor one that bears another price', () => {
    const form = read(
      sheet('526,40', ...list(CARDIOPEX, ['IMMUNORIL 20 MG', 1, '84,00', '84,00']), ['PPV 41,00', 118, 204]),
      world(cardiopex.code, cardiopex.code, UNLISTED),
    );
    expect(linesOf(form)).toContainEqual([undefined, 'IMMUNORIL 20 MG', 1, 8_400]);
    expect(isSumRight(form)).toBe(false);
  });
});
