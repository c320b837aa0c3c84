import { describe, expect, it } from 'vitest';
import { MISREADS } from '../../../bench/accuracy/misread.ts';
import { randomClaim } from '../../../../local/samples/random/random-claim.ts';
import { seededRandom } from '../../../../local/samples/random.ts';
import { truthFieldsSchema } from '../../../support/field-accuracy.ts';

const leaves = (value: object): readonly string[] =>
  Object.values(value).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null ? leaves(one) : [String(one)],
  );

describe('a misread', () => {
  it.each(
    MISREADS.filter(({ name }) => name !== 'a whole act not seen').map((one) => [one.name, one] as const),
  )('of %s changes exactly that', (_name, misread) => {
    for (let seed = 0; seed < 50; seed += 1) {
      const fields = truthFieldsSchema.parse(randomClaim(seed, '2026-01-31').fields);
      const changed = misread.of(fields, seededRandom(seed));
      if (changed === undefined) continue;
      const before = leaves(fields).toSorted();
      const after = leaves(changed).toSorted();
      const gone = before.filter((value) => !after.includes(value));
      expect(after).toHaveLength(before.length);
      expect(after).not.toEqual(before);
      expect(gone.length).toBeLessThanOrEqual(1);
    }
  });

  it('can lose a whole act', () => {
    const fields = truthFieldsSchema.parse(randomClaim(3, '2026-01-31').fields);
    const lost = MISREADS.find(({ name }) => name === 'a whole act not seen')?.of(fields, seededRandom(1));
    expect(lost?.actes).toHaveLength((fields.actes?.length ?? 0) - 1);
  });
});
