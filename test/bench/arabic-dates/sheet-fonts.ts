import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { GlobalFonts } from '@napi-rs/canvas';
import { FONTS } from '../../../local/samples/any-form/half.ts';
import type { Random } from '../../../local/samples/random.ts';

/** Fonts of print that no half of the generator has. */
const FURTHER_FONTS = [
  'alexandria',
  'aref-ruqaa',
  'baloo-bhaijaan-2',
  'beiruti',
  'changa',
  'fustat',
  'harmattan',
  'kufam',
  'lateef',
  'mada',
  'markazi-text',
  'mirza',
  'noto-kufi-arabic',
  'readex-pro',
  'reem-kufi',
  'rubik',
  'vazirmatn',
] as const;

/** What models are fitted on: fonts of the build half and further ones, never those of the test half. */
export const FITTED_FONTS: readonly [string, ...string[]] = [...FONTS.build.arabic, ...FURTHER_FONTS];

const packages = createRequire(import.meta.url);
const registered = new Set<string>();

export function anyLatin(random: Random): string {
  const { sans, serif, mono } = FONTS.build;
  return random.pick([...sans, ...serif, ...mono]);
}

/** Some fonts have one weight only. */
export function familyOf(
  { font, isArabic }: { readonly font: string; readonly isArabic: boolean },
  random: Random,
): string {
  const weight = random.next() < 0.35 ? 700 : 400;
  const script = isArabic ? 'arabic' : 'latin';
  return registeredFont(font, script, weight) ?? registeredFont(font, script, 400) ?? 'sans-serif';
}

function registeredFont(font: string, script: string, weight: number): string | undefined {
  const family = `sheet-${font}-${weight}`;
  if (registered.has(family)) return family;
  try {
    const file = packages.resolve(`@fontsource/${font}/files/${font}-${script}-${weight}-normal.woff2`);
    GlobalFonts.register(readFileSync(file), family);
  } catch {
    return undefined;
  }
  registered.add(family);
  return family;
}
