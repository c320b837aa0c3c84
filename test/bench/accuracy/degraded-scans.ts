import { randomScan, type RandomScanOptions } from '../../../local/samples/random/random-scan.ts';
import { documentOfPages } from '../../support/recognised-document.ts';
import { truthFieldsSchema } from '../../support/field-accuracy.ts';
import type { AccuracySample } from './accuracy-sample.ts';
import { ribOf } from '../../../local/samples/scenarios/household.ts';
import { truthWordsSchema } from './read-by-ocr.ts';

const LAYOUTS = ['classic', 'comb', 'labels-above', 'arabic-first'] as const;
const QUALITIES = ['good', 'medium', 'bad'] as const;
const LOOKS = ['printed', 'printed-noto', 'serif', 'courier', 'typewriter'] as const;
const FIRST_SEED = 4_000;

/**
 * Forms of every layout in every quality, looks in turn; the same forms on every run of a day.
 * @param perKind scans of each layout and quality
 * @param today ISO date
 */
export async function* degradedScans(perKind: number, today: string): AsyncIterable<AccuracySample> {
  let number = 0;
  for (const quality of QUALITIES) {
    for (const layout of LAYOUTS) {
      for (let count = 0; count < perKind; count += 1) {
        const look = LOOKS[number % LOOKS.length] ?? 'printed';
        const options = { today, quality, layouts: [layout], looks: [look] } as const;
        yield await sampleOf(FIRST_SEED + number, `own ${quality}`, `${layout} ${look}`, options);
        number += 1;
      }
    }
  }
}

async function sampleOf(
  seed: number,
  set: string,
  kind: string,
  options: RandomScanOptions,
): Promise<AccuracySample> {
  const { sample, records, provider, household, expected } = await randomScan(seed, options);
  return {
    id: `${seed} ${kind}`,
    set,
    bytes: sample.bytes,
    mediaType: sample.contentType,
    truth: truthFieldsSchema.parse(sample.truths[0]?.fields),
    truthWords: sample.truths.map(({ words }) => truthWordsSchema.parse(words)),
    perfectDocument: documentOfPages(sample.recognisedPages),
    records: [...records, provider],
    day: options.today,
    expected: {
      outcomes: ['approved'],
      payments: [expected.paidCentimes],
      registrationNumber: household.registrationNumber,
      toRib: household.account === undefined ? undefined : ribOf(household.account),
    },
  };
}
