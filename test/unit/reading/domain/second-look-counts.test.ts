import { describe, expect, it } from 'vitest';

import type { CareForm, FieldSource, ReadField } from '../../../../contexts/reading/domain/care-form.ts';
import { hearSecondLooks } from '../../../../contexts/reading/domain/second-look/hear-second-looks.ts';
import { printPage, type PrintedText } from '../../../support/ocr-builder.ts';
import { act, field, form } from '../../adjudication/domain/claim-builder.ts';

const placeOf = (text: string, x: number): FieldSource => {
  const [line] = printPage({ texts: [{ text, x, y: 100 }] }).lines;
  return { page: 1, box: line!.box };
};
const read = <T>(value: T, text: string, x: number): ReadField<T> => ({
  ...field(value),
  text,
  source: placeOf(text, x),
});
const guess = (count: number): ReadField<number> => ({
  ...read(count, String(count), 100),
  confidencePercent: 38,
  doubts: ['LOW_CONFIDENCE'],
});

/** How often the acts of a form were done, after a second look at the first of them. */
function countsAfter(quantities: readonly ReadField<number>[], ...said: readonly PrintedText[]) {
  const acts = quantities.map((quantity) => ({
    ...act(),
    dateOfCare: read('2025-09-03', '03/09/2025', 14),
    billedCentimes: read(25_000, '250,00', 130),
    quantity,
    source: placeOf('-'.repeat(90), 12),
  }));
  const look = { ...acts[0]!.source, quarterTurns: 0, lines: printPage({ texts: said }).lines };
  const heard: CareForm = hearSecondLooks(form({ acts }), [look]);
  return heard.acts.map(({ quantity }) => quantity?.value);
}

const day: PrintedText = { text: '03/09/2025', x: 14, y: 100 };
const amount: PrintedText = { text: '250,00', x: 130, y: 100 };

describe('a count of one that is the wall of a cell', () => {
  it('is none where a second look at the whole line sees no figure there', () => {
    expect(countsAfter([guess(1)], day, amount)).toEqual([undefined]);
  });

  it('stays where the second look sees not the rest of the line, and gives way to a figure', () => {
    expect(countsAfter([guess(1)], day, { text: '4', x: 100, y: 100 }, amount)).toEqual([4]);
    expect(countsAfter([guess(1)], amount)).toEqual([1]);
  });

  it('stays where it is more than one, or other lines are counted', () => {
    expect(countsAfter([guess(4)], day, amount)).toEqual([4]);
    expect(countsAfter([guess(1), read(2, '2', 100)], day, amount)).toEqual([1, 2]);
  });
});
