import { boxAround } from '../boxes.ts';
import type { Box, FieldSource, ReadField } from '../care-form.ts';
import type { ParsedValue } from '../parsed-value.ts';
import { guessPercent, sureConfidencePercent } from '../read-field.ts';
import type { SecondLook } from '../witnesses.ts';
import { isOnRow } from './row-slope.ts';

/** What a second look read at the place of a field. */
export interface SecondReading<T> {
  readonly parsed: ParsedValue<T>;
  readonly text: string;
  /** 0 to 100: the lowest among its words. */
  readonly confidencePercent: number;
  readonly source: FieldSource;
  /** How many looks at the place read the same: a line and, by itself, its letter. */
  readonly times: number;
}

/** Whether a second reading says something: no guess, and nothing of it corrected. */
export function isTelling({
  confidencePercent,
  parsed: { doubts },
}: Pick<SecondReading<unknown>, 'confidencePercent' | 'parsed'>): boolean {
  return confidencePercent >= guessPercent && doubts.length === 0;
}

/** What only second looks read, and the registry has: as sure as OCR was of it. */
export function foundInRegistry<T>({
  value,
  text,
  confidencePercent,
  source,
}: Pick<ReadField<T>, 'value' | 'text' | 'confidencePercent' | 'source'>): ReadField<T> {
  const isSure = confidencePercent >= sureConfidencePercent;
  return {
    value,
    text,
    confidencePercent: Math.round(confidencePercent),
    source,
    doubts: isSure ? [] : ['LOW_CONFIDENCE'],
    evidence: ['REGISTRY', 'SECOND_LOOK'],
  };
}

/** Room around the first reading's box, as ratios of its height: the second one is cut a little otherwise. */
const roomAlong = 0.5;
const roomAcross = 0.45;

/** Whether a word stands where a field does: most of the shorter of the two is beside the other, on the same line. */
function isAt(inner: Box, outer: Box, quarterTurns: number): boolean {
  const isUpright = quarterTurns % 2 === 0;
  const height = isUpright ? outer.height : outer.width;
  const roomX = height * (isUpright ? roomAlong : roomAcross);
  const roomY = height * (isUpright ? roomAcross : roomAlong);
  const sharedX =
    Math.min(inner.left + inner.width, outer.left + outer.width + roomX) -
    Math.max(inner.left, outer.left - roomX);
  const sharedY =
    Math.min(inner.top + inner.height, outer.top + outer.height + roomY) -
    Math.max(inner.top, outer.top - roomY);
  return (
    sharedX > leastShare * Math.min(inner.width, outer.width) &&
    sharedY > leastShare * Math.min(inner.height, outer.height)
  );
}

/** Share of the shorter of two boxes that they must have in common. */
const leastShare = 0.55;

/** How far along its text a box begins, on a page that needs so many quarter turns to stand upright. */
export function along({ left, top }: Box, quarterTurns: number): number {
  return [left, -top, -left, top][quarterTurns] ?? left;
}

/** A value among the words of a line: what it is, and which of them say so. */
export interface FoundAmong<T> {
  readonly parsed: ParsedValue<T>;
  /** 0-based indices of its words, the second one exclusive. */
  readonly words: readonly [from: number, to: number];
}

/** What a place is read for again: where it is, and what the first reading saw there. */
export type FirstReading = Pick<ReadField<unknown>, 'source'> &
  Partial<Pick<ReadField<unknown>, 'value' | 'text'>> & {
    /** Boxes of what was read of a row, where what is looked for may stand anywhere on it. */
    readonly row?: readonly Box[];
  };

const charactersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase();

/** Whether a text is another one that lost characters at an end: `35` of `350`, `B21` of `B210`. */
export function isCutShort(text: string, whole: string): boolean {
  const [part, all] = [charactersOf(text), charactersOf(whole)];
  return part !== '' && part.length < all.length && (all.startsWith(part) || all.endsWith(part));
}

/**
 * Looks for a value among the words that second looks read at a place: the first of the looks that reads it clearly, else the
 * surest; undefined where nothing of its kind stands there. A look that only lost characters of what the first reading and
 * another look agree on does not count: characters are lost at the edge of what was cut out, and none are invented there.
 */
export function findAgain<T>(
  { source: { page, box }, value, text: firstText = '', row = [] }: FirstReading,
  looks: readonly SecondLook[],
  find: (texts: readonly string[]) => FoundAmong<T> | undefined,
): SecondReading<T> | undefined {
  const readings = looks.flatMap((look): readonly Omit<SecondReading<T>, 'times'>[] => {
    if (look.page !== page || !isAt(box, look.box, look.quarterTurns)) return [];
    const there = look.lines
      .flatMap((line) => line.words)
      .filter((word) => /[\p{L}\p{N}]/u.test(word.text) && isAt(word.box, box, look.quarterTurns))
      .filter((word) => isOnRow(word.box, row, (4 - look.quarterTurns) % 4))
      .sort((a, b) => along(a.box, look.quarterTurns) - along(b.box, look.quarterTurns));
    const found = there.length === 0 ? undefined : find(there.map((word) => word.text));
    if (found === undefined) return [];
    const words = there.slice(...found.words);
    return [
      {
        parsed: found.parsed,
        text: words.map((word) => word.text).join(' '),
        confidencePercent: Math.min(...words.map((word) => word.confidencePercent)),
        source: { page, box: boxAround(words.map((word) => word.box)) },
      },
    ];
  });
  const [surest] = readings.toSorted(
    (one, other) =>
      one.parsed.doubts.length - other.parsed.doubts.length ||
      other.confidencePercent - one.confidencePercent,
  );
  const telling = readings.filter(isTelling);
  const same = telling.find(({ parsed }) => parsed.value === value);
  const isRestCutShort = telling.every(
    ({ parsed, text }) => parsed.value === value || isCutShort(text, firstText),
  );
  // The line comes first: without it `Z39` by itself looks like 739.
  const best = (isRestCutShort ? same : undefined) ?? telling[0] ?? surest;
  const times = readings.filter(({ parsed }) => parsed.value === best?.parsed.value).length;
  return best && { ...best, times };
}

/** Reads the place of a field in the second looks, all that stands there. */
export function readAgain<T>(
  first: FirstReading,
  looks: readonly SecondLook[],
  parse: (text: string) => ParsedValue<T> | undefined,
): SecondReading<T> | undefined {
  return findAgain(first, looks, (texts) => {
    const value = parse(texts.join(' '));
    return value && { parsed: value, words: [0, texts.length] };
  });
}
