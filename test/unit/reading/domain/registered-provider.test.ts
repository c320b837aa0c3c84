import { describe, expect, it } from 'vitest';

import type { Place } from './support/people-world.ts';
import { acts, provider, family, read, settle, who, sticker } from './support/people-world.ts';

describe('the provider', () => {
  it('is found by the INPE wherever it stands', () => {
    const form = read(
      [...who, ['091024578', 150, 280], ['Dr MANSOURI Adil', 20, 280], ['Cardiologie', 20, 288]],
      {
        families: [family],
        providers: [provider()],
      },
    );
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [] });
    expect(form.inpe?.evidence).toContain('REGISTRY');
    expect(form.providerName?.value).toBe('Dr MANSOURI Adil');
    expect(form.specialty?.value).toBe('Cardiologie');
  });

  it('is found by a sticker alone', () => {
    const form = read([...who, ['Dr MANSOURI Adil', 20, 150]], {
      families: [family],
      providers: [provider()],
      barcodes: [sticker('091024578')],
    });
    expect(form.inpe).toMatchObject({
      value: '091024578',
      doubts: [],
      evidence: ['REGISTRY', 'BARCODE'],
      source: { page: 1, box: { left: 0.6, top: 0.5, width: 0.2, height: 0.05 } },
    });
  });

  it('is sure by bars that say what OCR hardly read', () => {
    const form = settle([{ text: '091024578', x: 150, y: 280, confidencePercent: 45 }, ...acts], {
      providers: [provider()],
      barcodes: [sticker('091024578')],
    });
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [], confidencePercent: 99 });
  });

  it.each(['*091024578*', '091 024 578', '091-024-578'])('is found by bars that say %s', (text) => {
    const form = read(who, {
      families: [family],
      providers: [provider()],
      barcodes: [sticker(text, 'CODE_39')],
    });
    expect(form.inpe?.value).toBe('091024578');
  });

  it('is nobody whose INPE is not on the form', () => {
    const form = read([...who, ['Dr MANSOURI Adil', 20, 150]], {
      families: [family],
      providers: [provider()],
    });
    expect(form.inpe).toBeUndefined();
  });

  it('is the doctor, not the pharmacy beside him', () => {
    const pharmacy = provider({ inpe: '061203344', name: 'Pharmacie Al Amal', specialty: 'Pharmacie' });
    const form = read(
      [
        ...who,
        ['Pharmacie Al Amal', 20, 140],
        ['061203344', 120, 140],
        ['061203344', 120, 146],
        ['091024578', 120, 160],
      ],
      { families: [family], providers: [pharmacy, provider()] },
    );
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [] });
  });

  it('is the pharmacy where nobody else is there', () => {
    const pharmacy = provider({ inpe: '061203344', name: 'Pharmacie Al Amal', specialty: 'Pharmacie' });
    const form = read([...who, ['061203344', 120, 140]], { families: [family], providers: [pharmacy] });
    expect(form.inpe?.value).toBe('061203344');
  });

  it('is unsure between two of different specialties about whom the form says as much', () => {
    const other = provider({ inpe: '061203344', name: 'Dr LAHLOU Samir', specialty: 'Dermatologie' });
    const form = read(
      [
        ...who,
        ['Dr MANSOURI Adil', 20, 140],
        ['091024578', 120, 140],
        ['Dr LAHLOU Samir', 20, 160],
        ['061203344', 120, 160],
      ],
      { families: [family], providers: [provider(), other] },
    );
    expect(form.inpe?.doubts).toHaveLength(1);
  });
});

describe('barcodes', () => {
  const printed: readonly Place[] = [...who, ['Dr MANSOURI Adil', 20, 150], ['091024578', 120, 150]];

  it('with the INPE that is printed bear it out', () => {
    const form = read(printed, { providers: [provider()], barcodes: [sticker('091024578')] });
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [] });
    expect(form.inpe?.evidence).toContain('BARCODE');
  });

  it('with another INPE leave a doubt', () => {
    const form = read(printed, { providers: [provider()], barcodes: [sticker('061203344')] });
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: ['BARCODE_DIFFERS'] });
  });

  it('of the clinic, whose number is printed too, say nothing against its doctor', () => {
    const form = read([...printed, ['061203344', 20, 20]], {
      providers: [provider()],
      barcodes: [sticker('061203344')],
    });
    expect(form.inpe).toMatchObject({ value: '091024578', doubts: [] });
  });

  it('with another INPE beside one that bears it out leave no doubt', () => {
    const form = read(printed, {
      providers: [provider()],
      barcodes: [sticker('061203344'), sticker('091024578')],
    });
    expect(form.inpe?.doubts).toEqual([]);
  });

  it('of another page say nothing of the form', () => {
    const form = read(printed, {
      providers: [provider()],
      barcodes: [{ ...sticker('061203344'), page: 2 }],
    });
    expect(form.inpe?.doubts).toEqual([]);
  });

  it.each([
    ['EAN_13', '6118000012345'],
    ['DATA_MATRIX', '0106118000012345'],
  ] as const)('on boxes of medicines are told: %s', (symbology, text) => {
    expect(read(printed, { providers: [provider()], barcodes: [sticker(text, symbology)] })).toMatchObject({
      hasMedicineLabels: true,
      inpe: { value: '091024578', doubts: [] },
    });
  });

  it('of nine digits on a box of medicines are no INPE', () => {
    const form = read(who, { providers: [provider()], barcodes: [sticker('091024578', 'EAN_13')] });
    expect(form.inpe).toBeUndefined();
  });

  it('that are none leave nothing', () => {
    expect(read(printed, { providers: [provider()] }).hasMedicineLabels).toBeUndefined();
  });
});
