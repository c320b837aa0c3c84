import type { ReadField } from './care-form.ts';
import type { LabelAnchor } from './label-anchors.ts';
import type { PageReading } from './page-reading.ts';
import { toReadField, withDoubt } from './read-field.ts';
import { fitValue } from './fit-value.ts';
import { nineDigits } from './value-kinds.ts';
import type { ValueSegment } from './value-segments.ts';

/** How far above a value its label may stand, in line heights. */
const farthestLabelAbove = 2.4;

/** Whether a printed label stands before or above a value, so that the value is that label's. */
function isLabelled(segment: ValueSegment, label: LabelAnchor, lineHeight: number): boolean {
  const isOnRow = label.top < segment.bottom && label.bottom > segment.top;
  if (isOnRow) return label.right <= segment.left;
  const isAbove = label.bottom <= segment.top && segment.top - label.bottom < farthestLabelAbove * lineHeight;
  return isAbove && label.left < segment.right && label.right > segment.left;
}

/**
 * The INPE where its label was not read: the only nine digits in the provider's part that no other label claims. Doubted,
 * since nothing on the form says what it is: only the register of providers and the name beside it can tell.
 */
export function findUnlabelledInpe(page: PageReading): ReadField<string> | undefined {
  const taken = new Set(page.values.flatMap(({ value }) => value.words));
  const found = page.segments
    .filter((segment) => !segment.words.some((word) => taken.has(word)))
    .filter((segment) => page.sectionOf(segment) === 'provider')
    .filter((segment) => !page.labels.some((label) => isLabelled(segment, label, page.frame.lineHeight)))
    .flatMap((segment) => {
      const fitted = fitValue(nineDigits, segment.words);
      return fitted?.parsed.doubts.length === 0
        ? [toReadField(fitted.parsed, fitted.words, page.frame.number)]
        : [];
    });
  const [first, ...others] = found;
  if (first === undefined || others.some((other) => other.value !== first.value)) return undefined;
  return withDoubt(first, 'LOW_CONFIDENCE');
}
