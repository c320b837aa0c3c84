import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListSource } from '../../../../../../contexts/shared/identifiers/list-source.ts';
import type { VerifiedLine } from '../../../../../../contexts/registration/records/list-lines.ts';
import { compareNames } from '../../../../../../contexts/shared/identifiers/compare-names.ts';
import { foldArabic } from '../../../../../../contexts/shared/identifiers/fold-text.ts';
import {
  cleanName,
  isNameText,
  isPlainText,
} from '../../../../../../contexts/shared/identifiers/name-text.ts';
import { listColumns } from '../../../../../../contexts/registration/domain/lists/format/list-columns.ts';
import { parseListedMobile } from '../../../../../../contexts/registration/domain/lists/verify/listed-mobile.ts';
import { nameWords } from '../../../../../../contexts/registration/domain/lists/verify/name-words.ts';
import { verifyLines } from '../../../../../../contexts/registration/domain/lists/verify/verify-lines.ts';

const AS_OF = '2024-06-30';

/** A line of JSON, in which every character can stand. */
function lineOf(source: ListSource, cells: Record<string, string>): VerifiedLine {
  const examples = Object.fromEntries(listColumns[source].map(({ name, example }) => [name, example]));
  const all = { ...examples, activity_to: '', deceased_on: '', ...cells };
  const text = JSON.stringify(Object.fromEntries(Object.entries(all).filter(([name]) => name in examples)));
  const [line] = verifyLines({
    source,
    text: { format: 'jsonl', encoding: 'utf-8' },
    asOf: AS_OF,
    firstLine: 1,
    bytes: Buffer.from(`${text}\n`),
  });
  if (line === undefined) throw new Error('The line is not answered');
  return line;
}
const reasonsOf = (line: VerifiedLine): readonly string[] => (line.status === 'invalid' ? line.reasons : []);
const warningsOf = (line: VerifiedLine): readonly string[] => (line.status === 'usable' ? line.warnings : []);
const nameOf = (line: VerifiedLine) =>
  line.status === 'usable' && line.record.kind !== 'score' ? line.record.name : undefined;

/** Letters of Persian, Urdu and Kurdish keyboards, and those that they stand for on an Arabic one. */
const KEYBOARDS: readonly (readonly [written: string, meant: string])[] = [
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  ['ۀ', 'ه'],
  ['ۃ', 'ة'],
  ['ے', 'ي'],
  ['ێ', 'ي'],
  ['ې', 'ي'],
  ['ۆ', 'و'],
  ['ۇ', 'و'],
  ['ڪ', 'ك'],
  ['گ', 'ك'],
  ['ڭ', 'ك'],
  ['ݣ', 'ك'],
  ['ں', 'ن'],
  ['ٱ', 'ا'],
];
const arabicWord = fc.stringMatching(/^[ابتجحدرزسشصضطعغفقكلمنهوي]{2,8}$/);
const arabicName = fc.array(arabicWord, { minLength: 2, maxLength: 3 }).map((words) => words.join(' '));
const withKeyboard = (text: string): string =>
  Array.from(text, (letter) => KEYBOARDS.find(([, meant]) => meant === letter)?.[0] ?? letter).join('');

describe('a name from the keyboard of another language', () => {
  it.each(KEYBOARDS)('is the same with %s as with %s', (written, meant) => {
    expect(foldArabic(`ب${written}ن`)).toBe(foldArabic(`ب${meant}ن`));
    expect(nameWords(`محم${written}د`)).toEqual(nameWords(`محم${meant}د`));
  });

  it('is compared and linked as in Arabic letters, whichever of its letters are others', () => {
    fc.assert(
      fc.property(arabicName, fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (name, isOther) => {
        const mixed = Array.from(name, (letter, index) =>
          isOther[index] === true ? withKeyboard(letter) : letter,
        ).join('');

        expect(compareNames(name, mixed)).toBe('same');
        expect(nameWords(mixed)).toEqual(nameWords(name));
      }),
    );
  });

  it('is kept as it was written', () => {
    expect(nameOf(lineOf('ramed', { family_name: 'علوی', given_name: 'کریم' }))).toMatchObject({
      family: 'علوی',
      given: 'کریم',
    });
  });
});

describe('a name with letters of two scripts', () => {
  const latinLetter = fc.constantFrom(...Array.from('abcdefghiklmnoprstuyzéèçœ'));
  const otherLetter = fc.constantFrom(...Array.from('аеорсухіѕΑΒΕορⴰⵣאבअ漢あ한Ⴀ'));
  const place = fc.nat(6);
  const into = (word: string, letter: string, at: number): string =>
    word.slice(0, Math.min(at, word.length)) + letter + word.slice(Math.min(at, word.length));

  it('in one word is no name, wherever the other letter stands', () => {
    fc.assert(
      fc.property(arabicWord, latinLetter, place, (word, letter, at) => {
        expect(reasonsOf(lineOf('dgi', { family_name: into(word, letter, at) }))).toEqual(['NAME_INVALID']);
      }),
    );
  });

  it('of a script that lists do not have is no name, also where it looks like a Latin letter', () => {
    fc.assert(
      fc.property(fc.constantFrom('ALAMI', 'Mohamed', 'Saïd'), otherLetter, place, (word, letter, at) => {
        const name = into(word, letter, at);

        expect(reasonsOf(lineOf('dgi', { family_name: name }))).toEqual(['NAME_INVALID']);
        expect(isPlainText(name)).toBe(false);
      }),
    );
  });

  it.each([
    ['with Latin letters in an Arabic column', { family_name_ar: 'ALAMI' }],
    ['in Tifinagh', { family_name: 'ⵉⴷⵔⵉⵙⵉ' }],
    ['in Cyrillic', { family_name: 'АЛАМИ' }],
    ['with a mark of India on a letter', { family_name: 'ALA\u0941MI' }],
    ['with marks that stand over the lines around', { family_name: `A${'\u0301'.repeat(8)}LAMI` }],
    ['with a digit', { family_name: 'ALAM1' }],
    ['with a picture', { family_name: 'ALAMI 😀' }],
  ])('is refused %s', (_, cells) => {
    expect(reasonsOf(lineOf('dgi', cells))).toEqual(['NAME_INVALID']);
  });

  it.each(['EL ALAMI بناني', 'ALAMI (بناني)'])(
    'may have a word in each, or may not: %j is answered',
    (name) => {
      const line = lineOf('dgi', { family_name: name });

      expect(['usable', 'invalid']).toContain(line.status);
      expect(warningsOf(line)).toEqual([]);
    },
  );
});

describe('characters that nobody sees', () => {
  const INVISIBLE = Array.from(
    '\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad\u061c\u2060',
  );
  const CONTROL = Array.from('\0\u0001\u0007\b\u001b\u007f\u0085\u009f');
  const insert = (text: string, character: string, at: number): string =>
    text.slice(0, at) + character + text.slice(at);

  it('of direction and joining change no name, and are not kept in one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ALAMI', 'الإدريسي', 'فاطمة الزهراء'),
        fc.constantFrom(...INVISIBLE),
        fc.nat(20),
        (name, mark, at) => {
          const dirty = insert(name, mark, Math.min(at, name.length));
          const line = lineOf('dgi', { family_name: dirty });

          expect(nameOf(line)?.family).toBe(name);
          expect(compareNames(dirty, name)).toBe('same');
        },
      ),
    );
  });

  it('of control make a name, a CIN, a day or a household number none, whatever they are and wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          ['dgi', 'family_name', 'ALAMI', 'NAME_INVALID'] as const,
          ['dgi', 'given_name_ar', 'محمد', 'NAME_INVALID'] as const,
          ['dgi', 'cin', 'AB123456', 'CIN_INVALID'] as const,
          ['dgi', 'birth_date', '1984-02-29', 'BIRTH_DATE_INVALID'] as const,
          ['dgi', 'deceased_on', '2020-01-01', 'DEATH_DATE_INVALID'] as const,
          ['ramed', 'household', '123456789', 'HOUSEHOLD_MISSING'] as const,
        ),
        fc.constantFrom(...CONTROL.filter((one) => !/\s/.test(one))),
        fc.nat(12),
        ([source, column, text, reason], control, at) => {
          const inside = Math.max(1, Math.min(at, text.length - 1));

          expect(reasonsOf(lineOf(source, { [column]: insert(text, control, inside) }))).toEqual([reason]);
        },
      ),
    );
  });

  it('of control are shown in a reference, which is answered with what is left of it', () => {
    const line = lineOf('dgi', { reference: 'IF\u00001\u202e2' });

    expect(line.reference).toBe('IF\ufffd12');
  });

  it('never stay in a clean name, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanName(text);

        expect(cleanName(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\p{Default_Ignorable_Code_Point}\u0640]/u);
        expect(clean.replace(/\s/gu, '')).not.toMatch(/\p{Cc}/u);
        expect(isNameText(clean) && clean.includes('\ufffd')).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('a telephone in a list', () => {
  const subscriber = fc.stringMatching(/^[67]\d{8}$/);
  const prefix = fc.constantFrom(
    '0',
    '+212',
    '00212',
    '212',
    '+2120',
    '2120',
    '002120',
    '+212 (0)',
    '+212(0) ',
    '(+212) ',
    '(0)',
  );
  const between = fc.constantFrom('', ' ', '-', '.', '/', '\u00a0', '\u202f');

  it('is understood with the code of the country, the zero of calls from inside, both, or neither', () => {
    fc.assert(
      fc.property(
        subscriber,
        prefix,
        between,
        fc.constantFrom('', '\u200e', '\u202a'),
        (number, before, sign, mark) => {
          const groups = [
            number.slice(0, 1),
            number.slice(1, 3),
            number.slice(3, 5),
            number.slice(5, 7),
            number.slice(7),
          ];
          fc.pre(before !== '(0)' || sign === '');
          const written = `${mark}${before}${groups.join(sign)}`;
          const line = lineOf('dgi', { phone: written });

          expect(line).toMatchObject({ record: { phone: `+212${number}` }, warnings: [] });
        },
      ),
    );
    expect(parseListedMobile('612345678')).toBe('+212612345678');
  });

  it('is understood in Arabic digits', () => {
    expect(parseListedMobile('٢١٢٠٦١٢٣٤٥٦٧٨')).toBe('+212612345678');
    expect(parseListedMobile('۰۶۱۲۳۴۵۶۷۸')).toBe('+212612345678');
  });

  it.each([
    '2120512345678',
    '+2120522304050',
    '21206123456789',
    '212061234567',
    '2130612345678',
    '+33 6 12 34 56 78',
    '21200612345678',
    '0012120612345678',
    '6\u00001 23 45 67 89',
  ])('is none, and the line is usable all the same: %j', (phone) => {
    expect(warningsOf(lineOf('dgi', { phone }))).toEqual(['PHONE_INVALID']);
  });
});

describe('a day of death in a list', () => {
  const day = (from: string, to: string) =>
    fc
      .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));

  it.each(['dgi', 'ramed'] as const)(
    'of %s is believed from the birth to the day of the list, and at no other time',
    (source) => {
      fc.assert(
        fc.property(day('1930-01-01', '2005-12-31'), day('1900-01-01', '2060-12-31'), (born, died) => {
          const line = lineOf(source, { birth_date: born, deceased_on: died, activity_from: '2010-01-01' });
          const canBe = born <= died && died <= AS_OF;

          expect(reasonsOf(line)).toEqual(canBe ? [] : ['DEATH_DATE_INVALID']);
        }),
      );
    },
  );

  it.each(['oui', 'décédé', '0000-00-00', '2020', '31/02/2020', '-'])(
    'that is no day makes the line invalid: %s',
    (text) => {
      expect(reasonsOf(lineOf('dgi', { deceased_on: text }))).toEqual(['DEATH_DATE_INVALID']);
    },
  );
});
