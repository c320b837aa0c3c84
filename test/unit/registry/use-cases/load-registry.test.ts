import { describe, expect, it } from 'vitest';
import { loadRegistry } from '../../../../contexts/registry/use-cases/load-registry.ts';
import type { RegistryRecord } from '../../../../contexts/registry/records/registry-records.ts';
import { AccountConfirmedError } from '../../../../contexts/registry/ports.ts';
import { recordKey } from '../../../../contexts/registry/aws/registry-items.ts';

const NUMBER = '104725831';
const OLD = '011519000001205000534921';
const NEW = '007108000779200030312071';
const clock = () => new Date('2026-11-29T12:00:00Z');
const account = (rib: string, from = '2026-01-01') =>
  JSON.stringify({ type: 'account', registrationNumber: NUMBER, rib, from });
const person = {
  type: 'person',
  registrationNumber: NUMBER,
  name: { family: 'ALAOUI', given: 'Samira' },
  birthDate: '1984-02-29',
};

/** A table in which the first write takes longest, as it may in any. */
async function load(lines: readonly string[]) {
  const records = new Map<string, RegistryRecord>();
  let writes = 0;
  const loaded = await loadRegistry(
    lines,
    {
      put: async (record) => {
        writes += 1;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, 20 - 5 * writes)));
        records.set(JSON.stringify(recordKey(record)), record);
      },
    },
    clock,
  );
  return { ...loaded, records: [...records.values()] };
}

describe('two accounts of one person from the same day', () => {
  it('are one, which is the later line’s, however long each takes to be written', async () => {
    const { records, loadedCount } = await load([account(OLD), account(NEW)]);
    expect(loadedCount).toBe(2);
    expect(records).toMatchObject([{ rib: NEW }]);
  });

  it('are refused where one line names both', async () => {
    const both = account(OLD).replace('"rib"', `"rib":"${NEW}","rib"`);
    const { refused, records } = await load([both, account(OLD, '2026-02-01')]);
    expect(refused.map(({ line }) => line)).toEqual([1]);
    expect(refused[0]?.reason).toContain('a field twice');
    expect(records).toHaveLength(1);
  });
});

describe('a line that says what cannot be', () => {
  it.each([
    ['deceasedOn: it is before birthDate', { ...person, deceasedOn: '1984-02-28' }],
    ['deceasedOn: it is later than today', { ...person, deceasedOn: '2026-11-30' }],
    ['birthDate: it is later than today', { ...person, birthDate: '2026-11-30' }],
    [
      'to: it is before from',
      { type: 'account', registrationNumber: NUMBER, rib: OLD, from: '2026-02-01', to: '2026-01-31' },
    ],
    ['the line is longer than any record can be', { ...person, address: 'x'.repeat(500_000) }],
  ])('is refused, and the others are taken: %s', async (reason, record) => {
    const { refused, loadedCount } = await load([
      JSON.stringify(person),
      '',
      JSON.stringify(record),
      account(NEW),
    ]);
    expect(refused).toEqual([{ line: 3, reason }]);
    expect(loadedCount).toBe(2);
  });

  it('is another one than a death today, or a right of one day', async () => {
    const { refused } = await load([
      JSON.stringify({ ...person, deceasedOn: '2026-11-29' }),
      JSON.stringify({
        type: 'account',
        registrationNumber: NUMBER,
        rib: OLD,
        from: '2026-01-01',
        to: '2026-01-01',
      }),
    ]);
    expect(refused).toEqual([]);
  });
});

describe('an account of an establishment', () => {
  const line = (changes: object = {}) =>
    JSON.stringify({
      type: 'provider-account',
      inpe: '091024578',
      rib: OLD,
      from: '2026-01-01',
      confirmed: { on: '2026-01-03', reference: 'letter 12' },
      ...changes,
    });

  it('is kept apart from the establishment and from the account of another day', async () => {
    const provider = {
      ...{ type: 'provider', inpe: '091024578', name: 'CLINIQUE', specialty: 'Clinique' },
      ...{ sector: 'PRIVATE', place: 'Rabat', from: '2020-01-01' },
    };
    const { refused, records } = await load([
      JSON.stringify(provider),
      line(),
      line({ from: '2026-12-01', rib: NEW, confirmed: undefined }),
    ]);
    expect(refused).toEqual([]);
    expect(records).toHaveLength(3);
  });

  it.each([
    ['rib: the key (last two digits) is wrong', { rib: OLD.replace(/.$/, '9') }],
    ['confirmed.on: it is later than today', { confirmed: { on: '2026-11-30', reference: 'x' } }],
    ['to: it is before from', { to: '2025-12-31' }],
  ])('is refused: %s', async (reason, changes) => {
    expect((await load([line(changes)])).refused).toEqual([{ line: 1, reason }]);
  });

  it('that was confirmed with another RIB is refused by its line', async () => {
    const put = () => Promise.reject(new AccountConfirmedError('confirmed'));
    const { refused } = await loadRegistry([line({ rib: NEW })], { put }, clock);
    expect(refused).toEqual([
      {
        line: 1,
        reason:
          'rib: the account from that day was confirmed with another one: give the new account a later day',
      },
    ]);
  });
});

it('keeps the numbers of its lines however its batches are cut', async () => {
  const lines = Array.from({ length: 120 }, (_, index) =>
    index % 7 === 3 ? 'x' : account(index % 2 === 0 ? OLD : NEW),
  );
  const { refused, loadedCount, records } = await load(lines);
  expect(refused.map(({ line }) => line)).toEqual(
    lines.flatMap((line, index) => (line === 'x' ? [index + 1] : [])),
  );
  expect(loadedCount + refused.length).toBe(lines.length);
  expect(records).toMatchObject([{ rib: NEW }]);
});

describe('a file of a long-term disease', () => {
  const approval = {
    ...{ type: 'prior-approval', registrationNumber: NUMBER, approvalId: 'A1', rateBasisPoints: 9500 },
    ...{ from: '2026-01-01', to: '2026-12-31' },
  };
  const CODE = '6118000010050';

  it.each([
    ['a key letter, as before', { keyLetter: 'CS', diseases: ['E11'] }],
    ['medicines alone', { medicines: [CODE] }],
    ['substances alone', { substances: ['METFORMINE'] }],
    ['acts and medicines', { keyLetter: 'CS', medicines: [CODE], substances: ['METFORMINE'] }],
  ])('is taken with %s', async (_, more) => {
    const { records } = await load([JSON.stringify({ ...approval, ...more })]);
    expect(records).toMatchObject([more]);
  });

  it.each([
    ['nothing that is approved', {}, 'a key letter, medicines or substances'],
    ['a code whose check digit is wrong', { medicines: ['6118000010051'] }, 'the check digit'],
    ['a code that a spreadsheet made a number', { medicines: ['6.118E12'] }, '13 digits'],
    ['an empty list of medicines', { medicines: [] }, 'medicines'],
  ])('is refused with %s', async (_, more, reason) => {
    const { refused, records } = await load([JSON.stringify({ ...approval, ...more })]);
    expect(records).toEqual([]);
    expect(refused[0]?.reason).toContain(reason);
  });
});
