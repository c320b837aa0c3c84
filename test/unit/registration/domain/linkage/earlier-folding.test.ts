import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LinkageKeys } from '../../../../../contexts/registration/records/list-lines.ts';
import {
  CROWD_LINES,
  crowd,
  memberLine,
  type MemberFacts,
} from '../../../../support/linkage/listed-people.ts';
import { linkLines, type Linked } from '../../../../support/linkage/link-lines.ts';
import {
  wordsAsBefore,
  nameWords,
} from '../../../../../contexts/registration/domain/lists/verify/name-words.ts';

/** What identities of lists held before Persian letters were folded: written down then, letters that were not known left out. */
const KEPT: Readonly<
  Record<
    string,
    { readonly family: string; readonly given: string; readonly skeletons: readonly [string, string] }
  >
> = {
  'کریم علوی': { family: 'alu', given: 'rm', skeletons: ['l', 'rm'] },
  'پروین کاظمی': { family: 'adm', given: 'run', skeletons: ['dm', 'rn'] },
  'فاطمہ بنکیران': { family: 'bnran', given: 'fatm', skeletons: ['bnrn', 'ftm'] },
  'کریم بناني': { family: 'bnani', given: 'rm', skeletons: ['bn', 'rm'] },
  'Łukasz Đorđević': { family: 'evik or', given: 'ukasz', skeletons: ['k r', 'ksz'] },
};

const facts = { birthDate: '1983-07-19', sex: 'M', commune: 'Nador' } as const;
const namesOf = (name: string): Pick<MemberFacts, 'family' | 'given'> => {
  const [given = '', family = ''] = name.split(' ');
  return { given, family };
};

/** The record of an earlier list, as it lies there: without a mark of how it was folded. */
function keptAs(registrationNumber: string, name: string, more: Partial<MemberFacts> = {}) {
  const { keys } = memberLine(1, {
    ...facts,
    ...namesOf(name),
    household: `88${registrationNumber.slice(2)}`,
    ...more,
  });
  const before = KEPT[name];
  if (keys === null || before === undefined) throw new Error('There is no such record');
  const { family, given, skeletons } = before;
  const kept: LinkageKeys = {
    ...keys,
    familyAsBefore: undefined,
    givenAsBefore: undefined,
    family,
    given,
    familySkeleton: skeletons[0],
    givenSkeleton: skeletons[1],
  };
  return { registrationNumber, keys: kept };
}

describe('someone whom a list registered under an earlier folding of names', () => {
  const names = Object.keys(KEPT);
  const phoneOf = (index: number) => `+21266100010${index}`;
  const first = CROWD_LINES + 1;
  let linked: Linked;

  beforeAll(async () => {
    const again = names.flatMap((name, index) => [
      memberLine(first + index, { ...facts, ...namesOf(name) }),
      memberLine(first + 10 + index, {
        ...facts,
        ...namesOf(name),
        birthDate: '1990-01-01',
        phone: phoneOf(index),
      }),
      memberLine(first + 20 + index, {
        ...facts,
        ...namesOf(name),
        birthDate: `196${index}-11-30`,
        commune: 'Safi',
      }),
    ]);
    const identities = names.flatMap((name, index) => [
      keptAs(`10000000${index}`, name),
      keptAs(`20000000${index}`, name, { birthDate: '1990-01-01', phone: phoneOf(index) }),
    ]);
    linked = await linkLines([...crowd(), ...again], { identities });
  });

  it('is found again by a later list: a person decides', () => {
    for (const [index] of names.entries())
      expect(linked.linkOf(first + index)).toMatchObject({
        kind: 'possible',
        line: null,
        registrationNumber: `10000000${index}`,
      });
  });

  it('is the same person where a phone bears it out', () => {
    for (const [index] of names.entries())
      expect(linked.linkOf(first + 10 + index)).toMatchObject({
        kind: 'duplicate',
        line: null,
        registrationNumber: `20000000${index}`,
      });
  });

  it('is nobody else of that name, with another birth date', () => {
    for (const [index] of names.entries()) expect(linked.linkOf(first + 20 + index)).toBeNull();
  });
});

describe('someone whom an earlier list registered in Persian or Urdu letters', () => {
  /** The same names as they are written on an Arabic keyboard. */
  const inArabic: Readonly<Record<string, string>> = {
    'کریم علوی': 'كريم علوي',
    'پروین کاظمی': 'پروين كاظمي',
    'فاطمہ بنکیران': 'فاطمة بنكيران',
    'کریم بناني': 'كريم بناني',
  };
  const written = Object.entries(inArabic);
  const phoneOf = (index: number) => `+21266100020${index}`;
  const first = CROWD_LINES + 1;
  let linked: Linked;

  beforeAll(async () => {
    const again = written.flatMap(([, name], index) => [
      memberLine(first + index, { ...facts, ...namesOf(name) }),
      memberLine(first + 10 + index, {
        ...facts,
        ...namesOf(name),
        birthDate: '1990-01-01',
        phone: phoneOf(index),
      }),
      memberLine(first + 20 + index, {
        ...facts,
        ...namesOf(name),
        birthDate: `196${index}-11-30`,
        commune: 'Safi',
      }),
    ]);
    const identities = written.flatMap(([name], index) => [
      keptAs(`10000000${index}`, name),
      keptAs(`20000000${index}`, name, { birthDate: '1990-01-01', phone: phoneOf(index) }),
    ]);
    linked = await linkLines([...crowd(), ...again], { identities });
  });

  it.each(written)('%s is found again as %s: a person decides', (name) => {
    const index = written.findIndex(([kept]) => kept === name);
    expect(linked.linkOf(first + index)).toMatchObject({
      kind: 'possible',
      registrationNumber: `10000000${index}`,
    });
  });

  it.each(written)('%s is the same person as %s where a phone bears it out', (name) => {
    const index = written.findIndex(([kept]) => kept === name);
    expect(linked.linkOf(first + 10 + index)).toMatchObject({
      kind: 'duplicate',
      registrationNumber: `20000000${index}`,
    });
  });

  it('is nobody else of that name, with another birth date', () => {
    for (const [index] of written.entries()) expect(linked.linkOf(first + 20 + index)).toBeNull();
  });
});

describe('someone whom a list of today registered', () => {
  it('is found again by the same name in the letters of another keyboard', async () => {
    const { keys } = memberLine(1, {
      ...facts,
      family: 'علوی',
      given: 'کریم',
      household: '880000001',
      phone: '+212661000123',
    });
    const line = CROWD_LINES + 1;
    const { linkOf } = await linkLines(
      [...crowd(), memberLine(line, { ...facts, family: 'علوي', given: 'كريم', phone: '+212661000123' })],
      { identities: keys === null ? [] : [{ registrationNumber: '100000001', folding: 2, keys }] },
    );

    expect(linkOf(line)).toMatchObject({ kind: 'duplicate', registrationNumber: '100000001' });
  });

  it('is not taken for a twin whose name was folded to theirs before', async () => {
    const { keys } = memberLine(1, {
      ...facts,
      sex: 'F',
      family: 'بناني',
      given: 'ريم',
      household: '880000001',
    });
    const line = CROWD_LINES + 1;
    const { linkOf } = await linkLines(
      [
        ...crowd(),
        memberLine(line, { ...facts, family: 'بناني', given: 'کریم', role: 'child', household: '990000009' }),
      ],
      { identities: keys === null ? [] : [{ registrationNumber: '100000001', folding: 2, keys }] },
    );

    expect(linkOf(line) ?? { kind: 'none' }).not.toMatchObject({ kind: 'duplicate' });
  });
});

describe('the words of a name as they were made before', () => {
  it.each(Object.entries(KEPT))('are those that were kept: %s', (name, { family, given }) => {
    const written = namesOf(name);

    expect({ family: wordsAsBefore(written.family), given: wordsAsBefore(written.given) }).toEqual({
      family,
      given,
    });
  });

  it('are those of today for all names in plain letters, so that they are not written down twice', () => {
    const plain = fc.stringMatching(/^[A-Za-zÀ-ÖÙ-öù-ÿ' -]{1,20}$|^[\u0621-\u063a\u0641-\u064a ]{1,20}$/);
    fc.assert(
      fc.property(plain, (name) => {
        fc.pre(!/[ðÐþÞßøØ]/.test(name));

        expect(wordsAsBefore(name)).toBe(nameWords(name).words);
      }),
      { numRuns: 2_000 },
    );
  });
});
