import { describe, expect, it } from 'vitest';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

const acts: readonly PrintedText[] = [
  { text: '05/10/2026', x: 15, y: 120 },
  { text: 'CS', x: 60, y: 120 },
  { text: '250,00', x: 160, y: 120 },
];
const at = (text: string, x: number, y: number): PrintedText => ({ text, x, y });
const countOf = (...texts: readonly PrintedText[]) =>
  onlyForm(printDocument({ texts: [...acts, ...texts] })).attachmentsCount;

describe('how many papers are attached', () => {
  it.each<[string, readonly PrintedText[]]>([
    ['below', [at('Justificatifs', 20, 40), at('3', 20, 46)]],
    ['above', [at('Justificatifs', 20, 46), at('3', 20, 40)]],
    ['right of', [at('Justificatifs', 20, 40), at('3', 60, 40)]],
    ['left of', [at('annexes', 60, 40), at('3', 40, 40)]],
    ['beside the Arabic for', [at('الوثائق', 60, 40), at('3', 40, 40)]],
  ])('is the small number that stands %s what names them', (_, texts) => {
    expect(countOf(...texts)).toMatchObject({ value: 3, evidence: ['PLACE'], doubts: [] });
  });

  it('is the nearer one of two numbers', () => {
    expect(countOf(at('Justificatifs', 20, 40), at('2', 50, 40), at('7', 20, 48))?.value).toBe(2);
  });

  it.each<[string, readonly PrintedText[]]>([
    ['two numbers are as near', [at('Justificatifs', 60, 40), at('2', 60, 34), at('7', 60, 46)]],
    ['the number is far off', [at('annexes', 20, 40), at('3', 20, 90)]],
    ['the number is part of a longer one', [at('annexes', 20, 40), at('06 12 45 78 90', 60, 40)]],
    ['nothing names them', [at('Nombre de jours', 20, 40), at('3', 60, 40)]],
  ])('is left open where %s', (_, texts) => {
    expect(countOf(...texts)).toBeUndefined();
  });
});
