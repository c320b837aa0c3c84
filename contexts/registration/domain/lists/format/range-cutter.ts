import type { LineRange } from '../list.ts';

export interface RangeSize {
  readonly maxRangeLines: number;
  readonly maxRangeBytes: number;
}

interface OpenRange {
  readonly number: number;
  readonly offsetBytes: number;
  readonly firstLine: number;
  lengthBytes: number;
  lineCount: number;
}

/** Cuts the lines of data into ranges of whole lines. Lines are told one after the other. */
export class RangeCutter {
  readonly #size: RangeSize;
  readonly #ranges: OpenRange[] = [];
  /** The last line that is not blank: blank ones behind it are no data. */
  #lastLine = 0;
  #end = 0;

  constructor(size: RangeSize) {
    this.#size = size;
  }

  /**
   * @param line its number in the file, from 1
   * @param offsetBytes of its first byte
   * @param lengthBytes with its line feed
   */
  add(line: number, offsetBytes: number, lengthBytes: number, isBlank: boolean): void {
    let range = this.#ranges.at(-1);
    if (range === undefined || this.#isFull(range, lengthBytes)) {
      range = { number: this.#ranges.length + 1, offsetBytes, firstLine: line, lengthBytes: 0, lineCount: 0 };
      this.#ranges.push(range);
    }
    range.lengthBytes += lengthBytes;
    range.lineCount += 1;
    if (isBlank) return;
    this.#lastLine = line;
    this.#end = offsetBytes + lengthBytes;
  }

  #isFull({ lineCount, lengthBytes }: OpenRange, moreBytes: number): boolean {
    const { maxRangeLines, maxRangeBytes } = this.#size;
    return lineCount >= maxRangeLines || lengthBytes + moreBytes > maxRangeBytes;
  }

  /** The ranges up to the last line that is not blank. */
  finish(): readonly LineRange[] {
    return this.#ranges
      .filter(({ firstLine }) => firstLine <= this.#lastLine)
      .map((range) => ({
        ...range,
        lengthBytes: Math.min(range.lengthBytes, this.#end - range.offsetBytes),
        lineCount: Math.min(range.lineCount, this.#lastLine - range.firstLine + 1),
      }));
  }
}
