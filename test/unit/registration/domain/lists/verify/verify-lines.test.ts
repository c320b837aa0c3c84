import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  verifiedLineSchema,
  type VerifiedLine,
} from '../../../../../../contexts/registration/records/list-lines.ts';
import { type ListSource } from '../../../../../../contexts/shared/identifiers/list-source.ts';
import { listColumns } from '../../../../../../contexts/registration/domain/lists/format/list-columns.ts';
import type { ListText, TextEncoding } from '../../../../../../contexts/registration/domain/lists/list.ts';
import { verifyLines } from '../../../../../../contexts/registration/domain/lists/verify/verify-lines.ts';

const csvText = (source: ListSource, encoding: TextEncoding = 'utf-8'): ListText => ({
  format: 'csv',
  encoding,
  delimiter: ';',
  columns: listColumns[source].map(({ name }) => name),
});
const examples = (source: ListSource): Record<string, string> =>
  Object.fromEntries(listColumns[source].map(({ name, example }) => [name, example]));
const csvLine = (source: ListSource, cells: Record<string, string> = {}): string => {
  const all = { ...examples(source), ...cells };
  return listColumns[source].map(({ name }) => all[name] ?? '').join(';');
};
const verify = (
  source: ListSource,
  lines: readonly string[],
  text = csvText(source),
): readonly VerifiedLine[] =>
  verifyLines({
    source,
    text,
    asOf: '2024-06-30',
    firstLine: 2,
    bytes: iconv.encode(lines.map((line) => `${line}\n`).join(''), text.encoding),
  });
const one = (source: ListSource, cells: Record<string, string> = {}): VerifiedLine =>
  verify(source, [csvLine(source, cells)])[0]!;
const sources: readonly ListSource[] = ['dgi', 'barid', 'orders', 'ramed', 'rsu'];

describe('a line of a list', () => {
  it.each(sources)('of the published examples of %s is usable without a warning', (source) => {
    const cells = { activity_to: '', deceased_on: '' };
    expect(one(source, cells)).toMatchObject({ status: 'usable', line: 2, warnings: [] });
    expect(verifiedLineSchema.parse(one(source, cells))).toEqual(one(source, cells));
  });

  it.each<[ListSource, string]>([
    ['dgi', '1960'],
    ['orders', '00/00/1960'],
    ['ramed', '1960-00-00'],
    ['barid', '٠٠/٠٠/١٩٦٠'],
  ])('of %s keeps a year alone as such: %s', (source, birth) => {
    const line = one(source, { birth_date: birth, activity_to: '', deceased_on: '' });
    expect(line).toMatchObject({ status: 'usable', record: { birthDate: '1960' } });
  });

  it('of JSON Lines means the same as of CSV', () => {
    const cells = { ...examples('dgi'), activity_to: '', deceased_on: '' };
    const [fromJson] = verify('dgi', [JSON.stringify(cells)], { format: 'jsonl', encoding: 'utf-8' });

    expect(fromJson).toEqual(one('dgi', cells));
  });

  it.each<[ListSource, Record<string, string>, string[]]>([
    ['dgi', { reference: '' }, ['REFERENCE_MISSING']],
    ['dgi', { cin: '' }, ['CIN_MISSING']],
    ['dgi', { cin: '123456' }, ['CIN_INVALID']],
    ['dgi', { cin: 'AB1234567' }, ['CIN_INVALID']],
    ['dgi', { family_name: '', family_name_ar: '' }, ['NAME_MISSING']],
    ['dgi', { given_name: '-', given_name_ar: '' }, ['NAME_MISSING']],
    ['dgi', { family_name: 'ALA0UI' }, ['NAME_INVALID']],
    ['dgi', { family_name_ar: 'ALAOUI' }, ['NAME_INVALID']],
    ['dgi', { family_name: 'ИВАНОВ' }, ['NAME_INVALID']],
    ['dgi', { birth_date: '' }, ['BIRTH_DATE_MISSING']],
    ['dgi', { birth_date: '30/02/1984' }, ['BIRTH_DATE_INVALID']],
    ['dgi', { birth_date: '2024-07-01' }, ['BIRTH_DATE_INVALID']],
    ['dgi', { birth_date: '30742' }, ['BIRTH_DATE_INVALID']],
    ['dgi', { birth_date: '1404-05-27' }, ['BIRTH_DATE_INVALID']],
    ['dgi', { sex: 'X' }, ['SEX_INVALID']],
    ['dgi', { category: 'DOCTOR' }, ['CATEGORY_UNKNOWN']],
    ['dgi', { activity_from: '' }, ['ACTIVITY_DATE_INVALID']],
    ['dgi', { activity_to: '2001-01-01' }, ['ACTIVITY_DATE_INVALID']],
    ['dgi', { deceased_on: 'yes' }, ['DEATH_DATE_INVALID']],
    ['ramed', { household: '' }, ['HOUSEHOLD_MISSING']],
    ['ramed', { role: 'neighbour' }, ['ROLE_UNKNOWN']],
    ['ramed', { card_to: '2023-02-30' }, ['CARD_DATE_INVALID']],
    ['rsu', { score: '9.32642841' }, ['SCORE_INVALID']],
    ['rsu', { score: '-1' }, ['SCORE_INVALID']],
    ['rsu', { score_from: '' }, ['SCORE_DATE_INVALID']],
    ['rsu', { cin: '', registration_number: '' }, ['CIN_MISSING']],
    ['rsu', { registration_number: '12345678' }, ['REGISTRATION_NUMBER_INVALID']],
    ['rsu', { birth_date: '31/02/1984' }, ['BIRTH_DATE_INVALID']],
    ['rsu', { given_name: '', given_name_ar: '' }, ['NAME_MISSING']],
    ['rsu', { family_name: 'ALA0UI' }, ['NAME_INVALID']],
    ['dgi', { cin: '', birth_date: '', sex: '?' }, ['CIN_MISSING', 'BIRTH_DATE_MISSING', 'SEX_INVALID']],
  ])('of %s with %j is invalid, and says all that is wrong', (source, cells, reasons) => {
    expect(one(source, { activity_to: '', deceased_on: '', ...cells })).toMatchObject({
      status: 'invalid',
      reasons,
    });
  });

  it.each<[ListSource, Record<string, string>, string[]]>([
    ['dgi', { phone: '' }, ['PHONE_MISSING']],
    ['dgi', { phone: '0522304050' }, ['PHONE_INVALID']],
    ['dgi', { cin: 'A1234' }, ['CIN_SHORT']],
    ['ramed', { cin: '' }, ['CIN_MISSING']],
    ['ramed', { cin: '99-XYZ', phone: '' }, ['PHONE_MISSING', 'CIN_INVALID']],
  ])('of %s with %j is usable with a warning', (source, cells, warnings) => {
    expect(one(source, { activity_to: '', deceased_on: '', ...cells })).toMatchObject({
      status: 'usable',
      warnings,
    });
  });

  it('of an auto-entrepreneur needs no category', () => {
    expect(one('barid', { category: '' })).toMatchObject({ record: { category: 'AUTO_ENTREPRENEUR' } });
  });

  it('may have its names in Arabic only', () => {
    const line = one('dgi', { family_name: '', given_name: '' });

    expect(line).toMatchObject({
      status: 'usable',
      record: { name: { family: 'الإدريسي', familyArabic: 'الإدريسي' } },
    });
  });

  it('keeps vowel marks of a name in the record and not in the keys', () => {
    const marked = one('dgi', { family_name: 'مُحَمَّد', family_name_ar: '' });

    expect(marked).toMatchObject({
      record: { name: { family: 'مُحَمَّد'.normalize('NFC') } },
      keys: { family: 'mohamed' },
    });
  });

  it('takes a Hijri birth date of RAMED where its year says so', () => {
    expect(one('ramed', { birth_date: '01/10/1442', deceased_on: '' })).toMatchObject({
      record: { birthDate: '2021-05-13' },
    });
  });

  it('may say who has a score, or leave it out', () => {
    expect(one('rsu', { household: 'M-0041234' })).toMatchObject({
      status: 'usable',
      record: {
        ...{ name: { family: 'EL IDRISSI', given: 'Fatima-Zahra' }, birthDate: '1984-02-29', sex: 'F' },
        ...{ phone: '+212612345678', household: 'M-0041234' },
      },
    });
    const names = { family_name: '', given_name: '', family_name_ar: '', given_name_ar: '' };
    const rest = { birth_date: '', sex: '', household: '', phone: '', address: '' };
    const bare = one('rsu', { ...names, ...rest, registration_number: '' });
    expect(bare).toMatchObject({ status: 'usable', warnings: [] });
    expect(bare.status === 'usable' && bare.record).toEqual({
      ...{ kind: 'score', cin: 'AB123456', registrationNumber: undefined },
      ...{ score: '9.3264284', from: '2024-01-15', wantsAchamil: false },
    });
  });

  it('asks for a clear yes before someone is to join Achamil', () => {
    const wants = (cell: string): unknown => one('rsu', { wants_achamil: cell });

    expect(wants('OUI')).toMatchObject({ record: { wantsAchamil: true } });
    expect(wants('peut-être')).toMatchObject({ record: { wantsAchamil: false } });
  });
});

describe('a broken line', () => {
  const good = csvLine('dgi', { activity_to: '', deceased_on: '' });

  it.each([
    ['a quote that is not closed', `"${good}`, 'LINE_MALFORMED'],
    ['text behind a quote', good.replace('EL IDRISSI', '"EL" IDRISSI'), 'LINE_MALFORMED'],
    ['too few cells', 'a;b', 'COLUMN_COUNT'],
    ['too many cells', `${good};x`, 'COLUMN_COUNT'],
    ['nothing', '', 'COLUMN_COUNT'],
  ])('with %s is invalid by itself and changes no other line', (_, broken, reason) => {
    const [before, wrong, after] = verify('dgi', [good, broken, good]);

    expect(wrong).toEqual({ status: 'invalid', line: 3, reference: '', reasons: [reason] });
    expect([before, after]).toEqual([
      expect.objectContaining({ status: 'usable', line: 2 }),
      { ...before, line: 4 },
    ]);
  });

  it.each([
    ['cut off', '{"reference":"1"', 'LINE_MALFORMED'],
    ['an array', '[]', 'LINE_MALFORMED'],
    ['a number for a text', '{"reference":1}', 'LINE_MALFORMED'],
    ['a number that comes twice', '{"cin":"AB100001","reference":"1","cin":"AB100002"}', 'LINE_MALFORMED'],
    ['a key that is not published', '{"reference":"1","x":"y"}', 'COLUMN_COUNT'],
  ])('of JSON that is %s is invalid by itself', (_, broken, reason) => {
    expect(verify('dgi', [broken], { format: 'jsonl', encoding: 'utf-8' })).toMatchObject([
      { reasons: [reason] },
    ]);
  });

  it('is not one with empty cells too many, which spreadsheets add', () => {
    expect(verify('dgi', [`${good};;`])[0]).toMatchObject({ status: 'usable' });
  });

  it('is not one with delimiters and quotes inside quotes', () => {
    const quoted = good.replace('12, rue Al Qods', '"12; ""Les Oliviers"""');

    expect(verify('dgi', [quoted])[0]).toMatchObject({ record: { address: '12; "Les Oliviers"' } });
  });
});

describe('verified lines', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'AB123456',
      '1984-02-29',
      '0612345678',
      'EL ALAOUI',
      'فاطمة',
      '"',
      'M',
      'CPU',
      'head',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }).map((text) => text.replaceAll('\n', ' ')),
  );
  const lines = fc.constantFrom(...sources).chain((source) =>
    fc.record({
      source: fc.constant(source),
      lines: fc.array(
        fc.array(cell, { maxLength: listColumns[source].length + 1 }).map((cells) => cells.join(';')),
        { maxLength: 12 },
      ),
    }),
  );

  it('are the same, however the lines are cut into ranges', () => {
    fc.assert(
      fc.property(lines, fc.nat(12), ({ source, lines: texts }, cut) => {
        const bytesOf = (part: readonly string[]): Uint8Array =>
          Buffer.from(part.map((text) => `${text}\n`).join(''));
        const all = (part: readonly string[], firstLine: number): readonly VerifiedLine[] =>
          verifyLines({ source, text: csvText(source), asOf: '2024-06-30', firstLine, bytes: bytesOf(part) });

        expect([
          ...all(texts.slice(0, cut), 2),
          ...all(texts.slice(cut), 2 + Math.min(cut, texts.length)),
        ]).toEqual(all(texts, 2));
      }),
    );
  });

  it('fit their contract and answer each line, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        fc.constantFrom<TextEncoding>('utf-8', 'windows-1252', 'windows-1256'),
        fc.boolean(),
        fc.uint8Array({ maxLength: 300 }),
        (source, encoding, isJson, bytes) => {
          const text: ListText = isJson ? { format: 'jsonl', encoding } : csvText(source, encoding);
          const verified = verifyLines({ source, text, asOf: '2024-06-30', firstLine: 1, bytes });
          const feeds = bytes.filter((byte) => byte === 10).length;
          const hasOpenEnd = bytes.length > 0 && bytes.at(-1) !== 10;

          expect(verified).toHaveLength(feeds + (hasOpenEnd ? 1 : 0));
          for (const line of verified) verifiedLineSchema.parse(line);
        },
      ),
    );
  });

  it('fit their contract, whatever stands in the cells', () => {
    fc.assert(
      fc.property(lines, ({ source, lines: texts }) => {
        for (const line of verify(source, texts))
          expect(verifiedLineSchema.safeParse(line).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});
