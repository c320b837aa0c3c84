import type { AccuracySample } from './accuracy-sample.ts';
import { judge, type Judgement } from './judgement.ts';
import { PAGES_AT_ONCE, withLocalReader } from './local-reader.ts';
import { PaidCare } from './paid-care.ts';
import { RegistryLookup } from './registry-lookup.ts';

/** Reads samples with the local OCR engine and compares each with its truth. */
export async function judgeAll(
  samples: readonly AccuracySample[],
  report: (progress: string) => void,
): Promise<readonly Judgement[]> {
  const registry = new RegistryLookup(
    samples.flatMap(({ records }) => records),
    samples.flatMap(({ medicines = [] }) => medicines),
  );
  return withLocalReader(async (read) => {
    const readImage = async (image: Uint8Array) => (await read(image)).document;
    const paid = { read: new PaidCare(), perfect: new PaidCare() };
    const judgements: Judgement[] = [];
    for (let start = 0; start < samples.length; start += PAGES_AT_ONCE) {
      const batch = samples.slice(start, start + PAGES_AT_ONCE);
      const readings = await Promise.all(
        batch.map(async (sample) => judge(sample, await read(sample.bytes), registry, { readImage }, paid)),
      );
      judgements.push(...readings);
      report(`accuracy: ${judgements.length} of ${samples.length} files read`);
    }
    return judgements;
  });
}
