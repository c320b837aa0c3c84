import { hash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  anyFormSample,
  anyFormScan,
  type AnyFormOptions,
  type AnyFormSample,
} from '../../../local/samples/any-form/any-form-sample.ts';
import type { Half } from '../../../local/samples/any-form/half.ts';
import { inRepository, inWorkFolder } from '../../../local/cloud/folders.ts';
import { documentOfPages } from '../../support/recognised-document.ts';
import { truthFieldsSchema } from '../../support/field-accuracy.ts';
import type { AccuracySample, ExpectedEnd } from './accuracy-sample.ts';
import { truthWordsSchema } from './read-by-ocr.ts';

/** ISO date on which generated claims are handed in: one day for all runs, so that a scan that was read once need not be read again. */
export const GENERATED_ON = '2026-11-20';

export interface GeneratedScans {
  readonly half: Half;
  readonly count: number;
  /** First seed; 0 unless said. */
  readonly from?: number;
  /** Forms with the part of a pharmacy, which are other claims. */
  readonly medicines?: boolean;
  /** Forms whose rows name further providers, other claims again. */
  readonly providers?: boolean;
  /** Forms of the build half that ask for the kind of care, other claims again. */
  readonly careTypes?: boolean;
}

/** Claims on forms of random structure, by family; a scan that was drawn once by the same code is not drawn again. */
export async function* generatedScans(wanted: GeneratedScans): AsyncIterable<AccuracySample> {
  const { half, count, from = 0, medicines = false, providers = false, careTypes = false } = wanted;
  const options = { half, day: GENERATED_ON, medicines, providers, careTypes };
  const folder = inWorkFolder('bench', 'drawn', drawingVersion());
  mkdirSync(folder, { recursive: true });
  for (let seed = from; seed < from + count; seed += 1) {
    const sample = anyFormSample(seed, options);
    yield accuracySampleOf(sample, await drawnOnce(folder, seed, options, sample.id));
  }
}

/** Any change of what draws is another version: nobody has to think of it. */
function drawingVersion(): string {
  const files = globSync('**/*.ts', { cwd: inRepository('local', 'samples') }).toSorted();
  const code = files.map((file) => readFileSync(inRepository('local', 'samples', file), 'utf8'));
  return hash('sha256', [...files, ...code].join('\n'), 'hex').slice(0, 16);
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
  '.tiff': 'image/tiff',
};

interface DrawnScan {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

async function drawnOnce(
  folder: string,
  seed: number,
  options: AnyFormOptions,
  id: string,
): Promise<DrawnScan> {
  for (const [extension, mediaType] of Object.entries(MEDIA_TYPES)) {
    const known = path.join(folder, id + extension);
    if (existsSync(known)) return { file: known, bytes: readFileSync(known), mediaType };
  }
  const { bytes, fileName, contentType } = await anyFormScan(seed, options);
  const file = path.join(folder, fileName);
  // A run that is stopped leaves no half file behind.
  writeFileSync(`${file}.part`, bytes);
  renameSync(`${file}.part`, file);
  return { file, bytes, mediaType: contentType };
}

function accuracySampleOf(sample: AnyFormSample, scan: DrawnScan): AccuracySample {
  const { id, claim, design, fields, meant, truths, perfectPages } = sample;
  const { dispensing } = claim;
  return {
    id: `${id} ${claim.claimCase}`,
    set: `${sample.half} ${dispensing === undefined ? '' : 'medicines '}${design.family}`,
    ...scan,
    truth: truthFieldsSchema.parse(fields),
    meant: truthFieldsSchema.parse(meant),
    truthWords: truths.map(({ words }) => truthWordsSchema.parse(words)),
    perfectDocument: documentOfPages(perfectPages),
    records: claim.records,
    ...(dispensing === undefined ? {} : { medicines: dispensing.listed, isMoreThanForm: true }),
    day: claim.day,
    expected: expectedEndOf(claim),
  };
}

function expectedEndOf({ household, expected }: AnyFormSample['claim']): ExpectedEnd {
  const { outcome, paidCentimes, toRib, orPartly } = expected;
  return {
    outcomes: orPartly === undefined ? [outcome] : [outcome, 'partly-approved', 'partly-referred'],
    payments: orPartly === undefined ? [paidCentimes] : [paidCentimes, orPartly.paidCentimes],
    registrationNumber: household.registrationNumber,
    toRib,
  };
}
