import { FileFault } from '../file-fault.ts';
import { readCrossReference, readSection, type CrossReference } from './cross-reference.ts';
import { readIndirectObject, tableStreamOf } from './indirect-object.ts';
import { entryOf, pdfNull } from './pdf-value.ts';
import { ReadBudget } from './read-budget.ts';

/** What may stand before a cross-reference that `startxref` names. */
const MOST_BLANKS = 64;
const OBJECT_START = /^(\d+)\s+\d+\s+obj/;
const OBJECT_HEAD = /(\d+)\s+\d+\s+$/;
/** Two numbers and the blanks around them. */
const HEAD_BYTES = 32;
const END_OF_STREAM = /^endstream\s+endobj$/;

/** Whether what `startxref` names may be a cross-reference; whether it is a sound one is another question. */
export function leadsToCrossReference(bytes: Uint8Array, offset: number): boolean {
  const latin1 = (from: number, to: number): string =>
    Buffer.from(bytes.subarray(Math.max(0, from), to)).toString('latin1');
  const start = latin1(offset, offset + MOST_BLANKS);
  // The end of the word `startxref` is no table.
  if (/^\s*xref/.test(start)) return latin1(offset - 'start'.length, offset) !== 'start';
  return /^\s*\d+\s+\d+\s+obj/.test(start) && !isOfOtherType(bytes, offset);
}

/** An object that says it is something else than a cross-reference. */
function isOfOtherType(bytes: Uint8Array, offset: number): boolean {
  try {
    const { value } = readIndirectObject(bytes, offset, new ReadBudget());
    const type = value.kind === 'dictionary' ? entryOf(value, 'Type') : pdfNull;
    return type.kind !== 'name' || type.name !== 'XRef';
  } catch (error) {
    if (error instanceof FileFault) return false;
    throw error;
  }
}

/**
 * Reads a PDF whose `startxref` leads to no cross-reference, as scanners and programs that edit it as text leave it. Nothing is
 * guessed: the cross-reference is taken that ends where `startxref` stands, and only if each object is where it says, and the last one
 * is closed right before it. Then nothing but that one number is wrong: a hole anywhere else would have moved what is behind it.
 * @param startAt where `startxref` stands
 * @throws FileFault `DAMAGED` or `INCOMPLETE`
 */
export function readStrayCrossReference(
  bytes: Uint8Array,
  startAt: number,
  budget: ReadBudget,
): CrossReference {
  const offset = sectionEndingAt(bytes, startAt, budget);
  if (offset === undefined) throw new FileFault('DAMAGED');
  const reference = readCrossReference(bytes, offset, budget);
  demandEachInPlace(bytes, offset, reference, budget);
  return reference;
}

function sectionEndingAt(bytes: Uint8Array, startAt: number, budget: ReadBudget): number | undefined {
  const before = Buffer.from(bytes.buffer, bytes.byteOffset, startAt);
  const offset = lastTable(before) ?? lastObject(before);
  if (offset === undefined) return undefined;
  const { kind, end } = readSection(bytes, offset, budget);
  const rest = before.subarray(end).toString('latin1').trim();
  return (kind === 'table' ? rest === '' : END_OF_STREAM.test(rest)) ? offset : undefined;
}

/** A table is followed by its trailer; a stream has no such word. */
function lastTable(before: Buffer): number | undefined {
  const trailer = before.lastIndexOf('trailer');
  const table = trailer < 0 ? -1 : before.lastIndexOf('xref', trailer);
  const isLast = table >= 0 && before.lastIndexOf('endobj') < table;
  return isLast ? table : undefined;
}

function lastObject(before: Buffer): number | undefined {
  let at = before.lastIndexOf('obj');
  while (at >= 3 && before.toString('latin1', at - 3, at) === 'end') at = before.lastIndexOf('obj', at - 1);
  if (at < 0) return undefined;
  const head = OBJECT_HEAD.exec(before.toString('latin1', Math.max(0, at - HEAD_BYTES), at));
  return head === null ? undefined : at - head[0].length;
}

function demandEachInPlace(
  bytes: Uint8Array,
  sectionAt: number,
  { locations }: CrossReference,
  budget: ReadBudget,
): void {
  const offsets = [...locations].flatMap(([number, location]) =>
    location.kind === 'at-offset' && location.offset !== sectionAt
      ? [[number, location.offset] as const]
      : [],
  );
  for (const [number, offset] of offsets) {
    budget.countBytes(HEAD_BYTES);
    const head = Buffer.from(bytes.subarray(offset, offset + HEAD_BYTES)).toString('latin1');
    // To the byte: a blank before it would hide that one is missing or too many.
    if (OBJECT_START.exec(head)?.[1] !== String(number)) throw new FileFault('DAMAGED');
  }
  const last = Math.max(0, ...offsets.map(([, offset]) => offset).filter((offset) => offset < sectionAt));
  demandClosed(bytes, last, sectionAt, locations, budget);
}

/** The object at `offset` is all that is before the cross-reference, with as many bytes as it says. */
function demandClosed(
  bytes: Uint8Array,
  offset: number,
  sectionAt: number,
  locations: CrossReference['locations'],
  budget: ReadBudget,
): void {
  const object = readIndirectObject(bytes, offset, budget);
  const { dataOffset } = object;
  let end = object.end;
  if (dataOffset !== undefined) {
    const { raw } = tableStreamOf(bytes, object, (length) => {
      if (length.kind !== 'reference') return undefined;
      const location = locations.get(length.objectNumber);
      if (location?.kind !== 'at-offset') return undefined;
      const { value } = readIndirectObject(bytes, location.offset, budget);
      return value.kind === 'number' ? value.number : undefined;
    });
    end = dataOffset + raw.byteLength;
  }
  const rest = Buffer.from(bytes.subarray(end, sectionAt)).toString('latin1').trim();
  const isClosed = dataOffset === undefined ? rest === 'endobj' : END_OF_STREAM.test(rest);
  if (!isClosed) throw new FileFault('DAMAGED');
}
