import { describe, expect, it } from 'vitest';
import { listSourceSchema } from '../../../../../../contexts/shared/identifiers/list-source.ts';
import {
  isCountHeader,
  readCountHeader,
  writeCountHeader,
} from '../../../../../../contexts/registration/domain/lists/format/count-header.ts';
import { listedCategories } from '../../../../../../contexts/registration/domain/lists/format/categories.ts';
import { explainRefusal } from '../../../../../../contexts/registration/domain/lists/format/explain-refusal.ts';
import { listColumns } from '../../../../../../contexts/registration/domain/lists/format/list-columns.ts';
import { parseListKey } from '../../../../../../contexts/registration/domain/lists/format/list-name.ts';
import {
  foldHeader,
  matchColumns,
} from '../../../../../../contexts/registration/domain/lists/format/match-columns.ts';
import { listRefusalSchema } from '../../../../../../contexts/registration/domain/lists/list.ts';
import { readFileSync } from 'node:fs';
import { inRepository } from '../../../../../../local/cloud/folders.ts';

describe('the published columns', () => {
  it.each(listSourceSchema.options)('of %s have no name or alias that could mean two of them', (source) => {
    const names = listColumns[source].flatMap(({ name, aliases }) => [name, ...aliases].map(foldHeader));

    expect(new Set(names).size).toBe(names.length);
  });

  it('are found by French names with accents, capitals and signs, in any order', () => {
    const headers = [
      'Catégorie',
      'DATE DE NAISSANCE',
      'N° CIN',
      'Identifiant fiscal',
      'Nom',
      'Prénom',
      'Début activité',
      '',
    ];
    const { places, missing, unknown } = matchColumns(headers, listColumns.dgi);

    expect([missing, unknown]).toEqual([[], []]);
    expect(places.get('cin')).toBe(2);
  });

  it('ask for names in one script or in the other', () => {
    const named = (names: readonly string[]): readonly string[] =>
      matchColumns(['reference', 'cin', 'birth_date', 'category', 'activity_from', ...names], listColumns.dgi)
        .missing;

    expect(named(['family_name_ar', 'given_name_ar'])).toEqual([]);
    expect(named(['family_name'])).toEqual(['given_name', 'given_name_ar']);
  });
});

describe('the categories of lists', () => {
  it('are those the rules know, from the sources the rules say', () => {
    const rules = JSON.parse(
      readFileSync(inRepository('contexts/rules/data/registration-categories.json'), 'utf8'),
    ) as readonly { category: string; reportedBy: string }[];
    const listed = Object.entries(listedCategories).flatMap(([source, categories]) =>
      categories.map(({ code }) => `${source} ${code}`),
    );

    expect(new Set(listed)).toEqual(
      new Set(rules.map(({ category, reportedBy }) => `${reportedBy} ${category}`)),
    );
  });
});

describe('a header of counts', () => {
  const manifest = {
    version: 1,
    source: 'ramed',
    records: 12,
    asOf: '2022-11-30',
    encoding: 'utf-8',
  } as const;

  it.each(['csv', 'jsonl'] as const)('of %s says what a manifest says', (format) => {
    const line = writeCountHeader(manifest, format);

    expect(isCountHeader(line, format)).toBe(true);
    expect(readCountHeader(line, format)).toEqual(manifest);
  });

  it('is read after a spreadsheet saved it again', () => {
    const line = '"#milaf-list";version=1;source=ramed;records=12;asOf=2022-11-30;encoding=utf-8;;;';

    expect(readCountHeader(line, 'csv')).toEqual(manifest);
  });

  it.each(['{"milafList":', '{"milafList":5', '{"milafList" : nothing}'])(
    'that cannot be read is nothing: %s',
    (line) => {
      expect(readCountHeader(line, 'jsonl')).toBeUndefined();
    },
  );
});

describe('the name of a list', () => {
  it.each([
    ['incoming/dgi/november.csv', { source: 'dgi', name: 'november', format: 'csv', isPacked: false }],
    [
      'incoming/ramed/2022.11.jsonl.gz',
      { source: 'ramed', name: '2022.11', format: 'jsonl', isPacked: true },
    ],
  ])('says source, format and packing: %s', (key, expected) => {
    expect(parseListKey(key)).toMatchObject(expected);
    expect(parseListKey(key)?.manifestKey).toBe(`incoming/${expected.source}/${expected.name}.manifest.json`);
  });

  it.each([
    'incoming/other/list.csv',
    'incoming/dgi/list.xlsx',
    'incoming/dgi/list.manifest.json',
    'incoming/dgi/.csv',
    'incoming/list.csv',
    'answers/dgi/list.csv',
  ])('is not %s', (key) => {
    expect(parseListKey(key)).toBeUndefined();
  });
});

describe('a refusal', () => {
  it.each(listRefusalSchema.options)('for %s is explained in sentences that say what to do', (refusal) => {
    expect(explainRefusal(refusal, 'detail 7')).toMatch(
      /^The list was refused: [^.]+ \(detail 7\)\. [A-Z].+\.$/,
    );
    expect(explainRefusal(refusal, undefined)).not.toContain('detail 7');
  });
});
