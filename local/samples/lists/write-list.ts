import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { writeCountHeader } from '../../../contexts/registration/domain/lists/format/count-header.ts';
import { listColumns } from '../../../contexts/registration/domain/lists/format/list-columns.ts';
import type { TextEncoding } from '../../../contexts/registration/domain/lists/list.ts';
import { cellsOf } from './listed-fields.ts';
import type { SampleLine, SampleList } from './sample-list.ts';

export interface WrittenAs {
  readonly encoding?: TextEncoding | undefined;
  /** UTF-8 with a byte order mark. */
  readonly hasBom?: boolean | undefined;
  readonly delimiter?: ',' | ';' | '\t' | undefined;
  readonly lineEnd?: '\n' | '\r\n' | undefined;
  readonly isPacked?: boolean | undefined;
}

const LINES_PER_CHUNK = 1_000;

/** The bytes of a list in the published format, some at a time: a million lines need no more memory than a thousand. */
export async function* writeSampleList(list: SampleList, as: WrittenAs = {}): AsyncGenerator<Uint8Array> {
  if (as.isPacked !== true) {
    yield* plainBytes(list, as);
    return;
  }
  const packed = Readable.from(plainBytes(list, as)).pipe(createGzip({ level: 6 }));
  for await (const chunk of packed) if (chunk instanceof Uint8Array) yield chunk;
}

/** The whole list at once, for lists that fit into memory. */
export async function sampleListBytes(list: SampleList, as: WrittenAs = {}): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeSampleList(list, as)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The manifest to be sent before the list. */
export function sampleManifest(list: SampleList, sent: Uint8Array): string {
  const sha256 = createHash('sha256').update(sent).digest('hex');
  return JSON.stringify({
    version: 1,
    source: list.source,
    records: list.lineCount,
    asOf: list.asOf,
    sha256,
  });
}

/** Where a list is to be put, below `incoming/<source>/`. */
export function sampleFileName(name: string, list: SampleList, { isPacked }: WrittenAs = {}): string {
  return `${name}.${list.shape.format}${isPacked === true ? '.gz' : ''}`;
}

function* plainBytes(list: SampleList, as: WrittenAs): Generator<Uint8Array, void> {
  const { encoding = 'utf-8', hasBom = false, lineEnd = '\n' } = as;
  const encode = (lines: readonly string[]): Uint8Array =>
    iconv.encode(lines.map((line) => line + lineEnd).join(''), encoding);
  if (hasBom) yield iconv.encode('\uFEFF', 'utf-8');
  let lines = [...headersOf(list, as)];
  for (const line of list.lines()) {
    lines.push(textOf(line, list, as));
    if (lines.length < LINES_PER_CHUNK) continue;
    yield encode(lines);
    lines = [];
  }
  if (lines.length > 0) yield encode(lines);
}

function headersOf({ source, shape, asOf, lineCount }: SampleList, as: WrittenAs): readonly string[] {
  const counts = { version: 1, source, records: lineCount, asOf } as const;
  const columns = listColumns[source].map(({ name }) => name);
  return [
    ...(shape.counts === 'header' ? [writeCountHeader(counts, shape.format)] : []),
    ...(shape.format === 'csv' ? [csvLine(columns, as)] : []),
  ];
}

function textOf(line: SampleLine, { source, shape }: SampleList, as: WrittenAs): string {
  const cells = cellsOf(line.fields);
  if (shape.format === 'jsonl') {
    const text = JSON.stringify(Object.fromEntries(cells));
    return line.broken === undefined ? text : text.slice(0, -5);
  }
  const row = listColumns[source].map(({ name }) => cells.get(name) ?? '');
  if (line.broken === 'cells-missing') return csvLine(row.slice(0, 4), as);
  const text = csvLine(row, as);
  return line.broken === undefined ? text : `"${text.replaceAll('"', '')}`;
}

function csvLine(row: readonly string[], { delimiter = ';' }: WrittenAs): string {
  return stringify([[...row]], { delimiter, eof: false });
}
