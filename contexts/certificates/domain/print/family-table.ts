import type { CertifiedDependant } from '../certificate.ts';
import { coverageNames, linkNames, wording, writtenDay } from '../wording.ts';
import { bilingual, GREEN, MARGIN, PALE_GREEN, printPair, RIGHT, shrinkOf, type Span } from './layout.ts';
import { GREY, type PagePen } from './page-pen.ts';
import { printedName } from './printed-name.ts';

const HEADING_HEIGHT = 34;
const HEAD_HEIGHT = 21;
const ROOMY_LINE = 22;
const TIGHT_LINE = 17;
/** Font size to line height: what fits a line of Naskh with marks above and below. */
const SIZE_OF_LINE = 0.44;
const BASELINE_OF_LINE = 0.66;
const PADDING = 4;
/** Below this, both ways of writing a name get a line each. */
const SMALLEST_SHRINK = 0.85;

/** Columns from left to right; names take what the others leave. */
const COVERED = { left: RIGHT - 92, right: RIGHT };
const BIRTH = { left: COVERED.left - 74, right: COVERED.left };
const LINK = { left: BIRTH.left - 86, right: BIRTH.left };
const NUMBER = { left: MARGIN, right: MARGIN + 20 };
const NAME = { left: NUMBER.right, right: LINK.left };

/** How many of the family fit between two heights, the first ones first. */
export function rowsThatFit(
  pen: PagePen,
  dependants: readonly CertifiedDependant[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): number {
  let room = top - bottom - HEADING_HEIGHT - HEAD_HEIGHT;
  let count = 0;
  for (const dependant of dependants) {
    room -= linesOf(pen, dependant) * TIGHT_LINE;
    if (room < 0) break;
    count += 1;
  }
  return count;
}

/**
 * The table of the family, lines as roomy as they can be.
 * @param place.first how many of the family were printed before
 */
export function printFamily(
  pen: PagePen,
  dependants: readonly CertifiedDependant[],
  place: { readonly top: number; readonly bottom: number; readonly first: number },
): void {
  const { top, bottom, first } = place;
  bilingual(pen, top - 24, wording.family, { size: 11, weight: 'bold', colour: GREEN });
  const tableTop = top - HEADING_HEIGHT;
  if (dependants.length === 0) {
    bilingual(pen, tableTop - 14, wording.noFamily, { size: 9.5, colour: GREY });
    return;
  }
  printHead(pen, tableTop);
  let rowTop = tableTop - HEAD_HEIGHT;
  const lineCount = dependants.reduce((sum, dependant) => sum + linesOf(pen, dependant), 0);
  const lineHeight = Math.min(ROOMY_LINE, (rowTop - bottom) / lineCount);
  for (const [index, dependant] of dependants.entries()) {
    const height = linesOf(pen, dependant) * lineHeight;
    if (index % 2 === 1) pen.rectangle(MARGIN, rowTop - height, RIGHT - MARGIN, height, PALE_GREEN);
    printRow(pen, rowTop, lineHeight, { number: first + index + 1, dependant });
    rowTop -= height;
  }
  pen.rectangle(MARGIN, rowTop, RIGHT - MARGIN, 0.5, GREEN);
}

function linesOf(pen: PagePen, { name }: CertifiedDependant): number {
  // Measured at the tightest, so that a row has the same lines wherever it stands.
  const style = { size: TIGHT_LINE * SIZE_OF_LINE };
  return shrinkOf(pen, inside(NAME), printedName(name), style) < SMALLEST_SHRINK ? 2 : 1;
}

function printHead(pen: PagePen, top: number): void {
  pen.rectangle(MARGIN, top - HEAD_HEIGHT, RIGHT - MARGIN, HEAD_HEIGHT, GREEN);
  const style = { size: 8.5, weight: 'bold', colour: [1, 1, 1] } as const;
  const baseline = top - 14;
  printPair(pen, inside(NAME), baseline, wording.name, style);
  printPair(pen, inside(LINK), baseline, wording.link, style);
  printPair(pen, inside(BIRTH), baseline, wording.born, style);
  printPair(pen, inside(COVERED), baseline, wording.covered, style);
}

function printRow(
  pen: PagePen,
  top: number,
  lineHeight: number,
  row: { readonly number: number; readonly dependant: CertifiedDependant },
): void {
  const { name, link, birthDate, coverage } = row.dependant;
  const style = { size: lineHeight * SIZE_OF_LINE } as const;
  const baseline = top - lineHeight * BASELINE_OF_LINE;
  pen.text(NUMBER.left + PADDING, baseline, String(row.number), { ...style, colour: GREY });
  const printed = printedName(name);
  if (linesOf(pen, row.dependant) === 1) {
    printPair(pen, inside(NAME), baseline, printed, style);
  } else {
    printPair(pen, inside(NAME), baseline, { fr: printed.fr, ar: undefined }, style);
    printPair(pen, inside(NAME), baseline - lineHeight, { fr: undefined, ar: printed.ar }, style);
  }
  printPair(pen, inside(LINK), baseline, linkNames[link], style);
  pen.text((BIRTH.left + BIRTH.right) / 2, baseline, writtenDay(birthDate), { ...style, align: 'centre' });
  printPair(pen, inside(COVERED), baseline, coverageNames[coverage], { ...style, weight: 'bold' });
}

const inside = ({ left, right }: Span): Span => ({ left: left + PADDING, right: right - PADDING });
