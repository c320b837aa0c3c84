import type { ArabicFont, LatinFont } from '../drawing/fonts.ts';
import { seedOf } from '../random.ts';
import { BUILD_WORDINGS } from './wordings/build-wordings.ts';
import { BUILD_PHARMACY_WORDINGS } from './wordings/build-pharmacy-wordings.ts';
import type { PharmacyWordingBook, WordingBook } from './wordings/label-wordings.ts';
import { TEST_PHARMACY_WORDINGS } from './wordings/test-pharmacy-wordings.ts';
import { TEST_WORDINGS } from './wordings/test-wordings.ts';

/**
 * Forms of the one half are what the reader of forms is built with; those of the other say how well it reads forms that
 * nobody who built it has seen. The halves share no wording, no font and no structure.
 */
export type Half = 'build' | 'test';

export interface FontBook {
  readonly sans: readonly [LatinFont, ...LatinFont[]];
  readonly serif: readonly [LatinFont, ...LatinFont[]];
  /** Fixed pitch, as old printers and typewriters have it. */
  readonly mono: readonly [LatinFont, ...LatinFont[]];
  readonly arabic: readonly [ArabicFont, ...ArabicFont[]];
}

export const FONTS: Readonly<Record<Half, FontBook>> = {
  build: {
    sans: ['roboto', 'arimo', 'noto-sans', 'open-sans', 'ubuntu', 'carlito', 'archivo-narrow'],
    serif: ['tinos', 'pt-serif'],
    mono: ['courier-prime', 'ibm-plex-mono', 'inconsolata', 'special-elite'],
    arabic: ['noto-naskh-arabic', 'amiri', 'cairo', 'noto-sans-arabic'],
  },
  test: {
    sans: ['lato', 'source-sans-3', 'pt-sans', 'fira-sans', 'inter', 'roboto-condensed'],
    serif: ['gelasio', 'caladea', 'merriweather', 'eb-garamond'],
    mono: ['cousine', 'pt-mono'],
    arabic: ['tajawal', 'almarai', 'scheherazade-new', 'ibm-plex-sans-arabic', 'el-messiri'],
  },
};

export const WORDINGS: Readonly<Record<Half, WordingBook>> = {
  build: BUILD_WORDINGS,
  test: TEST_WORDINGS,
};

export const PHARMACY_WORDINGS: Readonly<Record<Half, PharmacyWordingBook>> = {
  build: BUILD_PHARMACY_WORDINGS,
  test: TEST_PHARMACY_WORDINGS,
};

/** The half that a structure belongs to, by its name: settled once for every structure there can be. */
export function halfOfStructure(structure: string): Half {
  // The lowest bit of the hash alone would tell little of long names.
  return (Math.imul(seedOf(structure), 0x9e3779b1) >>> 16) % 2 === 0 ? 'build' : 'test';
}
