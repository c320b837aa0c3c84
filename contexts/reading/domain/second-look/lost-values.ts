import { parseActCode } from '../act-codes.ts';
import { canOnlyBeCoefficient, doubtCountLike, lacksCoefficient } from '../acts/count-like.ts';
import { isMiddleIn } from '../boxes.ts';
import type { CareFormAct, FieldSource, ReadField } from '../care-form.ts';
import { parseDate } from '../date-parser.ts';
import { knownKeyLetters, lettersOfOne } from '../key-letters.ts';
import type { OcrText } from '../ocr-document.ts';
import { parsed } from '../parsed-value.ts';
import { guessPercent, withDoubt } from '../read-field.ts';
import type { SecondLook } from '../witnesses.ts';
import { foundOnly } from './compare-readings.ts';
import { coefficientOf } from './parse-again.ts';
import { findAgain, type FirstReading, type FoundAmong, type SecondReading } from './read-again.ts';
import { fieldBoxesOf } from './row-boxes.ts';

/** What the first reading lost of the line of an act, and what it took something else for because of that. */

/** The place of an act's row, with what was read of it. */
function rowOf(act: CareFormAct): FirstReading {
  return { source: act.source, row: fieldBoxesOf(act) };
}

/** A letter that tariffs know, alone or with its coefficient, anywhere on the line of an act whose letter was not read. */
export function missingLetter(
  act: CareFormAct,
  looks: readonly SecondLook[],
): SecondReading<string> | undefined {
  return findAgain(rowOf(act), looks, (texts) => {
    const found = texts.flatMap((text, at): readonly FoundAmong<string>[] => {
      const letter = /^([A-Z]{1,5}?)(?:[.x×X=:]?\d{1,4})?$/.exec(text.replace(/[.,;:]+$/, ''))?.[1] ?? '';
      return knownKeyLetters.has(letter) ? [{ parsed: parsed(letter), words: [at, at + 1] }] : [];
    });
    return found.length === 1 ? found[0] : undefined;
  });
}

/** The looks without the words that the first reading has of a line: what is left is what it lost. */
function withoutRead(act: CareFormAct, looks: readonly SecondLook[]): readonly SecondLook[] {
  const read = fieldBoxesOf(act);
  const isRead = ({ box }: OcrText): boolean =>
    read.some((one) => isMiddleIn(box, one) || isMiddleIn(one, box));
  return looks.map((look) => ({
    ...look,
    lines: look.lines.map((line) => ({ ...line, words: line.words.filter((word) => !isRead(word)) })),
  }));
}

/**
 * The coefficient of a graded act that was not read: the one number on its line that is nothing else. One as small as a count, or that
 * counts the rows, may be that all the same.
 * @param line 0-based index of the act
 */
export function missingCoefficient(
  act: CareFormAct,
  line: number,
  looks: readonly SecondLook[],
): ReadField<number> | undefined {
  if (!lacksCoefficient(act)) return undefined;
  const found = findAgain(rowOf(act), withoutRead(act, looks), (texts) => {
    const numbers = texts.flatMap((text, at): readonly FoundAmong<number>[] => {
      const coefficient = /^[x×*]?\d{1,4}$/i.test(text) ? coefficientOf(text) : undefined;
      return coefficient === undefined ? [] : [{ parsed: coefficient, words: [at, at + 1] }];
    });
    return numbers.length === 1 ? numbers[0] : undefined;
  });
  const field = foundOnly(found);
  if (field === undefined) return undefined;
  const isSure = canOnlyBeCoefficient(field, act.keyLetter?.value ?? '') && field.value !== (line + 1) * 100;
  return isSure ? field : withDoubt(field, 'CONFLICTING_VALUES');
}

/**
 * Counts of one beside consultations that stand in the column of a coefficient which only a second look found: they are coefficients
 * too, and nothing is counted.
 */
export function withoutCoefficientsForCounts(
  acts: readonly CareFormAct[],
  before: readonly CareFormAct[],
): readonly CareFormAct[] {
  const found = acts.flatMap(({ coefficientHundredths: coefficient }, line) =>
    coefficient === undefined || before[line]?.coefficientHundredths !== undefined
      ? []
      : [coefficient.source],
  );
  return acts.map((act) => {
    const { quantity, coefficientHundredths: coefficient, keyLetter } = act;
    const isCoefficient =
      quantity?.value === 1 &&
      coefficient === undefined &&
      lettersOfOne.has(keyLetter?.value ?? '') &&
      found.some((source) => areInOneColumn(quantity.source, source));
    if (!isCoefficient) return act;
    return { ...act, quantity: undefined, coefficientHundredths: { ...quantity, value: 100 } };
  });
}

/** Whether two places of an upright page are in one column. */
function areInOneColumn(one: FieldSource, other: FieldSource): boolean {
  const shared =
    Math.min(one.box.left + one.box.width, other.box.left + other.box.width) -
    Math.max(one.box.left, other.box.left);
  return one.page === other.page && shared > 0;
}

const longestDateWords = 3;

/** A day anywhere on the line of an act whose day was not read. */
export function missingDate(
  act: CareFormAct,
  looks: readonly SecondLook[],
): SecondReading<string> | undefined {
  return findAgain(rowOf(act), looks, (texts) => {
    const days = texts.flatMap((text, from): readonly FoundAmong<string>[] => {
      if (!/^\d/.test(text)) return [];
      for (let to = from + 1; to <= Math.min(texts.length, from + longestDateWords); to += 1) {
        const date = parseDate(texts.slice(from, to).join(' '));
        if (date?.doubts.length === 0) return [{ parsed: date, words: [from, to] }];
      }
      return [];
    });
    const [only, ...others] = days;
    return others.some((other) => other.parsed.value !== only?.parsed.value) ? undefined : only;
  });
}

/**
 * The coefficient beside a letter that only the second look found. A number in the letter's own word (`Z16`) is the coefficient:
 * what was taken for it before is something else, a count perhaps.
 */
export function besideFoundLetter(
  coefficient: ReadField<number> | undefined,
  letter: ReadField<string> | undefined,
): ReadField<number> | undefined {
  const own = letter && parseActCode(letter.text).coefficientHundredths;
  if (coefficient !== undefined && own !== undefined && own.value !== coefficient.value)
    return withDoubt(coefficient, 'CONFLICTING_VALUES');
  const isBoth =
    coefficient !== undefined &&
    letter !== undefined &&
    [coefficient, letter].every(({ evidence }) => evidence?.includes('SECOND_LOOK') === true);
  return isBoth && canOnlyBeCoefficient(coefficient, letter.value)
    ? { ...coefficient, doubts: coefficient.doubts.filter((doubt) => doubt !== 'CONFLICTING_VALUES') }
    : doubtCountLike(coefficient, letter?.value);
}

/**
 * A count of one that was a guess: the wall of a cell looks like it. Where a second look reads day and amount of the line again and no
 * figure there, nothing is counted.
 */
function isWallForCount(
  { quantity, dateOfCare, billedCentimes }: CareFormAct,
  looks: readonly SecondLook[],
): boolean {
  if (quantity?.value !== 1 || quantity.confidencePercent >= guessPercent) return false;
  const isReadAgain = [dateOfCare, billedCentimes].every(
    (field) => field?.evidence?.includes('SECOND_LOOK') === true,
  );
  const figure = findAgain({ source: quantity.source }, looks, (texts) => {
    const at = texts.findIndex((text) => /^\D*\d{1,3}\D*$/.test(text));
    return at < 0 ? undefined : { parsed: parsed(at), words: [at, at + 1] };
  });
  return isReadAgain && figure === undefined;
}

/** Takes away counts that are none, unless other lines are counted. */
export function withoutWalls(
  acts: readonly CareFormAct[],
  looks: readonly SecondLook[],
): readonly CareFormAct[] {
  const counted = acts.filter(({ quantity }) => quantity !== undefined);
  if (!counted.every((act) => isWallForCount(act, looks))) return acts;
  return acts.map((act) => ({ ...act, quantity: undefined }));
}
