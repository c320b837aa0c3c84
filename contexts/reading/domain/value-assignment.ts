import type { LabelAnchor } from './label-anchors.ts';
import { middleY, type PageFrame } from './page-frame.ts';
import { PlacedIndex } from './placed-index.ts';
import { fitValue } from './fit-value.ts';
import { kindOfLabel } from './value-kinds.ts';
import { segmentOf, segmentText, type ValueSegment } from './value-segments.ts';

type Side = 'right' | 'below' | 'left';

export interface LabelledValue {
  readonly label: LabelAnchor;
  readonly value: ValueSegment;
  readonly side: Side;
}

interface Candidate extends LabelledValue {
  /** The run of words that this value takes, so that no other label gets it. */
  readonly segment: ValueSegment;
  readonly cost: number;
  readonly isTyped: boolean;
  readonly isClean: boolean;
}

/** Which sides of a label a form uses, found from the values that speak for themselves. */
interface SideCosts {
  readonly right: number;
  readonly below: number;
  readonly left: number | undefined;
}

function overlapsRow(a: { top: number; bottom: number }, b: { top: number; bottom: number }): boolean {
  return (
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.3 * Math.min(a.bottom - a.top, b.bottom - b.top)
  );
}

/** How far the value stands from the label on its side, or undefined where it does not stand there. */
function distanceOn(
  side: Side,
  label: LabelAnchor,
  segment: ValueSegment,
  frame: PageFrame,
): number | undefined {
  const { lineHeight, characterWidth } = frame;
  const rise = (middleY(label) - middleY(segment)) / lineHeight;
  if (side === 'below') {
    const gap = (segment.top - label.bottom) / lineHeight;
    const drop = -rise;
    if (
      drop < 0.7 ||
      gap > 2.4 ||
      segment.left > label.right + 6 * characterWidth ||
      segment.right < label.left - 2 * characterWidth
    ) {
      return undefined;
    }
    return 0.4 * drop + (0.02 * Math.abs(segment.left - label.left)) / characterWidth;
  }
  // Values float above the dotted line, and handwriting more so.
  if (rise > 1.25 || rise < -0.8) return undefined;
  const gap = side === 'right' ? segment.left - label.right : label.left - segment.right;
  return gap < -1.5 * characterWidth ? undefined : 0.8 * Math.abs(rise) + 2.5 * Math.max(gap, 0);
}

/** Labels and runs of words of a page, each by its place. */
interface PageIndex {
  readonly labels: PlacedIndex<LabelAnchor>;
  readonly segments: PlacedIndex<ValueSegment>;
}

/** Whether another label stands between, so that the value is that one's. */
function isBlocked(side: Side, label: LabelAnchor, segment: ValueSegment, { labels }: PageIndex): boolean {
  const between =
    side === 'below'
      ? { left: segment.left, right: segment.right, top: label.bottom, bottom: segment.top }
      : {
          left: side === 'right' ? label.right : segment.right,
          right: side === 'right' ? segment.left : label.left,
          top: Math.min(label.top, segment.top),
          bottom: Math.max(label.bottom, segment.bottom),
        };
  return labels.within(between).some((other) => {
    if (other === label || other.name === 'hint') return false;
    if (side === 'below') {
      const isBetween = other.top > label.bottom - 1e-6 && other.bottom <= segment.top + 1e-6;
      return isBetween && other.left < segment.right && other.right > segment.left;
    }
    if (!overlapsRow(other, label) && !overlapsRow(other, segment)) return false;
    return side === 'right'
      ? other.left >= label.right - 1e-6 && other.right <= segment.left + 1e-6
      : other.right <= label.left + 1e-6 && other.left >= segment.right - 1e-6;
  });
}

/** Runs of words on a side of a label, up to the next label on its row: beyond that one, all of them are its. */
function segmentsOn(
  side: Side,
  label: LabelAnchor,
  { labels, segments }: PageIndex,
  frame: PageFrame,
): readonly ValueSegment[] {
  const { lineHeight, characterWidth } = frame;
  if (side === 'below') {
    return segments.within({
      left: label.left - 2 * characterWidth,
      right: label.right + 6 * characterWidth,
      top: label.bottom - lineHeight,
      bottom: label.bottom + 2.5 * lineHeight,
    });
  }
  const row = { top: label.top - 1.3 * lineHeight, bottom: label.bottom + lineHeight };
  const isOnRow = (other: LabelAnchor): boolean =>
    other !== label && other.name !== 'hint' && overlapsRow(other, label);
  if (side === 'right') {
    const next = labels
      .within({ left: label.right, right: Number.POSITIVE_INFINITY, top: label.top, bottom: label.bottom })
      .filter((other) => isOnRow(other) && other.left >= label.right - 1e-6);
    const right = Math.min(Number.POSITIVE_INFINITY, ...next.map((other) => other.right));
    return segments.within({ ...row, left: label.right - 1.5 * characterWidth, right });
  }
  const previous = labels
    .within({ left: Number.NEGATIVE_INFINITY, right: label.left, top: label.top, bottom: label.bottom })
    .filter((other) => isOnRow(other) && other.right <= label.left + 1e-6);
  const left = Math.max(Number.NEGATIVE_INFINITY, ...previous.map((other) => other.left));
  return segments.within({ ...row, left, right: label.left + 1.5 * characterWidth });
}

const clearPercent = 40;

/**
 * The words between label and value that stood too far apart to be one run with it: a house number before a street. To
 * leave them out would make a value that looks right and is not.
 */
function withSkipped(label: LabelAnchor, segment: ValueSegment, { segments }: PageIndex): ValueSegment {
  const between = { left: label.right, right: segment.left, top: segment.top, bottom: segment.bottom };
  const skipped = segments
    .within(between)
    .filter(
      (other) =>
        other !== segment &&
        !other.isArabic &&
        overlapsRow(other, segment) &&
        other.left > label.right &&
        other.right <= segment.left + 1e-6 &&
        other.words.every((word) => word.confidencePercent >= clearPercent),
    );
  if (skipped.length === 0) return segment;
  return segmentOf([...[...skipped].sort((a, b) => a.left - b.left), segment].flatMap((one) => one.words));
}

function candidatesOf(
  labels: readonly LabelAnchor[],
  segments: readonly ValueSegment[],
  frame: PageFrame,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  const index: PageIndex = {
    labels: new PlacedIndex(labels, frame.lineHeight),
    segments: new PlacedIndex(
      segments.filter((segment) => !segment.isArabic),
      frame.lineHeight,
    ),
  };
  for (const label of labels) {
    const kind = kindOfLabel[label.name];
    if (kind === undefined) continue;
    for (const side of ['right', 'below', 'left'] as const) {
      for (const segment of segmentsOn(side, label, index, frame)) {
        const distance = distanceOn(side, label, segment, frame);
        if (distance === undefined || isBlocked(side, label, segment, index)) continue;
        const value = side === 'right' && !kind.isTyped ? withSkipped(label, segment, index) : segment;
        const fitted = fitValue<string | number>(kind, value.words);
        if (fitted === undefined) continue;
        const doubts = fitted.parsed.doubts.length;
        const lowest = Math.min(...fitted.words.map((word) => word.confidencePercent));
        const faint = lowest < 40 ? 1 : lowest < 60 ? 0.5 : 0;
        const unusual = kind.isUsual?.(segmentText(fitted.words)) === false ? 1 : 0;
        candidates.push({
          label,
          segment,
          value,
          side,
          cost: distance + 0.8 * doubts + faint + unusual,
          isTyped: kind.isTyped,
          isClean: doubts === 0,
        });
      }
    }
  }
  return candidates;
}

/** Gives each label at most one value and each value at most one label, the surest pairs first. */
function assign(candidates: readonly Candidate[], sides: SideCosts): readonly Candidate[] {
  const costOf = (candidate: Candidate): number =>
    candidate.cost + (sides[candidate.side] ?? Number.POSITIVE_INFINITY);
  const labels = new Set<LabelAnchor>();
  const segments = new Set<ValueSegment>();
  const chosen: Candidate[] = [];
  const possible = candidates.filter((candidate) => Number.isFinite(costOf(candidate)));
  for (const candidate of possible.sort((a, b) => costOf(a) - costOf(b))) {
    if (labels.has(candidate.label) || segments.has(candidate.segment)) continue;
    labels.add(candidate.label);
    segments.add(candidate.segment);
    chosen.push(candidate);
  }
  return chosen;
}

function sidesOf(candidates: readonly Candidate[]): SideCosts {
  const sure = assign(
    candidates.filter((candidate) => candidate.isTyped && candidate.isClean),
    { right: 1, below: 1.2, left: 2 },
  );
  const votes = (side: Side): number => sure.filter((candidate) => candidate.side === side).length;
  const left = votes('left') >= 2 && votes('left') > votes('right') ? 1 : undefined;
  return votes('below') > votes('right')
    ? { right: 3, below: 1, left }
    : { right: left === undefined ? 1 : 2.5, below: 2.5, left };
}

/**
 * Finds the value of each label: on its row to the right, below it, or to the left, whichever the form uses. Which side
 * that is, the dates and numbers tell first; names and addresses then follow the same side.
 */
export function assignValues(
  labels: readonly LabelAnchor[],
  segments: readonly ValueSegment[],
  frame: PageFrame,
): readonly LabelledValue[] {
  const candidates = candidatesOf(labels, segments, frame);
  return assign(candidates, sidesOf(candidates));
}
