import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkRights,
  type CheckRightsDependencies,
} from '../../../../contexts/rights/use-cases/check-rights.ts';
import type { CheckRights } from '../../../../contexts/rights/records/work-messages.ts';
import type { PersonFile } from '../../../../contexts/registry/domain/person-file.ts';
import { seededRandom } from '../../../../local/samples/random.ts';
import { Killer } from '../../../support/killing.ts';
import { MemoryCampaigns } from '../../../support/memory-campaigns.ts';
import { ScannedRegistry, MemoryRightsStore } from '../../../support/memory-rights.ts';
import { personFile } from '../../../support/person-files.ts';

const NOW = new Date('2026-11-22T02:00:00Z');
const RUN = '2026-11-22-test';

/** One kind of person for each thing the check may find. */
const KINDS = [
  'kept',
  'other-scheme',
  'cnops',
  'employee',
  'dead',
  'dead-with-family',
  'two-rights',
] as const;
type Kind = (typeof KINDS)[number];

function fileOf(kind: Kind, index: number): PersonFile {
  const person = { registrationNumber: String(100_000_000 + index), cin: cinOf(index) };
  switch (kind) {
    case 'kept':
    case 'cnops':
      return personFile({ person });
    case 'other-scheme':
      return personFile({ person, coverages: [{ scheme: 'AMO_TNS' }] });
    case 'employee':
      return personFile({ person, coverages: [{}, { scheme: 'AMO_SALARIE', from: '2026-01-01' }] });
    case 'dead':
      return personFile({ person: { ...person, deceasedOn: '2026-11-01' } });
    case 'dead-with-family':
      return personFile({ person: { ...person, deceasedOn: '2026-11-01' }, dependants: [{}] });
    case 'two-rights':
      return personFile({ person, coverages: [{}, { scheme: 'AMO_ACHAMIL', from: '2025-01-01' }] });
  }
}

const cinOf = (index: number): string => `AB${100_000 + index}`;

function worldOf(kinds: readonly Kind[], pageSize: number) {
  const registry = new ScannedRegistry(kinds.map(fileOf), pageSize);
  for (const [index, kind] of kinds.entries()) {
    if (kind === 'cnops')
      registry.references.set(cinOf(index), { covers: [{ scheme: 'CNOPS', from: '2024-01-01' }] });
  }
  const rights = new MemoryRightsStore();
  const campaigns = new MemoryCampaigns();
  const queue: CheckRights[] = [];
  const reports = new Map<string, unknown>();
  const written = new Map<string, string>();
  return { registry, rights, campaigns, queue, reports, written };
}

type World = ReturnType<typeof worldOf>;

function dependenciesOf(
  { registry, rights, campaigns, queue, reports, written }: World,
  { segmentCount = 3, budgetMilliseconds = 0, mortal = <T extends object>(target: T): T => target } = {},
): CheckRightsDependencies {
  return {
    rights: mortal(rights),
    scan: mortal(registry),
    registry,
    references: registry,
    registration: mortal(registry),
    queue: mortal({
      checkSegment: (runId: string, segment: number) => {
        queue.push({ kind: 'segment', runId, segment });
        return Promise.resolve();
      },
    }),
    reports: mortal({
      write: (runId: string, report: object) => {
        reports.set(runId, report);
        return Promise.resolve(runId);
      },
    }),
    objects: {
      writeStream: async (key: string, chunks: AsyncIterable<Uint8Array>) => {
        const parts: Uint8Array[] = [];
        for await (const chunk of chunks) parts.push(chunk);
        written.set(key, Buffer.concat(parts).toString('utf8'));
        return parts.length;
      },
    },
    campaignObjects: campaigns,
    campaigns,
    persons: campaigns,
    wakeSmsSender: () => Promise.resolve(),
    clock: () => NOW,
    segmentCount,
    budgetMilliseconds,
  };
}

/** Works off the queue until nothing is left; a worker that is ended leaves its message, as SQS does. */
async function drain(world: World, dependencies: CheckRightsDependencies, pick = () => 0): Promise<void> {
  const { queue } = world;
  while (queue.length > 0) {
    const index = pick() % queue.length;
    const [message] = queue.splice(index, 1);
    if (message === undefined) continue;
    try {
      await checkRights(message, dependencies);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'KilledError') throw error;
      queue.push(message);
    }
  }
}

const start: CheckRights = { kind: 'start', requestedBy: 'test', runId: RUN };

const outcomeOf = ({ registry, rights, campaigns, reports }: World) => ({
  coverages: [...registry.files.values()].map(({ coverages }) => coverages),
  counts: rights.runs.get(RUN)?.counts,
  state: rights.runs.get(RUN)?.state,
  messages: [...campaigns.parts],
  report: reports.get(RUN),
});

describe('the check of rights over the registry', () => {
  it('closes what has ended, refers what a person decides, and leaves the rest', async () => {
    const world = worldOf(KINDS, 2);
    world.queue.push(start);
    await drain(world, dependenciesOf(world));
    expect(world.rights.runs.get(RUN)).toMatchObject({
      state: 'DONE',
      counts: {
        people: 7,
        held: 6,
        kept: 1,
        closed: { OTHER_COVER: 2, DECEASED: 1 },
        referred: { DECEASED_WITH_FAMILY: 1, SEVERAL_RIGHTS: 1 },
        changedMeanwhile: 0,
      },
      toldCount: 2,
    });
    const [part] = world.campaigns.parts.values();
    expect(part?.map(({ kind, reason, scheme }) => [kind, reason, scheme])).toEqual([
      ['coverage-closed', 'OTHER_COVER', 'AMO_TADAMON'],
      ['coverage-closed', 'OTHER_COVER', 'AMO_TADAMON'],
    ]);
    expect(world.reports.get(RUN)).toMatchObject({ messages: 2, letters: 0 });
  });

  it('finds nothing more to close when it runs again', async () => {
    const world = worldOf(KINDS, 2);
    world.queue.push(start);
    await drain(world, dependenciesOf(world));
    world.queue.push({ ...start, runId: 'second' });
    await drain(world, dependenciesOf(world));
    expect(world.rights.runs.get('second')?.counts?.closed).toEqual({});
  });

  it('starts no second run while one is under way, and knows the same one', async () => {
    const world = worldOf(KINDS, 2);
    const dependencies = dependenciesOf(world);
    expect(await checkRights(start, dependencies)).toMatchObject({ outcome: 'started' });
    expect(await checkRights({ ...start, runId: 'other' }, dependencies)).toMatchObject({
      outcome: 'another-run',
    });
    expect(await checkRights(start, dependencies)).toMatchObject({ outcome: 'started' });
    expect(world.rights.runs.size).toBe(1);
  });

  it('closes nothing, and tells nobody, of a coverage that was changed otherwise meanwhile', async () => {
    const world = worldOf(['cnops'], 5);
    const dependencies = dependenciesOf(world, { segmentCount: 1 });
    await checkRights(start, {
      ...dependencies,
    });
    const plan = world.rights.planPage.bind(world.rights);
    world.rights.planPage = (page) => {
      const file = world.registry.files.get('100000000');
      if (file !== undefined)
        world.registry.files.set('100000000', {
          ...file,
          coverages: file.coverages.map((coverage) => ({ ...coverage, to: '2026-12-31' })),
        });
      return plan(page);
    };
    await drain(world, dependencies);
    expect(world.rights.runs.get(RUN)?.counts).toMatchObject({ closed: {}, changedMeanwhile: 1 });
    expect([...world.campaigns.parts]).toEqual([]);
  });

  it('gives the same closings, counts and messages however it is cut, ended, shuffled and repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...KINDS), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        async (kinds, pageSize, segmentCount, seed) => {
          const calm = worldOf(kinds, pageSize);
          calm.queue.push(start);
          await drain(calm, dependenciesOf(calm, { segmentCount, budgetMilliseconds: 1000 }));

          const rough = worldOf(kinds, pageSize);
          const random = seededRandom(seed);
          const killer = new Killer(random, 0.15, 60);
          rough.queue.push(start, start, start);
          const pick = (): number => Math.floor(random.next() * 1000);
          await drain(
            rough,
            dependenciesOf(rough, { segmentCount, mortal: (target) => killer.mortal(target) }),
            pick,
          );
          // A message that was delivered long ago comes once more.
          rough.queue.push({ kind: 'segment', runId: RUN, segment: 0 });
          await drain(rough, dependenciesOf(rough, { segmentCount }));

          expect(outcomeOf(rough)).toEqual(outcomeOf(calm));
          expect([...rough.registry.closed.values()].every((times) => times === 1)).toBe(true);
          expect(rough.rights.runs.get(RUN)?.counts?.people).toBe(kinds.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});
