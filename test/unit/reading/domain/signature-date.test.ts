import { describe, expect, it } from 'vitest';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

const act = (day: string, y: number): readonly PrintedText[] => [
  { text: day, x: 15, y },
  { text: 'CS', x: 60, y },
  { text: '250,00', x: 160, y },
];
const at = (text: string, x: number, y: number): PrintedText => ({ text, x, y });
const dayOf = (...texts: readonly PrintedText[]) =>
  onlyForm(printDocument({ texts: [...act('05/10/2026', 100), ...texts] })).signatureDate?.value;

describe('the day of signature that no known label stands at', () => {
  it.each<[string, readonly PrintedText[]]>([
    ['is the only day below the acts', [at('07/10/2026', 30, 200)]],
    ['is not the later one of a stamp', [at('19/11/2026', 120, 230), at('07/10/2026', 30, 200)]],
    ['is not the later one of a stamp above it', [at('19/11/2026', 120, 180), at('07/10/2026', 30, 200)]],
    ['is not that of the care, printed once more', [at('05/10/2026', 30, 190), at('07/10/2026', 30, 200)]],
  ])('%s', (_, texts) => {
    expect(dayOf(...texts)).toBe('2026-10-07');
  });

  it('is that of the care where no other day is there', () => {
    expect(dayOf(at('05/10/2026', 30, 200))).toBe('2026-10-05');
  });

  it.each<[string, PrintedText]>([
    ['before the care', at('01/10/2026', 30, 200)],
    ['months after it', at('05/04/2027', 30, 200)],
    ['above the acts', at('07/10/2026', 30, 60)],
    ['on which it was received', at('reçu 07/10/2026', 30, 200)],
  ])('is no day %s', (_, text) => {
    expect(dayOf(text)).toBeUndefined();
  });
});
