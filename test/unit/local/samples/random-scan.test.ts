import { describe, expect, it } from 'vitest';
import { registryRecordSchema } from '../../../../contexts/registry/records/registry-records.ts';
import { randomClaim, randomProviders } from '../../../../local/samples/random/random-claim.ts';
import { randomScan } from '../../../../local/samples/random/random-scan.ts';
import { Decider } from './decide-sample.ts';

const TODAY = '2026-11-21';

describe('random claims', () => {
  it('are approved in full and for the amount they name, in every layout, where OCR reads every word', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const { sample, records, expected } = await randomScan(seed, { today: TODAY, dpi: 40, quality: 'bad' });
      const [decision] = new Decider([...records, ...randomProviders()]).decide(
        `file-${seed}`,
        sample,
        TODAY,
      );
      expect
        .soft(decision, `seed ${seed}: ${JSON.stringify(decision?.findings)}`)
        .toMatchObject({ outcome: 'approved', ...expected });
    }
  });

  it('are of different people for different seeds, and the same for the same seed', () => {
    const people = Array.from({ length: 5_000 }, (_, seed) => randomClaim(seed, TODAY).household);
    for (const identify of [
      ({ registrationNumber }: (typeof people)[number]) => registrationNumber,
      ({ cin }: (typeof people)[number]) => cin,
    ]) {
      expect(new Set(people.map(identify)).size).toBe(people.length);
    }
    expect(randomClaim(42, TODAY)).toEqual(randomClaim(42, TODAY));
  });

  it('bring records that the registry takes', () => {
    const records = [
      ...randomProviders(),
      ...Array.from({ length: 200 }, (_, seed) => randomClaim(seed, TODAY).records).flat(),
    ];
    for (const record of records) expect(registryRecordSchema.safeParse(record).error).toBeUndefined();
    expect(new Set(randomProviders().map(({ inpe }) => inpe)).size).toBe(randomProviders().length);
  });
});
