#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { isCalendarDay } from '../../../contexts/pages/domain/arabic-dates/calendar-day.ts';
import {
  GLYPH_KINDS,
  GlyphClassifier,
  type GlyphModel,
} from '../../../contexts/pages/domain/arabic-dates/glyph-model.ts';
import { inRepository } from '../../../local/cloud/folders.ts';
import { FONTS } from '../../../local/samples/any-form/half.ts';
import { seededRandom } from '../../../local/samples/random.ts';
import { dateSheet } from './date-sheet.ts';
import { labelledGlyphs, type LabelledText } from './labelled-glyphs.ts';
import { fitNetwork, type Network } from './network.ts';

/**
 * Fits the model that tells the glyphs of Arabic dates, on sheets that are drawn and scanned, and writes it. The fonts are those of the build
 * half of the generator and further ones that no half has; never those of the test half. Each font is also judged by a model that did
 * not see it: its chances are made to come true there.
 */

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
const FOLDS = 3;
const PART = 1000;
/** As the reader of pages. */
const LEAST_GLYPH_CHANCE = 0.8;
const LATEST_YEAR = 2027;
const TEMPERATURES = [0.7, 0.85, 1, 1.2, 1.4, 1.7, 2, 2.5, 3];

const { sheets, from, day } = new Command('fit-glyph-model')
  .description('Fits the model that tells the glyphs of Arabic dates')
  .option('--sheets <number>', 'how many are drawn', Number, 100)
  .option('--from <number>', 'seed', Number, 1)
  .requiredOption('--day <day>', 'ISO day that the model is marked with')
  .parse()
  .opts<{ sheets: number; from: number; day: string }>();

const fonts: [string, ...string[]] = [...FONTS.build.arabic, ...FURTHER_FONTS];
const random = seededRandom(from);
const texts: LabelledText[] = [];
for (let sheet = 0; sheet < sheets; sheet++) texts.push(...labelledGlyphs(await dateSheet(fonts, random)));
console.error(`${texts.length} texts, ${glyphsOf(texts).length} glyphs`);

const unseen = Array.from({ length: FOLDS }, (_, fold) => {
  const isInFold = ({ font }: LabelledText): boolean => fonts.indexOf(font) % FOLDS === fold;
  const judged = texts.filter((text) => text.isArabic && isInFold(text));
  const network = fitNetwork(glyphsOf(texts.filter((text) => !isInFold(text))), GLYPH_KINDS.length, random);
  return { judged, network };
});
const temperature = likeliestTemperature();
report();
const model = modelOf(fitNetwork(glyphsOf(texts), GLYPH_KINDS.length, random), temperature);
const file = inRepository('contexts', 'pages', 'domain', 'arabic-dates', 'data', 'glyph-model.json');
writeFileSync(file, `${JSON.stringify(model)}\n`);

function glyphsOf(of: readonly LabelledText[]): LabelledText['glyphs'] {
  return of.flatMap(({ glyphs }) => glyphs);
}

function modelOf({ hidden, output }: Network, divisor: number): GlyphModel {
  const packed = (rows: readonly Float32Array[]) =>
    rows.map((row) => Array.from(row, (weight) => Math.round(PART * weight)));
  const fittedWith = `npm run fit:glyphs -- --sheets ${sheets} --from ${from} --day ${day}`;
  return { fittedOn: day, fittedWith, temperature: divisor, hidden: packed(hidden), output: packed(output) };
}

/** The one by which glyphs of fonts that the models did not see are likeliest to be what they are. */
function likeliestTemperature(): number {
  const likelihoods = TEMPERATURES.map((one) => {
    const sums = unseen.map(({ judged, network }) => {
      const classifier = new GlyphClassifier(modelOf(network, one));
      return glyphsOf(judged).reduce(
        (sum, { looks, kind }) => sum + Math.log(Math.max(1e-9, classifier.chancesOf(looks)[kind] ?? 0)),
        0,
      );
    });
    return sums.reduce((sum, one) => sum + one, 0);
  });
  return TEMPERATURES[likelihoods.indexOf(Math.max(...likelihoods))] ?? 1;
}

/** Dates in fonts that the model did not see, as the reader would take them: how sure it is, and how often it is right. */
function report(): void {
  const dates = unseen.flatMap(({ judged, network }) => {
    const classifier = new GlyphClassifier(modelOf(network, temperature));
    return judged
      .filter(({ glyphs }) => isDay(glyphs.map(({ kind }) => kind)))
      .map((text) => readBy(classifier, text));
  });
  console.error(`temperature ${temperature}; ${dates.length} dates of fonts that were not seen`);
  for (const [low, high] of [
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 1],
  ] as const) {
    const taken = dates.filter(({ isTaken, chance }) => isTaken && chance >= low && chance < high);
    const wrong = taken.filter(({ isRight }) => !isRight);
    console.error(
      `taken with ${low} to ${high}: ${taken.length}, wrong ${wrong.length} ${wrong.map(({ font }) => font).join(' ')}`,
    );
  }
}

function readBy(classifier: GlyphClassifier, { font, glyphs }: LabelledText) {
  const read = glyphs.map(({ looks, kind }) => {
    const chances = classifier.chancesOf(looks);
    const most = Math.max(...chances);
    return { kind: chances.indexOf(most), most, isRight: chances[kind] === most };
  });
  return {
    font,
    chance: read.reduce((product, { most }) => product * most, 1),
    isTaken: read.every(({ most }) => most >= LEAST_GLYPH_CHANCE) && isDay(read.map(({ kind }) => kind)),
    isRight: read.every(({ isRight }) => isRight),
  };
}

function isDay(kinds: readonly number[]): boolean {
  const parts = kinds
    .map((kind) => GLYPH_KINDS[kind] ?? '')
    .join('')
    .split(/[/.-]/);
  const [day, month, year] = (parts[0]?.length === 4 ? parts.toReversed() : parts).map(Number);
  return (
    parts.length === 3 &&
    day !== undefined &&
    month !== undefined &&
    year !== undefined &&
    isCalendarDay(day, month, year, LATEST_YEAR)
  );
}
