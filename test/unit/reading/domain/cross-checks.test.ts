import { describe, expect, it } from 'vitest';

import type { OcrDocument } from '../../../../contexts/reading/domain/ocr-document.ts';
import { careFormSheet, filling, type Filling } from '../../../support/care-form-sheet.ts';
import { printDocument } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

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

  describe('of days', () => {
    const read = (weakest: string, signatureDate: string, confidencePercent = 75) => {
      const sheet = careFormSheet({ ...filling, signatureDate }, { side: 'right' });
      const texts = sheet.texts.map((text) =>
        text.text.includes(weakest) ? { ...text, confidencePercent } : text,
      );
      const form = onlyForm(printDocument({ ...sheet, texts }));
      return [...form.acts.map((act) => act.dateOfCare), form.signatureDate].map((day) => day?.doubts);
    };

    it('believe a weak day that is sure in another place', () => {
      expect(read('Fait', '04/02/2025')).toEqual([[], [], []]);
      expect(read('Fait', '05/02/2025')).toEqual([[], [], ['LOW_CONFIDENCE']]);
    });

    it('believe no guess, though another place has the day', () => {
      expect(read('Fait', '04/02/2025', 60)).toEqual([[], [], ['LOW_CONFIDENCE']]);
    });

    it('believe no weak day that stands alone', () => {
      expect(read('03/02/2025', '05/02/2025')).toEqual([['LOW_CONFIDENCE'], [], []]);
      expect(read('04/02/2025', '04/02/2025')).toEqual([[], ['LOW_CONFIDENCE'], ['LOW_CONFIDENCE']]);
    });
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

describe('marks that text detection reads', () => {
  const base = careFormSheet({ ...filling, patient: 'SEFRIOUI Yanis' }, { side: 'right' });
  const row = base.texts.find((text) => text.text === 'Enfant')!;

  function withMarks(
    change: (text: string) => string,
    marks: readonly (readonly [text: string, x: number])[] = [],
  ): OcrDocument {
    const texts = base.texts.map((text) => (text.y === row.y ? { ...text, text: change(text.text) } : text));
    return printDocument({
      ...base,
      texts: [...texts, ...marks.map(([text, x]) => ({ text, x, y: row.y }))],
    });
  }
  const unchanged = (text: string): string => text;

  it.each(['X', 'x', '☒', '✓', '[X]'])('tick the option they stand before: %s', (mark) => {
    expect(onlyForm(withMarks(unchanged, [[mark, 65 - 2 * mark.length]])).beneficiaryLink).toMatchObject({
      value: 'spouse',
    });
  });

  it('tick the option they run into', () => {
    expect(onlyForm(withMarks((text) => text.replace('Enfant', '☒Enfant'))).beneficiaryLink).toMatchObject({
      value: 'child',
    });
  });

  it('are doubted when they are faint, unless the other boxes are read as empty', () => {
    const faint = { text: 'X', x: 115, y: row.y, confidencePercent: 45 };
    const alone = onlyForm(printDocument({ ...base, texts: [...base.texts, faint] })).beneficiaryLink;
    const empty = [16, 66].map((x) => ({ text: '☐', x, y: row.y }));
    const proven = onlyForm(
      printDocument({ ...base, texts: [...base.texts, ...empty, faint] }),
    ).beneficiaryLink;
    expect(alone).toMatchObject({ value: 'child', doubts: ['LOW_CONFIDENCE'] });
    expect(proven).toMatchObject({ value: 'child', doubts: [] });
    expect(onlyForm(withMarks(unchanged, [['X', 115]])).beneficiaryLink?.doubts).toEqual([]);
  });

  it('decide nothing when two options have one, when all are empty or when one stands between two options', () => {
    expect(
      onlyForm(
        withMarks(unchanged, [
          ['X', 65],
          ['X', 115],
        ]),
      ).beneficiaryLink,
    ).toBeUndefined();
    expect(
      onlyForm(
        withMarks(unchanged, [
          ['☐', 16],
          ['☐', 66],
          ['☐', 115],
        ]),
      ).beneficiaryLink,
    ).toBeUndefined();
    const crowded = base.texts.map((text) => (text.text === 'Enfant' ? { ...text, x: 92 } : text));
    const between = printDocument({ ...base, texts: [...crowded, { text: 'X', x: 87.5, y: row.y }] });
    expect(onlyForm(between).beneficiaryLink).toBeUndefined();
  });

  it('tick the sex, alone or run into its letter', () => {
    const withSex = (...texts: readonly (readonly [string, number])[]): OcrDocument =>
      withMarks(unchanged, [['Sexe :', 145], ...texts]);
    expect(onlyForm(withSex(['X', 164], ['M', 168], ['F', 180])).sex?.value).toBe('M');
    expect(onlyForm(withSex(['M', 168], ['XF', 180])).sex?.value).toBe('F');
    expect(onlyForm(withSex(['M', 168], ['F', 180])).sex).toBeUndefined();
    expect(onlyForm(withSex(['F', 158])).sex).toMatchObject({ value: 'F', doubts: ['LOW_CONFIDENCE'] });
  });
});

describe('a name in Arabic letters', () => {
  const base = careFormSheet(filling, { side: 'right' });
  const row = base.texts.find((text) => text.text === filling.name)!;
  const label = { text: 'الاسم العائلي والشخصي', x: 180, y: row.y };

  it('beside the Latin one is kept, the printed label is not', () => {
    const written = { text: 'نادية الصفريوي', x: 150, y: row.y, height: 2 };
    const form = onlyForm(
      printDocument({ ...base, texts: [...base.texts, written, { ...label, height: 1.5 }] }),
    );
    expect(form.insuredNameArabic?.value).toBe('نادية الصفريوي');
    expect(
      onlyForm(printDocument({ ...base, texts: [...base.texts, label] })).insuredNameArabic,
    ).toBeUndefined();
  });
});
