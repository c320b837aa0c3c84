import type { LabelAnchor } from './label-anchors.ts';
import type { LabelName } from './label-lexicon/label-entry.ts';
import { middleY, type PageCheckBox, type PageFrame, type PageWord } from './page-frame.ts';

/** One of several answers of which one is ticked. */
export interface Option<T> {
  readonly value: T;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly PageWord[];
  /** A mark that OCR ran into the option's own word. */
  readonly glued?: 'ticked' | 'empty' | undefined;
}

export interface TickedOption<T> {
  readonly value: T;
  /** The mark and the option's words. */
  readonly words: readonly PageWord[];
  readonly confidencePercent: number;
}

/** What OCR makes of a ticked box. */
const tickedMark = /^[[({|]?\s*(?:[xX×✗✘☒☑✓✔⊠■]|XI|IX)\s*[\])}|]?$/u;
/** What OCR makes of a box that is empty. */
const emptyMark = /^(?:[[({|]?\s*[OoQ0DJIUCL☐□_]?\s*[\])}|J]|[OQD0☐□]|\[[OQJI]?)$/u;
const gluedMark = /^(?:[[({|]\s*[xX×]\s*[\])}|]|[☒☑✓✔✗✘⊠■×])\s*(?=\p{L})/u;

export function isTickedMark(text: string): boolean {
  return tickedMark.test(text);
}

export function isEmptyMark(text: string): boolean {
  return emptyMark.test(text);
}

/** Whether a word begins with a mark that OCR ran into it: `☒Conjoint`, `[x]Enfant`. */
function beginsWithMark(text: string): boolean {
  return gluedMark.test(text);
}

export function optionsOf<T>(
  labels: readonly LabelAnchor[],
  values: Partial<Record<LabelName, T>>,
): readonly Option<T>[] {
  return labels.flatMap((label) => {
    const value = values[label.name];
    return value === undefined ? [] : [{ ...label, value }];
  });
}

/**
 * How sure a tick is: with empty boxes at all other options it is the tick; a clear cross alone is one, since nobody
 * else writes crosses there; a faint one may be a speck.
 */
export const provenMarkPercent = 90;
const clearMarkPercent = 80;
export const faintMarkPercent = 60;

type MarkKind = 'ticked' | 'empty';

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function isOnRow(mark: Extent, option: Extent, frame: PageFrame): boolean {
  return Math.abs(middleY(mark) - middleY(option)) < 1.1 * frame.lineHeight;
}

/** Whether the mark stands nearer to a word that is no known option: it is that one's, whatever it says. */
function isNearerToOther(
  mark: PageWord,
  option: { readonly words: readonly PageWord[] },
  gap: number,
  frame: PageFrame,
): boolean {
  return frame.words.some((word) => {
    if (word === mark || option.words.includes(word) || !/\p{L}{3}/u.test(word.text)) return false;
    if (!isOnRow(mark, word, frame)) return false;
    const other = Math.max(word.left - mark.right, mark.left - word.right);
    return other >= -0.3 * frame.characterWidth && Math.max(other, 0) < 0.7 * gap;
  });
}

/**
 * The option that a mark belongs to: the nearest one on its row; `unclear` where the option on its other side is about
 * as near.
 */
function optionOf<T>(
  mark: PageWord,
  options: readonly Option<T>[],
  frame: PageFrame,
): Option<T> | 'unclear' | undefined {
  const near = options
    .filter((option) => isOnRow(mark, option, frame))
    .map((option) => ({ option, gap: Math.max(option.left - mark.right, mark.left - option.right, 0) }))
    .filter(({ gap }) => gap < 4 * frame.characterWidth)
    .sort((a, b) => a.gap - b.gap);
  const [first, second] = near;
  if (first === undefined || isNearerToOther(mark, first.option, first.gap, frame)) return undefined;
  return second !== undefined && second.gap < 1.6 * first.gap + 0.3 * frame.characterWidth
    ? 'unclear'
    : first.option;
}

/**
 * Decides by the check boxes that form analysis found. The boxes stand all before or all after their options; which of
 * the two, the smaller sum of distances tells.
 */
function tickedByBoxes<T>(
  options: readonly Option<T>[],
  boxes: readonly PageCheckBox[],
  frame: PageFrame,
): TickedOption<T> | undefined {
  const paired = (side: 'before' | 'after') =>
    options.map((option) => {
      const gapTo = (box: PageCheckBox): number =>
        side === 'before' ? option.left - box.right : box.left - option.right;
      const near = boxes
        .filter(
          (box) =>
            isOnRow(box, option, frame) &&
            gapTo(box) > -frame.characterWidth &&
            gapTo(box) < 6 * frame.characterWidth,
        )
        .sort((a, b) => gapTo(a) - gapTo(b));
      const box = near.at(0);
      return box === undefined ? undefined : { option, box, gap: Math.max(gapTo(box), 0) };
    });
  const complete = [paired('before'), paired('after')]
    .map((pairs) => pairs.flatMap((pair) => pair ?? []))
    .filter((pairs) => pairs.length === options.length)
    .sort((a, b) => sumOfGaps(a) - sumOfGaps(b));
  const ticked = complete.at(0)?.filter(({ box }) => box.isSelected) ?? [];
  const [only] = ticked;
  if (only === undefined || ticked.length > 1) return undefined;
  return {
    value: only.option.value,
    words: only.option.words,
    confidencePercent: only.box.confidencePercent,
  };
}

function sumOfGaps(pairs: readonly { gap: number }[]): number {
  return pairs.reduce((sum, { gap }) => sum + gap, 0);
}

interface FoundMark<T> {
  readonly option: Option<T>;
  readonly kind: MarkKind;
  /** The word that is or holds the mark. */
  readonly mark: PageWord;
  readonly words: readonly PageWord[];
}

/** The marks that text detection read, each with its option; undefined where a tick cannot be distinguished from its neighbour's. */
function marksOf<T>(options: readonly Option<T>[], frame: PageFrame): readonly FoundMark<T>[] | undefined {
  const found: FoundMark<T>[] = options.flatMap((option) => {
    const kind =
      option.glued ?? (option.words.some((word) => beginsWithMark(word.text)) ? 'ticked' : undefined);
    const [mark] = option.words;
    return kind === undefined || mark === undefined ? [] : [{ option, kind, mark, words: option.words }];
  });
  const optionWords = new Set(options.flatMap((option) => option.words));
  for (const word of frame.words) {
    const kind = isTickedMark(word.text) ? 'ticked' : isEmptyMark(word.text) ? 'empty' : undefined;
    if (kind === undefined || optionWords.has(word)) continue;
    const option = optionOf(word, options, frame);
    if (option === 'unclear') {
      if (kind === 'ticked') return undefined;
    } else if (option !== undefined) found.push({ option, kind, mark: word, words: [word, ...option.words] });
  }
  return found;
}

/**
 * Finds the one option that is ticked: by the check boxes where the service gave them, else by a cross or tick that
 * text detection read as a word of its own or as part of the option. No mark, or marks at several options: undefined.
 */
export function tickedOption<T>(
  options: readonly Option<T>[],
  frame: PageFrame,
): TickedOption<T> | undefined {
  if (options.length === 0) return undefined;
  const byBoxes = tickedByBoxes(options, frame.checkBoxes, frame);
  if (byBoxes !== undefined) return byBoxes;
  const marks = marksOf(options, frame) ?? [];
  const ticked = marks.filter((mark) => mark.kind === 'ticked');
  const [only] = ticked;
  if (only === undefined || ticked.some((mark) => mark.option.value !== only.option.value)) return undefined;
  const isClear = only.mark.confidencePercent >= clearMarkPercent;
  const isProven =
    options.length > 1 &&
    options.every(
      (option) =>
        option === only.option || marks.some((mark) => mark.kind === 'empty' && mark.option === option),
    );
  return {
    value: only.option.value,
    words: only.words,
    confidencePercent: isProven ? provenMarkPercent : isClear ? clearMarkPercent : faintMarkPercent,
  };
}
