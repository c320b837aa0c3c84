import { PAGE_HEIGHT, PAGE_WIDTH, PagePen, type DrawnPage } from '../../drawing/page-pen.ts';
import { seededRandom } from '../../random.ts';
import type { AnyClaim } from '../claim/any-claim.ts';
import type { FormContent } from '../content/form-content.ts';
import type { FormDesign, SectionName } from '../design/form-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { drawActsTable } from './acts-table.ts';
import { drawFoot, FOOT_HEIGHT } from './foot.ts';
import { drawItems } from './flow.ts';
import type { FormBrush } from './form-brush.ts';
import { drawHead } from './head.ts';
import { drawSticker, STICKER_HEIGHT, STICKER_WIDTH } from './inpe-sticker.ts';
import { drawSectionTitle } from './section-title.ts';
import { drawStampOverValues } from './stamp-over-values.ts';

export interface DrawOptions {
  readonly dpi: number;
  readonly seed: number;
  /** Only where the words would stand; no picture. */
  readonly isWordsOnly: boolean;
}

interface PagePart {
  readonly acts: AnyClaim['acts'];
  readonly firstIndex: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

const TITLES: Readonly<Record<SectionName, LabelName>> = {
  insured: 'insuredPart',
  patient: 'patientPart',
  provider: 'providerPart',
  acts: 'actsPart',
  payment: 'paymentPart',
};
const SMALLEST = 0.6;

/**
 * Draws a filled-in form of a design: one page, or two where the table of acts goes on. The same arguments give the same pages.
 */
export function drawAnyForm(
  claim: AnyClaim,
  content: FormContent,
  design: FormDesign,
  options: DrawOptions,
): readonly DrawnPage[] {
  return partsOf(claim, design).map((part, index) => {
    const seed = options.seed + index;
    const scale = fittingScale(claim, content, design, part, seed);
    const pen = new PagePen(options.dpi, {
      paper: design.paper,
      isWordsOnly: options.isWordsOnly,
      isMeasuredOnce: true,
    });
    drawPage({ pen, design, random: seededRandom(seed), scale }, claim, content, part);
    return pen.finish();
  });
}

/** Long tables go on to a second page now and then. */
function partsOf({ acts, number }: AnyClaim, { family }: FormDesign): readonly PagePart[] {
  const isLong = acts.length >= 3 && family !== 'columns' && number % 4 === 0;
  if (!isLong) return [{ acts, firstIndex: 0, isFirst: true, isLast: true }];
  const split = acts.length - 1;
  return [
    { acts: acts.slice(0, split), firstIndex: 0, isFirst: true, isLast: false },
    { acts: acts.slice(split), firstIndex: split, isFirst: false, isLast: true },
  ];
}

/** The largest print in which all of it goes on the page. */
function fittingScale(
  claim: AnyClaim,
  content: FormContent,
  design: FormDesign,
  part: PagePart,
  seed: number,
): number {
  for (let scale = design.size; scale > SMALLEST; scale -= 0.07) {
    const pen = new PagePen(96, { isWordsOnly: true, isMeasuredOnce: true });
    const bottom = drawPage({ pen, design, random: seededRandom(seed), scale }, claim, content, part);
    if (bottom <= PAGE_HEIGHT - 34) return scale;
  }
  return SMALLEST;
}

/** Returns the y below all of it. */
function drawPage(brush: FormBrush, claim: AnyClaim, content: FormContent, part: PagePart): number {
  const { design, scale } = brush;
  const { margin } = design;
  const width = PAGE_WIDTH - 2 * margin;
  let y = drawHead(brush, content, part.isFirst);
  const tops: number[] = [];
  const sections = part.isFirst
    ? design.sections.filter((name) => name !== 'payment' || part.isLast)
    : design.sections.filter((name) => name === 'acts' || name === 'payment');
  const shown = sections.filter((name) => name === 'acts' || (content.items.get(name) ?? []).length > 0);
  for (let index = 0; index < shown.length; index += 1) {
    const name = shown[index];
    const next = shown[index + 1];
    if (name === undefined) break;
    tops.push(y);
    const isPair =
      design.isTwoColumns && next !== undefined && isColumn(name) && isColumn(next) && index === 0;
    const between = (10 + design.lineGap * 0.6) * scale;
    if (!isPair) {
      y = drawSection(brush, { name, number: index, claim, content, part }, margin, y, width) + between;
      continue;
    }
    const half = (width - 14) / 2;
    const isRtl = design.direction === 'rtl';
    const first = drawSection(
      brush,
      { name, number: index, claim, content, part },
      isRtl ? margin + half + 14 : margin,
      y,
      half,
    );
    const second = drawSection(
      brush,
      { name: next, number: index + 1, claim, content, part },
      isRtl ? margin : margin + half + 14,
      y,
      half,
    );
    y = Math.max(first, second) + between;
    index += 1;
  }
  if (design.stamp.isOverValues && part.isFirst)
    drawStampOverValues(brush, claim, tops.at(-2) ?? tops[0] ?? y);
  if (!part.isLast) return y + 20;
  return drawFoot(brush, claim, content, footTop(brush, y));
}

const isColumn = (name: SectionName): boolean =>
  name === 'insured' || name === 'patient' || name === 'provider';

/** Signatures stand at the foot of the sheet, or right below the rest. */
function footTop({ design, random, scale }: FormBrush, y: number): number {
  const isAtFoot = design.family !== 'clinic-printout' && random.next() < 0.5;
  const lowest = PAGE_HEIGHT - 60 - FOOT_HEIGHT * scale;
  return isAtFoot ? Math.max(y, lowest - random.next() * 60) : y;
}

interface SectionInput {
  readonly name: SectionName;
  readonly number: number;
  readonly claim: AnyClaim;
  readonly content: FormContent;
  readonly part: PagePart;
}

function drawSection(
  brush: FormBrush,
  { name, number, claim, content, part }: SectionInput,
  left: number,
  top: number,
  width: number,
): number {
  const { design, pen, scale } = brush;
  const inset = design.hasSectionFrames ? 9 : 2;
  const titleBottom = drawSectionTitle(brush, TITLES[name], number, left, top, width);
  let y = titleBottom + (design.hasSectionFrames ? 5 : 3) * scale;
  if (name === 'acts') {
    const rows = {
      acts: part.acts,
      firstIndex: part.firstIndex,
      total: part.isLast ? content.total : undefined,
    };
    return drawActsTable(brush, claim, rows, left, y, width);
  }
  const items = content.items.get(name) ?? [];
  const hasSticker = name === 'provider' && design.inpeIn.sticker;
  const isStickerBeside = hasSticker && width > 520;
  const itemsWidth = width - 2 * inset - (isStickerBeside ? STICKER_WIDTH + 16 : 0);
  const isRtl = design.direction === 'rtl';
  const itemsLeft = left + inset + (isStickerBeside && isRtl ? STICKER_WIDTH + 16 : 0);
  const itemsTop = y;
  y = drawItems(brush, items, itemsLeft, y, itemsWidth);
  if (hasSticker) {
    const stickerLeft = isRtl ? left + inset : left + width - inset - STICKER_WIDTH;
    const stickerTop = isStickerBeside ? itemsTop : y + 2;
    drawSticker(brush, stickerLeft, stickerTop, {
      symbology: design.symbology,
      inpe: claim.provider.inpe,
      name: claim.provider.name,
      isField: !design.inpeIn.field,
    });
    y = Math.max(y, stickerTop + STICKER_HEIGHT + 4);
  }
  if (!design.hasSectionFrames) return y;
  pen.rectangle(left, top, width, y - top + 2, { stroke: 1, color: design.accent });
  return y + 3;
}
