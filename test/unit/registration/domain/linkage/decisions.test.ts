import { beforeAll, describe, expect, it } from 'vitest';
import type { UsableLine } from '../../../../../contexts/registration/records/list-lines.ts';
import {
  CROWD_LINES,
  crowd,
  memberLine,
  type MemberFacts,
} from '../../../../support/linkage/listed-people.ts';
import { linkLines, type Linked } from '../../../../support/linkage/link-lines.ts';

/** Pairs of people whose lines are far from each other; the names say which. */
const PAIRS = {
  'the same person written twice': [
    { family: 'EL KHAYATI', given: 'Mokhtar', phone: '+212661000001', commune: 'Safi', sex: 'M' },
    { family: 'Khayati', given: 'El Mokhtar', phone: '+212661000001', commune: 'Safi', sex: 'M' },
  ],
  'the same person in Arabic and in Latin letters': [
    { family: 'الخياطي', given: 'مصطفى', phone: '+212661000002', commune: 'Safi', sex: 'M' },
    { family: 'KHAYATI', given: 'Mustapha', phone: '+212661000002', commune: 'Safi', sex: 'M' },
  ],
  'day and month exchanged, same phone': [
    {
      family: 'Ouriaghli',
      given: 'Jilali',
      birthDate: '1971-03-08',
      phone: '+212661000003',
      commune: 'Nador',
    },
    {
      family: 'Ouriaghli',
      given: 'Jilali',
      birthDate: '1971-08-03',
      phone: '+212661000003',
      commune: 'Nador',
    },
  ],
  'same names, date and commune, another phone': [
    { family: 'Tafraouti', given: 'Bouchaib', phone: '+212661000004', commune: 'Safi' },
    { family: 'Tafraouti', given: 'Bouchaib', phone: '+212661000005', commune: 'Safi' },
  ],
  'a cousin of the same name': [
    {
      family: 'Berkani',
      given: 'Mohamed',
      birthDate: '1975-02-11',
      commune: 'Berkane',
      phone: '+212661000006',
    },
    {
      family: 'Berkani',
      given: 'Mohamed',
      birthDate: '1979-10-23',
      commune: 'Berkane',
      phone: '+212661000007',
    },
  ],
  'a cousin of the same name whose date is one digit away': [
    {
      family: 'Iznasni',
      given: 'Ahmed',
      birthDate: '1975-02-11',
      commune: 'Berkane',
      phone: '+212661000008',
    },
    {
      family: 'Iznasni',
      given: 'Ahmed',
      birthDate: '1978-02-11',
      commune: 'Berkane',
      phone: '+212661000009',
    },
  ],
  'father and son of one name': [
    { family: 'Slaoui', given: 'Driss', birthDate: '1950-06-02', phone: '+212661000010', commune: 'Salé' },
    { family: 'Slaoui', given: 'Driss', birthDate: '1982-01-19', phone: '+212661000010', commune: 'Salé' },
  ],
  'twins in two households': [
    { family: 'Zenati', given: 'Hassan', phone: '+212661000011', commune: 'Taza', sex: 'M' },
    { family: 'Zenati', given: 'Houcine', phone: '+212661000011', commune: 'Taza', sex: 'M' },
  ],
  'twins whose names are a letter apart': [
    { family: 'Sanhaji', given: 'Fatima', phone: '+212661000012', commune: 'Taza', sex: 'F' },
    { family: 'Sanhaji', given: 'Fatiha', phone: '+212661000012', commune: 'Taza', sex: 'F' },
  ],
  'brother and sister born on one day': [
    { family: 'Masmoudi', given: 'Karim', phone: '+212661000013', commune: 'Taza', sex: 'M' },
    { family: 'Masmoudi', given: 'Karima', phone: '+212661000013', commune: 'Taza', sex: 'F' },
  ],
  'the same but for the CIN': [
    { family: 'Lamtouni', given: 'Allal', phone: '+212661000014', commune: 'Taza', cin: 'AB100001' },
    { family: 'Lamtouni', given: 'Allal', phone: '+212661000014', commune: 'Taza', cin: 'QX877654' },
  ],
  'the same but for the sex': [
    { family: 'Guercifi', given: 'Nour', phone: '+212661000015', commune: 'Taza', sex: 'M' },
    { family: 'Guercifi', given: 'Nour', phone: '+212661000015', commune: 'Taza', sex: 'F' },
  ],
  'one CIN, one identity': [
    { family: 'Bouanani', given: 'Yamna', cin: 'QX300001', commune: 'Taza' },
    { family: 'BOUANANI', given: 'Yamina', cin: 'QX300001', commune: 'Fès' },
  ],
  'one CIN, two identities': [
    { family: 'Tsouli', given: 'Omar', cin: 'QX300002', birthDate: '1970-01-01' },
    { family: 'Dabbagh', given: 'Larbi', cin: 'QX300002', birthDate: '1991-11-30' },
  ],
} as const satisfies Readonly<Record<string, readonly [MemberFacts, MemberFacts]>>;
type Pair = keyof typeof PAIRS;
const names = Object.keys(PAIRS) as Pair[];

const firstLine = (pair: Pair): number => CROWD_LINES + 1 + names.indexOf(pair);
const secondLine = (pair: Pair): number => firstLine(pair) + names.length;

describe('what is decided about two lines of a list', () => {
  let linked: Linked;
  beforeAll(async () => {
    const lines: UsableLine[] = [
      ...crowd(),
      ...names.map((pair) => memberLine(firstLine(pair), PAIRS[pair][0])),
      ...names.map((pair) => memberLine(secondLine(pair), PAIRS[pair][1])),
    ];
    linked = await linkLines(lines);
  });

  it.each<Pair>([
    'the same person written twice',
    'the same person in Arabic and in Latin letters',
    'day and month exchanged, same phone',
    'one CIN, one identity',
  ])('links the later line to the first: %s', (pair) => {
    expect(linked.linkOf(firstLine(pair))).toBeNull();
    expect(linked.linkOf(secondLine(pair))).toMatchObject({
      kind: 'duplicate',
      line: firstLine(pair),
      registrationNumber: null,
    });
  });

  it.each<Pair>([
    'same names, date and commune, another phone',
    'the same but for the CIN',
    'the same but for the sex',
  ])('lets a person decide: %s', (pair) => {
    expect(linked.linkOf(firstLine(pair))).toBeNull();
    expect(linked.linkOf(secondLine(pair))).toMatchObject({ kind: 'possible', line: firstLine(pair) });
  });

  it.each<Pair>([
    'a cousin of the same name',
    'father and son of one name',
    'brother and sister born on one day',
  ])('sees two people: %s', (pair) => {
    expect(linked.linkOf(firstLine(pair))).toBeNull();
    expect(linked.linkOf(secondLine(pair))).toBeNull();
  });

  it.each<Pair>([
    'a cousin of the same name whose date is one digit away',
    'twins in two households',
    'twins whose names are a letter apart',
  ])('never merges by itself: %s', (pair) => {
    expect(linked.linkOf(secondLine(pair))?.kind).not.toBe('duplicate');
  });

  it('holds back every line of a CIN that two people have', () => {
    const pair = 'one CIN, two identities';
    expect(linked.linkOf(firstLine(pair))).toMatchObject({ kind: 'conflict', line: secondLine(pair) });
    expect(linked.linkOf(secondLine(pair))).toMatchObject({ kind: 'conflict', line: firstLine(pair) });
  });
});
