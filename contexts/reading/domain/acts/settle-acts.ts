import type { CareForm, CareFormAct, ReadField } from '../care-form.ts';
import { toReadField, withDoubt, withEvidence } from '../read-field.ts';
import { isMiddleIn } from '../boxes.ts';
import type { FormPage } from '../form-page.ts';
import type { FoundAmount } from './amounts-outside.ts';
import { doubtCountLike } from './count-like.ts';

function isSure(field: ReadField<unknown> | undefined): boolean {
  return field?.doubts.length === 0;
}

/** How much of the rows was read: 0 to 4 for each. */
function quality(acts: readonly CareFormAct[]): number {
  const of = ({ dateOfCare, keyLetter, billedCentimes, coefficientHundredths }: CareFormAct): number =>
    Number(isSure(dateOfCare)) +
    Number(isSure(keyLetter)) +
    Number(isSure(billedCentimes)) +
    0.5 * Number(coefficientHundredths !== undefined);
  return acts.reduce((sum, act) => sum + of(act), 0);
}

function sumOf(acts: readonly CareFormAct[]): number {
  return acts.reduce((sum, { billedCentimes }) => sum + (billedCentimes?.value ?? 0), 0);
}

interface PageActs {
  readonly page: FormPage;
  readonly acts: readonly CareFormAct[];
  readonly isByContent: boolean;
}

/** The rows of one page as their contents or as their headings give them, whichever was read better. */
function actsOfPage(page: FormPage): PageActs {
  const { contentTable, reading } = page;
  const labelled = reading.table.acts.map((act) => ({
    ...act,
    coefficientHundredths: doubtCountLike(act.coefficientHundredths, act.keyLetter?.value),
  }));
  if (contentTable === undefined || (!contentTable.hasLetters && labelled.length > 0))
    return { page, acts: labelled, isByContent: false };
  if (labelled.length === 0 || contentTable.isSumRight)
    return { page, acts: contentTable.acts, isByContent: true };
  // Per row, so that clutter that was taken for a row is no gain.
  const isByContent =
    quality(contentTable.acts) / contentTable.acts.length >= quality(labelled) / labelled.length ||
    contentTable.acts.length > labelled.length;
  const [acts, others] = isByContent ? [contentTable.acts, labelled] : [labelled, contentTable.acts];
  return { page, acts: doubtedByOther(acts, others), isByContent };
}

/** A coefficient that the other way of reading the table gives otherwise is doubtful, however sure either is of it. */
function doubtedByOther(
  acts: readonly CareFormAct[],
  others: readonly CareFormAct[],
): readonly CareFormAct[] {
  return acts.map((act) => {
    const middle = act.source.box.top + act.source.box.height / 2;
    const other = others.find(
      ({ source, billedCentimes }) =>
        source.page === act.source.page &&
        Math.abs(source.box.top + source.box.height / 2 - middle) < act.source.box.height / 2 &&
        billedCentimes?.value === act.billedCentimes?.value,
    );
    const own = act.coefficientHundredths;
    if (own === undefined || other?.coefficientHundredths === undefined) return act;
    return own.value === other.coefficientHundredths.value
      ? act
      : { ...act, coefficientHundredths: withDoubt(own, 'CONFLICTING_VALUES') };
  });
}

interface PlacedAmount extends FoundAmount {
  readonly page: number;
}

/** Amounts of the form's pages that are in no row of its tables. */
function amountsBeside(pages: readonly PageActs[]): readonly PlacedAmount[] {
  return pages.flatMap(({ page, isByContent }) => {
    const { contentTable, candidates, reading } = page;
    const outside =
      contentTable !== undefined && isByContent
        ? contentTable.amountsOutside
        : candidates.amounts.filter(({ words }) => !words.some((word) => isActWord(word, page)));
    return outside
      .filter(({ parsed }) => parsed.value > 0)
      .map(({ parsed, words }) => ({ parsed, words, page: reading.frame.number }));
  });
}

/** Whether a word stands in the row of an act that was read by its headings. */
function isActWord({ box }: FoundAmount['words'][number], { reading }: FormPage): boolean {
  const middle = box.top + box.height / 2;
  return reading.table.acts.some(
    ({ source }) => middle > source.box.top && middle < source.box.top + source.box.height,
  );
}

function fieldOf({ parsed, words, page }: PlacedAmount): ReadField<number> {
  return withEvidence(toReadField(parsed, words, page), 'PLACE');
}

/** Below it OCR may have made an amount of specks or of a stamp. */
const clearPercent = 50;

/**
 * The total: the one that its label gives, or an amount that the rows add up to. Where a greater amount stands beside it, that
 * one is the total of more than the acts.
 */
function totalOf(
  form: CareForm,
  acts: readonly CareFormAct[],
  beside: readonly PlacedAmount[],
): ReadField<number> | undefined {
  const labelled = form.totalCentimes;
  const sum = sumOf(acts);
  if (labelled?.value === sum) return withEvidence(labelled, 'SUM');
  const equal = beside.find(({ parsed }) => parsed.value === sum);
  // Dirhams and centimes in two columns look like one great amount to who does not know of the columns.
  const isSplit = labelled?.value === 100 * sum;
  if (equal !== undefined && isSplit) return withEvidence(fieldOf(equal), 'SUM');
  const clear = beside.map(fieldOf).filter(({ confidencePercent }) => confidencePercent >= clearPercent);
  const [greatest] = clear.toSorted((a, b) => b.value - a.value);
  if (greatest !== undefined && greatest.value > Math.max(sum, labelled?.value ?? 0)) return greatest;
  if (labelled !== undefined && labelled.value > sum) return labelled;
  return equal === undefined ? labelled : withEvidence(fieldOf(equal), 'SUM');
}

/** Amounts that nothing explains: medicines, other items, a balance. */
function unexplained(
  acts: readonly CareFormAct[],
  total: ReadField<number> | undefined,
  beside: readonly PlacedAmount[],
): readonly ReadField<number>[] {
  const explained = new Set([total?.value, sumOf(acts), ...acts.map((act) => act.billedCentimes?.value)]);
  return beside
    .map(fieldOf)
    .filter(
      (field) =>
        field.confidencePercent >= clearPercent && !explained.has(field.value) && !isPartOf(field, total),
    );
}

/** `541.00` is a part of the total `1 541.00` where its thousands stand far off. */
function isPartOf({ source }: ReadField<number>, total: ReadField<number> | undefined): boolean {
  return total?.source.page === source.page && isMiddleIn(source.box, total.source.box);
}

/** Chooses the rows and the total of a form, and keeps what is billed beside them. */
export function settleActs(form: CareForm, pages: readonly FormPage[]): CareForm {
  const actsOfPages = pages.map(actsOfPage);
  const acts = actsOfPages.flatMap((page) => page.acts);
  const beside = amountsBeside(actsOfPages);
  const total = totalOf(form, acts, beside);
  const others = unexplained(acts, total, beside);
  return { ...form, acts, totalCentimes: total, ...(others.length === 0 ? {} : { otherAmounts: others }) };
}
