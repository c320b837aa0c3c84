import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CareForm } from '../../../../../core/domain/care-form/care-form.ts';
import type { OcrDocument, OcrPage } from '../../../../../core/domain/care-form/ocr-document.ts';
import { readCareForms } from '../../../../../core/domain/care-form/read-care-forms.ts';
import {
  careFormSheet,
  filling,
  printActs,
  type Filling,
  type FormStyle,
} from '../../../../support/care-form-sheet.ts';
import { printDocument, printPage, unreadPage, type Sheet } from '../../../../support/ocr-builder.ts';

function onlyForm(document: OcrDocument): CareForm {
  const { forms } = readCareForms(document);
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

function plainValues(form: CareForm) {
  return {
    registrationNumber: form.registrationNumber?.value,
    cin: form.cin?.value,
    insuredName: form.insuredName?.value,
    insuredBirthDate: form.insuredBirthDate?.value,
    address: form.address?.value,
    patientName: form.patientName?.value,
    patientBirthDate: form.patientBirthDate?.value,
    providerName: form.providerName?.value,
    inpe: form.inpe?.value,
    specialty: form.specialty?.value,
    rib: form.rib?.value,
    total: form.totalCentimes?.value,
    city: form.city?.value,
    signatureDate: form.signatureDate?.value,
    acts: form.acts.map((act) => [act.dateOfCare?.value, act.keyLetter?.value, act.billedCentimes?.value]),
  };
}

const expected = {
  registrationNumber: '112233445',
  cin: 'AB123456',
  insuredName: 'SEFRIOUI Nadia',
  insuredBirthDate: '1981-05-07',
  address: '9, rue des Iris, Settat',
  patientName: 'SEFRIOUI Nadia',
  patientBirthDate: '1981-05-07',
  providerName: 'Dr MANSOURI Adil',
  inpe: '060708091',
  specialty: 'Cardiologie',
  rib: '007780000123456789012396',
  total: 160_200,
  city: 'Settat',
  signatureDate: '2025-02-05',
  acts: [
    ['2025-02-03', 'CS', 25_000],
    ['2025-02-04', 'K', 135_200],
  ],
};

const styles: readonly (readonly [string, FormStyle])[] = [
  ['labels left of values', { side: 'right' }],
  ['labels above values', { side: 'below' }],
  ['labels right of values', { side: 'left' }],
  ['comb cells', { side: 'right', hasCombs: true }],
  ['comb cells under their labels', { side: 'below', hasCombs: true }],
  ['Arabic before each label', { side: 'right', hasArabic: true }],
  ['letter and coefficient in one cell', { side: 'right', hasJoinedCode: true }],
  ['the parts in another order', { side: 'right', parts: ['provider', 'acts', 'patient', 'insured'] }],
];

describe('the layout of the form', () => {
  it.each(styles)('is read with %s', (_, style) => {
    expect(plainValues(onlyForm(printDocument(careFormSheet(filling, style))))).toEqual(expected);
  });

  it.each(styles)('is read on a page that is askew by up to 5 degrees, with %s', (_, style) => {
    for (const skewDegrees of [-5, -2.5, 1.3, 5]) {
      expect(plainValues(onlyForm(printDocument({ ...careFormSheet(filling, style), skewDegrees })))).toEqual(
        expected,
      );
    }
  });

  it.each([1, 2, 3] as const)('is read on a page that lies turned by %i quarters', (quarterTurns) => {
    for (const skewDegrees of [-4, 0, 4]) {
      const sheet = { ...careFormSheet(filling, { side: 'right' }), quarterTurns, skewDegrees };
      expect(plainValues(onlyForm(printDocument(sheet)))).toEqual(expected);
    }
  });

  it('gives each field the box of its words on the page as it was scanned', () => {
    const sheet = { ...careFormSheet(filling, { side: 'right' }), quarterTurns: 2 as const };
    const { source } = onlyForm(printDocument(sheet)).registrationNumber!;
    // Printed 112 mm from the left and 32 mm from the top of a sheet that lies upside down.
    expect(source.page).toBe(1);
    expect(source.box.left + source.box.width).toBeCloseTo(1 - 112 / 210, 2);
    expect(source.box.top + source.box.height).toBeCloseTo(1 - 32.3 / 297, 2);
  });
});

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
    expect(pageRoles).toEqual(['other', 'blank', 'care-form', 'other']);
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
    expect(pageRoles).toEqual(['care-form', 'other']);
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
    expect(readCareForms(printDocument({ texts: words }))).toEqual({ forms: [], pageRoles: ['failed'] });
  });

  it('says which pages were not read', () => {
    const page = { ...printPage(careFormSheet(filling, { side: 'right' })), number: 2 };
    const reading = readCareForms({ pages: [unreadPage(1), page] });
    expect(reading.pageRoles).toEqual(['failed', 'care-form']);
    expect(reading.forms[0]?.pages).toEqual([2]);
  });
});

describe('checks across the fields', () => {
  it('doubt every amount when the acts do not add up to the total', () => {
    const form = onlyForm(printDocument(careFormSheet({ ...filling, total: '1 603,00' }, { side: 'right' })));
    expect(form.totalCentimes?.doubts).toContain('CONFLICTING_VALUES');
    expect(form.acts.every((act) => act.billedCentimes?.doubts.includes('CONFLICTING_VALUES'))).toBe(true);
  });

  it('doubt an act that is dated after the signature', () => {
    const form = onlyForm(
      printDocument(careFormSheet({ ...filling, signatureDate: '03/02/2025' }, { side: 'right' })),
    );
    expect(form.acts.map((act) => act.dateOfCare?.doubts)).toEqual([[], ['IMPOSSIBLE_VALUE']]);
    expect(form.signatureDate?.doubts).toEqual(['IMPOSSIBLE_VALUE']);
  });

  it('doubt a RIB whose key is wrong', () => {
    const form = onlyForm(
      printDocument(careFormSheet({ ...filling, rib: '007780000123456789012397' }, { side: 'right' })),
    );
    expect(form.rib?.doubts).toEqual(['CHECK_DIGITS']);
  });

  it('doubt an INPE that the stamp has with another digit, and trust one that it repeats', () => {
    const sheet = careFormSheet(filling, { side: 'right' });
    const stamped = (inpe: string): OcrDocument =>
      printDocument({ ...sheet, texts: [...sheet.texts, { text: `INPE : ${inpe}`, x: 130, y: 260 }] });
    expect(onlyForm(stamped('060708097')).inpe).toMatchObject({
      value: '060708091',
      doubts: ['CONFLICTING_VALUES'],
    });
    expect(onlyForm(stamped('060708091')).inpe).toMatchObject({ value: '060708091', doubts: [] });
    expect(onlyForm(stamped('999000111')).inpe).toMatchObject({ value: '060708091', doubts: [] });
  });
});

describe('the link to the insured', () => {
  const child: Filling = { ...filling, patient: 'SEFRIOUI Yanis', patientBirthDate: '01/09/2016' };

  it.each(['insured', 'spouse', 'child'] as const)(
    'is the option %s that a cross or a check box ticks',
    (ticked) => {
      const form = ticked === 'insured' ? filling : child;
      for (const asCheckBoxes of [false, true]) {
        const read = onlyForm(printDocument(careFormSheet(form, { side: 'right', ticked, asCheckBoxes })));
        expect(read.beneficiaryLink?.value).toBe(ticked);
        expect(read.beneficiaryLink?.doubts).not.toContain('CONFLICTING_VALUES');
      }
    },
  );

  it('is the insured when no tick was read and the patient is the insured by name and birth date', () => {
    expect(onlyForm(printDocument(careFormSheet(filling, { side: 'right' }))).beneficiaryLink).toMatchObject({
      value: 'insured',
      confidencePercent: 75,
    });
  });

  it('stays open when no tick was read and the patient is somebody else', () => {
    expect(onlyForm(printDocument(careFormSheet(child, { side: 'right' }))).beneficiaryLink).toBeUndefined();
  });

  it('is doubted when the tick says insured and the patient bears another name', () => {
    const form = onlyForm(
      printDocument(careFormSheet(child, { side: 'right', ticked: 'insured', asCheckBoxes: true })),
    );
    expect(form.beneficiaryLink?.doubts).toEqual(['CONFLICTING_VALUES']);
  });
});

describe('what OCR gets wrong', () => {
  /** Changes the words of a page one by one. */
  function disturbed(page: OcrPage, change: (text: string) => string): OcrDocument {
    const lines = page.lines.map((line) => ({
      ...line,
      words: line.words.map((word) => ({ ...word, text: change(word.text) })),
    }));
    return { pages: [{ ...page, lines }] };
  }

  const page = printPage(careFormSheet(filling, { side: 'right' }));

  it('is corrected in numbers with a doubt', () => {
    const form = onlyForm(
      disturbed(page, (text) => text.replace('112233445', '1I22334A5').replace('060708091', 'O60708O91')),
    );
    expect(form.inpe).toMatchObject({ value: '060708091', doubts: ['CORRECTED_CHARACTERS'] });
    expect(form.registrationNumber).toMatchObject({
      doubts: ['CORRECTED_CHARACTERS', 'UNEXPECTED_CHARACTERS', 'WRONG_LENGTH'],
    });
  });

  it('is forgiven in labels', () => {
    const form = onlyForm(
      disturbed(page, (text) =>
        text
          .replace('immatriculation', 'irnmatricu1ation')
          .replace('prénom', 'prenorn')
          .replace('naissance', 'na1ssanoe')
          .replace('Montant', 'M0ntant'),
      ),
    );
    expect(plainValues(form)).toEqual(expected);
  });

  it('does not make a heading of a word in running text', () => {
    const footer = {
      text: 'sanctions prévues par la loi 65-00 portant code de la couverture médicale de base',
      x: 12,
      y: 285,
    };
    const sheet = careFormSheet(filling, { side: 'right' });
    expect(plainValues(onlyForm(printDocument({ ...sheet, texts: [...sheet.texts, footer] })))).toEqual(
      expected,
    );
  });

  it('never makes the reader throw, lose its page count or give a value without a source', () => {
    const sheet = fc.record({
      skewDegrees: fc.double({ min: -20, max: 20, noNaN: true }),
      quarterTurns: fc.constantFrom(0, 1, 2, 3),
    });
    const noise = fc.record({
      drop: fc.double({ min: 0, max: 0.6, noNaN: true }),
      jitter: fc.double({ min: 0, max: 0.02, noNaN: true }),
      seed: fc.nat(),
    });
    const style = fc.constantFrom(...styles.map(([, one]) => one));
    fc.assert(
      fc.property(
        sheet,
        noise,
        style,
        fc.array(fc.string(), { maxLength: 4 }),
        (turned, { drop, jitter, seed }, form, words) => {
          let state = seed;
          const random = (): number => (state = (state * 16_807 + 11) % 2_147_483_647) / 2_147_483_647;
          const printed = printPage({
            ...careFormSheet(filling, form),
            ...(turned as Pick<Sheet, 'skewDegrees' | 'quarterTurns'>),
          });
          const lines = printed.lines.map((line) => ({
            ...line,
            words: line.words
              .filter(() => random() >= drop)
              .map((word) => ({
                ...word,
                text: random() < 0.1 ? (words[Math.floor(random() * words.length)] ?? '') : word.text,
                box: { ...word.box, top: word.box.top + jitter * (random() - 0.5) },
                polygon: word.polygon.map((point) => ({
                  x: point.x + jitter * (random() - 0.5),
                  y: point.y + jitter * (random() - 0.5),
                })),
              })),
          }));
          const { forms, pageRoles } = readCareForms({ pages: [{ ...printed, lines }] });
          expect(pageRoles).toHaveLength(1);
          for (const read of forms) {
            for (const act of read.acts) expect(act.billedCentimes?.value ?? 0).toBeGreaterThanOrEqual(0);
            expect(read.registrationNumber?.source.page ?? 1).toBe(1);
            expect(read.registrationNumber?.value ?? '1').toMatch(/^\d+$/);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is survived on pages of nothing but odd shapes', () => {
    const point = fc.record({ x: fc.double({ noNaN: true }), y: fc.double({ noNaN: true }) });
    const text = fc.record({
      text: fc.string(),
      confidencePercent: fc.double({ min: 0, max: 100, noNaN: true }),
      box: fc.record({ left: fc.double(), top: fc.double(), width: fc.double(), height: fc.double() }),
      polygon: fc.array(point, { maxLength: 5 }),
    });
    const line = fc
      .tuple(text, fc.array(text, { maxLength: 5 }))
      .map(([whole, words]) => ({ ...whole, words }));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expect(readCareForms({ pages: [{ number: 1, wasRead: true, lines }] }).pageRoles).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});
