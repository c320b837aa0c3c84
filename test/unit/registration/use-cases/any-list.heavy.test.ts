import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineOutcome } from '../../../../contexts/registration/records/list-lines.ts';
import { listManifestSchema } from '../../../../contexts/registration/records/list-manifest.ts';
import { listReportSchema, type ListReport } from '../../../../contexts/registration/records/list-report.ts';
import { listObjects } from '../../../../contexts/registration/domain/lists/list.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { ramedList } from '../../../../local/samples/lists/ramed-list.ts';
import { rsuList } from '../../../../local/samples/lists/rsu-list.ts';
import type { SampleList } from '../../../../local/samples/lists/sample-list.ts';
import { baridList, dgiList } from '../../../../local/samples/lists/worker-list.ts';
import {
  sampleFileName,
  sampleListBytes,
  sampleManifest,
  type WrittenAs,
} from '../../../../local/samples/lists/write-list.ts';
import { MemoryRegistrationStore } from '../../../support/memory-registration-store.ts';
import { ListWorld, type Disorder } from '../../../support/run-list-in-memory.ts';

const JSON_LINES = { format: 'jsonl', counts: 'header' } as const;
const HEADED_CSV = { format: 'csv', counts: 'header' } as const;

/** Lists of every sender in which everything is the matter that can be. */
const LISTS: Readonly<Record<string, (seed: number) => readonly [SampleList, WrittenAs]>> = {
  'workers in CSV': (seed) => [
    dgiList({ seed, lines: 130, shape: HEADED_CSV }),
    { encoding: 'windows-1256', lineEnd: '\r\n' },
  ],
  'workers in packed JSON Lines': (seed) => [
    baridList({ seed, lines: 100, shape: JSON_LINES }),
    { isPacked: true },
  ],
  households: (seed) => [ramedList({ seed, households: 43 }), { delimiter: '\t' }],
  scores: (seed) => [rsuList({ seed, lines: 25 }), { hasBom: true }],
};

/** How a list is cut: ranges by lines and by bytes, units by lines. */
interface Cut {
  readonly maxRangeLines: number;
  readonly maxRangeBytes: number;
  readonly linesPerUnit: number;
}
const WHOLE: Cut = { maxRangeLines: 1_000_000, maxRangeBytes: 100_000_000, linesPerUnit: 1_000 };
const anyCut: fc.Arbitrary<Cut> = fc.record({
  maxRangeLines: fc.integer({ min: 1, max: 60 }),
  maxRangeBytes: fc.integer({ min: 300, max: 8_000 }),
  linesPerUnit: fc.integer({ min: 1, max: 70 }),
});
const IN_ORDER: Disorder = { seed: 1 };
const anyDisorder: fc.Arbitrary<Disorder> = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  copies: fc.integer({ min: 1, max: 3 }),
  workers: fc.integer({ min: 1, max: 6 }),
  killChance: fc.double({ min: 0, max: 0.05, noNaN: true }),
});

describe.each(Object.entries(LISTS))('any list of %s', (_name, create) => {
  it('comes to the same registry and the same answer, however it is cut and its messages are treated', async () => {
    const [list, as] = create(1);
    const expected = await run(list, as, WHOLE, IN_ORDER);
    await fc.assert(
      fc.asyncProperty(anyCut, anyDisorder, async (cut, disorder) => {
        const found = await run(list, as, cut, disorder);
        expect(found.answer.equals(expected.answer)).toBe(true);
        expect(found.registry).toEqual(expected.registry);
        expect(found.report).toEqual(expected.report);
      }),
      { numRuns: 5 },
    );
  });

  it('comes to what is known to be true of each line', async () => {
    for (const seed of [1, 2]) {
      const [list, as] = create(seed);
      const { outcomes } = await run(list, as, { ...WHOLE, maxRangeLines: 17, linesPerUnit: 11 }, IN_ORDER);
      expect(differences(list, outcomes)).toEqual([]);
    }
  });

  it('counts in a dry run what a real run counts, and changes nothing', async () => {
    const [list, as] = create(3);
    const world = await worldOf(list, WHOLE);
    const before = world.registrations.snapshot();
    const dryRun = await submitAndRun(world, list, as, IN_ORDER, true);
    expect(world.registrations.snapshot()).toEqual(before);
    expect(world.world.objects.keys('answers/')).toEqual([]);

    const real = await submitAndRun(world, list, as, IN_ORDER, false);
    expect(countsOf(reportOf(world, dryRun))).toEqual(countsOf(reportOf(world, real)));
  });

  it('is refused when it comes a second time, and changes nothing then', async () => {
    const [list, as] = create(4);
    const world = await worldOf(list, WHOLE);
    await submitAndRun(world, list, as, IN_ORDER, false);
    const before = world.registrations.snapshot();
    const again = await submitAndRun(world, list, as, IN_ORDER, false);
    expect(await world.world.lists.find(again)).toMatchObject({ state: 'REFUSED', refusal: 'KNOWN_LIST' });
    expect(world.registrations.snapshot()).toEqual(before);
  });
});

interface World {
  readonly world: ListWorld;
  readonly registrations: MemoryRegistrationStore;
}

/** A world that knows what is to be known before the list comes. */
async function worldOf(list: SampleList, cut: Cut): Promise<World> {
  const registrations = new MemoryRegistrationStore();
  for (const record of list.registryBefore()) await registrations.put(record);
  for (const { source, record } of list.referencesBefore()) await registrations.putReference(source, record);
  const { linesPerUnit, ...planning } = cut;
  const world = new ListWorld({ registrations, rules: currentRuleBook(), planning, linesPerUnit });
  return { world, registrations };
}

async function submitAndRun(
  { world }: World,
  list: SampleList,
  as: WrittenAs,
  disorder: Disorder,
  isDryRun: boolean,
): Promise<string> {
  const content = await sampleListBytes(list, as);
  const listId = world.submit({
    source: list.source,
    fileName: sampleFileName('sample', list, as),
    content,
    isDryRun,
    ...(list.shape.counts === 'manifest' ? { manifest: manifestOf(list, content) } : {}),
  });
  await world.run(disorder);
  return listId;
}

const manifestOf = (list: SampleList, content: Uint8Array): object =>
  listManifestSchema.parse(JSON.parse(sampleManifest(list, content)));

async function run(list: SampleList, as: WrittenAs, cut: Cut, disorder: Disorder) {
  const world = await worldOf(list, cut);
  const listId = await submitAndRun(world, list, as, disorder, false);
  const { objects, lists } = world.world;
  const { unitCount = 0 } = (await lists.find(listId)) ?? {};
  const outcomes = Array.from({ length: unitCount }, (_, index) => objects.readOutcomes(listId, index + 1));
  return {
    answer: Buffer.from(objects.get(listObjects.answer(list.source, listId)) ?? []),
    registry: world.registrations.snapshot(),
    report: reportOf(world, listId),
    outcomes: outcomes.flat().toSorted((one, other) => one.line - other.line),
  };
}

function reportOf({ world }: World, listId: string): ListReport {
  const bytes = world.objects.get(listObjects.report(listId));
  return listReportSchema.parse(JSON.parse(Buffer.from(bytes ?? []).toString('utf8')));
}

const countsOf = (report: ListReport): ListReport => ({ ...report, listId: '', isDryRun: false });

/** Lines that came to something else than the truth. */
function differences(list: SampleList, outcomes: readonly LineOutcome[]): readonly object[] {
  return [...list.lines()].flatMap(({ line, expected: truth }, index) => {
    const outcome = outcomes[index];
    const tell = outcome?.tell;
    const isRight =
      outcome?.line === line &&
      truth.codes.includes(outcome.code) &&
      outcome.reasons.join() === [...truth.reasons, ...(truth.lacks ?? [])].join() &&
      outcome.warnings.join() === truth.warnings.join() &&
      (outcome.otherCover ?? undefined) === truth.otherCover &&
      (truth.registrationNumber ?? outcome.registrationNumber) === outcome.registrationNumber &&
      (outcome.code !== 'DUPLICATE' || outcome.duplicateOfLine === truth.duplicateOfLine) &&
      (tell ? (tell.phone ?? 'letter') : undefined) === truth.tellBy;
    return isRight ? [] : [{ line, truth, outcome }];
  });
}
