import { describe, expect, it } from 'vitest';
import { outcomeCodeSchema } from '../../../../contexts/registration/records/list-lines.ts';
import { registryRecordSchema } from '../../../../contexts/registry/records/registry-records.ts';
import { compareNames } from '../../../../contexts/shared/identifiers/compare-names.ts';
import { LISTED_FAMILY_NAMES, LISTED_GIVEN_NAMES } from '../../../../local/samples/lists/listed-names.ts';
import { ramedList } from '../../../../local/samples/lists/ramed-list.ts';
import { rsuList } from '../../../../local/samples/lists/rsu-list.ts';
import { samplePerson } from '../../../../local/samples/lists/sample-person.ts';
import type { SampleList } from '../../../../local/samples/lists/sample-list.ts';
import { baridList, dgiList } from '../../../../local/samples/lists/worker-list.ts';
import { sampleListBytes } from '../../../../local/samples/lists/write-list.ts';

const dgi = dgiList({ seed: 7, lines: 1_000 });
const barid = baridList({
  seed: 8,
  lines: 500,
  overlapping: { list: { seed: 7, lines: 1_000 }, share: 0.2 },
});
const ramed = ramedList({ seed: 9, households: 80 });
const rsu = rsuList({ seed: 10, lines: 40 });

const codesOf = (list: SampleList): ReadonlySet<string> =>
  new Set([...list.lines()].flatMap(({ expected }) => expected.codes));
const count = (list: SampleList, code: string): number =>
  [...list.lines()].filter(({ expected }) => expected.codes[0] === code).length;

describe('sample lists', () => {
  it('come out the same, byte for byte, whenever they are made', async () => {
    const bytes = await sampleListBytes(dgiList({ seed: 7, lines: 1_000 }));
    expect(Buffer.compare(bytes, await sampleListBytes(dgi))).toBe(0);
    expect(Buffer.compare(bytes, await sampleListBytes(dgiList({ seed: 6, lines: 1_000 })))).not.toBe(0);
  });

  it('have as many lines as they say', () => {
    for (const list of [dgi, barid, ramed, rsu]) expect([...list.lines()]).toHaveLength(list.lineCount);
  });

  it('have every outcome in one of them', () => {
    const all = [dgi, barid, ramed, rsu].flatMap((list) => [...codesOf(list)]);
    expect([...new Set(all)].toSorted()).toEqual([...outcomeCodeSchema.options].toSorted());
  });

  it('have each kind of line in known numbers', () => {
    expect(count(dgi, 'INVALID')).toBe(130);
    expect(count(dgi, 'DUPLICATE')).toBe(70);
    expect(count(dgi, 'IDENTITY_MISMATCH')).toBe(30);
    expect(count(barid, 'ALREADY_REGISTERED')).toBe(20 + 100);
  });

  it('name for each duplicate an earlier line with the same CIN', () => {
    const lines = new Map([...dgi.lines()].map((line) => [line.line, line]));
    const duplicates = [...lines.values()].filter(({ expected }) => expected.codes[0] === 'DUPLICATE');
    for (const { line, fields, expected } of duplicates) {
      expect(expected.duplicateOfLine).toBeLessThan(line);
      expect(lines.get(expected.duplicateOfLine ?? 0)?.fields.cin).toBe(fields.cin);
    }
  });

  it('need only records that the registry takes', () => {
    for (const list of [dgi, barid, ramed, rsu])
      for (const record of list.registryBefore())
        expect(registryRecordSchema.safeParse(record).error).toBeUndefined();
  });

  it('are of people whose CINs and mobiles are their own', () => {
    const people = Array.from({ length: 20_000 }, (_, index) =>
      samplePerson({ seed: 1, index, bornFrom: 1960, bornTo: 1998 }),
    );
    expect(new Set(people.map(({ cin }) => cin)).size).toBe(people.length);
    expect(new Set(people.map(({ phone }) => phone)).size).toBe(people.length);
  });

  it('spell a name in ways that are one name', () => {
    for (const family of LISTED_FAMILY_NAMES)
      for (const given of [...LISTED_GIVEN_NAMES.M, ...LISTED_GIVEN_NAMES.F]) {
        const latin = `${family.latin} ${given.latin}`;
        expect(compareNames(latin, `${family.otherLatin} ${given.otherLatin}`)).toBe('same');
        expect(compareNames(latin, `${family.arabic} ${given.arabic}`)).not.toBe('different');
      }
  });
});
