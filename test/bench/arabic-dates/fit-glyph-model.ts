#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { isCalendarDay } from '../../../contexts/pages/domain/arabic-dates/calendar-day.ts';
import { GLYPH_KINDS } from '../../../contexts/pages/domain/arabic-dates/glyph-kinds.ts';
import type { SmallNetwork } from '../../../contexts/pages/domain/small-network.ts';
import { inRepository } from '../../../local/cloud/folders.ts';
import { seededRandom } from '../../../local/samples/random.ts';
import { dateSheet } from './date-sheet.ts';
import { fitOptions } from './fit-options.ts';
import { fittedNetwork } from './fitted-network.ts';
import { labelledGlyphs, type LabelledText } from './labelled-glyphs.ts';
import { FITTED_FONTS } from './sheet-fonts.ts';

/**
 * Fits the model that tells the glyphs of Arabic dates, on sheets that are drawn and scanned, and writes it. Says how often dates would be
 * read wrong in fonts that a model did not see.
 */

/** As the reader of pages. */
const LEAST_GLYPH_CHANCE = 0.8;
const LATEST_YEAR = 2027;
const FILE = inRepository('contexts', 'pages', 'domain', 'arabic-dates', 'data', 'glyph-model.json');

const { sheets, from, day } = fitOptions(
  'fit-glyph-model',
  'Fits the model that tells the glyphs of Arabic dates',
  110,
);

const random = seededRandom(from);
const texts: LabelledText[] = [];
for (let sheet = 0; sheet < sheets; sheet++)
  texts.push(...labelledGlyphs(await dateSheet(FITTED_FONTS, random)));
const { stored, unseen } = fittedNetwork(texts, GLYPH_KINDS.length, random, {
  fittedOn: day,
  fittedWith: `npm run fit:glyphs -- --sheets ${sheets} --from ${from} --day ${day}`,
});
writeFileSync(FILE, `${JSON.stringify(stored)}\n`);

const dates = unseen.flatMap(({ judged, network }) =>
  judged.filter(({ glyphs }) => isDay(glyphs.map(({ kind }) => kind))).map((text) => readBy(network, text)),
);
console.log(`${dates.length} dates in fonts that were not seen, temperature ${stored.temperature}`);
for (const [low, high] of [
  [0.8, 0.9],
  [0.9, 0.95],
  [0.95, 1],
] as const) {
  const taken = dates.filter(({ isTaken, chance }) => isTaken && chance >= low && chance < high);
  const wrong = taken.filter(({ isRight }) => !isRight).map(({ font }) => font);
  console.log(
    `read with a chance of ${low} to ${high}: ${taken.length}; wrong: ${wrong.join(', ') || 'none'}`,
  );
}

function readBy(network: SmallNetwork, { font, glyphs }: LabelledText) {
  const read = glyphs.map(({ looks, kind }) => {
    const chances = network.chancesOf(looks);
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
