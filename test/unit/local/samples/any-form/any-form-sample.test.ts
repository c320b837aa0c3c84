import { describe, expect, it } from 'vitest';
import {
  anyFormSample,
  anyFormScan,
  type AnyFormSample,
} from '../../../../../local/samples/any-form/any-form-sample.ts';

const DAY = '2026-11-20';
const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
const samples = (['build', 'test'] as const).flatMap((half) =>
  SEEDS.map((seed) => anyFormSample(seed, { half, day: DAY })),
);

const wordsOf = ({ truths }: AnyFormSample) => truths.flatMap(({ words }) => words);
const digitsOf = (text: string): string =>
  text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))).replace(/\D/g, '');

/** The words of a field, on the first page that has it. */
function printedText(sample: AnyFormSample, field: string): string {
  const page = sample.truths.find(({ words }) => words.some(({ f }) => f === field));
  return (page?.words ?? [])
    .filter(({ f, stamp }) => f === field && stamp !== true)
    .map(({ t }) => t)
    .join(' ');
}

describe('a claim on a form of random structure', () => {
  it('is the same for the same seed, and another for another one or for the other half', () => {
    const [first] = samples;
    expect(anyFormSample(0, { half: 'build', day: DAY }).truths).toEqual(first?.truths);
    const people = samples.map(({ claim }) => claim.household.registrationNumber);
    expect(new Set(people).size).toBe(people.length);
  });

  it('has the same words whether it is drawn or only laid out', { timeout: 60_000 }, async () => {
    const scan = await anyFormScan(3, { half: 'build', day: DAY });
    expect(scan.truths).toEqual(samples[3]?.truths);
    expect(scan.bytes.length).toBeGreaterThan(10_000);
  });

  it.each(['immatriculation', 'cin', 'inpe', 'rib', 'dossier'] as const)(
    'says in its truth which %s is printed',
    (field) => {
      for (const sample of samples) {
        const value = sample.fields[field];
        if (value === undefined) continue;
        const printed = printedText(sample, field);
        // An INPE may stand in the stamp alone.
        if (printed === '' && field === 'inpe') continue;
        expect([sample.id, printed.replace(/[\s.]/g, '')]).toEqual([sample.id, value]);
      }
    },
  );

  it('says in its truth which dates and amounts are printed, however they are written', () => {
    for (const sample of samples) {
      const { actes, total, date_signature: signed = '' } = sample.fields;
      expect([sample.id, digitsOf(printedText(sample, 'total')).replace(/0*$/, '')]).toEqual([
        sample.id,
        digitsOf(total ?? '').replace(/0*$/, ''),
      ]);
      for (const [index, act] of actes.entries()) {
        const amount = digitsOf(printedText(sample, `actes.${index}.montant`)).replace(/0*$/, '');
        expect([sample.id, amount]).toEqual([sample.id, digitsOf(act.montant).replace(/0*$/, '')]);
        expect([sample.id, printedText(sample, `actes.${index}.date`)]).not.toEqual([sample.id, '']);
      }
      expect([sample.id, printedText(sample, 'date_signature') !== '']).toEqual([sample.id, signed !== '']);
    }
  });

  it('has a word or a box for each field of its truth, and a truth for each field that has words', () => {
    for (const sample of samples) {
      const named = new Set([
        ...wordsOf(sample).flatMap(({ f }) => (f === null || f === '' ? [] : [f.split('.')[0]])),
        ...sample.truths.flatMap(({ checkBoxes }) => checkBoxes.map(({ name }) => name.split('.')[0])),
      ]);
      expect([sample.id, [...named].toSorted()]).toEqual([sample.id, Object.keys(sample.fields).toSorted()]);
    }
  });

  it('keeps all its words on the sheet', () => {
    for (const sample of samples) {
      for (const { words } of sample.truths) {
        const outside = words.filter(
          ({ box, stamp }) =>
            stamp !== true &&
            (box.Left < -0.06 ||
              box.Top < -0.06 ||
              box.Left + box.Width > 1.06 ||
              box.Top + box.Height > 1.06),
        );
        expect([sample.id, outside.map(({ t }) => t)]).toEqual([sample.id, []]);
      }
    }
  });

  it('prints no value over another one', () => {
    for (const sample of samples) {
      for (const { words, degradation } of sample.truths) {
        // On turned and tilted sheets boxes are wider than their words.
        const isStraight =
          Math.abs(Number(degradation['rotate'] ?? 0)) < 0.6 && degradation['perspective'] === undefined;
        if (!isStraight) continue;
        const values = words.filter(({ f, stamp }) => f !== null && f !== '' && stamp !== true);
        const clashes = values.flatMap((one, index) =>
          values
            .slice(index + 1)
            .filter((other) => overlap(one.box, other.box) > 0.25)
            .map((other) => [one.t, other.t]),
        );
        expect([sample.id, sample.design.structure, clashes]).toEqual([
          sample.id,
          sample.design.structure,
          [],
        ]);
      }
    }
  });

  it('gives a perfect OCR answer with each of its words, Arabic ones too', () => {
    for (const sample of samples) {
      const expected = sample.truths.flatMap(({ words, checkBoxes }) => [
        ...words.flatMap(({ t, cells }) => cells?.map((cell) => cell.t) ?? [t]),
        ...checkBoxes.filter(({ selected }) => selected).map(() => 'X'),
      ]);
      const read = sample.perfectPages.flatMap(({ lines }) =>
        lines.flatMap(({ words }) => words.map(({ text }) => text)),
      );
      expect(read.toSorted()).toEqual(expected.toSorted());
    }
  });
});

type Box = AnyFormSample['truths'][number]['words'][number]['box'];

/** Part of the smaller box that the other one covers. */
function overlap(one: Box, other: Box): number {
  const width = Math.min(one.Left + one.Width, other.Left + other.Width) - Math.max(one.Left, other.Left);
  const height = Math.min(one.Top + one.Height, other.Top + other.Height) - Math.max(one.Top, other.Top);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / Math.min(one.Width * one.Height, other.Width * other.Height);
}
