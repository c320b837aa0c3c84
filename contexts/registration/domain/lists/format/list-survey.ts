import type { LineRange } from '../list.ts';
import { hasUtf8Mark, isGzip, isUtf16, otherFileType, UTF_8_MARK } from './file-signature.ts';
import { isCountHeader } from './count-header.ts';
import { LineBlocks } from './line-blocks.ts';
import { firstLineEnd, lineEndByte, type LineEnd } from './line-end.ts';
import { RangeCutter, type RangeSize } from './range-cutter.ts';
import { refused, type Refused } from './refused-list.ts';
import { TextCensus } from './text-census.ts';

/** No line of a list is near so long; a file without line feeds must not fill the memory. */
export const MAX_LINE_BYTES = 64 * 1024;
const NUL = 0;
const CARRIAGE_RETURN = 0x0d;
/** Of the beginning, enough for headers and the first lines. */
const HEAD_BYTES = 2 * MAX_LINE_BYTES;

/** What a list shows in its first bytes. */
export interface Beginning {
  /** Without byte order mark. */
  readonly head: Uint8Array;
  /** The first line is a header of counts. */
  readonly hasCountHeader: boolean;
  readonly lineEnd: LineEnd;
}

/** What one pass over the plain bytes found. */
export interface Surveyed extends Beginning {
  readonly census: TextCensus;
  readonly hasMark: boolean;
  readonly ranges: readonly LineRange[];
  /** The last line, where nothing ends it: it may have been cut off. */
  readonly unfinished: Uint8Array;
}

/** Walks once over the plain bytes of a list, chunk by chunk. How they are cut into chunks makes no difference. */
export class ListSurvey {
  readonly #format: 'csv' | 'jsonl';
  readonly #maxLines: number;
  readonly #cutter: RangeCutter;
  /** Until the first end of a line shows what ends them all. */
  #waiting: Uint8Array = new Uint8Array();
  #text: { readonly lineEnd: LineEnd; readonly blocks: LineBlocks; readonly census: TextCensus } | undefined;
  #head = new Uint8Array();
  #line = 1;
  #offsetBytes = 0;
  #hasMark = false;
  #hasCountHeader = false;
  #headerLines = 0;

  constructor(format: 'csv' | 'jsonl', settings: RangeSize & { readonly maxListLines: number }) {
    this.#format = format;
    this.#maxLines = settings.maxListLines;
    this.#cutter = new RangeCutter(settings);
  }

  /** The first bytes, as soon as the first line is whole: what the list says of itself stands there. */
  get beginning(): Beginning | undefined {
    if (this.#text === undefined || this.#line === 1) return undefined;
    return { head: this.#plainHead, hasCountHeader: this.#hasCountHeader, lineEnd: this.#text.lineEnd };
  }

  get #plainHead(): Uint8Array {
    return this.#hasMark ? this.#head.subarray(UTF_8_MARK.length) : this.#head;
  }

  /** @returns why the list is refused already, where it is: the rest need not be read */
  push(chunk: Uint8Array): Refused | undefined {
    const nul = chunk.indexOf(NUL);
    const text = nul === -1 ? chunk : chunk.subarray(0, nul);
    this.#keepHead(text);
    const problem = this.#addText(text);
    if (problem !== undefined || nul === -1) return problem;
    return (
      this.#refuseOtherFile() ??
      refused('ENCODING_UNKNOWN', `line ${this.#line} has a zero byte: it is not text, or is UTF-16`)
    );
  }

  /** After the last chunk. */
  finish(): Surveyed | Refused {
    const { blocks, census, lineEnd } =
      this.#text ?? this.#begin(this.#waiting.includes(CARRIAGE_RETURN) ? 'CR' : 'LF');
    const problem =
      this.#addBlock(blocks.push(this.#waiting)) ??
      this.#addBlock(blocks.unfinished) ??
      this.#refuseOtherFile();
    if (problem !== undefined) return problem;
    const { unfinished } = blocks;
    return {
      census,
      head: this.#plainHead,
      hasMark: this.#hasMark,
      hasCountHeader: this.#hasCountHeader,
      lineEnd,
      ranges: this.#cutter.finish(),
      unfinished,
    };
  }

  #addText(text: Uint8Array): Refused | undefined {
    if (this.#text === undefined) {
      this.#waiting = Buffer.concat([this.#waiting, text]);
      const lineEnd = firstLineEnd(this.#waiting);
      if (lineEnd === undefined) return this.#refuseLongLine(this.#waiting);
      this.#begin(lineEnd);
      const first = this.#waiting;
      this.#waiting = new Uint8Array();
      return this.#addText(first);
    }
    const { blocks } = this.#text;
    return this.#addBlock(blocks.push(text)) ?? this.#refuseLongLine(blocks.unfinished);
  }

  #begin(lineEnd: LineEnd) {
    const endByte = lineEndByte(lineEnd);
    this.#text = { lineEnd, blocks: new LineBlocks(endByte), census: new TextCensus(endByte) };
    return this.#text;
  }

  #keepHead(text: Uint8Array): void {
    const free = HEAD_BYTES - this.#head.length;
    if (free > 0) this.#head = Buffer.concat([this.#head, text.subarray(0, free)]);
  }

  #addBlock(block: Uint8Array): Refused | undefined {
    if (block.length === 0 || this.#text === undefined) return undefined;
    this.#text.census.add(block, this.#line);
    const endByte = lineEndByte(this.#text.lineEnd);
    for (let start = 0; start < block.length;) {
      const place = block.indexOf(endByte, start);
      const end = place === -1 ? block.length : place + 1;
      const problem = this.#addLine(block, start, end);
      if (problem !== undefined) return problem;
      start = end;
    }
    return undefined;
  }

  #addLine(block: Uint8Array, start: number, end: number): Refused | undefined {
    if (end - start > MAX_LINE_BYTES) return this.#refuseLongLine(block.subarray(start, end));
    if (this.#line === 1) {
      const other = this.#refuseOtherFile();
      if (other !== undefined) return other;
      this.#startWith(block.subarray(start, end));
    }
    const isData = this.#line > this.#headerLines;
    if (isData) {
      const mark = this.#line === 1 && this.#hasMark ? UTF_8_MARK.length : 0;
      const isBlank = isBlankLine(block, start + mark, end);
      this.#cutter.add(this.#line, this.#offsetBytes + mark, end - start - mark, isBlank);
      if (this.#line - this.#headerLines > this.#maxLines)
        return refused('TOO_MANY_LINES', `a list may have up to ${this.#maxLines} lines`);
    }
    this.#line += 1;
    this.#offsetBytes += end - start;
    return undefined;
  }

  #startWith(firstLine: Uint8Array): void {
    this.#hasMark = hasUtf8Mark(firstLine);
    const text = Buffer.from(firstLine.subarray(this.#hasMark ? UTF_8_MARK.length : 0)).toString('latin1');
    this.#hasCountHeader = isCountHeader(text, this.#format);
    this.#headerLines = (this.#format === 'csv' ? 1 : 0) + (this.#hasCountHeader ? 1 : 0);
  }

  #refuseLongLine(line: Uint8Array): Refused | undefined {
    if (line.length <= MAX_LINE_BYTES) return undefined;
    return (
      this.#refuseOtherFile() ??
      refused('NOT_A_LIST', `line ${this.#line} is longer than ${MAX_LINE_BYTES} bytes`)
    );
  }

  #refuseOtherFile(): Refused | undefined {
    const other = otherFileType(this.#head);
    if (other !== undefined) return refused('NOT_A_LIST', `it is ${other}`);
    if (isGzip(this.#head))
      return refused('NOT_A_LIST', 'it is packed with gzip, but its name does not end in .gz');
    return isUtf16(this.#head) ? refused('ENCODING_UNKNOWN', 'it is UTF-16') : undefined;
  }
}

/** Spaces, tabs, delimiters: a spreadsheet leaves `;;;;` behind. */
const BLANKS: ReadonlySet<number> = new Set(Buffer.from(' \t\r\n,;'));

function isBlankLine(block: Uint8Array, start: number, end: number): boolean {
  for (let place = start; place < end; place += 1) if (!BLANKS.has(block[place] ?? 0)) return false;
  return true;
}
