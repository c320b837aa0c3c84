import { describe, expect, it } from 'vitest';
import { type Row, read, actsOf, total } from './support/printed-acts.ts';

describe('a row in which something was not read', () => {
  const rows = [
    { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
    { 15: '06/10/2026', 60: 'B150', 160: '165,00' },
    { 15: '07/10/2026', 60: 'K40', 160: '900,00' },
  ];
  const without = (hidden: number): readonly Row[] => [
    rows[0]!,
    Object.fromEntries(Object.entries(rows[1]!).filter(([x]) => Number(x) !== hidden)),
    rows[2]!,
  ];

  it('is kept where its letter is hidden', () => {
    const form = read(without(60), total('1 315,00', 160, 3));
    expect(actsOf(form)[1]).toEqual(['2026-10-06', undefined, undefined, undefined, 16_500]);
    expect(form.totalCentimes?.value).toBe(131_500);
  });

  it('is kept where its day is hidden', () => {
    const form = read(without(15), total('1 315,00', 160, 3));
    expect(actsOf(form)[1]).toEqual([undefined, 'B', 15_000, undefined, 16_500]);
  });

  it('is kept where its amount is hidden, and has none', () => {
    const form = read(without(160), total('1 315,00', 160, 3));
    expect(actsOf(form)[1]).toEqual(['2026-10-06', 'B', 15_000, undefined, undefined]);
    expect(form.acts.map((act) => act.billedCentimes?.value)).toEqual([25_000, undefined, 90_000]);
  });

  it('is kept where the day and the amount are all of it, if no row has its letter', () => {
    const form = read([
      { 15: '05/10/2026', 60: '091024578', 160: '250,00' },
      { 15: '07/10/2026', 60: '091024578', 160: '165,00' },
    ]);
    expect(form.acts.map((act) => [act.dateOfCare?.value, act.billedCentimes?.value])).toEqual([
      ['2026-10-05', 25_000],
      ['2026-10-07', 16_500],
    ]);
    expect(form.unlabelledFields).toContain('keyLetter');
  });
});

describe('what is no act', () => {
  const acts = [
    { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
    { 15: '07/10/2026', 60: 'B150', 160: '165,00' },
  ];

  it('is a row of the patient’s with C for a child and a birth date', () => {
    const form = read(
      acts,
      { text: 'SEFRIOUI', x: 15, y: 40 },
      { text: 'Nadia', x: 50, y: 40 },
      { text: 'C', x: 90, y: 40 },
      { text: '07/05/2011', x: 110, y: 40 },
      total('415,00'),
    );
    expect(actsOf(form)).toEqual([
      ['2026-10-05', 'CS', undefined, undefined, 25_000],
      ['2026-10-07', 'B', 15_000, undefined, 16_500],
    ]);
  });

  it('is the row of the total', () => {
    const form = read(acts, { text: 'TOTAL', x: 60, y: total('').y }, total('415,00'));
    expect(form.acts).toHaveLength(2);
    expect(form.totalCentimes?.value).toBe(41_500);
  });

  it('is a subtotal', () => {
    const form = read(acts, { text: 'Sous-total', x: 60, y: total('').y }, total('415,00'));
    expect(form.acts).toHaveLength(2);
  });

  it('is an address with a number', () => {
    const form = read(acts, { text: '12, avenue C 250 Settat', x: 15, y: 45 }, total('415,00'));
    expect(form.acts).toHaveLength(2);
    expect(form.otherAmounts).toBeUndefined();
  });
});

describe('a form that bills more than acts', () => {
  const acts = [
    { 15: '05/10/2026', 60: 'CS', 160: '250,00' },
    { 15: '07/10/2026', 60: 'B150', 160: '165,00' },
  ];

  it('has the total of all of it, and keeps what the acts do not explain', () => {
    const form = read(
      acts,
      { text: 'Médicaments', x: 15, y: 130 },
      { text: '85,50', x: 160, y: 130 },
      { text: 'TOTAL', x: 120, y: 140 },
      { text: '500,50', x: 160, y: 140 },
    );
    expect(form.totalCentimes?.value).toBe(50_050);
    expect(form.otherAmounts?.map(({ value }) => value)).toEqual([8_550]);
  });

  it('has that total where it stands without a label', () => {
    const form = read(acts, { text: '85,50', x: 160, y: 130 }, { text: '500,50', x: 160, y: 140 });
    expect(form.totalCentimes?.value).toBe(50_050);
    expect(form.otherAmounts?.map(({ value }) => value)).toEqual([8_550]);
  });

  it('keeps no other amount where the acts explain all', () => {
    const form = read(acts, total('415,00'), { text: '415,00 DH', x: 40, y: 200 });
    expect(form.totalCentimes?.value).toBe(41_500);
    expect(form.otherAmounts).toBeUndefined();
  });
});
