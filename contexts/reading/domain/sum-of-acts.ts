import type { CareFormAct } from './care-form.ts';

/** Sum of the amounts of all rows, in centimes; undefined where a row has none. */
export function sumOfActs(acts: readonly CareFormAct[]): number | undefined {
  const amounts = acts.map(({ billedCentimes }) => billedCentimes?.value);
  return amounts.reduce<number | undefined>(
    (sum, amount) => (sum === undefined || amount === undefined ? undefined : sum + amount),
    0,
  );
}
