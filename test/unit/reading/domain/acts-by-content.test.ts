import { describe, expect, it } from 'vitest';
import { codeOfWords } from '../../../../contexts/reading/domain/acts/described-acts.ts';
import { draftReading } from '../../../../contexts/reading/domain/read-file.ts';
import { printDocument } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';
import {
  actsOf,
  consultationAndBlood,
  doubtsOf,
  firstRow,
  page,
  read,
  total,
  type Row,
} from './support/printed-acts.ts';

describe('acts without any heading', () => {
  it('are read in the usual order of columns', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
        { 15: '07/10/2026', 60: 'B', 90: '150', 160: '165,00' },
      ],
      total('415,00'),
    );
    expect(actsOf(form)).toEqual(consultationAndBlood);
    expect(form.totalCentimes?.value).toBe(41_500);
    expect(doubtsOf(form)).toEqual([]);
  });

  it('are read from right to left', () => {
    const form = read(
      [
        { 15: '250,00', 120: 'CS', 165: '05/10/2026' },
        { 15: '165,00', 90: '150', 120: 'B', 165: '07/10/2026' },
      ],
      total('415,00', 15),
    );
    expect(actsOf(form)).toEqual(consultationAndBlood);
    expect(form.totalCentimes?.value).toBe(41_500);
  });

  it('are read with the amount first and the day last', () => {
    const form = read(
      [
        { 15: '250,00', 60: 'CS', 160: '05/10/2026' },
        { 15: '165,00', 60: 'B', 90: '150', 160: '07/10/2026' },
      ],
      total('415,00', 15),
    );
    expect(actsOf(form)).toEqual(consultationAndBlood);
  });

  it('are read with the amount between letter and day', () => {
    const form = read(
      [
        { 15: 'CS', 80: '250,00', 160: '05/10/2026' },
        { 15: 'B', 40: '150', 80: '165,00', 160: '07/10/2026' },
      ],
      total('415,00', 80),
    );
    expect(actsOf(form)).toEqual(consultationAndBlood);
  });

  it('say in their evidence that they add up', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
        { 15: '07/10/2026', 60: 'B', 90: '150', 160: '165,00' },
      ],
      total('415,00'),
    );
    expect(form.acts.map((act) => act.billedCentimes?.evidence)).toEqual([
      ['SUM', 'PLACE'],
      ['SUM', 'PLACE'],
    ]);
    expect(form.totalCentimes?.evidence).toContain('SUM');
  });

  it('are no acts where nothing bills an amount', () => {
    const [part] = draftReading(page([{ 15: '05/10/2026', 60: 'CS' }])).pages[0]!.parts;
    expect(part?.contentTable).toBeUndefined();
  });
});

describe('letter and coefficient', () => {
  it.each(['B150', 'B 150', 'B.150', 'B=150', 'Bx150'])('are read in one cell: %s', (code) => {
    const form = read([{ 15: '05/10/2026', 60: code, 160: '165,00' }]);
    expect(actsOf(form)).toEqual([['2026-10-05', 'B', 15_000, undefined, 16_500]]);
    expect(doubtsOf(form)).toEqual([]);
  });

  it.each(['K x40', 'K ×40', 'K40'])('are read where they are multiplied: %s', (code) => {
    const form = read([{ 15: '05/10/2026', 60: code, 160: '900,00' }]);
    expect(actsOf(form)).toEqual([['2026-10-05', 'K', 4_000, undefined, 90_000]]);
  });

  it('are read with a decimal', () => {
    const form = read([{ 15: '05/10/2026', 60: 'AMM 1,5', 160: '90,00' }]);
    expect(actsOf(form)).toEqual([['2026-10-05', 'AMM', 150, undefined, 9_000]]);
  });

  it('of a consultation have the coefficient one', () => {
    const form = read([{ 15: '05/10/2026', 60: 'C', 90: '1', 160: '150,00' }]);
    const [act] = form.acts;
    expect(act?.keyLetter?.value).toBe('C');
    expect([act?.coefficientHundredths?.value ?? 100, act?.quantity?.value ?? 1]).toEqual([100, 1]);
  });

  it('are no act in a sentence', () => {
    const form = read([{ 15: '05/10/2026', 60: 'CS', 160: '250,00' }], {
      text: 'Prendre la vitamine C 500 le 05/10/2026 prix 12,50',
      x: 15,
      y: 150,
    });
    expect(actsOf(form)).toEqual([['2026-10-05', 'CS', undefined, undefined, 25_000]]);
  });

  it('that no tariff knows come with a doubt where the other rows have their letter', () => {
    const form = read([
      { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
      { 15: '07/10/2026', 60: 'XQT', 160: '400,00' },
    ]);
    expect(form.acts[1]?.keyLetter).toMatchObject({ value: 'XQT', doubts: ['UNEXPECTED_CHARACTERS'] });
  });

  it.each([
    ['OPT', 'OPT', []],
    ['Lunettes', 'OPT', []],
    ['Monture et verres', 'OPT', []],
    ["Séance d'hémodialyse", 'DIALYSE_SEANCE', []],
    ['Chimiothérapie', 'CHIMIO_CURE', []],
    ['Hospitalisation', 'HOSP_MED_JOUR', ['AMBIGUOUS']],
    ['Hospitalisation en réanimation', 'REANIMATION_JOUR', ['AMBIGUOUS']],
    ['Soins intensifs', 'SOINS_INTENSIFS_JOUR', ['AMBIGUOUS']],
  ])('that are said in words are what they are: %s', (words, code, doubts) => {
    const form = read([
      { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
      { 15: '07/10/2026', 60: words, 160: '400,00' },
    ]);
    expect(form.acts[1]?.keyLetter).toMatchObject({ value: code, doubts });
    expect(form.acts[1]?.billedCentimes?.value).toBe(40_000);
  });

  it('have no code where their words are those of a letter, or of two things', () => {
    for (const words of ['Consultation optique', 'Radio hospitalisation', 'Dialyse et lunettes'])
      expect(codeOfWords(words)).toBeUndefined();
    expect(codeOfWords('Verre progressif')).toEqual({ code: 'OPT', isDoubtful: false });
  });

  it('keep their letter whatever the words beside it say', () => {
    const form = read([
      { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
      { 15: '07/10/2026', 60: 'K', 75: '16', 90: 'hospitalisation', 160: '400,00' },
    ]);
    expect(form.acts[1]?.keyLetter?.value).toBe('K');
  });
});

describe('amounts', () => {
  it('are read where dirhams and centimes have a column each', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 150: '250', 170: '00' },
        { 15: '07/10/2026', 60: 'B150', 150: '165', 170: '50' },
      ],
      total('415', 150),
      total('50', 170),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'CS', undefined, undefined, 25_000],
      ['2026-10-07', 'B', 15_000, undefined, 16_550],
    ]);
    expect(form.totalCentimes?.value).toBe(41_550);
  });

  it('are in doubt where they are the centimes beside dirhams, and only the centimes of the total were read', () => {
    const row = { 15: '05/10/2026', 60: 'V', 150: '274', 170: '50' };
    const whole = read([row], total('274', 150, 1), total('50', 170, 1));
    expect(whole.acts[0]?.billedCentimes).toMatchObject({ value: 27_450, doubts: [] });
    const centimes = read([row], total('50', 170, 1));
    expect(centimes.acts[0]?.billedCentimes?.doubts ?? ['not read']).not.toEqual([]);
  });

  it('are read as whole dirhams where they add up', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 160: '250' },
        { 15: '07/10/2026', 60: 'B150', 160: '165' },
      ],
      total('415'),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'CS', undefined, undefined, 25_000],
      ['2026-10-07', 'B', 15_000, undefined, 16_500],
    ]);
    expect(form.totalCentimes?.value).toBe(41_500);
  });

  it('belong to an act whose letter was not read, however far apart the rows stand', () => {
    const rows: readonly Row[] = [
      { 15: '05/10/2026', 60: 'C', 160: '110' },
      { 15: '05/10/2026', 60: 'KC', 90: '40', 160: '509' },
      { 15: '06/10/2026', 60: '»', 90: '55', 160: '590' },
      { 15: '07/10/2026', 60: 'Z', 90: '13', 160: '228' },
    ];
    const apart = rows.flatMap((row, index) =>
      Object.entries(row).map(([x, text]) => ({ text, x: Number(x), y: firstRow + index * 14 })),
    );
    const form = onlyForm(printDocument({ texts: [...apart, { text: '1 437', x: 160, y: 160 }] }));
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([11_000, 50_900, 59_000, 22_800]);
    expect(form.acts[2]?.keyLetter).toBeUndefined();
    expect(form.otherAmounts).toBeUndefined();
  });

  it('of more than a thousand are read with a space, a dot or neither', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'K100', 160: '2 250,00' },
        { 15: '07/10/2026', 60: 'K80', 160: '1.800,00' },
        { 15: '08/10/2026', 60: 'K80', 160: '1800,00' },
      ],
      total('5 850,00', 160, 3),
    );
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([225_000, 180_000, 180_000]);
    expect(form.totalCentimes?.value).toBe(585_000);
  });

  it('that do not add up to the total stay as they were read', () => {
    const form = read(
      [
        { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
        { 15: '07/10/2026', 60: 'B150', 160: '165,00' },
      ],
      { text: 'TOTAL', x: 120, y: total('').y },
      total('515,00'),
    );
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([25_000, 16_500]);
    expect(form.totalCentimes?.value).toBe(51_500);
  });
});

describe('an INPE in each row', () => {
  it('is that of the act', () => {
    const form = read(
      [
        { 10: '05/10/2026', 45: 'CS', 70: '091024578', 160: '250,00' },
        { 10: '07/10/2026', 45: 'B150', 70: '061203344', 160: '165,00' },
      ],
      total('415,00'),
    );
    expect(form.acts.map((act) => act.inpe?.value)).toEqual(['091024578', '061203344']);
    expect(actsOf(form)).toEqual(consultationAndBlood);
  });
});
