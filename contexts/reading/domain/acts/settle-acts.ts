import type { CareForm, CareFormAct, CareFormMedicine, FieldSource, ReadField } from '../care-form.ts';
import { toReadField, withDoubt, withEvidence } from '../read-field.ts';
import { isMiddleIn } from '../boxes.ts';
import type { FormPage } from '../form-page.ts';
import { isListOf, medicineLines, possibleSums } from '../medicines/dispensing.ts';
import { type MedicineList, partAddingUp } from '../medicines/medicine-list.ts';
import type { MedicineSigns } from '../medicines/read-medicines.ts';
import { isOnLabel, markedPrices } from '../medicines/medicine-labels.ts';
import type { FoundAmount } from './amounts-outside.ts';
import { knownKeyLetters } from '../key-letters.ts';
import { doubtCountLike } from './count-like.ts';
import { withoutRowNumbers } from './row-numbers.ts';

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

/**
 * The rows of each page. Where the contents of several pages together add up to a total, they are right, although the rows of no page
 * by itself do.
 */
function actsOfPages(pages: readonly FormPage[]): readonly PageActs[] {
  const read = pages.map(actsOfPage);
  const tables = read.flatMap(({ page: { contentTable }, acts }) =>
    acts.length === 0 ? [] : [contentTable],
  );
  if (tables.length < 2 || !tables.every((table) => table?.hasLetters === true)) return read;
  const sum = tables.reduce((total, table) => total + sumOf(table?.acts ?? []), 0);
  const isSumRight = tables.some((table) =>
    table?.amountsOutside.some(({ parsed, isBare }) => parsed.value === sum && isBare !== true),
  );
  if (!isSumRight) return read;
  return read.map(({ page, acts }) => ({
    page,
    acts: acts.length === 0 ? acts : (page.contentTable?.acts ?? acts),
    isByContent: true,
  }));
}

/** Whether the middle of a place stands in a row. */
function isInRow({ page, box }: FieldSource, place: FieldSource): boolean {
  const distance = Math.abs(place.box.top + place.box.height / 2 - box.top - box.height / 2);
  return place.page === page && distance < box.height / 2;
}

/** A coefficient that the other way of reading the table gives otherwise is doubtful, however sure either is of it. */
function doubtedByOther(
  acts: readonly CareFormAct[],
  others: readonly CareFormAct[],
): readonly CareFormAct[] {
  return acts.map((act) => {
    const other = others.find(
      ({ source, billedCentimes }) =>
        isInRow(act.source, source) && billedCentimes?.value === act.billedCentimes?.value,
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
  /** Marked as the public price of a box (`PPV 96,20`), perhaps of one whose label is torn. */
  readonly isPublicPrice: boolean;
}

/** Amounts of the form's pages that are in no row of its tables. */
function amountsBeside(pages: readonly PageActs[], { boxes }: MedicineSigns): readonly PlacedAmount[] {
  const labels = boxes.flatMap((one) => one.labels);
  return pages.flatMap(({ page, isByContent }) => {
    const { contentTable, candidates, reading } = page;
    const outside =
      contentTable !== undefined && isByContent
        ? contentTable.amountsOutside
        : candidates.amounts.filter(({ words }) => !words.some((word) => isActWord(word, page)));
    const prices = new Set(markedPrices(page).flatMap(({ words }) => words));
    return outside
      .filter(({ parsed }) => parsed.value > 0)
      .map((found: FoundAmount) => ({
        ...found,
        page: reading.frame.number,
        isPublicPrice: found.words.some((word) => prices.has(word)),
      }))
      .filter((amount) => !isOnLabel(fieldOf(amount).source.box, page, labels));
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

/** Amounts that may be what boxes cost together: the price of one is no sum, though one box comes to as much. */
function possibleTotals(beside: readonly PlacedAmount[], signs: MedicineSigns): readonly ReadField<number>[] {
  return [...beside.filter(({ isPublicPrice }) => !isPublicPrice).map(fieldOf), ...signs.attachedAmounts];
}

/** Below it OCR may have made an amount of specks or of a stamp. */
const clearPercent = 50;

function greatestOf(beside: readonly PlacedAmount[]): ReadField<number> | undefined {
  return beside
    .filter(({ isBare }) => isBare !== true)
    .map(fieldOf)
    .filter(({ confidencePercent }) => confidencePercent >= clearPercent)
    .toSorted((a, b) => b.value - a.value)
    .at(0);
}

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
  const greatest = greatestOf(beside);
  if (greatest !== undefined && greatest.value > Math.max(sum, labelled?.value ?? 0)) return greatest;
  if (labelled !== undefined && labelled.value > sum) return labelled;
  return equal === undefined ? labelled : withEvidence(fieldOf(equal), 'SUM');
}

/** What the medicines of a form add up to, and what says so. */
interface MedicinesSum {
  readonly centimes: number;
  /** The total of acts and medicines; undefined where the form has a sum of each and none of both. */
  readonly total: ReadField<number> | undefined;
  readonly list: MedicineList;
}

/** The list whose lines add up to an amount, all of them or a part in one piece. */
function listAddingUp(signs: MedicineSigns, centimes: number): MedicineList {
  return (
    signs.lists
      .map((list) => partAddingUp(list, centimes) ?? [])
      .find((list) => list.length > 0 && isListOf(list, signs)) ?? []
  );
}

/**
 * The sum of the medicines by which the form's total comes right: what the registry, the labels or the printed list say they
 * cost together.
 */
function sumOfMedicines(
  form: CareForm,
  acts: readonly CareFormAct[],
  beside: readonly PlacedAmount[],
  signs: MedicineSigns,
): MedicinesSum | undefined {
  const own = sumOf(acts);
  const printed = [
    ...(form.totalCentimes === undefined ? [] : [form.totalCentimes]),
    ...possibleTotals(beside, signs),
  ];
  const find = (centimes: number): ReadField<number> | undefined =>
    printed.find(({ value }) => value === centimes);
  const sums = possibleSums(signs);
  for (const centimes of sums) {
    const total = acts.length === 0 ? undefined : find(own + centimes);
    if (total !== undefined)
      return { centimes, total: withEvidence(total, 'SUM'), list: listAddingUp(signs, centimes) };
  }
  const totals = [form.totalCentimes, greatestOf(beside)].flatMap((total) => total ?? []);
  for (const total of totals) {
    const list = total.value > own ? listAddingUp(signs, total.value - own) : [];
    if (list.length > 0) return { centimes: total.value - own, total: withEvidence(total, 'SUM'), list };
  }
  // Without a label nothing says that an amount which stands alone is a medicine's.
  const [centimes] = signs.boxes.length === 0 ? [] : sums.filter((sum) => find(sum) !== undefined);
  return centimes === undefined
    ? undefined
    : { centimes, total: undefined, list: listAddingUp(signs, centimes) };
}

/** The medicines of a form: what labels, list and total make of them; undefined where there are none. */
function dispensingOf(
  signs: MedicineSigns,
  sum: MedicinesSum | undefined,
  beside: readonly PlacedAmount[],
): CareForm['dispensing'] {
  const medicines = medicineLines(signs, sum?.list ?? [], sum?.centimes).map((line) => {
    const isPrescribed = signs.prescribed.get(line.code?.value ?? '');
    return isPrescribed === undefined ? line : { ...line, isPrescribed };
  });
  if (medicines.length === 0) return undefined;
  const printed = possibleTotals(beside, signs).find(({ value }) => value === sum?.centimes);
  return {
    pharmacyInpe: signs.pharmacyInpe,
    dispensedOn: signs.dispensedOn,
    ...(signs.prescribedOn === undefined ? {} : { prescribedOn: signs.prescribedOn }),
    totalCentimes: printed && withEvidence(printed, 'SUM'),
    medicines,
  };
}

/** Amounts that nothing explains: other items, a balance. */
function unexplained(
  { acts, dispensing }: Pick<CareForm, 'acts' | 'dispensing'>,
  total: ReadField<number> | undefined,
  beside: readonly PlacedAmount[],
): readonly ReadField<number>[] {
  const prices = (dispensing?.medicines ?? []).flatMap(pricesOf);
  const explained = new Set([
    total?.value,
    sumOf(acts),
    dispensing?.totalCentimes?.value,
    ...acts.map((act) => act.billedCentimes?.value),
    ...prices,
  ]);
  // Only where the sum says that nothing is missing: a label of 168.10 that is torn, or lies askew, is read as 68.10.
  const isWhole = total?.evidence?.includes('SUM') === true;
  const isTorn = (centimes: number): boolean =>
    isWhole && prices.some((price) => `${price}`.endsWith(`${centimes}`));
  const isTotalAgain = ({ withThousandsCentimes }: FoundAmount): boolean =>
    isWhole && withThousandsCentimes === total.value;
  return beside
    .filter((one) => (one.isBare !== true || !isWhole) && !isTotalAgain(one))
    .map(fieldOf)
    .filter(
      (field) =>
        field.confidencePercent >= clearPercent &&
        !explained.has(field.value) &&
        !isTorn(field.value) &&
        !isPartOf(field, total),
    );
}

/** What stands on labels and in lists for a medicine: the price of one box, and of all of them. */
function pricesOf({ unitPriceCentimes, billedCentimes, quantity }: CareFormMedicine): readonly number[] {
  const unit = unitPriceCentimes?.value;
  return [
    ...(unit === undefined ? [] : [unit, unit * (quantity?.value ?? 1)]),
    ...(billedCentimes === undefined ? [] : [billedCentimes.value]),
  ];
}

/** `541.00` is a part of the total `1 541.00` where its thousands stand far off. */
function isPartOf({ source }: ReadField<number>, total: ReadField<number> | undefined): boolean {
  return total?.source.page === source.page && isMiddleIn(source.box, total.source.box);
}

/** The rows of a form's acts, page by page. */
export function actsOfForm(pages: readonly FormPage[]): readonly CareFormAct[] {
  return rowsOf(actsOfPages(pages));
}

const rowsOf = (pages: readonly PageActs[]): readonly CareFormAct[] =>
  withoutRowNumbers(pages.flatMap(({ acts }) => acts));

/**
 * Whether a row has neither the day nor the letter that acts have, and is a line of a list of the boxes whose labels were found, or has
 * the amount of one: pharmacies list on the form what their invoice lists again.
 */
function isMedicineLine(
  { dateOfCare, keyLetter, billedCentimes, source }: CareFormAct,
  signs: MedicineSigns,
): boolean {
  const isAct = dateOfCare !== undefined || knownKeyLetters.has(keyLetter?.value ?? '');
  if (isAct || signs.boxes.length === 0) return false;
  return signs.lists
    .filter((list) => isListOf(list, signs))
    .flat()
    .some((line) => line.billedCentimes.value === billedCentimes?.value || isInRow(line.source, source));
}

/** Chooses the rows, the medicines and the total of a form, and keeps what is billed beside them. */
export function settleActs(form: CareForm, pages: readonly FormPage[], signs: MedicineSigns): CareForm {
  const read = actsOfPages(pages);
  const acts = rowsOf(read).filter((act) => !isMedicineLine(act, signs));
  const beside = amountsBeside(read, signs);
  const sum = sumOfMedicines(form, acts, beside, signs);
  const dispensing = dispensingOf(signs, sum, beside);
  const total = sum?.total ?? totalOf(form, acts, beside);
  const others = unexplained({ acts, dispensing }, total, beside);
  return {
    ...form,
    acts,
    totalCentimes: total,
    ...(dispensing === undefined ? {} : { dispensing }),
    ...(others.length === 0 ? {} : { otherAmounts: others }),
  };
}
