import { describe, expect, it } from 'vitest';
import { careFormSheet, filling, type Filling } from '../../../support/care-form-sheet.ts';
import { printDocument } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

const read = (changes: Partial<Filling>) =>
  onlyForm(printDocument(careFormSheet({ ...filling, ...changes }, { side: 'right' })));

describe('a birth date of which only the year is written', () => {
  it.each(['1960', '00/00/1960'])('is read as that year: %s', (birthDate) => {
    const form = read({ birthDate, patientBirthDate: birthDate });
    expect(form.insuredBirthDate?.value).toBe('1960');
    expect(form.patientBirthDate?.value).toBe('1960');
  });

  it('is no day of the care', () => {
    const [first, ...rest] = filling.acts;
    const form = read({ acts: [{ ...first!, date: '00/00/2025' }, ...rest] });
    expect(form.acts.map(({ dateOfCare }) => dateOfCare?.value)).not.toContain('2025');
  });
});

describe('the number of a card at its label', () => {
  it.each([
    ['a CIN of one digit', 'A7'],
    ['a CIN of two digits', 'BE 12'],
    ['a residence card', 'W012345N'],
  ])('is read: %s', (_, cin) => {
    expect(read({ cin }).cin?.value).toBe(cin.replace(' ', ''));
  });
});
