import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { registerUnit } from '../../../../contexts/registration/use-cases/register-unit.ts';
import type { LineOutcome, LinkedLine } from '../../../../contexts/registration/records/list-lines.ts';
import type { List } from '../../../../contexts/registration/domain/lists/list.ts';
import type { RegisterResult } from '../../../../contexts/registration/ports/registration.ts';
import type { Registration } from '../../../../contexts/registration/domain/registration.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { MemoryRegistrationStore } from '../../../support/memory-registration-store.ts';
import { line, linkTo, member, score, worker } from '../domain/registration-builder.ts';

const LIST: List = {
  listId: 'LIST-A',
  source: 'dgi',
  isDryRun: false,
  bucket: 'lists',
  key: 'incoming/dgi/a.csv',
  receivedAt: '2022-01-03T08:00:00.000Z',
  state: 'REGISTERING',
  version: 4,
  asOf: '2021-12-31',
  verifiedRangeCount: 0,
  verifiedLineCount: 0,
  registeredUnitCount: 0,
  registeredLineCount: 0,
  stateSince: '2022-01-03T08:00:00.000Z',
};

/** One list whose units are registered into one registry. */
class World {
  readonly outcomes = new Map<number, readonly LineOutcome[]>();
  readonly counted: (readonly [number, number])[] = [];
  readonly #list: List;
  readonly #units: readonly (readonly LinkedLine[])[];
  readonly store: MemoryRegistrationStore;

  constructor(
    units: readonly (readonly LinkedLine[])[],
    {
      list = {},
      store = new MemoryRegistrationStore(),
    }: { list?: Partial<List>; store?: MemoryRegistrationStore } = {},
  ) {
    this.#list = { ...LIST, ...list };
    this.#units = units;
    this.store = store;
  }

  register(unit: number, store: MemoryRegistrationStore = this.store) {
    return registerUnit(
      { listId: 'LIST-A', unit },
      {
        lists: {
          find: () => Promise.resolve(this.#list),
          countRegisteredUnit: (list, number, lineCount) => {
            this.counted.push([number, lineCount]);
            return Promise.resolve(list);
          },
        },
        objects: {
          readUnit: (_, number) => Promise.resolve(this.#units[number - 1] ?? []),
          writeOutcomes: (_, number, outcomes) => {
            this.outcomes.set(number, outcomes);
            return Promise.resolve();
          },
        },
        registrations: store,
        rules: currentRuleBook(),
      },
    );
  }

  /** All outcomes in the order of the lines. */
  answer(): readonly LineOutcome[] {
    return [...this.outcomes.values()].flat().toSorted((a, b) => a.line - b.line);
  }
}

const cinOf = (index: number): string => `AB${(100_000 + index).toString()}`;
const workers = (count: number): readonly LinkedLine[] =>
  Array.from({ length: count }, (_, index) => line(index + 2, worker({ cin: cinOf(index) })));
const household = (firstLine: number, number: string): readonly LinkedLine[] => [
  line(firstLine, member('head', { household: number, cin: `BE${number}` })),
  line(firstLine + 1, member('spouse', { household: number, cin: `BK${number}` })),
  line(firstLine + 2, member('child', { household: number })),
];

describe('a unit of a list', () => {
  it('is registered, answered line by line and counted', async () => {
    const world = new World([[...workers(2), line(9, worker({ cin: cinOf(0) }), linkTo('duplicate', 2))]]);
    const result = await world.register(1);
    expect(result).toEqual({
      outcome: 'registered',
      lineCount: 3,
      counts: { REGISTERED: 2, DUPLICATE: 1 },
    });
    expect(world.counted).toEqual([[1, 3]]);
    const numbers = world.answer().map(({ registrationNumber }) => registrationNumber);
    expect(new Set(numbers.slice(0, 2)).size).toBe(2);
    expect(numbers[2]).toBeNull();
    expect(world.store.events().map(({ type }) => type)).toEqual([
      'person.registered.v1',
      'person.registered.v1',
    ]);
  });

  it('gives the members of a new household the number of their head', async () => {
    const world = new World([household(2, '100001')], { list: { source: 'ramed', asOf: '2022-11-30' } });
    await world.register(1);
    const numbers = world.answer().map(({ registrationNumber }) => registrationNumber);
    expect(new Set(numbers).size).toBe(1);
    expect(numbers[0]).toMatch(/^\d{9}$/);
  });

  it('that comes again changes nothing and is answered the same', async () => {
    const world = new World([[...workers(4)]]);
    await world.register(1);
    const [answer, registry] = [world.answer(), world.store.snapshot()];
    await world.register(1);
    expect(world.answer()).toEqual(answer);
    expect(world.store.snapshot()).toEqual(registry);
  });

  it('of a dry run writes nobody, and finds the same', async () => {
    const units = [[...workers(3)], household(20, '100001')];
    const dry = new World(units, { list: { isDryRun: true, source: 'ramed', asOf: '2022-11-30' } });
    const real = new World(units, { list: { source: 'ramed', asOf: '2022-11-30' } });
    for (const unit of [1, 2]) await dry.register(unit);
    for (const unit of [1, 2]) await real.register(unit);
    expect(dry.store.records()).toEqual([]);
    expect(dry.answer().map(({ registrationNumber }) => registrationNumber)).toEqual(
      dry.answer().map(() => null),
    );
    expect(dry.answer().map(({ code }) => code)).toEqual(real.answer().map(({ code }) => code));
  });

  it.each(['CLOSING', 'CLOSED', 'REFUSED'] as const)(
    'of a list that is %s changes nothing',
    async (state) => {
      const world = new World([workers(1)], { list: { state } });
      expect((await world.register(1)).outcome).toBe('past');
      expect(world.store.records()).toEqual([]);
      expect(world.counted).toEqual([]);
    },
  );

  it('that comes before its list is registering comes again later', async () => {
    await expect(new World([workers(1)], { list: { state: 'LINKING' } }).register(1)).rejects.toThrow(
      'not registering yet',
    );
  });
});

describe('a line that cannot be written', () => {
  /** Refuses one person until it is repaired. */
  class FaultyStore extends MemoryRegistrationStore {
    isRepaired = false;

    override register(registration: Registration): Promise<RegisterResult> {
      if (!this.isRepaired && registration.person.cin === cinOf(1))
        return Promise.reject(new Error('too large an item'));
      return super.register(registration);
    }
  }

  it('does not hold the others: they are written, the message fails and names the line, and later all is the same', async () => {
    const store = new FaultyStore();
    const world = new World([workers(30)], { store });
    await expect(world.register(1)).rejects.toThrow('1 lines could not be written: 3');
    expect(store.events()).toHaveLength(29);
    expect(world.counted).toEqual([]);
    store.isRepaired = true;
    await world.register(1);
    const untroubled = new World([workers(30)]);
    await untroubled.register(1);
    expect(world.answer()).toEqual(untroubled.answer());
    expect(store.snapshot()).toEqual(untroubled.store.snapshot());
  });
});

describe('a person whom another list takes between the look and the write', () => {
  it('is looked at again, and is registered already', async () => {
    let isTaken = false;
    const store = new MemoryRegistrationStore({
      onWrite: (moment) => {
        if (moment === 'after' || isTaken) return;
        isTaken = true;
        const { cin, name, birthDate } = worker({ cin: cinOf(0) });
        const registrationNumber = '555555555';
        void store.put({
          ...{ type: 'person', registrationNumber, cin, name, birthDate, language: 'ar', smsOptOut: false },
          registeredFrom: { listId: 'LIST-B', line: 40 },
        });
        void store.put({ type: 'coverage', registrationNumber, scheme: 'AMO_TNS', from: '2021-12-01' });
      },
    });
    const world = new World([workers(1)], { store });
    await world.register(1);
    expect(world.answer()).toMatchObject([{ code: 'ALREADY_REGISTERED', registrationNumber: '555555555' }]);
  });
});

describe('any list', () => {
  const lines: readonly LinkedLine[] = [
    ...workers(6),
    line(20, worker({ cin: cinOf(0) }), linkTo('duplicate', 2)),
    line(21, worker({ cin: 'KK111111', deceasedOn: '2020-01-01' })),
    line(22, worker({ cin: 'KK222222' })),
    line(23, score('12', { cin: 'KK333333', wantsAchamil: true })),
    line(24, score('12', { cin: 'KK444444' })),
  ];
  const groups: readonly (readonly LinkedLine[])[] = [
    ...lines.map((one) => [one]),
    household(30, '100001'),
    household(40, '100002'),
  ];

  async function registryBefore(options: ConstructorParameters<typeof MemoryRegistrationStore>[0] = {}) {
    const store = new MemoryRegistrationStore(options);
    const { name, birthDate } = worker();
    for (const [index, cin] of ['KK222222', 'KK333333', 'KK444444'].entries()) {
      const registrationNumber = `90000000${index}`;
      await store.put({
        ...{ type: 'person', registrationNumber, cin, name, birthDate, language: 'ar', smsOptOut: false },
      });
      await store.put({ type: 'coverage', registrationNumber, scheme: 'AMO_TADAMON', from: '2022-12-01' });
    }
    return store;
  }

  const list = { asOf: '2024-05-31' } as const;

  /** Where the groups are cut into units. */
  const cuts = fc.array(fc.integer({ min: 1, max: groups.length - 1 }), { maxLength: 6 });

  function unitsOf(order: readonly (readonly LinkedLine[])[], at: readonly number[]): LinkedLine[][] {
    const bounds = [0, ...new Set(at.toSorted((a, b) => a - b)), order.length];
    return bounds.slice(1).map((end, index) => order.slice(bounds[index], end).flat());
  }

  it('cut anyhow, in any order, repeated, side by side and crashing gives one registry and one answer', async () => {
    const calm = new World([groups.flat()], { list, store: await registryBefore() });
    await calm.register(1);
    const [answer, registry] = [calm.answer(), calm.store.snapshot()];
    expect(new Set(answer.map(({ code }) => code))).toEqual(
      new Set([
        'REGISTERED',
        'DEPENDANT_REGISTERED',
        'DUPLICATE',
        'DECEASED',
        'COVERAGE_CHANGED',
        'COVERAGE_CLOSED',
      ]),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...groups], { minLength: groups.length }),
        cuts,
        fc.infiniteStream(fc.integer({ min: 0, max: 9 })),
        async (order, at, dice) => {
          const units = unitsOf(order, at);
          let isStormy = true;
          const store = await registryBefore({
            onWrite: () => {
              if (isStormy && dice.next().value === 0) throw new Error('killed');
            },
          });
          const world = new World(units, { list, store });
          const numbers = units.flatMap((_, index) => [index + 1, index + 1, index + 1]);
          const messages = numbers.toSorted(() => dice.next().value - 5);
          await Promise.allSettled(messages.map((unit) => world.register(unit)));
          isStormy = false;
          for (const unit of messages) await world.register(unit);
          expect(world.answer()).toEqual(answer);
          expect(world.store.snapshot()).toEqual(registry);
          const people = world.store.records().filter((record) => record.type === 'person');
          expect(new Set(people.map(({ cin }) => cin)).size).toBe(people.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});
