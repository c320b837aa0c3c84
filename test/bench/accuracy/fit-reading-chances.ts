#!/usr/bin/env node
import { Command } from 'commander';
import { fieldDoubts } from '../../../contexts/rules/reading-signs.ts';
import { readingSigns, type ReadingSign } from '../../../contexts/rules/reading-signs.ts';
import { strengthOf, type ReadingChances } from '../../../contexts/reading/domain/reading-chance.ts';
import type { FieldScore } from '../../support/field-accuracy.ts';
import type { AccuracySample } from './accuracy-sample.ts';
import { fitLogistic } from './fit-logistic.ts';
import { generatedScans } from './generated-scans.ts';
import { judgeAll } from './judge-all.ts';

/**
 * Fits the chances that values are right on claims of the build half of the generator, with real OCR and second looks, and prints
 * what belongs into `contexts/rules/data/reading-chances.json`. Measure it with `npm run bench -- --only accuracy`, on the other half.
 */

/** Signs of fewer fields say nothing. */
const FEWEST_FIELDS = 15;
const RIDGE = 1;

const { claims, from } = new Command('fit-reading-chances')
  .description('Fits how likely values are right, from claims that are drawn and read')
  .option('--claims <number>', 'how many', Number, 200)
  .option('--from <number>', 'first seed: take one that nobody built the reader with', Number, 5_000)
  .parse()
  .opts<{ claims: number; from: number }>();

const samples: AccuracySample[] = [];
for await (const sample of generatedScans({ half: 'build', count: claims, from })) samples.push(sample);
const judgements = await judgeAll(samples, (progress) => console.error(progress));
const scores = judgements
  .flatMap((judgement) => judgement.scores)
  .filter((score) => score.class === 'typed' && score.confidencePercent !== undefined);
console.log(JSON.stringify(fit(scores), undefined, 2));
console.error(
  `fitted on ${scores.length} fields of ${samples.length} claims, ${rightOf(scores).length} of them right`,
);

function rightOf(all: readonly FieldScore[]): readonly FieldScore[] {
  return all.filter(({ outcome }) => outcome === 'right');
}

function fit(all: readonly FieldScore[]): ReadingChances {
  const fields = all.map((score) => ({
    isRight: score.outcome === 'right',
    field: { ...score, confidencePercent: score.confidencePercent ?? 0 },
  }));
  const cases = (signs: readonly ReadingSign[]) =>
    fields.map(({ field, isRight }) => ({
      isRight,
      signs: [1, ...signs.map((sign) => strengthOf(field, sign))],
    }));
  let signs = readingSigns.filter(
    (sign) => fields.filter(({ field }) => strengthOf(field, sign) > 0).length >= FEWEST_FIELDS,
  );
  let [intercept = 0, ...weights] = fitLogistic(cases(signs), RIDGE);
  // A second look is taken at what is hard to read: that such fields are wrong more often says nothing against looking.
  while (signs.some((sign, at) => isAgainstItself(sign, weights[at] ?? 0))) {
    signs = signs.filter((sign, at) => !isAgainstItself(sign, weights[at] ?? 0));
    [intercept = 0, ...weights] = fitLogistic(cases(signs), RIDGE);
  }
  // The best group had no error in so many fields: one more might have been wrong.
  const proven = all.filter(({ evidence }) =>
    evidence.some((one) => one === 'REGISTRY' || one === 'CHECK_DIGITS'),
  );
  return {
    intercept: rounded(intercept),
    weights: Object.fromEntries(signs.map((sign, at) => [sign, rounded(weights[at] ?? 0)])),
    mostPercent: rounded((100 * (rightOf(proven).length + 1)) / (proven.length + 2)),
  };
}

/** Evidence cannot speak against a value, nor a doubt for it: where it seems to, it stands on other kinds of fields. */
function isAgainstItself(sign: ReadingSign, weight: number): boolean {
  const isDoubt = fieldDoubts.some((doubt) => doubt === sign);
  return isDoubt ? weight > 0 : weight < 0;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
