import { PAGE_HEIGHT, PAGE_WIDTH, PagePen, type DrawnPage } from '../../drawing/page-pen.ts';
import { seededRandom } from '../../random.ts';
import { totalOf } from '../claim/any-acts.ts';
import type { ClaimOnForm } from '../claim/any-claim.ts';
import type { FormContent } from '../content/form-content.ts';
import type { FormDesign, SectionName } from '../design/form-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { drawActsTable } from './acts-table.ts';
import { drawFoot, drawSyntheticNote, FOOT_HEIGHT } from './foot.ts';
import { drawItems } from './flow.ts';
import type { FormBrush } from './form-brush.ts';
import { drawHead } from './head.ts';
import { drawSticker, STICKER_HEIGHT, STICKER_WIDTH } from './inpe-sticker.ts';
import { drawPharmacyPart, pharmacyInput } from './pharmacy-part.ts';
import { drawSectionTitle } from './section-title.ts';
import { drawStampOverValues } from './stamp-over-values.ts';
import { drawTotalBelow, type TotalLine } from './total-line.ts';

export interface DrawOptions {
  readonly dpi: number;
  readonly seed: number;
  /** Only where the words would stand; no picture. */
  readonly isWordsOnly: boolean;
}

interface PagePart {
  readonly acts: ClaimOnForm['acts'];
  readonly firstIndex: number;
  readonly isFirst: boolean;
  /** The table of acts ends here. */
  readonly isActsEnd: boolean;
  readonly hasPharmacy: boolean;
  /** Payment and signatures stand here. */
  readonly hasEnd: boolean;
}

const TITLES: Readonly<Record<SectionName, LabelName>> = {
  insured: 'insuredPart',
  patient: 'patientPart',
  provider: 'providerPart',
  acts: 'actsPart',
  pharmacy: 'pharmacyPart',
  payment: 'paymentPart',
};
const SMALLEST = 0.6;
const SMALLEST_WITH_PHARMACY = 0.64;

/**
 * Draws a filled-in form of a design: one page, or two where the table of acts goes on or the pharmacy's part has a page of its
 * own. The same arguments give the same pages.
 */
export function drawAnyForm(
  claim: ClaimOnForm,
  content: FormContent,
  design: FormDesign,
  options: DrawOptions,
): readonly DrawnPage[] {
  return scaledParts(claim, content, design, options).map(({ part, scale }, index) => {
    const pen = new PagePen(options.dpi, {
      paper: design.paper,
      isWordsOnly: options.isWordsOnly,
      isMeasuredOnce: true,
    });
    drawPage({ pen, design, random: seededRandom(options.seed + index), scale }, claim, content, part);
    return pen.finish();
  });
}

interface ScaledPart {
  readonly part: PagePart;
  readonly scale: number;
}

function scaledParts(
  claim: ClaimOnForm,
  content: FormContent,
  design: FormDesign,
  { seed }: DrawOptions,
): readonly ScaledPart[] {
  const scaled = (parts: readonly PagePart[]): readonly ScaledPart[] =>
    parts.map((part, index) => ({ part, scale: fittingScale(claim, content, design, part, seed + index) }));
  const parts = scaled(partsOf(claim, design));
  const isTooMuch = parts.some(
    ({ part, scale }) => part.hasPharmacy && part.isFirst && scale < SMALLEST_WITH_PHARMACY,
  );
  // Nobody prints a form that small: the pharmacy's part is on its back.
  return isTooMuch ? scaled(withPharmacyApart(partsOf(claim, design), claim)) : parts;
}

/** Long tables go on to a second page now and then; so does the pharmacy's part. */
function partsOf(claim: ClaimOnForm, { family, pharmacy }: FormDesign): readonly PagePart[] {
  const { acts, number } = claim;
  const hasPharmacy = pharmacy !== undefined;
  const isLong = acts.length >= 3 && family !== 'columns' && number % 4 === 0;
  const split = isLong ? acts.length - 1 : acts.length;
  const first = { acts: acts.slice(0, split), firstIndex: 0, isFirst: true };
  const parts: readonly PagePart[] = isLong
    ? [
        { ...first, isActsEnd: false, hasPharmacy: false, hasEnd: false },
        {
          acts: acts.slice(split),
          firstIndex: split,
          isFirst: false,
          isActsEnd: true,
          hasPharmacy,
          hasEnd: true,
        },
      ]
    : [{ ...first, isActsEnd: true, hasPharmacy, hasEnd: true }];
  return pharmacy?.place === 'second-page' ? withPharmacyApart(parts, claim) : parts;
}

/** Signatures stand on either page of such a form. */
function withPharmacyApart(parts: readonly PagePart[], { acts, number }: ClaimOnForm): readonly PagePart[] {
  const [only] = parts;
  if (only === undefined || parts.length > 1) return parts;
  const isSignedFirst = number % 2 === 0;
  return [
    { ...only, hasPharmacy: false, hasEnd: isSignedFirst },
    {
      acts: [],
      firstIndex: acts.length,
      isFirst: false,
      isActsEnd: false,
      hasPharmacy: true,
      hasEnd: !isSignedFirst,
    },
  ];
}

/** The largest print in which all of it goes on the page. */
function fittingScale(
  claim: ClaimOnForm,
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
function drawPage(brush: FormBrush, claim: ClaimOnForm, content: FormContent, part: PagePart): number {
  const { design, scale } = brush;
  const { margin } = design;
  const width = PAGE_WIDTH - 2 * margin;
  let y = drawHead(brush, content, part.isFirst);
  const tops: number[] = [];
  const shown = sectionsOn(content, design, part);
  // Parts on a second page go on with the numbers of the first.
  const numberOf = (index: number): number =>
    design.pharmacy === undefined ? index : design.sections.indexOf(shown[index] ?? 'acts');
  const lastBilled = shown.findLast((name) => name === 'acts' || name === 'pharmacy');
  for (let index = 0; index < shown.length; index += 1) {
    const name = shown[index];
    const next = shown[index + 1];
    if (name === undefined) break;
    tops.push(y);
    const isPair =
      design.isTwoColumns && next !== undefined && isColumn(name) && isColumn(next) && index === 0;
    const between = (10 + design.lineGap * 0.6) * scale;
    if (!isPair) {
      y = drawSection(brush, { name, number: numberOf(index), claim, content, part }, margin, y, width);
      if (name === lastBilled && part.hasPharmacy) y = drawGrandTotal(brush, claim, y, width);
      y += between;
      continue;
    }
    const half = (width - 14) / 2;
    const isRtl = design.direction === 'rtl';
    const first = drawSection(
      brush,
      { name, number: numberOf(index), claim, content, part },
      isRtl ? margin + half + 14 : margin,
      y,
      half,
    );
    const second = drawSection(
      brush,
      { name: next, number: numberOf(index + 1), claim, content, part },
      isRtl ? margin : margin + half + 14,
      y,
      half,
    );
    y = Math.max(first, second) + between;
    index += 1;
  }
  if (design.stamp.isOverValues && part.isFirst)
    drawStampOverValues(brush, claim, tops.at(-2) ?? tops[0] ?? y);
  if (part.hasEnd) return drawFoot(brush, claim, content, footTop(brush, y));
  if (part.hasPharmacy) drawSyntheticNote(brush);
  return y + 20;
}

function sectionsOn(content: FormContent, design: FormDesign, part: PagePart): readonly SectionName[] {
  const isOn = (name: SectionName): boolean => {
    if (name === 'pharmacy') return part.hasPharmacy;
    if (name === 'payment') return part.hasEnd;
    if (name === 'acts') return part.isFirst || part.acts.length > 0;
    return part.isFirst;
  };
  const isFilled = (name: SectionName): boolean =>
    name === 'acts' || name === 'pharmacy' || (content.items.get(name) ?? []).length > 0;
  return design.sections.filter((name) => isOn(name) && isFilled(name));
}

/** The sum of acts and medicines, below the later of both. */
function drawGrandTotal(brush: FormBrush, claim: ClaimOnForm, top: number, width: number): number {
  const { design, pen, scale } = brush;
  const { margin, pharmacy, table } = design;
  const style = pharmacy?.grandTotal ?? 'below';
  if (style === 'bar')
    pen.rectangle(margin, top + 4, width, 24 * scale + 4, { fill: 'rgba(120, 120, 120, 0.16)' });
  return drawTotalBelow(
    brush,
    { label: 'grandTotal', field: 'total', centimes: claim.totalCentimes },
    {
      place: style === 'bar' ? 'below' : style,
      left: margin,
      width,
      bottom: top + 2,
      hasCentimesColumn: table.hasCentimesColumn,
    },
  );
}

const isColumn = (name: SectionName): boolean =>
  name === 'insured' || name === 'patient' || name === 'provider';

/** Signatures stand at the foot of the sheet, or right below the rest. */
function footTop({ design, random, scale }: FormBrush, y: number): number {
  const isAtFoot = design.family !== 'clinic-printout' && random.next() < 0.5;
  const lowest = PAGE_HEIGHT - 60 - FOOT_HEIGHT * scale;
  return isAtFoot ? Math.max(y, lowest - random.next() * 60) : y;
}

/** Forms without medicines have one sum only, below the acts. */
function actsTotal(
  claim: ClaimOnForm,
  { pharmacy }: FormDesign,
  { isActsEnd }: PagePart,
): TotalLine | undefined {
  if (!isActsEnd) return undefined;
  if (pharmacy === undefined) return { label: 'total', field: 'total', centimes: claim.totalCentimes };
  return pharmacy.hasActsTotal
    ? { label: 'actsTotal', field: 'total_actes', centimes: totalOf(claim.acts) }
    : undefined;
}

interface SectionInput {
  readonly name: SectionName;
  readonly number: number;
  readonly claim: ClaimOnForm;
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
    const rows = { acts: part.acts, firstIndex: part.firstIndex, total: actsTotal(claim, design, part) };
    return drawActsTable(brush, claim, rows, left, y, width);
  }
  const input = name === 'pharmacy' ? pharmacyInput(claim, content, design) : undefined;
  if (input !== undefined) {
    const bottom = drawPharmacyPart(brush, input, left, y, width, inset);
    if (design.hasSectionFrames)
      pen.rectangle(left, top, width, bottom - top + 2, { stroke: 1, color: design.accent });
    return bottom + 3;
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
