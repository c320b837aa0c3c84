import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../list.ts';
import { LINE_FEED } from './line-blocks.ts';

/** Bytes that are no character of Windows-1252. */
const NOT_IN_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const FIRST_HIGH = 0x80;
/** Letters of Windows-1252 and Windows-1256 begin here; below are signs, and letters of rare use. */
const FIRST_LETTER = 0xc0;
/** Accented letters stand alone or in twos; Arabic words are longer. */
const ARABIC_WORD = 3;
/** Of a hundred groups of high bytes, so many Arabic words make the text Arabic. */
const ARABIC_PERCENT = 2;
/** A line of another encoding is valid UTF-8 by accident less often than one in so many. */
const ACCIDENTS = 20;

/** Why the encoding of a text is not known; complete sentence for the sender, without any of the text. */
export interface UnknownEncoding {
  readonly problem: string;
}

/**
 * What a text's bytes tell of its encoding. Counted line by line, so that it does not matter how the bytes came in: no
 * character is cut by a line feed in UTF-8 or in the one-byte encodings.
 */
export class TextCensus {
  #utf8Lines = 0;
  #otherLines = 0;
  #firstOtherLine = 0;
  #groups = 0;
  #arabicWords = 0;
  #highBytes = 0;
  #signs = 0;
  #firstLineNotIn1252 = 0;

  /** @param block whole lines; @param firstLine number of the first of them */
  add(block: Uint8Array, firstLine: number): void {
    if (isAscii(block)) return;
    const isAllUtf8 = isUtf8(block);
    let line = firstLine;
    for (let start = 0; start < block.length; line += 1) {
      const feed = block.indexOf(LINE_FEED, start);
      const end = feed === -1 ? block.length : feed;
      this.#addLine(block.subarray(start, end), line, isAllUtf8);
      start = end + 1;
    }
  }

  #addLine(bytes: Uint8Array, line: number, isKnownUtf8: boolean): void {
    if (isAscii(bytes)) return;
    if (isKnownUtf8 || isUtf8(bytes)) {
      this.#utf8Lines += 1;
      return;
    }
    this.#otherLines += 1;
    if (this.#firstOtherLine === 0) this.#firstOtherLine = line;
    let group = 0;
    for (const byte of bytes) {
      if (byte >= FIRST_HIGH) {
        this.#highBytes += 1;
        if (byte < FIRST_LETTER) this.#signs += 1;
        if (NOT_IN_1252.has(byte) && this.#firstLineNotIn1252 === 0) this.#firstLineNotIn1252 = line;
      }
      if (byte >= FIRST_LETTER) {
        group += 1;
        continue;
      }
      this.#endGroup(group);
      group = 0;
    }
    this.#endGroup(group);
  }

  #endGroup(length: number): void {
    if (length === 0) return;
    this.#groups += 1;
    if (length >= ARABIC_WORD) this.#arabicWords += 1;
  }

  /**
   * @param declared by the sender
   * @param hasMark the text begins with the byte order mark of UTF-8
   */
  encoding(declared: TextEncoding | undefined, hasMark: boolean): TextEncoding | UnknownEncoding {
    const saysUtf8 = hasMark || declared === 'utf-8';
    if (this.#otherLines === 0) {
      if (declared !== undefined && declared !== 'utf-8' && (hasMark || this.#utf8Lines > 0))
        return { problem: `it was announced as ${declared}, but is UTF-8` };
      return declared ?? 'utf-8';
    }
    if (saysUtf8)
      return {
        problem: `line ${this.#firstOtherLine} is not UTF-8, although ${hasMark ? 'the file begins as UTF-8 does' : 'that was announced'}`,
      };
    if (this.#utf8Lines * ACCIDENTS > this.#otherLines)
      return { problem: `line ${this.#firstOtherLine} is not UTF-8, although other lines are` };
    return this.#oneByteEncoding(declared);
  }

  #oneByteEncoding(declared: TextEncoding | undefined): TextEncoding | UnknownEncoding {
    const isArabic = this.#arabicWords * 100 >= this.#groups * ARABIC_PERCENT && this.#arabicWords > 0;
    const encoding = declared ?? (isArabic ? 'windows-1256' : 'windows-1252');
    if (encoding !== 'windows-1252') return encoding;
    if (this.#firstLineNotIn1252 > 0)
      return { problem: `line ${this.#firstLineNotIn1252} has a byte that is no character of Windows-1252` };
    // In French text accented letters are far more than signs; in the encodings of DOS and of old Macs they are where signs are.
    if (declared === undefined && this.#signs * 2 > this.#highBytes)
      return {
        problem: 'its accented letters are not those of Windows-1252 or UTF-8 (perhaps of DOS or Mac)',
      };
    return encoding;
  }
}
