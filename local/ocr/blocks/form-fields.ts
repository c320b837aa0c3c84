import type { Corner, RecognisedCheckBox, RecognisedPage, RecognisedText } from '../engine/ocr-engine.ts';
import { boxAround, onOneRow, readingFrameOf, type ReadingFrame, type UprightBox } from './reading-frame.ts';

/** A label of a form and what was entered for it: words, a check box, or nothing. */
export interface FormField {
  readonly keyWords: readonly RecognisedText[];
  readonly keyPolygon: readonly Corner[];
  readonly value:
    | { readonly kind: 'words'; readonly words: readonly RecognisedText[] }
    | { readonly kind: 'check-box'; readonly checkBox: RecognisedCheckBox };
  readonly valuePolygon: readonly Corner[];
  readonly confidencePercent: number;
}

interface PlacedWord {
  readonly text: RecognisedText;
  readonly box: UprightBox;
  readonly endsKey: boolean;
}

/** The label of a check box goes on over gaps of at most this many times its height. */
const labelGapInHeights = 1.5;
/** A value that is a line of its own lies at most this share of the page's width to the right of its label. */
const valueReachOfPageWidth = 0.35;
/** What is written or typed into a form floats above its dotted line, by up to this many times its height. */
const valueFloatInHeights = 1.15;

/**
 * Finds fields the plain way that a printed form allows: check boxes with the words beside them, and `label :`
 * with the words to its right. Labels without a colon, and values below their label, are not found.
 */
export function findFormFields(page: RecognisedPage): FormField[] {
  const frame = readingFrameOf(page.lines, page.widthPixels, page.heightPixels);
  const rows = page.lines.map((line) =>
    line.words.map((text) => ({
      text,
      box: frame.upright(text.polygon),
      endsKey: /[:：]$/.test(text.text.trim()),
    })),
  );
  const boxes = page.checkBoxes.map((checkBox) => ({ checkBox, box: frame.upright(checkBox.polygon) }));
  const taken = new Set<PlacedWord>();
  const fields: FormField[] = [];
  for (const { checkBox, box } of boxes) {
    const label = labelBeside(
      box,
      rows.flat(),
      boxes.map((other) => other.box),
      taken,
    );
    label.forEach((word) => taken.add(word));
    if (label.length > 0) {
      fields.push({
        ...keyOf(label, frame),
        value: { kind: 'check-box', checkBox },
        valuePolygon: checkBox.polygon,
        confidencePercent: checkBox.confidencePercent,
      });
    }
  }
  const freeRows = rows.map((row) => row.filter((word) => !taken.has(word))).filter((row) => row.length > 0);
  const reach = page.widthPixels * valueReachOfPageWidth;
  return [...fields, ...freeRows.flatMap((row) => fieldsOfRow(row, freeRows, reach, frame))];
}

/** The words right of a check box up to a gap or the next box; where there are none, those left of it. */
function labelBeside(
  box: UprightBox,
  words: readonly PlacedWord[],
  boxes: readonly UprightBox[],
  taken: ReadonlySet<PlacedWord>,
): PlacedWord[] {
  const onRow = words.filter((word) => !taken.has(word) && !word.endsKey && onOneRow(box, word.box));
  const height = box.bottom - box.top;
  const middle = (box.left + box.right) / 2;
  const right = onRow.filter((word) => word.box.left > middle).sort((a, b) => a.box.left - b.box.left);
  const nextBox = Math.min(
    ...boxes.filter((other) => other.left > box.right && onOneRow(box, other)).map((other) => other.left),
  );
  const rightLabel = uninterrupted(
    right.filter((word) => word.box.right <= nextBox),
    box.right,
    height,
  );
  if (rightLabel.length > 0) {
    return rightLabel;
  }
  const left = onRow.filter((word) => word.box.right < middle).sort((a, b) => b.box.right - a.box.right);
  const nearest = left[0];
  return nearest !== undefined && box.left - nearest.box.right <= height * labelGapInHeights ? [nearest] : [];
}

function uninterrupted(words: readonly PlacedWord[], startX: number, height: number): PlacedWord[] {
  const label: PlacedWord[] = [];
  let end = startX;
  for (const word of words) {
    if (word.box.left - end > height * labelGapInHeights) {
      break;
    }
    label.push(word);
    end = word.box.right;
  }
  return label;
}

function fieldsOfRow(
  row: readonly PlacedWord[],
  rows: readonly (readonly PlacedWord[])[],
  reach: number,
  frame: ReadingFrame,
): FormField[] {
  const ends = row.flatMap((word, index) => (word.endsKey ? [index] : []));
  let keyStart = 0;
  return ends.map((end, position) => {
    const key = row.slice(keyStart, end + 1);
    const nextEnd = ends[position + 1];
    keyStart = nextEnd === undefined ? row.length : end + 1 + valueLength(row.slice(end + 1, nextEnd));
    const beside = row.slice(end + 1, keyStart);
    const value = beside.length > 0 || nextEnd !== undefined ? beside : valueInNextLine(key, rows, reach);
    const keyBox = boxAround(key.map((word) => word.box));
    const emptyValue = { ...keyBox, left: keyBox.right };
    const all = [...key, ...value];
    return {
      ...keyOf(key, frame),
      value: { kind: 'words', words: value.map((word) => word.text) },
      valuePolygon: frame.polygonOf(value.length > 0 ? boxAround(value.map((word) => word.box)) : emptyValue),
      confidencePercent: Math.min(...all.map((word) => word.text.confidencePercent)),
    };
  });
}

/** How many of the words between two colons are the first one's value: up to the widest gap, leaving a label. */
function valueLength(between: readonly PlacedWord[]): number {
  let length = 0;
  let widest = -Infinity;
  for (const [index, word] of between.entries()) {
    const previous = between[index - 1];
    const gap = previous === undefined ? -Infinity : word.box.left - previous.box.right;
    if (previous !== undefined && gap >= widest) {
      widest = gap;
      length = index;
    }
  }
  return length;
}

/** The nearest line on the same row to the right, unless it is a label itself. */
function valueInNextLine(
  key: readonly PlacedWord[],
  rows: readonly (readonly PlacedWord[])[],
  reach: number,
): readonly PlacedWord[] {
  const keyBox = boxAround(key.map((word) => word.box));
  const candidates = rows
    .map((words) => ({ words, box: boxAround(words.map((word) => word.box)) }))
    .filter(({ box }) => box.left >= keyBox.right && box.left - keyBox.right <= reach)
    .filter(({ box }) => onOneRow(keyBox, box) || floatsAbove(keyBox, box))
    .sort((a, b) => a.box.left - b.box.left);
  const nearest = candidates[0];
  return nearest === undefined || nearest.words.some((word) => word.endsKey) ? [] : nearest.words;
}

function floatsAbove(key: UprightBox, value: UprightBox): boolean {
  const rise = (key.top + key.bottom) / 2 - (value.top + value.bottom) / 2;
  const height = Math.max(key.bottom - key.top, value.bottom - value.top);
  return rise > 0 && rise < height * valueFloatInHeights;
}

function keyOf(
  words: readonly PlacedWord[],
  frame: ReadingFrame,
): Pick<FormField, 'keyWords' | 'keyPolygon'> {
  return {
    keyWords: words.map((word) => word.text),
    keyPolygon: frame.polygonOf(boxAround(words.map((word) => word.box))),
  };
}
