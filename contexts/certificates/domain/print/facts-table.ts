import { schemeNames } from '#shared';
import type { CertifiedFacts } from '../certificate.ts';
import { wording, writtenDay } from '../wording.ts';
import { GREEN, MARGIN, PALE_GREEN, PAGE_WIDTH, printPair, RIGHT, shrinkOf, type Pair } from './layout.ts';
import { GREY, type PagePen } from './page-pen.ts';
import { printedName } from './printed-name.ts';

const ROW_HEIGHT = 25;
const LABEL_WIDTH = 122;
const PADDING = 8;
const LABEL = { size: 9.5, colour: GREY } as const;
const VALUE = { size: 11.5, weight: 'bold' } as const;
/** From the top of a row to its base line. */
const BASELINE = 16.5;
const LABELS = { left: MARGIN + PADDING, right: RIGHT - PADDING };
const VALUES = { left: MARGIN + LABEL_WIDTH + PADDING, right: RIGHT - LABEL_WIDTH - PADDING };
/** Below this, both ways of writing a name get a row each. */
const SMALLEST_SHRINK = 0.85;

/** A value that is the same in both languages, or one in each. */
type Row = readonly [label: Pair, value: string | Pair];

/**
 * The facts of the insured person: French labels at the left, Arabic ones at the right, values between them.
 * @returns where the table ends
 */
export function printFacts(pen: PagePen, facts: CertifiedFacts, top: number): number {
  const { ramedNumber } = facts;
  const rows: readonly Row[] = [
    [wording.registrationNumber, grouped(facts.registrationNumber)],
    ...nameRows(pen, printedName(facts.name)),
    [wording.birthDate, writtenDay(facts.birthDate)],
    ...(ramedNumber === undefined ? [] : [[wording.ramedNumber, ramedNumber] as const]),
    [wording.scheme, schemeNames[facts.scheme]],
    [wording.coveredSince, writtenDay(facts.coveredSince)],
  ];
  let rowTop = top;
  for (const [index, [label, value]] of rows.entries()) {
    if (index % 2 === 0) pen.rectangle(MARGIN, rowTop - ROW_HEIGHT, RIGHT - MARGIN, ROW_HEIGHT, PALE_GREEN);
    printRow(pen, rowTop - BASELINE, label, value);
    rowTop -= ROW_HEIGHT;
  }
  pen.rectangle(MARGIN, rowTop, RIGHT - MARGIN, 0.8, GREEN);
  return rowTop;
}

function nameRows(pen: PagePen, name: Pair): readonly Row[] {
  if (shrinkOf(pen, VALUES, name, VALUE) >= SMALLEST_SHRINK) return [[wording.name, name]];
  return [
    [
      { fr: wording.name.fr, ar: undefined },
      { fr: name.fr, ar: undefined },
    ],
    [
      { fr: undefined, ar: wording.name.ar },
      { fr: undefined, ar: name.ar },
    ],
  ];
}

function printRow(pen: PagePen, baseline: number, label: Pair, value: string | Pair): void {
  printPair(pen, LABELS, baseline, label, LABEL);
  if (typeof value !== 'string') {
    // Where a label stands at one side only, the value may have the other side too.
    const left = label.fr === undefined ? LABELS.left : VALUES.left;
    const right = label.ar === undefined ? LABELS.right : VALUES.right;
    printPair(pen, { left, right }, baseline, value, VALUE);
    return;
  }
  const maxWidth = VALUES.right - VALUES.left;
  pen.text(PAGE_WIDTH / 2, baseline, value, { ...VALUE, align: 'centre', maxWidth });
}

/** 123456789 as 123 456 789, so that it is read without a mistake. */
const grouped = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1 ');
