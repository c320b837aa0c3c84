import { FileFault } from '../file-fault.ts';
import { readCrossReference, type CrossReference } from './cross-reference.ts';
import { readIndirectObject, tableStreamOf } from './indirect-object.ts';
import { strayObjects } from './stray-objects.ts';
import { leadsToCrossReference, readStrayCrossReference } from './stray-start.ts';
import { PdfLexer } from './pdf-lexer.ts';
import { decodeTableStream } from './pdf-stream.ts';
import { entryOf, integerOf, pdfNull, type PdfDictionary, type PdfValue } from './pdf-value.ts';
import { ReadBudget } from './read-budget.ts';

interface ObjectStream {
  readonly data: Uint8Array;
  readonly offsets: ReadonlyMap<number, number>;
}

/** `%PDF-` must begin within the first 1,024 bytes, `%%EOF` end within the last (as readers take it). */
const MARGIN_BYTES = 1024;
const END_MARK = '%%EOF';

function endOfContent(bytes: Uint8Array): number {
  let end = bytes.byteLength;
  while (end > 0 && [0, 9, 10, 12, 13, 32].includes(bytes[end - 1] ?? -1)) end -= 1;
  return end;
}

/** What a revision that was cut short leaves behind the end of the one before it, down to its first digits. */
const BEGUN_REVISION = /startxref|\bxref\b|trailer|\d+\s+\d+\s+obj|^\s*\d+(\s+(\d+(\s+(o|ob)?)?)?)?$/;

/** The last `startxref`: where it stands, and what it names. */
interface Start {
  readonly at: number;
  /** Where every reader begins; undefined where it names no number. */
  readonly offset: number | undefined;
}

/** @throws FileFault `INCOMPLETE` where no `%%EOF` closes it: the revision that it begins was cut short */
function startOf(bytes: Uint8Array): Start {
  const end = endOfContent(bytes);
  const tailStart = Math.max(0, end - 2 * MARGIN_BYTES);
  const tail = Buffer.from(bytes.subarray(tailStart, end)).toString('latin1');
  const endMark = tail.lastIndexOf(END_MARK);
  const start = endMark < 0 ? -1 : tail.lastIndexOf('startxref', endMark);
  if (start < 0 || tail.length - endMark > MARGIN_BYTES) throw new FileFault('INCOMPLETE');
  if (BEGUN_REVISION.test(tail.slice(endMark + END_MARK.length))) throw new FileFault('INCOMPLETE');
  const at = tailStart + start;
  return { at, offset: integerAt(bytes, at + 'startxref'.length) };
}

function integerAt(bytes: Uint8Array, offset: number): number | undefined {
  try {
    return new PdfLexer(bytes, offset).readInteger();
  } catch (error) {
    if (error instanceof FileFault) return undefined;
    throw error;
  }
}

function isCrossReferenceAt(bytes: Uint8Array, offset: number): boolean {
  const before = Buffer.from(bytes.subarray(Math.max(0, offset - 1), offset)).toString('latin1');
  const start = Buffer.from(bytes.subarray(offset, offset + 64)).toString('latin1');
  // In the midst of a word or number nothing begins: `2 0 obj` of `12 0 obj` is another object.
  return /^\s*(xref|\d+\s+\d+\s+obj)/.test(start) && !/\w\w/.test(before + start.slice(0, 1));
}

/** Objects of a PDF, found only where its cross-reference table says they are. */
export class PdfFile {
  readonly #bytes: Uint8Array;
  readonly #budget: ReadBudget;
  readonly #reference: CrossReference;
  readonly #values = new Map<number, PdfValue>();
  /** Of streams: where their data begin. */
  readonly #dataOffsets = new Map<number, number>();
  readonly #objectStreams = new Map<number, ObjectStream>();
  /** Looked for once: objects that others may see, who make a cross-reference of their own. */
  #stray: ReadonlySet<number> | undefined;

  /** @throws FileFault where the end or the cross-reference table is missing or wrong. */
  constructor(bytes: Uint8Array) {
    const start = startOf(bytes);
    const header = Buffer.from(bytes.subarray(0, MARGIN_BYTES)).indexOf('%PDF-');
    if (header < 0) throw new FileFault('DAMAGED');
    // With bytes before the header, offsets count from the header; some writers count from the start of the file all the same.
    const fromHeader = bytes.subarray(header);
    const { offset = bytes.byteLength } = start;
    const countsFromHeader = isCrossReferenceAt(fromHeader, offset) || !isCrossReferenceAt(bytes, offset);
    this.#bytes = countsFromHeader ? fromHeader : bytes;
    this.#budget = new ReadBudget(bytes.byteLength);
    const startAt = start.at - (countsFromHeader ? header : 0);
    this.#reference = leadsToCrossReference(this.#bytes, offset)
      ? readCrossReference(this.#bytes, offset, this.#budget)
      : readStrayCrossReference(this.#bytes, startAt, this.#budget);
  }

  get byteLength(): number {
    return this.#bytes.byteLength;
  }

  get isEncrypted(): boolean {
    return this.#reference.encryption.some((value) => this.resolve(value).kind !== 'null');
  }

  /** @throws FileFault `DAMAGED` where there is no catalogue. */
  get catalogue(): PdfDictionary {
    const root = this.resolve(entryOf(this.#reference.trailer, 'Root'));
    if (root.kind !== 'dictionary') throw new FileFault('DAMAGED');
    return root;
  }

  /** The value itself, or what a reference points to; what is not in the file is null (ISO 32000-1, 7.3.10). */
  resolve(value: PdfValue): PdfValue {
    if (value.kind !== 'reference') return value;
    const known = this.#values.get(value.objectNumber);
    if (known) return known;
    const found = this.#read(value.objectNumber);
    this.#values.set(value.objectNumber, found);
    return found;
  }

  /** What stands in the file from where the data of a stream begin; undefined of what is no stream. */
  fromDataOf(value: PdfValue): Uint8Array | undefined {
    if (value.kind !== 'reference') return undefined;
    this.resolve(value);
    const offset = this.#dataOffsets.get(value.objectNumber);
    return offset === undefined ? undefined : this.#bytes.subarray(offset);
  }

  #read(objectNumber: number): PdfValue {
    this.#stray ??= strayObjects(this.#bytes, this.#offsets(), this.#budget);
    if (this.#stray.has(objectNumber)) throw new FileFault('DAMAGED');
    const location = this.#reference.locations.get(objectNumber);
    if (location === undefined || location.kind === 'free') return pdfNull;
    return location.kind === 'at-offset'
      ? this.#readAt(location.offset, objectNumber).value
      : this.#readFromStream(location.streamNumber, objectNumber);
  }

  #offsets(): ReadonlyMap<number, number> {
    const offsets = new Map<number, number>();
    for (const [objectNumber, location] of this.#reference.locations) {
      const whole =
        location.kind === 'in-stream' ? this.#reference.locations.get(location.streamNumber) : location;
      if (whole?.kind === 'at-offset') offsets.set(objectNumber, whole.offset);
    }
    return offsets;
  }

  #readAt(offset: number, objectNumber: number): ReturnType<typeof readIndirectObject> {
    const object = readIndirectObject(this.#bytes, offset, this.#budget);
    if (object.objectNumber !== objectNumber) throw new FileFault('DAMAGED');
    if (object.dataOffset !== undefined) this.#dataOffsets.set(objectNumber, object.dataOffset);
    return object;
  }

  #readFromStream(streamNumber: number, objectNumber: number): PdfValue {
    const stream = this.#objectStreams.get(streamNumber) ?? this.#openObjectStream(streamNumber);
    this.#objectStreams.set(streamNumber, stream);
    const offset = stream.offsets.get(objectNumber);
    if (offset === undefined) throw new FileFault('DAMAGED');
    return new PdfLexer(stream.data, offset, this.#budget).readValue();
  }

  #openObjectStream(streamNumber: number): ObjectStream {
    const location = this.#reference.locations.get(streamNumber);
    if (location?.kind !== 'at-offset') throw new FileFault('DAMAGED');
    const object = this.#readAt(location.offset, streamNumber);
    const { dictionary, raw } = tableStreamOf(this.#bytes, object, (length) => this.#plainInteger(length));
    const data = decodeTableStream(dictionary, raw, this.#budget);
    const first = integerOf(dictionary, 'First');
    const count = integerOf(dictionary, 'N');
    if (first === undefined || count === undefined || count > data.byteLength) throw new FileFault('DAMAGED');
    const lexer = new PdfLexer(data, 0, this.#budget);
    const offsets = new Map<number, number>();
    for (let index = 0; index < count; index++) offsets.set(lexer.readInteger(), first + lexer.readInteger());
    return { data, offsets };
  }

  /** A length written as an object of its own; one that is itself in an object stream would need itself to be read. */
  #plainInteger(value: PdfValue): number | undefined {
    if (value.kind !== 'reference') return undefined;
    const location = this.#reference.locations.get(value.objectNumber);
    if (location?.kind !== 'at-offset') return undefined;
    const length = this.#readAt(location.offset, value.objectNumber).value;
    return length.kind === 'number' && Number.isSafeInteger(length.number) ? length.number : undefined;
  }
}
