import { describe, expect, it } from 'vitest';

import { careFormSheet, filling } from '../../../support/care-form-sheet.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';
import { acts } from './support/people-world.ts';

const sheet = careFormSheet(filling, { side: 'right' });
const y = 20;
/** `Entente préalable` is printed from 20 mm and ends here. */
const end = 20 + 'Entente préalable'.length * 3 * 0.62;
const option: PrintedText = { text: 'Entente préalable', x: 20, y };

/** What the header says of its purpose, with more printed beside `Entente préalable`. */
const purpose = (...texts: readonly PrintedText[]) =>
  onlyForm(printDocument({ ...sheet, texts: [...sheet.texts, option, ...texts] })).purpose;
/** A cross so many millimetres behind `Entente préalable`. */
const cross = (gap: number): PrintedText => ({ text: 'X', x: end + gap, y });
/** A word so many millimetres behind a cross. */
const word = (text: string, crossGap: number, gap: number): PrintedText => ({
  text,
  x: end + crossGap + 3 * 0.62 + gap,
  y,
});

describe('a cross beside `Entente préalable`', () => {
  it('asks for a prior approval where nothing else stands near', () => {
    expect(purpose(cross(5))).toBe('prior-approval');
    expect(purpose({ text: 'X', x: 16, y })).toBe('prior-approval');
  });

  it.each(['Renouvellement', 'Ambulatoire', 'ALD'])(
    'is that of an unknown word which is nearer to it: %s',
    (unknown) => {
      expect(purpose(cross(5), word(unknown, 5, 1.5))).toBe('unknown');
    },
  );

  it('is not that of a word which is farther from it', () => {
    expect(purpose(cross(3), word('Renouvellement', 3, 6))).toBe('prior-approval');
  });

  it('is not that of a number or a mark, which nobody ticks', () => {
    expect(purpose(cross(5), word('12', 5, 1.5))).toBe('prior-approval');
    expect(purpose(cross(5), word('O', 5, 1.5))).toBe('prior-approval');
  });

  it('is not that of a word on another row', () => {
    expect(purpose(cross(5), { ...word('Renouvellement', 5, 1.5), y: 8 })).toBe('prior-approval');
  });

  it('is that of `Exécution` where that is nearer', () => {
    expect(purpose(cross(6), word('Exécution', 6, 1))).toBe('execution');
  });
});

describe('the boxes of `Type de soins`', () => {
  const boxes = ['Maladie', 'Maternité', 'Hospitalisation', 'Accident'];
  /** The boxes in a row 40 mm apart, each with its mark 4 mm before it. */
  const careType = (...marks: readonly string[]) =>
    onlyForm(
      printDocument({
        ...sheet,
        texts: [
          ...sheet.texts,
          { text: 'Type de soins', x: 20, y: y - 8 },
          ...boxes.map((text, index) => ({ text, x: 25 + 45 * index, y })),
          ...marks.flatMap((text, index) => (text === '' ? [] : [{ text, x: 21 + 45 * index, y }])),
        ],
      }),
    ).careType?.value;

  it.each([
    ['illness', ['X', '', '', '']],
    ['maternity', ['□', 'X', '□', '□']],
    ['hospitalisation', ['', '', '☒', '']],
    ['accident', ['', '', '', 'X']],
  ] as const)('say that it is %s', (value, marks) => {
    expect(careType(...marks)).toBe(value);
  });

  it('say that it is an accident also where another box is ticked beside it', () => {
    expect(careType('X', '', '', 'X')).toBe('accident');
  });

  it('say nothing where none is ticked', () => {
    expect(careType()).toBeUndefined();
    expect(careType('□', '□', '□', '□')).toBeUndefined();
  });
});

it('does not take the word for a box where no other box stands by it', () => {
  const word = { text: 'Accident', x: 25, y };
  const mark = { text: 'X', x: 21, y };
  expect(onlyForm(printDocument({ ...sheet, texts: [...sheet.texts, word, mark] })).careType).toBeUndefined();
});

describe('a link to the insured that is written out', () => {
  const link = (...texts: readonly PrintedText[]) =>
    onlyForm(printDocument({ texts: [...texts, ...acts] })).beneficiaryLink;
  const question: PrintedText = { text: 'Lien :', x: 20, y: 60 };

  it.each([
    ['beside its question', { text: 'Enfant', x: 45, y: 60 }],
    ['a little lower', { text: 'Enfants', x: 45, y: 63 }],
    ['below it', { text: 'Enfant', x: 21, y: 64.5 }],
  ])('is read %s', (_, answer) => {
    expect(link(question, answer)).toMatchObject({ value: 'child', doubts: [] });
    expect(link({ text: 'Le malade est :', x: 20, y: 60 }, { ...answer, x: answer.x + 20 })).toMatchObject({
      value: 'child',
    });
  });

  it('is not the first of several boxes of which none is ticked', () => {
    const boxes: readonly PrintedText[] = [
      { text: 'Assuré(e)', x: 45, y: 60 },
      { text: 'Conjoint', x: 80, y: 60 },
      { text: 'Enfant', x: 110, y: 60 },
    ];
    expect(link(question, ...boxes)).toBeUndefined();
  });

  it('is not a number of the insured whose label has lost a space', () => {
    expect(
      link(
        { text: 'IX', x: 12, y: 60 },
        { text: 'N°assuré', x: 20, y: 60 },
        { text: 'Époux(se)', x: 20, y: 90 },
      ),
    ).toBeUndefined();
  });

  it('is no word without a question, and none far from it', () => {
    expect(link({ text: 'Enfant', x: 45, y: 60 })).toBeUndefined();
    expect(link(question, { text: 'Enfant', x: 45, y: 75 })).toBeUndefined();
  });
});
