import { deflateSync } from 'node:zlib';
import type { Random } from '../../../local/samples/random.ts';
import { PdfWriter } from '../../unit/intake/domain/support/pdf-writer.ts';

/** Objects by number, as they stand between `obj` and `endobj`, one character a byte. */
export interface PdfModel {
  readonly objects: Map<number, string>;
  readonly trailer: string[];
}

type Writer = (model: PdfModel, random: Random) => Uint8Array;

const MAX_NUMBER = 20_000;
const sizeOf = ({ objects }: PdfModel): number =>
  Math.max(0, ...[...objects.keys()].filter((number) => number < MAX_NUMBER)) + 1;

const asTable: Writer = (model) => {
  const writer = new PdfWriter();
  for (const [number, body] of model.objects) writer.object(number, body);
  const start = writer.length;
  return writer.table(sizeOf(model), model.trailer.join(' ')).end(start).bytes();
};

/** A first revision, and an update with some objects anew. */
const asUpdate: Writer = (model, random) => {
  const writer = new PdfWriter();
  const isUpdated = new Set([...model.objects.keys()].filter(() => random.next() < 0.4));
  for (const [number, body] of model.objects) writer.object(number, isUpdated.has(number) ? 'null' : body);
  const first = writer.length;
  writer.table(sizeOf(model)).end(first);
  for (const number of isUpdated) writer.object(number, model.objects.get(number) ?? 'null');
  const second = writer.length;
  const prev = random.next() < 0.9 ? first : random.pick([0, second, first + 1, 99_999]);
  return writer
    .table(sizeOf(model), `${model.trailer.join(' ')} /Prev ${prev}`)
    .end(second)
    .bytes();
};

const isStream = (body: string): boolean => /\bstream\b/.test(body);

/** Rows of a cross-reference stream: kind, then three bytes, then two. */
const row = (kind: number, second: number, third: number): readonly number[] => [
  kind,
  ...[second >> 16, second >> 8, second].map((byte) => byte & 255),
  (third >> 8) & 255,
  third & 255,
];

interface Packed {
  readonly rows: Map<number, readonly number[]>;
  readonly next: number;
}

/** Objects that are no streams go into an object stream, as most writers do now. */
function packObjects(writer: PdfWriter, model: PdfModel, random: Random): Packed {
  const rows = new Map<number, readonly number[]>();
  const streamNumber = sizeOf(model);
  const packed = [...model.objects].filter(([, body]) => !isStream(body));
  let at = 0;
  const header = packed.map(([number, body], index) => {
    rows.set(number, row(2, streamNumber, index));
    const entry = `${number} ${at}`;
    at += body.length + 1;
    return entry;
  });
  const first = `${header.join(' ')} `;
  const data = Buffer.from(first + packed.map(([, body]) => body).join(' '), 'latin1');
  const isPlain = random.next() < 0.3;
  for (const [number, body] of model.objects) {
    if (!isStream(body)) continue;
    rows.set(number, row(1, writer.length, 0));
    writer.object(number, body);
  }
  rows.set(streamNumber, row(1, writer.length, 0));
  const filter = isPlain ? '' : '/Filter /FlateDecode';
  writer.stream(
    streamNumber,
    `/Type /ObjStm /N ${packed.length} /First ${first.length} ${filter}`,
    isPlain ? data : deflateSync(data),
  );
  return { rows, next: streamNumber + 1 };
}

/** PNG rows of filter 2 (up), as most writers predict the rows of a table. */
function predicted(rows: readonly (readonly number[])[]): readonly number[] {
  return rows.flatMap((each, index) => [
    2,
    ...each.map((byte, column) => (byte - (rows[index - 1]?.[column] ?? 0)) & 255),
  ]);
}

const asStreams: Writer = (model, random) => {
  const writer = new PdfWriter();
  const { rows, next } = packObjects(writer, model, random);
  const start = writer.length;
  rows.set(next, row(1, start, 0));
  const all = Array.from({ length: next + 1 }, (_, number) => rows.get(number) ?? row(0, 0, 0));
  const isPredicted = random.next() < 0.5;
  const data = Buffer.from(isPredicted ? predicted(all) : all.flat());
  const parameters = isPredicted ? '/DecodeParms << /Predictor 12 /Columns 6 >>' : '';
  writer.stream(
    next,
    `/Type /XRef /Size ${next + 1} /W [1 3 2] /Filter /FlateDecode ${parameters} ${model.trailer.join(' ')}`,
    deflateSync(data),
  );
  return writer.end(start).bytes();
};

/** A table for old readers, and a stream beside it that knows the packed objects. */
const asHybrid: Writer = (model, random) => {
  const writer = new PdfWriter();
  const { rows, next } = packObjects(writer, model, random);
  const streamStart = writer.length;
  const all = Array.from({ length: next }, (_, number) => rows.get(number) ?? row(0, 0, 0));
  writer.stream(next, `/Type /XRef /Size ${next} /W [1 3 2]`, Buffer.from(all.flat()));
  const start = writer.length;
  return writer
    .table(next + 1, `${model.trailer.join(' ')} /XRefStm ${streamStart}`)
    .end(start)
    .bytes();
};

/** Writes a PDF in one of the ways that files are written. */
export function writePdf(model: PdfModel, random: Random): Uint8Array {
  return random.pick<Writer>([asTable, asTable, asUpdate, asStreams, asHybrid])(model, random);
}
