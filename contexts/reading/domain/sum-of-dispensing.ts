import type { CareFormMedicine, Dispensing } from './care-form.ts';

/** What the boxes of a line cost, in centimes; undefined where it is neither printed nor can be told. */
export function billedForBoxes({
  quantity,
  unitPriceCentimes,
  billedCentimes,
}: CareFormMedicine): number | undefined {
  if (billedCentimes !== undefined) return billedCentimes.value;
  return quantity === undefined || unitPriceCentimes === undefined
    ? undefined
    : unitPriceCentimes.value * quantity.value;
}

/** What all medicines of a form cost, in centimes: 0 where there are none, undefined where a line has no price. */
export function sumOfDispensing(dispensing: Dispensing | undefined): number | undefined {
  return (dispensing?.medicines ?? [])
    .map(billedForBoxes)
    .reduce<number | undefined>(
      (sum, billed) => (sum === undefined || billed === undefined ? undefined : sum + billed),
      0,
    );
}

/**
 * Whether acts and medicines add up to the total of a form, or the acts to its total and the medicines to the pharmacy's: two
 * readings of the same money that agree.
 * @param actsCentimes sum of the acts; undefined where one has no amount
 */
export function isTotalOf(
  totalCentimes: number,
  actsCentimes: number | undefined,
  dispensing: Dispensing | undefined,
): boolean {
  const medicinesCentimes = sumOfDispensing(dispensing);
  if (actsCentimes === undefined || medicinesCentimes === undefined) return false;
  const isApart =
    dispensing !== undefined &&
    totalCentimes === actsCentimes &&
    dispensing.totalCentimes?.value === medicinesCentimes;
  return isApart || actsCentimes + medicinesCentimes === totalCentimes;
}
