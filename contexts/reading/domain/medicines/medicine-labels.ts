import { normaliseArticleNumber } from '#shared';
import { boxAround } from '../boxes.ts';
import type { Candidate } from '../candidates/candidate.ts';
import type { RowToken, TokenRow } from '../candidates/row-tokens.ts';
import type { Box, ReadField } from '../care-form.ts';
import type { FormPage } from '../form-page.ts';
import { startsWithCurrency } from '../money-parser.ts';
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
const GS1_ARTICLE = /^\p{Cc}?(?:\]d2)?\(?01\)?(\d{14})/u;

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

/** A sheet is so many times as high as wide. */
const SHEET_ASPECT = 1.414;

/**
 * How far what is printed on a label stands from its bars at most, in lengths of the bars, from middle to middle: beside them, and
 * above or below.
 */
const LABEL_REACH = { along: 1.1, across: 0.65 } as const;
/** A matrix is small, and so far may what is printed on its label stand from it, in widths of the page. */
const LEAST_REACH = 0.09;
/** A matrix code and bars on one label stand nearer to each other than two labels do. */
const TWIN_REACH = 1.2;
/** Bars are read right or not at all. */
const BARS_PERCENT = 99;
/** Height of a page as it was scanned, in its widths: a sheet may lie on its side. */
const aspectOf = (page: FormPage | undefined): number =>
  (page?.reading.frame.quarterTurns ?? 0) % 2 === 0 ? SHEET_ASPECT : 1 / SHEET_ASPECT;

const lengthOf = ({ width, height }: Box, aspect: number): number => Math.max(width, height * aspect);

function apart(one: Box, other: Box, aspect: number): number {
  const dx = one.left + one.width / 2 - other.left - other.width / 2;
  const dy = one.top + one.height / 2 - other.top - other.height / 2;
  return Math.hypot(dx, dy * aspect);
}

/** How far something is from the bars of a label, 1 at its edge. */
function shareOfReach(bars: Box, other: Box, aspect: number): number {
  const dx = Math.abs(bars.left + bars.width / 2 - other.left - other.width / 2);
  const dy = Math.abs(bars.top + bars.height / 2 - other.top - other.height / 2) * aspect;
  const length = lengthOf(bars, aspect);
  const [along, across] = bars.width >= bars.height * aspect ? [dx, dy] : [dy, dx];
  return Math.hypot(
    along / Math.max(LEAST_REACH, LABEL_REACH.along * length),
    across / Math.max(LEAST_REACH, LABEL_REACH.across * length),
  );
}

/** The nearest of some places within reach of a box on the same page. */
function nearest<T>(box: Box, places: readonly T[], boxOf: (place: T) => Box, aspect: number): T | undefined {
  const [best] = places
    .map((place) => ({ place, share: shareOfReach(box, boxOf(place), aspect) }))
    .filter(({ share }) => share <= 1)
    .toSorted((a, b) => a.share - b.share);
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
function labelBars(
  barcodes: readonly PageBarcode[],
  aspectOfPage: (page: number) => number,
): readonly ReadField<string>[] {
  const found: {
    barcode: PageBarcode;
    readonly code: string;
    readonly symbology: PageBarcode['symbology'];
  }[] = [];
  for (const barcode of barcodes) {
    const code = articleCodeOf(barcode);
    if (code === undefined) continue;
    const aspect = aspectOfPage(barcode.page);
    const size = ({ box }: PageBarcode): number => lengthOf(box, aspect);
    const twin = found.find(
      (one) =>
        one.code === code &&
        one.symbology !== barcode.symbology &&
        one.barcode.page === barcode.page &&
        apart(one.barcode.box, barcode.box, aspect) <=
          TWIN_REACH * Math.max(size(one.barcode), size(barcode)),
    );
    if (twin === undefined) found.push({ barcode, code, symbology: barcode.symbology });
    // What is printed stands below the bars, and farther from the matrix.
    else if (size(barcode) > size(twin.barcode)) twin.barcode = barcode;
  }
  return found.map(({ barcode, code }) => fieldOfBars(barcode, code));
}

/** Bars and number of one label stand no farther apart, in widths of the page, from middle to middle. */
const LABEL_WIDTH = 0.16;

/** The printed numbers that are those of bars, the nearest first: each of one label, and each once. */
function ownNumbers(
  bars: readonly ReadField<string>[],
  printed: readonly ReadField<string>[],
  aspectOfPage: (page: number) => number,
): ReadonlyMap<ReadField<string>, ReadField<string>> {
  const pairs = bars
    .flatMap((bar) =>
      printed
        .filter(({ value, source }) => value === bar.value && source.page === bar.source.page)
        .map((code) => ({
          bar,
          code,
          distance: apart(bar.source.box, code.source.box, aspectOfPage(bar.source.page)),
        })),
    )
    .filter(({ distance }) => distance <= LABEL_WIDTH)
    .toSorted((a, b) => a.distance - b.distance);
  const own = new Map<ReadField<string>, ReadField<string>>();
  const taken = new Set<ReadField<string>>();
  for (const { bar, code } of pairs) {
    if (own.has(bar) || taken.has(code)) continue;
    own.set(bar, code);
    taken.add(code);
  }
  return own;
}

/** Codes below bars or, where those are torn, in place of them. */
function withPrintedCodes(
  bars: readonly ReadField<string>[],
  printed: readonly ReadField<string>[],
  aspectOfPage: (page: number) => number,
): readonly ReadField<string>[] {
  const own = ownNumbers(bars, printed, aspectOfPage);
  const taken = new Set(own.values());
  const free = new Set(printed.filter((code) => !taken.has(code)));
  const labelled = bars.map((bar) => {
    if (own.has(bar)) return bar;
    const ofPage = [...free].filter(({ source }) => source.page === bar.source.page);
    const below = nearest(bar.source.box, ofPage, ({ source }) => source.box, aspectOfPage(bar.source.page));
    if (below === undefined) return bar;
    free.delete(below);
    return below.value === bar.value ? bar : withDoubt(bar, 'BARCODE_DIFFERS');
  });
  return [...labelled, ...free];
}

const boxOfWords = ({ words }: Candidate<unknown>): Box => boxAround(words.map(({ box }) => box));

/** Whether what stands at a place of a page is printed on one of the labels, beside its bars or below them. */
export function isOnLabel(box: Box, page: FormPage, labels: readonly Pick<MedicineLabel, 'code'>[]): boolean {
  const aspect = aspectOf(page);
  return labels.some(
    ({ code: { source } }) =>
      source.page === page.reading.frame.number && shareOfReach(source.box, box, aspect) <= 1,
  );
}

/** `PPV`, `P.P.V.`, `Prix public`: what stands before the price on a label. */
const PRICE_MARK = /^(?:p\.?\s?p\.?\s?v\.?|ppc|prix|pub(?:lic)?)[.: ]*/i;

/** How far above a price its mark may stand on a label, in lines, and how many rows of the page lie between them at most. */
const LINES_TO_MARK = 1.8;
const ROWS_TO_MARK = 3;
/** More marks side by side are on no sheet, and to compare them all with the prices below would take long. */
const MOST_MARKS = 40;

/** `Désignation`, `PPV`, `Total` head the columns of a list: marks of labels stand with nothing but marks. */
function marksIn({ tokens }: TokenRow): readonly RowToken[] {
  return tokens.length <= MOST_MARKS && tokens.every(({ text }) => PRICE_MARK.test(text)) ? tokens : [];
}

/** Whether a mark of prices stands right above an amount, as on labels with a narrow column beside their bars. */
function isBelowMark(
  { left, right, top, row }: Candidate<number>,
  { rows, reading: { frame } }: FormPage,
): boolean {
  const reach = LINES_TO_MARK * frame.lineHeight;
  return rows
    .slice(Math.max(0, row - ROWS_TO_MARK), row + 1)
    .flatMap(marksIn)
    .some(
      (mark) =>
        mark.left < right && mark.right > left && mark.bottom <= top + reach / 2 && top - mark.bottom < reach,
    );
}

/** What stands before an amount, its currency apart: `PPV DH 97,90`. */
function markBefore(tokens: readonly RowToken[], at: number): string {
  const [farther, before] = [tokens[at - 2]?.text ?? '', tokens[at - 1]?.text ?? ''];
  return startsWithCurrency.test(before) ? farther : before;
}

/** Amounts that a word for the public price stands at: on labels, not in tables. */
export function markedPrices(page: FormPage): readonly Candidate<number>[] {
  const { rows, candidates, contentTable } = page;
  const before = new Map(
    rows.flatMap(({ tokens }) =>
      tokens.flatMap(({ words }, at) => words.map((word) => [word, markBefore(tokens, at)] as const)),
    ),
  );
  return candidates.amounts.filter(
    (amount) =>
      amount.words.slice(0, 1).some((first) => PRICE_MARK.test(before.get(first) ?? '')) ||
      amount.words.some(({ text }) => PRICE_MARK.test(text) && /\d/.test(text)) ||
      (!amount.words.some((word) => contentTable?.words.has(word) === true) && isBelowMark(amount, page)),
  );
}

/** What only labels of medicines bear, with the price behind it: `PPV 96,20`, `Prix public : 96,20`. */
const PUBLIC_PRICE = /(?:(?:^|[^\p{L}])p\.?\s?p\.?\s?v|(?:prix|px\.?) pub)[^\d\n]{0,20}\d/iu;

/** Whether a public price is printed on a page, as on a label whose bars and number cannot be read. */
export function hasPublicPrice({ rows }: FormPage): boolean {
  return rows.some(({ tokens }) => PUBLIC_PRICE.test(tokens.map(({ text }) => text).join(' ')));
}

/** Printed codes that may be a label's: one in a line with an amount is an invoice's, which counts the box once more. */
function labelCodes(
  { candidates }: FormPage,
  marked: readonly Candidate<number>[],
): readonly Candidate<string>[] {
  const prices = new Set(marked);
  const billed = new Set(candidates.amounts.filter((amount) => !prices.has(amount)).map(({ row }) => row));
  return candidates.articleCodes.filter(({ row }) => !billed.has(row));
}

/** Finds the labels of boxes on the pages that belong to a form: by their bars, and by 13 digits where those cannot be read. */
export function medicineLabels(
  pages: readonly FormPage[],
  barcodes: readonly PageBarcode[],
): readonly MedicineLabel[] {
  const numbers = new Set(pages.map(({ reading }) => reading.frame.number));
  const marked = pages.map((page) => ({
    page,
    number: page.reading.frame.number,
    prices: markedPrices(page),
  }));
  const printed = marked.flatMap(({ page, number, prices }) =>
    labelCodes(page, prices).map((code) => fieldOfCandidate(code, number, 'CHECK_DIGITS')),
  );
  const pricesOf = new Map(marked.map(({ number, prices }) => [number, prices] as const));
  const pageOf = (number: number): FormPage | undefined =>
    pages.find(({ reading }) => reading.frame.number === number);
  const aspectOfPage = (number: number): number => aspectOf(pageOf(number));
  const bars = labelBars(
    barcodes.filter(({ page }) => numbers.has(page)),
    aspectOfPage,
  );
  return withPrintedCodes(bars, printed, aspectOfPage).map((code) => {
    const { page, box } = code.source;
    const price = nearest(box, pricesOf.get(page) ?? [], boxOfWords, aspectOfPage(page));
    return {
      code,
      priceCentimes: price && fieldOfCandidate(price, page, 'PLACE'),
    };
  });
}
