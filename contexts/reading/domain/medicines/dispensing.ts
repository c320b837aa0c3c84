import { priceOn } from '#medicines';
import { foldLatin, likeness } from '#shared';
import type { CareFormMedicine, ReadField } from '../care-form.ts';
import { withDoubt, withEvidence } from '../read-field.ts';
import type { KnownMedicine } from '../witnesses.ts';
import type { ListedMedicine, MedicineList } from './medicine-list.ts';
import type { MedicineLabel } from './medicine-labels.ts';

/** The boxes of one code, and what is known of their price. */
interface Boxes {
  readonly labels: readonly [MedicineLabel, ...MedicineLabel[]];
  readonly medicine: KnownMedicine | undefined;
}

/** What was found of medicines on the pages of a form, before it is known what they add up to. */
export interface MedicinesFound {
  readonly boxes: readonly Boxes[];
  readonly lists: readonly MedicineList[];
  /** ISO day whose prices hold. */
  readonly day: string | undefined;
}

/** The boxes of each code, in the order in which their labels were found. */
export function boxesOf(
  labels: readonly MedicineLabel[],
  medicines: readonly KnownMedicine[],
): readonly Boxes[] {
  const byCode = Map.groupBy(labels, ({ code }) => code.value);
  return [...byCode].flatMap(([code, [first, ...others]]) =>
    first === undefined
      ? []
      : [{ labels: [first, ...others] as const, medicine: medicines.find((one) => one.code === code) }],
  );
}

/** Public price of a box on the day of dispensing; where that day is not known, the latest. */
function listPrice({ medicine }: Boxes, day: string | undefined): number | undefined {
  if (medicine === undefined) return undefined;
  return (day === undefined ? medicine.prices.at(-1) : priceOn(medicine, day))?.ppvCentimes;
}

function labelPrice({ labels }: Boxes): ReadField<number> | undefined {
  return labels.flatMap(({ priceCentimes }) => priceCentimes ?? []).at(0);
}

/** What the registry says a box costs, or its label where the registry does not have it. */
const registryPrice = (one: Boxes, day: string | undefined): number | undefined =>
  listPrice(one, day) ?? labelPrice(one)?.value;

function sumOf(boxes: readonly Boxes[], priceOf: (one: Boxes) => number | undefined): number | undefined {
  let sum = 0;
  for (const one of boxes) {
    const price = priceOf(one);
    if (price === undefined) return undefined;
    sum += price * one.labels.length;
  }
  return boxes.length === 0 ? undefined : sum;
}

/** Ways to say what the medicines cost together, each of its own source; the surest first. */
export function possibleSums({ boxes, lists, day }: MedicinesFound): readonly number[] {
  const byRegistry = sumOf(boxes, (one) => registryPrice(one, day));
  const byLabels = sumOf(boxes, (one) => labelPrice(one)?.value);
  const byLists = lists.map((list) => list.reduce((sum, line) => sum + line.billedCentimes.value, 0));
  return [...new Set([byRegistry, byLabels, ...byLists].flatMap((sum) => sum ?? []))].filter(
    (sum) => sum > 0,
  );
}

/** Which price of which source the lines get, so that they come to a sum. */
type PriceSource = 'registry' | 'labels' | 'none';

function sourceFor(found: MedicinesFound, centimes: number | undefined): PriceSource {
  if (centimes === undefined) return 'none';
  if (sumOf(found.boxes, (one) => registryPrice(one, found.day)) === centimes) return 'registry';
  return sumOf(found.boxes, (one) => labelPrice(one)?.value) === centimes ? 'labels' : 'none';
}

function unitPrice(one: Boxes, source: PriceSource, day: string | undefined): ReadField<number> | undefined {
  const printed = labelPrice(one);
  const listed = listPrice(one, day);
  if (source === 'registry' && listed !== undefined)
    return printed?.value === listed
      ? withEvidence(printed, 'SUM', 'REGISTRY')
      : {
          value: listed,
          text: printed?.text ?? '',
          confidencePercent: one.labels[0].code.confidencePercent,
          source: printed?.source ?? one.labels[0].code.source,
          doubts: [],
          evidence: ['SUM', 'REGISTRY'],
        };
  if (printed === undefined) return undefined;
  if (source === 'labels' || (source === 'registry' && listed === undefined))
    return withEvidence(printed, 'SUM');
  return printed.value === listed ? withEvidence(printed, 'REGISTRY') : printed;
}

/** Names this much alike mean the same, where nothing speaks against it. */
const leastLikeness = 0.8;

/** How likely a line of a list means the boxes of a code, 0 to 2: by its name, and by its price. */
function agreement(line: ListedMedicine, one: Boxes, day: string | undefined): number {
  const name =
    one.medicine === undefined ? 0 : likeness(foldLatin(line.name.value), foldLatin(one.medicine.name));
  const price = line.unitPriceCentimes.value;
  const isPrice = price === labelPrice(one)?.value || price === listPrice(one, day);
  return (name >= leastLikeness ? name : 0) + (isPrice ? 1 : 0);
}

/** Lines of one medicine at one price as one line: some lists have a line for each box. */
function withoutRepeats(list: MedicineList): MedicineList {
  const lines = Map.groupBy(list, ({ name, unitPriceCentimes }) =>
    [foldLatin(name.value), unitPriceCentimes.value].join(' '),
  );
  return [...lines.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [others.reduce(together, first)],
  );
}

function together(one: ListedMedicine, other: ListedMedicine): ListedMedicine {
  const add = (a: ReadField<number>, b: ReadField<number>): ReadField<number> => ({
    ...a,
    value: a.value + b.value,
    text: `${a.text} + ${b.text}`,
    confidencePercent: Math.min(a.confidencePercent, b.confidencePercent),
    doubts: [...new Set([...a.doubts, ...b.doubts])],
  });
  return {
    ...one,
    quantity: add(one.quantity, other.quantity),
    billedCentimes: add(one.billedCentimes, other.billedCentimes),
  };
}

interface Paired {
  readonly line: ListedMedicine;
  /** Another line may as well be the one of these boxes. */
  readonly isGuessed: boolean;
}

/** Pairs lines of the list with codes, the most alike first, each once. */
function pairsOf(list: MedicineList, { boxes, day }: MedicinesFound): ReadonlyMap<Boxes, Paired> {
  const pairs = boxes
    .flatMap((one) => list.map((line) => ({ one, line, weight: agreement(line, one, day) })))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  const paired = new Map<Boxes, Paired>();
  const taken = new Set<ListedMedicine>();
  for (const { one, line } of pairs) {
    if (paired.has(one) || taken.has(line)) continue;
    paired.set(one, { line, isGuessed: false });
    taken.add(line);
  }
  const left = list.filter((line) => !taken.has(line));
  // Of a box that the registry does not have neither name nor price is known: it is a line that no other box is.
  const nameless = boxes.filter(
    (one) => !paired.has(one) && one.medicine === undefined && labelPrice(one) === undefined,
  );
  const isGuessed = left.length > 1 || nameless.length > 1;
  for (const [index, one] of nameless.entries()) {
    const line = left[index];
    if (line !== undefined) paired.set(one, { line, isGuessed });
  }
  return paired;
}

/**
 * Whether lines are a list of the boxes whose labels were found: a sum or another bill has none of them. Where there is no label,
 * one line may as well be a sum.
 */
export function isListOf(list: MedicineList, found: MedicinesFound): boolean {
  return found.boxes.length === 0 ? list.length > 1 : pairsOf(list, found).size > 0;
}

/** The boxes of one code as a line: as many as there are labels, unless the list counts otherwise. */
function lineOf(
  one: Boxes,
  paired: Paired | undefined,
  price: ReadField<number> | undefined,
): CareFormMedicine {
  const listed = paired?.line;
  const { code } = one.labels[0];
  const surest = one.labels
    .map((label) => label.code)
    .toSorted((a, b) => a.doubts.length - b.doubts.length || b.confidencePercent - a.confidencePercent)[0];
  const counted: ReadField<number> = {
    value: one.labels.length,
    text: String(one.labels.length),
    confidencePercent: Math.min(...one.labels.map((label) => label.code.confidencePercent)),
    source: code.source,
    doubts: [...new Set(one.labels.flatMap((label) => label.code.doubts))],
    evidence: code.evidence,
  };
  const quantity =
    listed === undefined
      ? counted
      : listed.quantity.value === counted.value
        ? withEvidence(counted, 'REPEATED')
        : withDoubt(counted, 'CONFLICTING_VALUES');
  return {
    code:
      surest !== undefined && paired?.isGuessed === true ? withDoubt(surest, 'CONFLICTING_VALUES') : surest,
    name: listed?.name,
    quantity,
    unitPriceCentimes: listed?.unitPriceCentimes ?? price,
    billedCentimes: listed?.billedCentimes,
    source: listed?.source ?? code.source,
  };
}

/** A line of the list whose box has no label. */
function unlabelled({
  name,
  quantity,
  unitPriceCentimes,
  billedCentimes,
  source,
}: ListedMedicine): CareFormMedicine {
  return { code: undefined, name, quantity, unitPriceCentimes, billedCentimes, source };
}

/**
 * The lines of medicines of a form.
 * @param listed the lines of a printed list that belong to it, none where there is no list
 * @param centimes what they add up to by the form's total; undefined where that is not known
 */
export function medicineLines(
  found: MedicinesFound,
  listed: MedicineList,
  centimes: number | undefined,
): readonly CareFormMedicine[] {
  const list = withoutRepeats(listed);
  const pairs = pairsOf(list, found);
  const source = sourceFor(found, centimes);
  const paired = new Set([...pairs.values()].map(({ line }) => line));
  const isListComplete = list.length > 0;
  return [
    ...found.boxes.map((one) => {
      const line = lineOf(one, pairs.get(one), unitPrice(one, source, found.day));
      // A box that the list does not have was billed nowhere.
      return isListComplete && !pairs.has(one) && line.quantity !== undefined
        ? { ...line, quantity: withDoubt(line.quantity, 'CONFLICTING_VALUES') }
        : line;
    }),
    ...list.filter((line) => !paired.has(line)).map(unlabelled),
  ];
}
