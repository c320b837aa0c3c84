import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { ListSource } from '../../../contexts/shared/identifiers/list-source.ts';
import { listColumns } from '../../../contexts/registration/domain/lists/format/list-columns.ts';
import type { TextEncoding } from '../../../contexts/registration/domain/lists/list.ts';
import { textSeed } from '../json-input.ts';

/** What stands around the bytes of a list: the first line of an input, as JSON. */
export interface ListCase {
  readonly key: string;
  /** Text of the manifest beside it. */
  readonly manifest?: string;
  /** The list is packed before it is handed in; a packed list of a sender is bytes like any other. */
  readonly isPackedHere?: boolean;
  /** How many bytes come at once. */
  readonly chunkBytes: number;
}

const SOURCES: readonly ListSource[] = ['dgi', 'barid', 'orders', 'ramed', 'rsu'];
const LINES = 4;

/** What a line says in the place of the example, so that lines are different people. */
const VARIED: Readonly<Record<string, readonly string[]>> = {
  family_name: ['ALAMI', 'BÉNANI', "O'HARA", 'EL IDRISSI'],
  family_name_ar: ['العلمي', 'بناني', 'الإدريسي', 'فاسي'],
};

const rowOf = (source: ListSource, line: number): readonly string[] =>
  listColumns[source].map(({ name, example }) => {
    if (name === 'reference') return `${source.toUpperCase()}-${line}`;
    return VARIED[name]?.[line % LINES] ?? example;
  });

const namesOf = (source: ListSource): readonly string[] => listColumns[source].map(({ name }) => name);

const csvOf = (source: ListSource, delimiter: string, end: string): string =>
  [namesOf(source), ...Array.from({ length: LINES }, (_, line) => rowOf(source, line))]
    .map((cells) => cells.join(delimiter) + end)
    .join('');

function jsonLinesOf(source: ListSource): string {
  const records = Array.from({ length: LINES }, (_, line) => {
    const row = rowOf(source, line);
    return Object.fromEntries(namesOf(source).map((name, column) => [name, row[column] ?? '']));
  });
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

const manifestOf = (source: ListSource, records = LINES): string =>
  JSON.stringify({ version: 1, source, records, asOf: '2024-02-29' });

const caseOf = (about: ListCase, bytes: Uint8Array): Uint8Array =>
  Buffer.concat([textSeed(`${JSON.stringify(about)}\n`), bytes]);

const inEncoding = (text: string, encoding: TextEncoding | 'utf-16le'): Uint8Array =>
  iconv.encode(text, encoding);

export function listSeeds(): readonly Uint8Array[] {
  const plain = SOURCES.map((source) =>
    caseOf(
      { key: `incoming/${source}/a.csv`, manifest: manifestOf(source), chunkBytes: 4096 },
      textSeed(csvOf(source, ';', '\n')),
    ),
  );
  const encoded = (['windows-1252', 'windows-1256', 'iso-8859-6', 'utf-16le'] as const).map((encoding) =>
    caseOf(
      { key: 'incoming/dgi/b.csv', manifest: manifestOf('dgi'), chunkBytes: 100 },
      inEncoding(csvOf('dgi', ',', '\r\n'), encoding),
    ),
  );
  const counted = `#milaf-list;version=1;source=barid;records=${LINES};asOf=2024-02-29\r${csvOf('barid', '\t', '\r')}`;
  const head = '{"milafList":{"version":1,"source":"ramed","records":4,"asOf":"2024-02-29"}}\n';
  return [
    ...plain,
    ...encoded,
    caseOf({ key: 'incoming/barid/c.csv', chunkBytes: 7 }, textSeed(counted)),
    caseOf({ key: 'incoming/ramed/d.jsonl', chunkBytes: 64 }, textSeed(head + jsonLinesOf('ramed'))),
    caseOf(
      { key: 'incoming/rsu/e.jsonl.gz', manifest: manifestOf('rsu'), chunkBytes: 50 },
      gzipSync(jsonLinesOf('rsu')),
    ),
    caseOf(
      { key: 'incoming/orders/f.csv.gz', manifest: manifestOf('orders'), isPackedHere: true, chunkBytes: 50 },
      textSeed(`\ufeff${csvOf('orders', ';', '\n')}`),
    ),
  ];
}

/** Lines without their header, with what was found of the text before them as first line. */
export function lineSeeds(): readonly Uint8Array[] {
  const about = (source: ListSource, text: object): string => `${JSON.stringify({ source, text })}\n`;
  const rows = (source: ListSource): string => csvOf(source, ';', '\n').split('\n').slice(1).join('\n');
  return [
    ...SOURCES.map((source) => {
      const text = { format: 'csv', encoding: 'utf-8', delimiter: ';', columns: namesOf(source) };
      return textSeed(about(source, text) + rows(source));
    }),
    ...SOURCES.map((source) =>
      textSeed(about(source, { format: 'jsonl', encoding: 'utf-8' }) + jsonLinesOf(source)),
    ),
    Buffer.concat([
      textSeed(
        about('dgi', { format: 'csv', encoding: 'windows-1256', delimiter: ';', columns: namesOf('dgi') }),
      ),
      inEncoding(rows('dgi'), 'windows-1256'),
    ]),
  ];
}
