import { describe, expect, it } from 'vitest';
import { drawDesign } from '../../../../../local/samples/any-form/design/draw-design.ts';
import { withPharmacy } from '../../../../../local/samples/any-form/design/draw-pharmacy-design.ts';
import { FAMILIES } from '../../../../../local/samples/any-form/design/form-design.ts';
import type { BoxLabelDesign } from '../../../../../local/samples/any-form/design/pharmacy-design.ts';
import {
  FONTS,
  halfOfStructure,
  PHARMACY_WORDINGS,
  WORDINGS,
  type Half,
} from '../../../../../local/samples/any-form/half.ts';

const HALVES = ['build', 'test'] as const;
const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);

function wordingsOf(half: Half): readonly string[] {
  return Object.values(WORDINGS[half]).flatMap(({ fr, short = [], ar }) => [...fr, ...short, ...ar]);
}

/** As a reader sees it: without case, accents and points. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

/** What of a label is not its text. */
function labelStructure({ price, name, lot, digits, symbology, isNameBold, font }: BoxLabelDesign): string {
  return [price, name, lot, digits, symbology, isNameBold, font].join(' ');
}

describe('the two halves of forms', () => {
  it('share no wording of a label, however it is written', () => {
    const build = Object.entries({ ...WORDINGS.build, ...PHARMACY_WORDINGS.build });
    for (const [name, { fr, short = [], ar }] of Object.entries({
      ...WORDINGS.test,
      ...PHARMACY_WORDINGS.test,
    })) {
      const label = build.find(([other]) => other === name)?.[1];
      const known = new Set([...(label?.fr ?? []), ...(label?.short ?? []), ...(label?.ar ?? [])].map(plain));
      expect([name, [...fr, ...short, ...ar].filter((wording) => known.has(plain(wording)))]).toEqual([
        name,
        [],
      ]);
    }
  });

  it('have hundreds of wordings each', () => {
    for (const half of HALVES) expect(wordingsOf(half).length).toBeGreaterThan(300);
  });

  it('share no font', () => {
    const all = HALVES.map((half): readonly string[] => {
      const { sans, serif, mono, arabic } = FONTS[half];
      return [...sans, ...serif, ...mono, ...arabic];
    });
    expect(all[0]?.filter((font) => all[1]?.includes(font))).toEqual([]);
    expect(new Set(all.flat()).size).toBeGreaterThanOrEqual(20);
  });

  it('share no structure: each belongs to one half, and forms are drawn of their own half only', () => {
    for (const half of HALVES) {
      for (const seed of SEEDS) expect(halfOfStructure(drawDesign(seed, half).structure)).toBe(half);
    }
  });

  it('share no structure of a form with medicines, and no print of the labels on boxes', () => {
    const designs = HALVES.map((half) =>
      SEEDS.map((seed) => withPharmacy(drawDesign(seed, half), seed, half)),
    );
    const labelsOf = (index: number): readonly string[] =>
      (designs[index] ?? []).flatMap(({ pharmacy }) => pharmacy?.boxLabels.map(labelStructure) ?? []);
    designs.forEach((own, index) => {
      for (const { structure } of own) expect(halfOfStructure(structure)).toBe(HALVES[index]);
    });
    const build = new Set(labelsOf(0));
    expect(build.size).toBeGreaterThan(50);
    expect(labelsOf(1).filter((structure) => build.has(structure))).toEqual([]);
  });

  it('have every family of structures', () => {
    for (const half of HALVES) {
      const families = new Set(SEEDS.map((seed) => drawDesign(seed, half).family));
      expect([...families].toSorted()).toEqual([...FAMILIES].toSorted());
    }
  });

  it('hold many structures', () => {
    const structures = new Set(SEEDS.map((seed) => drawDesign(seed, 'build').structure));
    expect(structures.size).toBeGreaterThan(380);
  });
});
