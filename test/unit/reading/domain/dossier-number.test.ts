import { describe, expect, it } from 'vitest';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

const acts: readonly PrintedText[] = [
  { text: '05/10/2026', x: 15, y: 120 },
  { text: 'CS', x: 60, y: 120 },
  { text: '250,00', x: 160, y: 120 },
];
const at = (text: string, x: number, y: number): PrintedText => ({ text, x, y });
const dossierOf = (...texts: readonly PrintedText[]) =>
  onlyForm(printDocument({ texts: [...acts, ...texts] })).dossierNumber;

describe('the number of a file that no known label stands at', () => {
  it.each(['8469168', '75993', '2026-416396', 'B-205437'])('is the only number at the top: %s', (number) => {
    expect(dossierOf(at(number, 150, 20))).toMatchObject({ value: number, evidence: ['PLACE'], doubts: [] });
  });

  it('of several is the one that is written as files are numbered', () => {
    expect(dossierOf(at('8469168', 20, 20), at('2026-416396', 150, 20))?.value).toBe('2026-416396');
  });

  it.each<[string, PrintedText]>([
    ['before', at('bulletin n°', 110, 30)],
    ['above', at('Volet', 150, 25)],
    ['below', at('Réf', 150, 35)],
  ])('of several is the one with a word for it %s', (_, word) => {
    const found = dossierOf(at('8469168', 20, 20), at('6254931', 150, 30), word);
    expect(found).toMatchObject({ value: '6254931', evidence: ['LABEL', 'PLACE'] });
  });

  it('is not told where two are as likely', () => {
    expect(dossierOf(at('8469168', 20, 20), at('6254931', 150, 30))).toBeUndefined();
  });

  it.each<[string, readonly PrintedText[]]>([
    ['a telephone', [at('0661234567', 150, 20)]],
    ['a number behind its own word', [at('Fax', 120, 20), at('52276543', 150, 20)]],
    ['nine digits while the registration number is not known', [at('284609157', 150, 20)]],
    ['a number further down', [at('8469168', 150, 150)]],
    ['a year', [at('2026', 150, 20)]],
  ])('is not %s', (_, texts) => {
    expect(dossierOf(...texts)).toBeUndefined();
  });
});
