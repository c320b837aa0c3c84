import type { LineRange } from '../list.ts';
import { hasUtf8Mark, isGzip, isUtf16, otherFileType, UTF_8_MARK } from './file-signature.ts';
import { isCountHeader } from './count-header.ts';
import { LINE_FEED, LineBlocks } from './line-blocks.ts';
import { RangeCutter, type RangeSize } from './range-cutter.ts';
import { refused, type Refused } from './refused-list.ts';
import { TextCensus } from './text-census.ts';

/** No line of a list is near so long; a file without line feeds must not fill the memory. */
export const MAX_LINE_BYTES = 64 * 1024;
const NUL = 0;
/** Of the beginning, enough for headers and the first lines. */
const HEAD_BYTES = 2 * MAX_LINE_BYTES;

/** What one pass over the plain bytes found. */
export interface Surveyed {
  readonly census: TextCensus;
  /** The first bytes, without byte order mark. */
  readonly head: Uint8Array;
  readonly hasMark: boolean;
  /** The first line is a header of counts. */
  readonly hasCountHeader: boolean;
  readonly ranges: readonly LineRange[];
  /** The last line, where no line feed ends it: it may have been cut off. */
  readonly unfinished: Uint8Array;
}

/** Walks once over the plain bytes of a list, chunk by chunk. How they are cut into chunks makes no difference. */
export class ListSurvey {
  readonly #format: 'csv' | 'jsonl';
  readonly #maxLines: number;
  readonly #census = new TextCensus();
  readonly #cutter: RangeCutter;
  readonly #blocks = new LineBlocks();
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

  /** @returns why the list is refused already, where it is: the rest need not be read */
  push(chunk: Uint8Array): Refused | undefined {
    const nul = chunk.indexOf(NUL);
    const text = nul === -1 ? chunk : chunk.subarray(0, nul);
    this.#keepHead(text);
    const problem = this.#addBlock(this.#blocks.push(text)) ?? this.#refuseLongLine(this.#blocks.unfinished);
    if (problem !== undefined || nul === -1) return problem;
    return (
      this.#refuseOtherFile() ??
      refused('ENCODING_UNKNOWN', `line ${this.#line} has a zero byte: it is not text, or is UTF-16`)
    );
  }

  /** After the last chunk. */
  finish(): Surveyed | Refused {
    const unfinished = this.#blocks.unfinished;
    const problem = this.#addBlock(unfinished) ?? this.#refuseOtherFile();
    if (problem !== undefined) return problem;
    return {
      census: this.#census,
      head: this.#hasMark ? this.#head.subarray(UTF_8_MARK.length) : this.#head,
      hasMark: this.#hasMark,
      hasCountHeader: this.#hasCountHeader,
      ranges: this.#cutter.finish(),
      unfinished,
    };
  }

  #keepHead(text: Uint8Array): void {
    const free = HEAD_BYTES - this.#head.length;
    if (free > 0) this.#head = Buffer.concat([this.#head, text.subarray(0, free)]);
  }

  #addBlock(block: Uint8Array): Refused | undefined {
    if (block.length === 0) return undefined;
    this.#census.add(block, this.#line);
    for (let start = 0; start < block.length;) {
      const feed = block.indexOf(LINE_FEED, start);
      const end = feed === -1 ? block.length : feed + 1;
      const problem = this.#addLine(block, start, end);
      if (problem !== undefined) return problem;
      start = end;
    }
    return undefined;
  }

  #addLine(block: Uint8Array, start: number, end: number): Refused | undefined {
    if (end - start > MAX_LINE_BYTES) return this.#refuseLongLine(block.subarray(start, end));
    if (this.#line === 1) this.#startWith(block.subarray(start, end));
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
