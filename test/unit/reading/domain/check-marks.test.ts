import { describe, expect, it } from 'vitest';

import { careFormSheet, filling } from '../../../support/care-form-sheet.ts';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

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
