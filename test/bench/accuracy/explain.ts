#!/usr/bin/env node
import { Command, Option } from 'commander';
import type { Half } from '../../../local/samples/any-form/half.ts';
import type { FieldScore } from '../../support/field-accuracy.ts';
import type { AccuracySample } from './accuracy-sample.ts';
import { generatedScans } from './generated-scans.ts';
import { looksAtWords } from '../../support/looks-at-words.ts';
import { judge, type Judgement, type LookingAgain } from './judgement.ts';
import { PAGES_AT_ONCE, withLocalReader, type LocalReading } from './local-reader.ts';
import { PaidCare } from './paid-care.ts';
import { RegistryLookup } from './registry-lookup.ts';
import { sharedLayouts } from './shared-layouts.ts';
import { sharedScans } from './shared-scans.ts';

// Says of some scans, field by field, what was read wrong and where to look: for whoever builds the reader.
const program = new Command('explain')
  .addOption(
    new Option('--set <set>', 'which scans').choices(['build', 'test', 'layouts', 'scans']).default('build'),
  )
  .option('--from <number>', 'first one', Number, 0)
  .option('--count <number>', 'how many', Number, 10)
  .option('--medicines', 'of build and test: forms with the part of a pharmacy')
  .option('--care-types', 'of the build half: forms that ask for the kind of care')
  .option('--providers', 'of build and test: forms whose rows name further providers')
  .option('--perfect', 'words without a fault, no OCR');
program.parse();
const { set, from, count, medicines, providers, careTypes, perfect } = program.opts<{
  set: 'build' | 'test' | 'layouts' | 'scans';
  from: number;
  count: number;
  medicines?: true;
  providers?: true;
  careTypes?: true;
  perfect?: true;
}>();

// All records of a set belong together: what is not looked at may still be found.
const { samples, registered } = await chosenSamples();
const registry = new RegistryLookup(
  registered.flatMap(({ records }) => records),
  registered.flatMap(({ medicines = [] }) => medicines),
);
if (perfect === true)
  await explainAll(
    ({ perfectDocument }) => Promise.resolve({ document: perfectDocument, ocrEngine: 'textract' }),
    ({ perfectDocument }) => ({ lookAgain: (looks) => looksAtWords(perfectDocument, looks) }),
  );
else
  await withLocalReader(async (read) =>
    explainAll(
      (sample) => read(sample.bytes),
      () => ({ readImage: async (image) => (await read(image)).document }),
    ),
  );

async function chosenSamples(): Promise<{
  readonly samples: readonly AccuracySample[];
  readonly registered: readonly AccuracySample[];
}> {
  if (set === 'build' || set === 'test') {
    const samples = await generated(set);
    return { samples, registered: samples };
  }
  const registered = set === 'layouts' ? sharedLayouts() : sharedScans();
  return { samples: registered.slice(from, from + count), registered };
}

async function generated(half: Half): Promise<readonly AccuracySample[]> {
  const drawn: AccuracySample[] = [];
  for await (const sample of generatedScans({
    half,
    count,
    from,
    medicines: medicines === true,
    providers: providers === true,
    careTypes: careTypes === true,
  }))
    drawn.push(sample);
  return drawn;
}

async function explainAll(
  readingOf: (sample: AccuracySample) => Promise<LocalReading>,
  againAt: (sample: AccuracySample) => LookingAgain,
): Promise<void> {
  const paid = { read: new PaidCare(), perfect: new PaidCare() };
  for (let start = 0; start < samples.length; start += PAGES_AT_ONCE) {
    const batch = samples.slice(start, start + PAGES_AT_ONCE);
    const judgements = await Promise.all(
      batch.map(async (sample) => judge(sample, await readingOf(sample), registry, againAt(sample), paid)),
    );
    for (const judgement of judgements) console.log(explained(judgement));
  }
}

function explained({
  sample,
  scores,
  readByOcr,
  decision,
  verdict,
  trueOutcome,
  truePaidCentimes,
}: Judgement): string {
  const wrong = scores.filter(({ outcome }) => outcome !== 'right');
  const doubts = (decision?.findings ?? [])
    .filter(({ kind }) => kind !== 'signal')
    .map(({ code, field, line }) => [code, field, line].filter((part) => part !== undefined).join(' '));
  return [
    `${sample.id} (${sample.set}) ${sample.file ?? ''}`,
    `  ${verdict}: ${decision?.outcome ?? 'no form found'}, ${decision?.paidCentimes ?? 0} centimes; true: ${trueOutcome}, ${truePaidCentimes} centimes`,
    `  ${scores.length - wrong.length} of ${scores.length} fields right`,
    ...wrong.map((score) => `  ${fieldText(score, readByOcr)}`),
    ...(doubts.length === 0 ? [] : [`  because: ${doubts.join('; ')}`]),
  ].join('\n');
}

function fieldText({ field, outcome, expected, actual }: FieldScore, readByOcr: ReadonlySet<string>): string {
  const isRead = readByOcr.has(field) ? '' : ' (OCR did not read it)';
  return `${outcome.padEnd(8)} ${field}: ${expected} read as ${actual ?? '-'}${isRead}`;
}
