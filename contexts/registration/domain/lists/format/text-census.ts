import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../list.ts';
import { checkDeclared, tellEncoding, type Evidence, type UnknownEncoding } from './tell-encoding.ts';
import { isDifferentArabic, WordEvidence } from './word-evidence.ts';

/** A line of another encoding is valid UTF-8 by accident less often than one in so many. */
const ACCIDENTS = 20;

/**
 * What a text's bytes tell of its encoding. Counted line by line, so that it does not matter how the bytes came in: no
 * character is cut by the end of a line in UTF-8 or in the one-byte encodings.
 */
export class TextCensus {
  readonly #endByte: number;
  readonly #evidence: Evidence = {
    'windows-1252': new WordEvidence('windows-1252'),
    'windows-1256': new WordEvidence('windows-1256'),
    'iso-8859-6': new WordEvidence('iso-8859-6'),
  };
  #utf8Lines = 0;
  #otherLines = 0;
  #firstOtherLine = 0;
  #isDifferentArabic = false;

  /** @param endByte that ends a line */
  constructor(endByte: number) {
    this.#endByte = endByte;
  }

  /** @param block whole lines; @param firstLine number of the first of them */
  add(block: Uint8Array, firstLine: number): void {
    if (isAscii(block)) return;
    const isAllUtf8 = isUtf8(block);
    let line = firstLine;
    for (let start = 0; start < block.length; line += 1) {
      const place = block.indexOf(this.#endByte, start);
      const end = place === -1 ? block.length : place;
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
    for (const evidence of Object.values(this.#evidence)) evidence.addLine(bytes, line);
    this.#isDifferentArabic ||= isDifferentArabic(bytes);
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
    return declared === undefined
      ? tellEncoding(this.#evidence, this.#isDifferentArabic)
      : checkDeclared(this.#evidence[declared]);
  }
}
