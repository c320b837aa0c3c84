import { readActsTable, type ActsTable } from './acts-table.ts';
import { findLabels, type LabelAnchor } from './label-anchors.ts';
import type { LabelName, SectionName } from './label-lexicon/label-entry.ts';
import type { PageFrame, PageWord } from './page-frame.ts';
import { sectionFinder } from './form-sections.ts';
import { findSegments, type ValueSegment } from './value-segments.ts';
import { assignValues, type LabelledValue } from './value-assignment.ts';
import { groupRows, type VisualRow } from './visual-rows.ts';

/** Everything that was found on a page (or on the part of a page that holds one form), before it becomes fields. */
export interface PageReading {
  readonly frame: PageFrame;
  readonly rows: readonly VisualRow[];
  readonly labels: readonly LabelAnchor[];
  readonly labelWords: ReadonlySet<PageWord>;
  readonly segments: readonly ValueSegment[];
  readonly values: readonly LabelledValue[];
  readonly table: ActsTable;
  sectionOf(placed: Pick<LabelAnchor, 'left' | 'top' | 'bottom'>): SectionName | undefined;
}

/** Finds labels, the table of acts and the values of the labels on a page. */
export function readPage(frame: PageFrame): PageReading {
  const rows = groupRows(frame.words, frame);
  const labels = findLabels(rows, frame);
  const table = readActsTable(rows, labels, frame);
  const segments = findSegments(rows, labels, frame).filter(
    (segment) => !segment.words.some((word) => table.words.has(word)),
  );
  return {
    frame,
    rows,
    labels,
    labelWords: new Set(labels.flatMap((label) => label.words)),
    segments,
    values: assignValues(labels, segments, frame),
    table,
    sectionOf: sectionFinder(labels, frame),
  };
}

export function hasLabel(page: PageReading, ...names: readonly LabelName[]): boolean {
  return page.labels.some((label) => names.includes(label.name));
}
