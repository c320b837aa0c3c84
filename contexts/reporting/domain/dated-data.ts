import * as z from 'zod';
import priceData from './data/unit-prices.json' with { type: 'json' };
import targetData from './data/service-target.json' with { type: 'json' };

const dated = { from: z.iso.date(), source: z.string().min(1) };

const priceSchema = z.strictObject({
  what: z.enum(['textract-page', 'platform-file', 'sms-part']),
  /** US dollars; absent while the price is not known, which is not the same as nothing. */
  unitUsd: z.number().positive().optional(),
  ...dated,
  confidence: z.enum(['high', 'medium', 'low', 'unknown']),
});
export type UnitPrice = z.infer<typeof priceSchema>;

const targetSchema = z.strictObject({
  days: z.int().positive(),
  ...dated,
  confidence: z.enum(['high', 'medium', 'low']),
});

const { prices } = z.strictObject({ prices: z.array(priceSchema) }).parse(priceData);
const { targets } = z.strictObject({ targets: z.array(targetSchema).min(1) }).parse(targetData);

/** What each unit costs on a day: of several rows the latest that had begun; the first one where none had. */
export function unitPricesOn(day: string): readonly UnitPrice[] {
  return priceSchema.shape.what.options.flatMap(
    (what) =>
      inForce(
        prices.filter((price) => price.what === what),
        day,
      ) ?? [],
  );
}

/** In how many days of its submission a claim should be paid. */
export function targetDaysOn(day: string): number {
  const target = inForce(targets, day);
  if (target === undefined) throw new Error('There is no target for how long a claim may take');
  return target.days;
}

function inForce<Row extends { readonly from: string }>(rows: readonly Row[], day: string): Row | undefined {
  const sorted = rows.toSorted((one, other) => one.from.localeCompare(other.from));
  return sorted.findLast(({ from }) => from <= day) ?? sorted[0];
}
