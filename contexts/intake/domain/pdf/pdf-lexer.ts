import { FileFault } from '../file-fault.ts';
import { pdfNull, type PdfDictionary, type PdfValue } from './pdf-value.ts';
import { ReadBudget } from './read-budget.ts';

// pdf-lib is not used here: it ignores the cross-reference table and rebuilds broken files without saying so, inflates
// object streams without a limit, and keeps each name it ever saw for the life of the process.

const MAX_DEPTH = 64;
/** A name is 127 bytes at most (ISO 32000-1, annex C). */
const MAX_NAME_BYTES = 1024;

const codesOf = (text: string): ReadonlySet<number> => new Set(Buffer.from(text, 'latin1'));
/** PDFium, which draws the pages, takes the bytes 80 and FF for blanks, too. */
const whitespace = codesOf('\0\t\n\f\r \x80\xff');
const delimiters = codesOf('()<>[]{}/%');
const digits = codesOf('0123456789');
const numberStart = codesOf('0123456789+-.');
const CODE = {
  lineFeed: 10,
  carriageReturn: 13,
  percent: 37,
  open: 40,
  close: 41,
  slash: 47,
  backslash: 92,
} as const;
const LESS = 60;
const GREATER = 62;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/**
 * Reads PDF objects (ISO 32000-1, 7.3) from `bytes`, starting at `offset`. Whatever is not an object is `DAMAGED`, what
 * ends with the bytes is `INCOMPLETE`. Each byte it goes over is counted against the budget.
 */
export class PdfLexer {
  readonly #bytes: Uint8Array;
  readonly #budget: ReadBudget;
  #offset: number;

  constructor(bytes: Uint8Array, offset: number, budget = new ReadBudget()) {
    this.#bytes = bytes;
    this.#budget = budget;
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Counts what it goes over: objects of a hostile file may lie within each other, and be walked again for each. */
  set offset(offset: number) {
    if (offset > this.#offset) this.#budget.countBytes(offset - this.#offset);
    this.#offset = offset;
  }

  /** The code of the byte at the offset, -1 at the end. */
  peek(ahead = 0): number {
    return this.#bytes[this.offset + ahead] ?? -1;
  }

  skipSpace(): void {
    const bytes = this.#bytes;
    let at = this.#offset;
    for (let isComment = false; ; at += 1) {
      const code = bytes[at] ?? -1;
      if (code === CODE.percent) isComment = true;
      else if (code === CODE.lineFeed || code === CODE.carriageReturn) isComment = false;
      else if (code === -1 || !(isComment || whitespace.has(code))) break;
    }
    this.offset = at;
  }

  /** Skips `keyword` where it stands next, whatever space is before it. */
  skipKeyword(keyword: string): boolean {
    this.skipSpace();
    for (let index = 0; index < keyword.length; index++) {
      if (this.peek(index) !== keyword.charCodeAt(index)) return false;
    }
    this.offset += keyword.length;
    return true;
  }

  /** Goes to the beginning of the next line, whatever stands in this one. */
  skipLine(): void {
    const bytes = this.#bytes;
    let at = this.#offset;
    while (at < bytes.byteLength && bytes[at] !== CODE.lineFeed && bytes[at] !== CODE.carriageReturn) at += 1;
    this.offset = at + (bytes[at] === CODE.carriageReturn && bytes[at + 1] === CODE.lineFeed ? 2 : 1);
  }

  /** A whole number without sign. */
  readInteger(): number {
    this.skipSpace();
    const start = this.offset;
    let value = 0;
    while (digits.has(this.peek())) {
      value = value * 10 + (this.peek() - 48);
      this.offset += 1;
    }
    if (this.offset === start) throw this.#fault();
    if (!Number.isSafeInteger(value)) throw new FileFault('DAMAGED');
    return value;
  }

  readValue(depth = 0): PdfValue {
    if (depth > MAX_DEPTH) throw new FileFault('DAMAGED');
    this.#budget.countValue();
    this.skipSpace();
    const code = this.peek();
    if (code === CODE.slash) return { kind: 'name', name: this.#readName() };
    if (code === CODE.open) return this.#skipString();
    if (code === LESS) return this.peek(1) === LESS ? this.readDictionary(depth) : this.#skipHexString();
    if (code === OPEN_BRACKET) return this.#readArray(depth);
    if (numberStart.has(code)) return this.#readNumberOrReference();
    if (this.skipKeyword('null')) return pdfNull;
    if (this.skipKeyword('true') || this.skipKeyword('false')) return { kind: 'other' };
    throw this.#fault();
  }

  readDictionary(depth = 0): PdfDictionary {
    if (!this.skipKeyword('<<')) throw this.#fault();
    const entries = new Map<string, PdfValue>();
    while (!this.skipKeyword('>>')) {
      if (this.peek() !== CODE.slash) throw this.#fault();
      const key = this.#readName();
      entries.set(key, this.readValue(depth + 1));
    }
    return { kind: 'dictionary', entries };
  }

  #readArray(depth: number): PdfValue {
    this.offset += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.peek() === CLOSE_BRACKET) break;
      items.push(this.readValue(depth + 1));
    }
    this.offset += 1;
    return { kind: 'array', items };
  }

  #readName(): string {
    this.offset += 1;
    let name = '';
    for (
      let code = this.peek();
      code >= 0 && !whitespace.has(code) && !delimiters.has(code);
      code = this.peek()
    ) {
      name += String.fromCharCode(code);
      if (name.length > MAX_NAME_BYTES) throw new FileFault('DAMAGED');
      this.offset += 1;
    }
    return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #skipString(): PdfValue {
    const bytes = this.#bytes;
    let depth = 0;
    let at = this.#offset;
    do {
      const code = bytes[at];
      if (code === undefined) throw new FileFault('INCOMPLETE');
      if (code === CODE.backslash) at += 1;
      else if (code === CODE.open) depth += 1;
      else if (code === CODE.close) depth -= 1;
      at += 1;
    } while (depth > 0);
    this.offset = at;
    return { kind: 'other' };
  }

  #skipHexString(): PdfValue {
    const end = this.#bytes.indexOf(GREATER, this.offset);
    if (end < 0) throw new FileFault('INCOMPLETE');
    this.offset = end + 1;
    return { kind: 'other' };
  }

  #readNumberOrReference(): PdfValue {
    const start = this.offset;
    while (numberStart.has(this.peek())) this.offset += 1;
    const number = Number(Buffer.from(this.#bytes.subarray(start, this.offset)).toString('latin1'));
    if (!Number.isFinite(number)) throw new FileFault('DAMAGED');
    const afterNumber = this.offset;
    if (Number.isSafeInteger(number) && number >= 0) {
      this.skipSpace();
      if (digits.has(this.peek())) {
        this.readInteger();
        if (this.skipKeyword('R')) return { kind: 'reference', objectNumber: number };
      }
    }
    this.offset = afterNumber;
    return { kind: 'number', number };
  }

  #fault(): FileFault {
    return new FileFault(this.peek() === -1 ? 'INCOMPLETE' : 'DAMAGED');
  }
}
