#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { MONTH_KINDS } from '../../../contexts/pages/domain/arabic-months/month-kinds.ts';
import { inRepository } from '../../../local/cloud/folders.ts';
import { seededRandom } from '../../../local/samples/random.ts';
import { fitOptions } from './fit-options.ts';
import { fittedNetwork } from './fitted-network.ts';
import type { LabelledText } from './labelled-glyphs.ts';
import { monthSheet } from './month-sheet.ts';

/**
 * Fits the model that tells Arabic names of months, on sheets that are drawn and scanned, and writes it. Says how often a month would be read
 * wrong in fonts that a model did not see.
 */

const FILE = inRepository('contexts', 'pages', 'domain', 'arabic-months', 'data', 'month-model.json');

const { sheets, from, day } = fitOptions(
  'fit-month-model',
  'Fits the model that tells Arabic names of months',
  180,
);

const random = seededRandom(from);
const texts: LabelledText[] = [];
for (let sheet = 0; sheet < sheets; sheet++) texts.push(...(await monthSheet(random)));
const { stored, unseen } = fittedNetwork(texts, MONTH_KINDS.length, random, {
  fittedOn: day,
  fittedWith: `npm run fit:months -- --sheets ${sheets} --from ${from} --day ${day}`,
});
writeFileSync(FILE, `${JSON.stringify(stored)}\n`);

const words = unseen.flatMap(({ judged, network }) =>
  judged.flatMap(({ font, glyphs }) =>
    glyphs.map(({ looks, kind }) => {
      const chances = network.chancesOf(looks);
      const most = Math.max(...chances);
      const read = MONTH_KINDS[chances.indexOf(most)];
      return { font, most, read, truth: MONTH_KINDS[kind] };
    }),
  ),
);
console.log(`${words.length} words in fonts that were not seen, temperature ${stored.temperature}`);
for (const [low, high] of [
  [0.5, 0.8],
  [0.8, 0.9],
  [0.9, 0.95],
  [0.95, 0.98],
  [0.98, 1.01],
] as const) {
  const taken = words.filter(({ most, read }) => read?.month !== 0 && most >= low && most < high);
  const wrong = taken
    .filter(({ read, truth }) => read?.month !== truth?.month)
    .map(({ font, read, truth }) => `${font} ${truth?.name ?? ''} as ${read?.name ?? ''}`);
  console.log(
    `read with a chance of ${low} to ${high}: ${taken.length}; wrong: ${wrong.length} ${wrong.slice(0, 12).join(', ')}`,
  );
}
