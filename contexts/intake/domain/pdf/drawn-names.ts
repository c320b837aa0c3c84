import { FileFault } from '../file-fault.ts';

/** What a content draws by name (`/Name Do`, ISO 32000-1, 8.8), and how often. */
export interface DrawnNames {
  readonly names: ReadonlyMap<string, number>;
  /** How often it draws what cannot be told: by a text, by a name that is longer than names are. It may be anything that it could name. */
  readonly anything: number;
  /** How often it draws what the part of the page before it named last. */
  readonly ofPartBefore: number;
  /** What it names last, which the part behind it may draw. */
  readonly left: Operands;
}

/** What may be meant by the next `Do`. */
export interface Operands {
  readonly names: ReadonlySet<string>;
  readonly isAnything: boolean;
  /** Also what the part before it named last. */
  readonly isOfPartBefore: boolean;
}

/** By code: 1 for what stands between names and words. PDFium takes the bytes 80 and FF for blanks, too. */
const BETWEEN = new Uint8Array(256);
for (const code of Buffer.from('\0\t\n\f\r ()<>[]{}/%\x80\xff', 'latin1')) BETWEEN[code] = 1;
const [SLASH, D, O, PERCENT, CLOSE, GREATER] = [0x2f, 0x44, 0x6f, 0x25, 0x29, 0x3e];
const [LINE_FEED, CARRIAGE_RETURN] = [0x0a, 0x0d];
/** A page that draws more than this by name was not made to be read. */
const MOST_DRAWN = 20_000;
/** A name is 127 bytes at most; PDFium cuts it after 254 of them. */
const MOST_NAME_BYTES = 250;
/** Lines of more comments than that, each behind another name, are of no writer. */
const MOST_HELD = 16;

/** Where a name stands in the content; or no name at all. */
type Operand = readonly [start: number, end: number] | typeof ANYTHING | typeof PART_BEFORE;
const ANYTHING = 'anything';
const PART_BEFORE = 'part before';

/**
 * Strings, comments and data of images are gone over as all else is: it counts what looks like drawing there too, and nothing can be
 * hidden in them. A name before something that may be a comment counts beside the one that may stand in it.
 * @throws FileFault `TOO_COMPLEX`
 */
export function drawnNames(content: Uint8Array): DrawnNames {
  const tally = new Tally(content);
  let operand: Operand = PART_BEFORE;
  /** What may be meant besides: named before a comment that has ended. */
  const besides = new FewOperands();
  /** Named before what may be a comment, until the line ends; the part before may have ended within one. */
  const held = new FewOperands();
  held.add(PART_BEFORE);
  const name = (named: Operand): void => {
    operand = named;
    besides.clear();
  };
  for (let at = 0; at < content.byteLength; at += 1) {
    const code = content[at] ?? 0;
    if (code === PERCENT) {
      held.add(operand);
      held.addAll(besides);
    } else if (code === CLOSE || code === GREATER) name(ANYTHING);
    else if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      if (held.all.length === 0) continue;
      besides.addAll(held);
      held.clear();
    }
    if (BETWEEN[code] === 1 && code !== SLASH) continue;
    const start = code === SLASH ? at + 1 : at;
    let end = start;
    while (end < content.byteLength && BETWEEN[content[end] ?? 0] === 0) end += 1;
    if (code === SLASH) name([start, end]);
    else if (end - start === 2 && content[start] === D && content[start + 1] === O)
      tally.countAll(new Set([operand, ...besides.all]));
    else if (isTruth(content, start, end)) name(ANYTHING);
    at = Math.max(at, end - 1);
  }
  return tally.result(new Set([operand, ...besides.all, ...held.all]));
}

/** Each once; where they are too many to tell apart, they may be anything. */
class FewOperands {
  readonly #all: Operand[] = [];

  get all(): readonly Operand[] {
    return this.#all;
  }

  add(operand: Operand): void {
    if (this.#all[0] === ANYTHING || this.#all.includes(operand)) return;
    const isTooMany = this.#all.length === MOST_HELD;
    if (operand === ANYTHING || isTooMany) this.#all.length = 0;
    this.#all.push(isTooMany ? ANYTHING : operand);
  }

  addAll(others: FewOperands): void {
    for (const operand of others.#all) this.add(operand);
  }

  clear(): void {
    this.#all.length = 0;
  }
}

const TRUTHS = ['true', 'false'].map((word) => Buffer.from(word));

/** PDFium draws what is named so. */
const isTruth = (content: Uint8Array, start: number, end: number): boolean =>
  end - start >= 4 &&
  end - start <= 5 &&
  TRUTHS.some((word) => Buffer.compare(word, content.subarray(start, end)) === 0);

class Tally {
  readonly #content: Uint8Array;
  readonly #names = new Map<string, number>();
  #anything = 0;
  #ofPartBefore = 0;
  #times = 0;

  constructor(content: Uint8Array) {
    this.#content = content;
  }

  countAll(operands: ReadonlySet<Operand>): void {
    for (const operand of operands) {
      const name = this.#nameOf(operand);
      if (name !== undefined) this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
      else if (operand === PART_BEFORE) this.#ofPartBefore += 1;
      else this.#anything += 1;
    }
    this.#times += operands.size;
    if (this.#times > MOST_DRAWN) throw new FileFault('TOO_COMPLEX');
  }

  result(left: ReadonlySet<Operand>): DrawnNames {
    const names = [...left].flatMap((operand) => this.#nameOf(operand) ?? []);
    const isOfPartBefore = left.has(PART_BEFORE);
    return {
      names: this.#names,
      anything: this.#anything,
      ofPartBefore: this.#ofPartBefore,
      left: {
        names: new Set(names),
        isAnything: names.length + (isOfPartBefore ? 1 : 0) < left.size,
        isOfPartBefore,
      },
    };
  }

  /** @returns undefined of what is no name, and of one that readers cut at different places */
  #nameOf(operand: Operand): string | undefined {
    if (operand === ANYTHING || operand === PART_BEFORE) return undefined;
    const [start, end] = operand;
    if (end - start > MOST_NAME_BYTES) return undefined;
    return unescaped(Buffer.from(this.#content.subarray(start, end)).toString('latin1'));
  }
}

const unescaped = (name: string): string =>
  name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
