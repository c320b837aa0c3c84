#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
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

/** Of fonts that the models did not see: how many dates come out, by how sure they are, and how many of them are right. */
function report(): void {
  const dates = unseen.flatMap(({ judged, network }) => {
    const classifier = new GlyphClassifier(modelOf(network, temperature));
    return judged.map(({ glyphs, font }) => {
      const found = glyphs.map(({ looks, kind }) => {
        const chances = classifier.chancesOf(looks);
        const most = Math.max(...chances);
        return { isRight: chances[kind] === most, most, kind, read: chances.indexOf(most) };
      });
      return {
        font,
        found,
        isRight: found.every(({ isRight }) => isRight),
        sureness: found.reduce((product, { most }) => product * most, 1),
      };
    });
  });
  console.error(
    `temperature ${temperature}; glyphs right ${dates.flatMap(({ found }) => found).filter(({ isRight }) => isRight).length} of ${dates.flatMap(({ found }) => found).length}`,
  );
  for (const font of fonts) {
    const of = dates.filter((date) => date.font === font);
    const sure = of.filter(({ sureness }) => sureness >= 0.9);
    console.error(
      `${font}: ${of.length} dates, ${of.filter(({ isRight }) => isRight).length} right; sure ${sure.length}, wrong of them ${sure.filter(({ isRight }) => !isRight).length}`,
    );
  }
  for (const [low, high] of [
    [0, 0.5],
    [0.5, 0.7],
    [0.7, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 0.98],
    [0.98, 0.99],
    [0.99, 1.01],
  ] as const) {
    const of = dates.filter(({ sureness }) => sureness >= low && sureness < high);
    console.error(
      `sure ${low} to ${high}: ${of.length} dates, ${of.filter(({ isRight }) => isRight).length} right`,
    );
  }
  const confused = new Map<string, number>();
  for (const { isRight, kind, read } of dates.flatMap(({ found }) => found))
    if (!isRight) {
      const pair = `${GLYPH_KINDS[kind] ?? ''} read as ${GLYPH_KINDS[read] ?? ''}`;
      confused.set(pair, (confused.get(pair) ?? 0) + 1);
    }
  console.error(
    [...confused]
      .sort(([, one], [, other]) => other - one)
      .slice(0, 16)
      .map(([pair, count]) => `${pair}: ${count}`)
      .join(', '),
  );
}
