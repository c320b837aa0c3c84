import { describe, expect, it } from 'vitest';

import { readCareForms } from '../../../../contexts/reading/domain/read-care-forms.ts';
import { careFormSheet, filling, printActs, type Filling } from '../../../support/care-form-sheet.ts';
import { printDocument, printPage, unreadPage, type Sheet } from '../../../support/ocr-builder.ts';
import { expected, onlyForm, plainValues } from '../../../support/read-forms.ts';

const prescription: Sheet = {
  texts: [
    { text: 'ORDONNANCE', x: 80, y: 20, height: 5 },
    { text: 'Dr MANSOURI Adil', x: 12, y: 30 },
    { text: 'INPE : 060708091', x: 12, y: 36 },
    { text: 'Patient : SEFRIOUI Nadia', x: 12, y: 50 },
    { text: 'Amoxicilline 1 g, 1 comprimé matin et soir', x: 20, y: 70 },
  ],
};
const invoice: Sheet = {
  texts: [
    { text: 'FACTURE N° 2025/118', x: 70, y: 20, height: 5 },
    { text: 'Laboratoire du Centre', x: 12, y: 30 },
    { text: "N° d'immatriculation CNSS : 112233445", x: 12, y: 38 },
    { text: 'Nom et prénom : SEFRIOUI Nadia', x: 12, y: 46 },
    ...printActs([{ date: '03/02/2025', code: 'B', coefficient: '120', amount: '132,00' }], '132,00', 60, {
      side: 'right',
    }),
  ],
};
const blank: Sheet = { texts: [{ text: '.', x: 100, y: 100, confidencePercent: 30 }] };
const otherForm: Filling = {
  ...filling,
  registrationNumber: '998877665',
  cin: 'K54321',
  name: 'ALAMI Omar',
  patient: 'ALAMI Omar',
};

describe('a file of several pages', () => {
  it('has its form found among prescriptions, invoices and blank pages', () => {
    const { forms, pageRoles } = readCareForms(
      printDocument(prescription, blank, careFormSheet(filling, { side: 'right' }), invoice),
    );
    expect(pageRoles).toEqual(['prescription', 'blank', 'care-form', 'supporting']);
    expect(forms.map((form) => form.pages)).toEqual([[3]]);
    expect(plainValues(forms[0]!)).toEqual(expected);
  });

  it('gives two forms, also when both are of one person', () => {
    const first = careFormSheet(filling, { side: 'right' });
    expect(
      readCareForms(printDocument(first, careFormSheet(otherForm, { side: 'below' }))).forms.map(
        (form) => form.cin?.value,
      ),
    ).toEqual(['AB123456', 'K54321']);
    expect(readCareForms(printDocument(first, prescription, first)).forms.map((form) => form.pages)).toEqual([
      [1],
      [3],
    ]);
  });

  it('gives two forms that share one sheet', () => {
    const left = careFormSheet(filling, { side: 'right' }).texts;
    const right = careFormSheet(otherForm, { side: 'right' }).texts.map((text) => ({
      ...text,
      x: text.x + 210,
    }));
    const { forms } = readCareForms(printDocument({ texts: [...left, ...right], width: 420 }));
    expect(forms.map((form) => [form.cin?.value, form.acts.length])).toEqual([
      ['AB123456', 2],
      ['K54321', 2],
    ]);
  });

  it('adds the acts of a second page to the form before it, with the total of the last page', () => {
    const more = [{ date: '05/02/2025', code: 'B', coefficient: '120', amount: '132,00' }];
    const first = careFormSheet({ ...filling, total: '' }, { side: 'right' });
    const second: Sheet = { texts: printActs(more, '1 734,00', 30, { side: 'right' }) };
    const form = onlyForm(printDocument(first, prescription, second));
    expect(form.pages).toEqual([1, 3]);
    expect(form.acts.map((act) => act.source.page)).toEqual([1, 1, 3]);
    expect(form.totalCentimes).toMatchObject({ value: 173_400, doubts: [] });
  });

  it('keeps an invoice that looks like a table of acts apart from a form that has its total', () => {
    const untitled: Sheet = { texts: invoice.texts.filter((text) => text.y > 50) };
    const { forms, pageRoles } = readCareForms(
      printDocument(careFormSheet(filling, { side: 'right' }), untitled),
    );
    expect(pageRoles).toEqual(['care-form', 'supporting']);
    expect(plainValues(forms[0]!)).toEqual(expected);
  });

  it('never joins a further page to the form of somebody else', () => {
    const second: Sheet = {
      texts: [
        { text: 'FEUILLE DE SOINS (SUITE)', x: 60, y: 14, height: 5 },
        { text: "N° d'immatriculation : 998877665", x: 12, y: 22 },
        ...printActs(
          [{ date: '05/02/2025', code: 'B', coefficient: '120', amount: '132,00' }],
          '132,00',
          30,
          { side: 'right' },
        ),
      ],
    };
    const { forms } = readCareForms(printDocument(careFormSheet(filling, { side: 'right' }), second));
    expect(forms.map((form) => [form.registrationNumber?.value, form.acts.length])).toEqual([
      ['112233445', 2],
      ['998877665', 1],
    ]);
  });

  it('says of a page of rubbish that it was not read', () => {
    const words = Array.from({ length: 30 }, (_, index) => ({
      text: 'zoÿ!dl',
      x: 20 + (index % 5) * 30,
      y: 20 + index * 5,
      confidencePercent: 35,
    }));
    expect(readCareForms(printDocument({ texts: words }))).toMatchObject({
      forms: [],
      pageRoles: ['failed'],
    });
  });

  it('says which pages were not read', () => {
    const page = { ...printPage(careFormSheet(filling, { side: 'right' })), number: 2 };
    const reading = readCareForms({ pages: [unreadPage(1), page] });
    expect(reading.pageRoles).toEqual(['failed', 'care-form']);
    expect(reading.forms[0]?.pages).toEqual([2]);
  });
});
