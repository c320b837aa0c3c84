import { normaliseArticleNumber } from '#shared';
import type { Candidate } from '../candidates/candidate.ts';
import type { Box, FieldSource, ReadField } from '../care-form.ts';
import type { FormPage } from '../form-page.ts';
import { withDoubt } from '../read-field.ts';
import { fieldOfCandidate } from '../who/evidence.ts';
import type { PageBarcode } from '../witnesses.ts';

/** The label (vignette) of a box of medicine that was glued on a page: one label is one box. */
export interface MedicineLabel {
  /** EAN-13. */
  readonly code: ReadField<string>;
  /** The public price that the label bears (PPV), where it was read. */
  readonly priceCentimes: ReadField<number> | undefined;
}

/** Boxes of medicines bear the number of the article (EAN-13) or more (DataMatrix). */
export function isMedicineLabel({ symbology }: PageBarcode): boolean {
  return symbology === 'EAN_13' || symbology === 'DATA_MATRIX';
}

/** GS1 element strings begin with the article's number: `01`, then 14 digits. */
const GS1_ARTICLE = /^(?:\u001d|\]d2)?\(?01\)?(\d{14})/;

/** The article number that a barcode bears. */
export function articleCodeOf({ symbology, text }: PageBarcode): string | undefined {
  switch (symbology) {
    case 'EAN_13':
      return normaliseArticleNumber(text);
    case 'DATA_MATRIX':
    case 'CODE_128':
    case 'QR_CODE':
      return normaliseArticleNumber(GS1_ARTICLE.exec(text)?.[1] ?? text);
    case 'CODE_39':
      return undefined;
  }
}

/** Pages are higher than wide more often than not: steps down count for so many steps across. */
const PAGE_ASPECT = 1.414;

/** How far what is printed on a label stands from its bars at most, in lengths of the bars, from middle to middle. */
const LABEL_REACH = 1.1;
/** A matrix code and bars on one label stand nearer to each other than two labels do. */
const TWIN_REACH = 1.2;
/** Bars are read right or not at all. */
const BARS_PERCENT = 99;
/** What 13 printed digits are long, in lengths of the bars that they stand under. */
const MIDDLE = 0.5;

const lengthOf = ({ width, height }: Box): number => Math.max(width, height * PAGE_ASPECT);

function apart(one: Box, other: Box): number {
  const dx = one.left + one.width * MIDDLE - other.left - other.width * MIDDLE;
  const dy = one.top + one.height * MIDDLE - other.top - other.height * MIDDLE;
  return Math.hypot(dx, dy * PAGE_ASPECT);
}

/** The nearest of some places within reach of a box on the same page. */
function nearest<T>(box: Box, places: readonly T[], boxOf: (place: T) => Box, reach: number): T | undefined {
  const [best] = places
    .map((place) => ({ place, distance: apart(box, boxOf(place)) }))
    .filter(({ distance }) => distance <= reach * lengthOf(box))
    .toSorted((a, b) => a.distance - b.distance);
  return best?.place;
}

function fieldOfBars({ text, page, box }: PageBarcode, code: string): ReadField<string> {
  return {
    value: code,
    text,
    confidencePercent: BARS_PERCENT,
    source: { page, box },
    doubts: [],
    evidence: ['BARCODE', 'CHECK_DIGITS'],
  };
}

/** Barcodes of articles, each label once: some bear their number in bars and in a matrix. */
function labelBars(barcodes: readonly PageBarcode[]): readonly ReadField<string>[] {
  const found: { readonly field: ReadField<string>; readonly symbology: PageBarcode['symbology'] }[] = [];
  for (const barcode of barcodes) {
    const code = articleCodeOf(barcode);
    if (code === undefined) continue;
    const isTwin = found.some(
      ({ field: { value, source }, symbology }) =>
        value === code &&
        symbology !== barcode.symbology &&
        source.page === barcode.page &&
        apart(source.box, barcode.box) <= TWIN_REACH * Math.max(lengthOf(source.box), lengthOf(barcode.box)),
    );
    if (!isTwin) found.push({ field: fieldOfBars(barcode, code), symbology: barcode.symbology });
  }
  return found.map(({ field }) => field);
}

/** Codes below bars or, where those are torn, in place of them. */
function withPrintedCodes(
  bars: readonly ReadField<string>[],
  printed: readonly ReadField<string>[],
): readonly ReadField<string>[] {
  const free = new Set(printed);
  const labelled = bars.map((bar) => {
    const ofPage = [...free].filter(({ source }) => source.page === bar.source.page);
    const below = nearest(bar.source.box, ofPage, ({ source }) => source.box, LABEL_REACH);
    if (below === undefined) return bar;
    free.delete(below);
    return below.value === bar.value ? bar : withDoubt(bar, 'BARCODE_DIFFERS');
  });
  return [...labelled, ...free];
}

function boxOfWords({ words }: Candidate<unknown>): Box {
  const boxes = words.map(({ box }) => box);
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return {
    left,
    top,
    width: Math.max(...boxes.map((box) => box.left + box.width)) - left,
    height: Math.max(...boxes.map((box) => box.top + box.height)) - top,
  };
}

/** Whether what stands at a place is printed on one of the labels, beside its bars or below them. */
export function isOnLabel(
  { page, box }: FieldSource,
  labels: readonly Pick<MedicineLabel, 'code'>[],
): boolean {
  return labels.some(
    ({ code: { source } }) =>
      source.page === page && apart(source.box, box) <= LABEL_REACH * lengthOf(source.box),
  );
}

/** `PPV`, `P.P.V.`, `Prix public`: what stands before the price on a label. */
const PRICE_MARK = /^(?:p\.?\s?p\.?\s?v\.?|ppc|prix|pub(?:lic)?)[.: ]*/i;

/** Amounts that a word for the public price stands at: on labels, not in tables. */
function markedPrices({ rows, candidates }: FormPage): readonly Candidate<number>[] {
  return candidates.amounts.filter(({ row, left, words }) => {
    const tokens = rows[row]?.tokens ?? [];
    const before = tokens.filter((token) => token.right <= left + 1e-6).at(-1);
    return (
      PRICE_MARK.test(before?.text ?? '') ||
      words.some(({ text }) => PRICE_MARK.test(text) && /\d/.test(text))
    );
  });
}

/** Finds the labels of boxes on the pages that belong to a form: by their bars, and by 13 digits where those cannot be read. */
export function medicineLabels(
  pages: readonly FormPage[],
  barcodes: readonly PageBarcode[],
): readonly MedicineLabel[] {
  const numbers = new Set(pages.map(({ reading }) => reading.frame.number));
  const printed = pages.flatMap(({ candidates, reading }) =>
    candidates.articleCodes.map((code) => fieldOfCandidate(code, reading.frame.number, 'CHECK_DIGITS')),
  );
  const codes = withPrintedCodes(labelBars(barcodes.filter(({ page }) => numbers.has(page))), printed);
  return codes.map((code) => {
    const page = pages.find(({ reading }) => reading.frame.number === code.source.page);
    const prices = page === undefined ? [] : markedPrices(page);
    const price = nearest(code.source.box, prices, boxOfWords, LABEL_REACH);
    return {
      code,
      priceCentimes: price && fieldOfCandidate(price, code.source.page, 'PLACE'),
    };
  });
}
