import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';

/** Fonts for printed labels and for what people fill in; all from npm, so that a page is the same on every machine. */
export type LatinFont =
  | 'archivo-narrow'
  | 'arimo'
  | 'caladea'
  | 'carlito'
  | 'caveat'
  | 'courier-prime'
  | 'cousine'
  | 'eb-garamond'
  | 'fira-sans'
  | 'gelasio'
  | 'ibm-plex-mono'
  | 'inconsolata'
  | 'inter'
  | 'lato'
  | 'merriweather'
  | 'noto-sans'
  | 'open-sans'
  | 'pt-mono'
  | 'pt-sans'
  | 'pt-serif'
  | 'roboto'
  | 'roboto-condensed'
  | 'source-sans-3'
  | 'special-elite'
  | 'tinos'
  | 'ubuntu';
export type ArabicFont =
  | 'almarai'
  | 'amiri'
  | 'cairo'
  | 'el-messiri'
  | 'ibm-plex-sans-arabic'
  | 'noto-naskh-arabic'
  | 'noto-sans-arabic'
  | 'scheherazade-new'
  | 'tajawal';
export type Font = LatinFont | ArabicFont;
export type Weight = 400 | 700;

const ARABIC: ReadonlySet<string> = new Set<ArabicFont>([
  'almarai',
  'amiri',
  'cairo',
  'el-messiri',
  'ibm-plex-sans-arabic',
  'noto-naskh-arabic',
  'noto-sans-arabic',
  'scheherazade-new',
  'tajawal',
]);
const ONLY_REGULAR: ReadonlySet<Font> = new Set<Font>(['special-elite', 'pt-mono']);
const packages = createRequire(import.meta.url);
const registered = new Set<string>();

/** Family name for a canvas, registered on first use. Each weight is a family of its own, so nothing is guessed. */
export function fontFamily(font: Font, weight: Weight): string {
  const trueWeight = ONLY_REGULAR.has(font) ? 400 : weight;
  const family = `milaf-${font}-${trueWeight}`;
  if (!registered.has(family)) {
    const script = ARABIC.has(font) ? 'arabic' : 'latin';
    const file = packages.resolve(`@fontsource/${font}/files/${font}-${script}-${trueWeight}-normal.woff2`);
    if (GlobalFonts.register(readFileSync(file), family) === null)
      throw new Error(`The font ${font} cannot be loaded from ${file}`);
    registered.add(family);
  }
  return family;
}
