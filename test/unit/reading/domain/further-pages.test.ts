import { describe, expect, it } from 'vitest';
import { readCareForms } from '../../../../contexts/reading/domain/read-care-forms.ts';
import { careFormSheet, filling } from '../../../support/care-form-sheet.ts';
import { printDocument, type PrintedText, type Sheet } from '../../../support/ocr-builder.ts';

const at = (text: string, x: number, y: number): PrintedText => ({ text, x, y });
const account = '007 780 0001234567890123 96';
const first = careFormSheet({ ...filling, rib: '' }, { side: 'right' });

/** Accounts that the forms of a file of two pages give, and what its pages are. */
function fileWith(second: readonly PrintedText[]) {
  const { forms, pageRoles } = readCareForms(printDocument(first, { texts: second } satisfies Sheet));
  return { accounts: forms.map(({ rib }) => rib?.value), pageRoles };
}

describe('a further page of a form, without a table', () => {
  it.each<[string, PrintedText]>([
    ['has the title of the form', at('FEUILLE DE SOINS MALADIE', 60, 14)],
    ['says that it is the second of two', at('2/2', 190, 14)],
    ['says so in words', at('Page 2 sur 2', 180, 285)],
  ])('%s', (_, text) => {
    expect(fileWith([text, at('Virement', 12, 40), at(account, 60, 40)])).toEqual({
      accounts: ['007780000123456789012396'],
      pageRoles: ['care-form', 'care-form'],
    });
  });

  it.each<[string, readonly PrintedText[]]>([
    ['says nothing of it', [at('Virement', 12, 40), at(account, 60, 40)]],
    ['has the CIN of somebody else', [at('2/2', 190, 14), at('ZT998877', 12, 30), at(account, 60, 40)]],
    [
      'has a number that is not on the form',
      [at('2/2', 190, 14), at('998877665', 12, 30), at(account, 60, 40)],
    ],
    ['is the first of another paper', [at('1/2', 190, 14), at(account, 60, 40)]],
  ])('is none where it %s', (_, texts) => {
    expect(fileWith(texts).pageRoles).toEqual(['care-form', 'other']);
  });
});
