import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { prepareMessages } from '../../../../contexts/messaging/use-cases/prepare-messages.ts';
import type { ListClosed } from '../../../../contexts/events/events.ts';
import type { LineOutcome } from '../../../../contexts/registration/records/list-lines.ts';
import type { List } from '../../../../contexts/registration/domain/lists/list.ts';
import { numberOf, outcomeOf, personOf, phoneOf } from '../../../support/campaign-samples.ts';
import { MemoryCampaigns } from '../../../support/memory-campaigns.ts';

const closed: ListClosed = {
  type: 'list.closed.v1',
  eventId: 'L#9',
  occurredAt: '2026-06-01T06:00:00.000Z',
  listId: 'L',
  source: 'dgi',
  isDryRun: false,
  lineCount: 0,
};

/** A closed list of these units, and what preparing it does. */
function closedList(units: readonly (readonly LineOutcome[])[]) {
  const store = new MemoryCampaigns();
  for (const [index, outcomes] of units.entries()) store.outcomes.set(`L/${index + 1}`, outcomes);
  const letters = new Map<string, string>();
  let wakes = 0;
  let unitsHeld = 0;
  let mostUnitsHeld = 0;
  const dependencies = {
    lists: {
      find: () => Promise.resolve({ listId: 'L', source: 'dgi', unitCount: units.length } as List),
    },
    objects: {
      writeStream: async (key: string, chunks: AsyncIterable<Uint8Array>) => {
        const parts: Uint8Array[] = [];
        for await (const chunk of chunks) {
          parts.push(chunk);
          unitsHeld = 0;
        }
        letters.set(key, Buffer.concat(parts).toString('utf8'));
        return Buffer.concat(parts).length;
      },
    },
    campaignObjects: {
      readOutcomes: (listId: string, unit: number) => {
        mostUnitsHeld = Math.max(mostUnitsHeld, ++unitsHeld);
        return store.readOutcomes(listId, unit);
      },
      writeMessages: store.writeMessages.bind(store),
    },
    campaigns: store,
    persons: store,
    wakeSmsSender: () => {
      wakes += 1;
      return Promise.resolve();
    },
  };
  return {
    store,
    prepare: (event: Partial<ListClosed> = {}) => prepareMessages({ ...closed, ...event }, dependencies),
    letters: () => letters.get('letters/dgi/L.csv') ?? '',
    rows: () =>
      Papa.parse<Record<string, string>>(letters.get('letters/dgi/L.csv') ?? '', {
        header: true,
        skipEmptyLines: true,
      }).data,
    wakes: () => wakes,
    mostUnitsHeld: () => mostUnitsHeld,
  };
}

const untold: Partial<LineOutcome> = { code: 'DUPLICATE', registrationNumber: null, tell: null };
const byLetter: LineOutcome['tell'] = { kind: 'registered', phone: null, language: 'fr' };

describe('the messages of a closed list', () => {
  it('are those who are to be notified, at the phone of the list, in the order of the list', async () => {
    const { store, prepare, wakes } = closedList([
      [outcomeOf(2), outcomeOf(3, untold)],
      [outcomeOf(4), outcomeOf(5, { tell: byLetter })],
    ]);
    store.persons.set(numberOf(5), personOf(5));
    expect(await prepare()).toEqual({ outcome: 'prepared', messages: 2, letters: 1 });
    expect(store.parts.get('L/1')?.map(({ line, phone }) => [line, phone])).toEqual([
      [2, phoneOf(2)],
      [4, phoneOf(4)],
    ]);
    expect(store.campaigns.get('L')).toMatchObject({ state: 'OPEN', total: 2, letters: 1, cursor: 0 });
    expect(wakes()).toBe(1);
  });

  it('are cut into parts of 500, and the campaign counts them all', async () => {
    const units = Array.from({ length: 7 }, (_, unit) =>
      Array.from({ length: 200 }, (__, index) => outcomeOf(unit * 200 + index + 1)),
    );
    const { store, prepare } = closedList(units);
    await prepare();
    expect([...store.parts.values()].map((part) => part.length)).toEqual([500, 500, 400]);
    expect([...store.parts.keys()]).toEqual(['L/1', 'L/2', 'L/3']);
    expect([...store.parts.values()].flat().map(({ line }) => line)).toEqual(
      Array.from({ length: 1400 }, (_, index) => index + 1),
    );
    expect(store.campaigns.get('L')).toMatchObject({ total: 1400, partSize: 500 });
  });

  it('hold a few units in memory, however long the list', async () => {
    const units = Array.from({ length: 300 }, (_, unit) => [outcomeOf(unit + 1, { tell: byLetter })]);
    const { prepare, mostUnitsHeld } = closedList(units);
    await prepare();
    expect(mostUnitsHeld()).toBeLessThanOrEqual(10);
  });

  it('are not made by a dry run', async () => {
    const { store, prepare, letters, wakes } = closedList([[outcomeOf(2)]]);
    expect((await prepare({ isDryRun: true })).outcome).toBe('dry-run');
    expect([store.campaigns.size, store.parts.size, letters(), wakes()]).toEqual([0, 0, '', 0]);
  });

  it('are the same bytes when the event is delivered again before there is a campaign', async () => {
    const { store, prepare, letters } = closedList([[outcomeOf(2), outcomeOf(3, { tell: byLetter })]]);
    await prepare();
    const first = JSON.stringify([[...store.parts], letters()]);
    store.campaigns.clear();
    await prepare();
    expect(JSON.stringify([[...store.parts], letters()])).toBe(first);
  });

  it('are left alone once there is a campaign, which is only woken again', async () => {
    const { store, prepare, wakes } = closedList([[outcomeOf(2)]]);
    await prepare();
    store.campaigns.set('L', { ...store.campaigns.get('L')!, cursor: 1, sent: 1, state: 'DONE' });
    store.parts.clear();
    expect((await prepare()).outcome).toBe('already-prepared');
    expect(store.parts.size).toBe(0);
    expect(store.campaigns.get('L')).toMatchObject({ state: 'DONE', sent: 1 });
    expect(wakes()).toBe(2);
  });

  it('say of a changed coverage which scheme and why', async () => {
    const { store, prepare } = closedList([
      [
        outcomeOf(2, {
          code: 'COVERAGE_CHANGED',
          scheme: 'AMO_ACHAMIL',
          tell: {
            kind: 'coverage-changed',
            phone: phoneOf(2),
            language: 'fr',
            reason: 'SCORE_ABOVE_THRESHOLD',
          },
        }),
      ],
    ]);
    await prepare();
    expect(store.parts.get('L/1')).toEqual([
      {
        line: 2,
        registrationNumber: numberOf(2),
        kind: 'coverage-changed',
        phone: phoneOf(2),
        language: 'fr',
        scheme: 'AMO_ACHAMIL',
        reason: 'SCORE_ABOVE_THRESHOLD',
      },
    ]);
  });

  it('of a list that tells nobody are a campaign that is done', async () => {
    const { store, prepare } = closedList([[outcomeOf(2, untold)]]);
    await prepare();
    expect(store.campaigns.get('L')).toMatchObject({ state: 'DONE', total: 0 });
  });
});

describe('the letters of a closed list', () => {
  it('are for those without a mobile, with the name and address of the registry', async () => {
    const { store, prepare, rows } = closedList([
      [outcomeOf(2, { tell: byLetter }), outcomeOf(3)],
      // A fixed line, as an older version of a format may have let it through.
      [outcomeOf(4, { tell: { kind: 'registered', phone: '+212522000000', language: 'ar' } })],
    ]);
    store.persons.set(
      numberOf(2),
      personOf(2, {
        name: { family: 'BENANI', given: 'Fatima', familyArabic: 'بناني', givenArabic: 'فاطمة' },
        address: '12, rue "Atlas"; Fès',
      }),
    );
    store.persons.set(numberOf(4), personOf(4));
    await prepare();
    expect(rows().map((row) => [row['line'], row['registration_number'], row['language']])).toEqual([
      ['2', numberOf(2), 'fr'],
      ['4', numberOf(4), 'ar'],
    ]);
    expect(rows()[0]).toMatchObject({
      reference: 'REF-2',
      family_name: 'BENANI',
      family_name_ar: 'بناني',
      given_name_ar: 'فاطمة',
      address: '12, rue "Atlas"; Fès',
    });
  });

  it('begin with a mark of UTF-8, so that a spreadsheet shows Arabic', async () => {
    const { prepare, letters } = closedList([[outcomeOf(2)]]);
    await prepare();
    expect(letters().startsWith('\uFEFFline,reference,registration_number')).toBe(true);
    expect(letters().lastIndexOf('\uFEFF')).toBe(0);
  });

  it('run nothing in a spreadsheet, whatever a sender wrote', async () => {
    const { store, prepare, rows } = closedList([
      [outcomeOf(2, { reference: '=HYPERLINK("http://x")', tell: byLetter })],
    ]);
    store.persons.set(
      numberOf(2),
      personOf(2, { name: { family: '@SUM(A1)', given: '-1+1' }, address: '+cmd|calc' }),
    );
    await prepare();
    const cells = Object.values(rows()[0] ?? {});
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(cells).toContain("'@SUM(A1)");
  });

  it('are counted in the campaign, one for each who is to be notified and has no mobile', async () => {
    const outcomes = Array.from({ length: 50 }, (_, index) =>
      outcomeOf(index + 1, index % 2 ? { tell: byLetter } : {}),
    );
    const { store, prepare, rows } = closedList([outcomes]);
    expect(await prepare()).toMatchObject({ messages: 25, letters: 25 });
    expect(rows()).toHaveLength(25);
    expect(store.campaigns.get('L')).toMatchObject({ total: 25, letters: 25 });
  });
});
