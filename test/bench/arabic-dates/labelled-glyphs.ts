import { baselineOf } from '../../../contexts/pages/domain/arabic-dates/baseline.ts';
import { blobsOf } from '../../../contexts/pages/domain/arabic-dates/blobs.ts';
import { type Chain, chainsOf, middleOf } from '../../../contexts/pages/domain/arabic-dates/chains.ts';
import { looksOfGlyph } from '../../../contexts/pages/domain/arabic-dates/glyph-looks.ts';
import { GLYPH_KINDS, type GlyphKind } from '../../../contexts/pages/domain/arabic-dates/glyph-kinds.ts';
import { inkOf } from '../../../contexts/pages/domain/arabic-dates/ink.ts';
import type { DateSheet } from './date-sheet.ts';

/** The glyphs of one text, in the font it was drawn in. */
export interface LabelledText {
  readonly font: string;
  readonly isArabic: boolean;
  readonly glyphs: readonly LabelledGlyph[];
}

export interface LabelledGlyph {
  readonly looks: Float32Array;
  /** Which of the kinds it is. */
  readonly kind: number;
}

/** Latin digits and letters that some print makes like an Arabic digit: what they are is not told by their looks. */
const LIKE_ARABIC = /[0179]/;

/** The glyphs of a sheet as the reader of pages finds them, text by text: only where it found as many as were drawn. */
export function labelledGlyphs({ bitmap, texts }: DateSheet): readonly LabelledText[] {
  const { pixels, widthPixels: width, heightPixels: height } = bitmap;
  const blobs = blobsOf(inkOf({ pixels, width, height }), width, height) ?? [];
  const chains = chainsOf(blobs);
  return texts.flatMap((text) => {
    const isWithin = (glyph: Chain[number]): boolean => {
      const y = (glyph.top + glyph.bottom) / 2;
      return middleOf(glyph) > text.left && middleOf(glyph) < text.right && y > text.top && y < text.bottom;
    };
    const found = chains
      .map((chain) => chain.filter(isWithin))
      .find(({ length }) => length === text.glyphs.length);
    const baseline = found && baselineOf(found);
    if (found === undefined || baseline === undefined) return [];
    const glyphs = found.flatMap((glyph, index): readonly LabelledGlyph[] => {
      const kind = kindOf(text.glyphs.charAt(index), text.isArabic);
      return kind === undefined
        ? []
        : [{ looks: looksOfGlyph(glyph, baseline), kind: GLYPH_KINDS.indexOf(kind) }];
    });
    return [{ font: text.font, isArabic: text.isArabic, glyphs }];
  });
}

function kindOf(character: string, isArabic: boolean): GlyphKind | undefined {
  const kind = GLYPH_KINDS.find((one) => one === character);
  if (kind !== undefined && (isArabic || !/\d/.test(kind))) return kind;
  return LIKE_ARABIC.test(character) ? undefined : 'other';
}
