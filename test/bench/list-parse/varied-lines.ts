import { writeCountHeader } from '../../../contexts/registration/domain/lists/format/count-header.ts';
import { seededRandom, type Random } from '../../../local/samples/random.ts';

/** Syllables that invented names are put together from, in both scripts. */
const SYLLABLES = [
  ...[
    ['ba', 'با'],
    ['ri', 'ري'],
    ['mou', 'مو'],
    ['sa', 'سا'],
    ['da', 'دا'],
    ['ki', 'كي'],
    ['na', 'نا'],
  ],
  ...[
    ['lou', 'لو'],
    ['ha', 'حا'],
    ['fi', 'في'],
    ['cha', 'شا'],
    ['zou', 'زو'],
    ['ta', 'طا'],
    ['gha', 'غا'],
  ],
  ...[
    ['ji', 'جي'],
    ['kha', 'خا'],
  ],
].map(([latin = '', arabic = '']) => ({ latin, arabic }));
const BEGINNINGS = [
  ...[
    ['', ''],
    ['EL ', 'ال'],
    ['AL ', 'ال'],
    ['BEN', 'بن'],
    ['BEN ', 'بن '],
    ['BOU', 'بو'],
    ['AIT ', 'ايت '],
  ],
].map(([latin = '', arabic = '']) => ({ latin, arabic }));
const FAMILY_NAMES = 60_000;
const GIVEN_NAMES = 3_000;
const BYTES_PER_CHUNK = 64 * 1024;
const COLUMNS =
  'reference;cin;family_name;given_name;family_name_ar;given_name_ar;birth_date;sex;category;activity_from;phone;address;commune';
const COMMUNES = ['Rabat', 'Fès', 'Tétouan', 'Kénitra', 'Casablanca', 'Oujda', 'Salé', 'الرباط'] as const;

interface NameForms {
  readonly latin: string;
  readonly arabic: string;
}

/**
 * A list of the DGI as large as one likes, made on the way: 13 columns, both scripts on two lines of three, a quoted address on
 * one of four. Of 60,000 family names some are frequent and most are rare, as in life, so that nothing is fast by remembering
 * alone; one name in fifty is like no other.
 */
export async function* variedList(lines: number): AsyncGenerator<Uint8Array> {
  const header = { version: 1, source: 'dgi', records: lines, asOf: '2021-11-30' } as const;
  const random = seededRandom(lines);
  let text = `${writeCountHeader(header, 'csv')}\n${COLUMNS}\n`;
  for (let number = 1; number <= lines; number += 1) {
    text += variedLine(number, random);
    if (text.length < BYTES_PER_CHUNK) continue;
    // As bytes come from the network: one chunk after the other, not all at once.
    yield await Promise.resolve(Buffer.from(text));
    text = '';
  }
  yield Buffer.from(text);
}

function variedLine(number: number, random: Random): string {
  const family = familyName(random);
  const given = nameOf(skewed(random, GIVEN_NAMES) * 7 + 3);
  const arabic =
    number % 3 === 0 ? { family: '', given: '' } : { family: family.arabic, given: given.arabic };
  const digits = String(10_000_000 + number);
  const street = `${1 + (number % 300)}, rue ${given.latin}`;
  const cells = [
    `IF${digits}`,
    `${'ABCDEFGHIJKLM'.charAt(number % 13)}B${digits.slice(-6)}`,
    family.latin,
    given.latin,
    arabic.family,
    arabic.given,
    birthDate(number, random),
    number % 2 === 0 ? 'M' : 'F',
    number % 5 === 0 ? 'TRADER_WITH_ACCOUNTS' : 'CPU',
    `${2000 + (number % 20)}-0${1 + (number % 9)}-01`,
    number % 7 === 0 ? `+212 6 ${digits}` : `06${digits}`,
    number % 4 === 0 ? `"${street}; ""résidence"" n° 3"` : street,
    COMMUNES[number % COMMUNES.length] ?? '',
  ];
  return `${cells.join(';')}\n`;
}

function familyName(random: Random): NameForms {
  const isUnlikeAny = random.next() < 0.02;
  const index = isUnlikeAny ? random.whole(FAMILY_NAMES, 1_000_000_000) : skewed(random, FAMILY_NAMES);
  const beginning = BEGINNINGS[index % BEGINNINGS.length];
  const name = nameOf(index);
  return {
    latin: `${beginning?.latin ?? ''}${name.latin.toUpperCase()}`,
    arabic: `${beginning?.arabic ?? ''}${name.arabic}`,
  };
}

/** Small numbers far more often than large ones. */
const skewed = (random: Random, count: number): number => Math.floor(count * random.next() ** 3);

/** A name of its own for each index: its digits in base 16 as syllables. */
function nameOf(index: number): NameForms {
  let latin = '';
  let arabic = '';
  for (let rest = index + 256; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    const syllable = SYLLABLES[rest % SYLLABLES.length];
    latin += syllable?.latin ?? '';
    arabic += syllable?.arabic ?? '';
  }
  return { latin, arabic };
}

function birthDate(number: number, random: Random): string {
  const [year, month, day] = [random.whole(1950, 2000), random.whole(1, 12), random.whole(1, 28)].map(
    (part) => String(part).padStart(2, '0'),
  );
  return number % 2 === 0 ? `${year}-${month}-${day}` : `${day}/${month}/${year}`;
}
