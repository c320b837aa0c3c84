import type * as z from 'zod';
import type { medicineLineSchema } from '../../../contexts/medicines/records/medicine-line.ts';
import { seededRandom, type Random } from '../random.ts';
import { PRODUCT_KINDS, type ProductKind, type SamplePack } from './product-kinds.ts';

/** A line of the sample, as a list in JSON Lines has it. */
export type SampleLine = z.input<typeof medicineLineSchema>;

const MEDICINES = 200;
const SEED = 6_119_900;
const SOURCE = 'INVENTED, sample of Milaf';
/** First day of all, and the day on which the price of some changes. */
const FROM = '2025-01-01';
const LAST_OF_OLD = '2026-02-28';
const CHANGED = '2026-03-01';

const BEGINNINGS = [
  ...['ALTI', 'BRONA', 'CARVA', 'DELMO', 'ESPRA', 'FLUVO', 'GLYNA', 'HEXA', 'IBRA', 'JULVA'],
  ...['KERTO', 'LUMI', 'MEVA', 'NORVI', 'OXEMA', 'PULMA', 'QUENTA', 'RELVA', 'SOLTI', 'TENVA'],
] as const;

interface Product {
  readonly brand: string;
  readonly strength: string;
  readonly kind: ProductKind;
  /** Of the smallest pack. */
  readonly ppvCentimes: number;
  readonly isReimbursable: boolean;
}

/**
 * 200 invented medicines as a fund's list would have them: several packs of one name, a line for each substance of a combination,
 * prices that changed once, medicines that are not reimbursable with and without a base. The same on every run; their codes are
 * under 6119 9, and a likeness to a real name is chance.
 */
export function sampleMedicineLines(): readonly SampleLine[] {
  const random = seededRandom(SEED);
  const lines: SampleLine[] = [];
  let count = 0;
  for (const product of products(random))
    for (const pack of product.kind.packs) {
      if (count === MEDICINES) return lines;
      count += 1;
      lines.push(...linesOf(codeOf(count), product, pack, random));
    }
  return lines;
}

/** The list as a file of JSON Lines. */
export const sampleMedicineFile = (): string =>
  sampleMedicineLines()
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

function* products(random: Random): Generator<Product> {
  for (const beginning of BEGINNINGS)
    for (const kind of PRODUCT_KINDS) {
      const ppvCentimes = 10 * random.whole(kind.lowDirhams * 10, kind.highDirhams * 10);
      const isReimbursable = random.whole(1, 8) > 1;
      for (const [index, strength] of kind.strengths.entries())
        yield {
          ...{ kind, strength, isReimbursable, brand: `${beginning}${kind.brandEnding}` },
          ppvCentimes: ppvCentimes + index * 10 * Math.round(ppvCentimes / 40),
        };
    }
}

function linesOf(code: string, product: Product, pack: SamplePack, random: Random): readonly SampleLine[] {
  const { brand, strength, kind, isReimbursable } = product;
  const ppvCentimes = 10 * Math.round((product.ppvCentimes * pack.priceHundredths) / 1_000);
  const hasGeneric = random.whole(1, 3) === 1;
  const hasBase = isReimbursable || random.whole(1, 3) === 1;
  const prices = pricesOf(ppvCentimes, hasGeneric ? random.whole(70, 95) : 100, random.whole(1, 6) === 1);
  const parts = substancesOf(brand, kind);
  return prices.flatMap(({ from, to, ppv, base }) =>
    parts.map(({ substance, ownStrength }) => ({
      invented: true,
      code,
      name: `${brand} ${strength}`,
      substances: [substance],
      strength: ownStrength ?? strength,
      form: kind.form,
      pack: pack.pack,
      packUnits: pack.units,
      ppvCentimes: ppv,
      baseCentimes: hasBase ? base : null,
      rateBasisPoints: isReimbursable ? 7_000 : 0,
      from,
      to,
      source: SOURCE,
    })),
  );
}

function substancesOf(
  brand: string,
  { brandEnding, substanceEnding, secondEnding, secondStrength }: ProductKind,
) {
  const stem = brand.slice(0, -brandEnding.length).toLowerCase();
  const first = { substance: `${stem}${substanceEnding}`, ownStrength: undefined };
  return secondEnding === undefined
    ? [first]
    : [first, { substance: `${stem}${secondEnding}`, ownStrength: secondStrength }];
}

function pricesOf(ppv: number, basePercent: number, hasChanged: boolean) {
  const baseOf = (price: number): number => 10 * Math.round((price * basePercent) / 1_000);
  const before = 10 * Math.round((ppv * 11) / 100);
  return hasChanged
    ? [
        { from: FROM, to: LAST_OF_OLD, ppv: before, base: baseOf(before) },
        { from: CHANGED, to: null, ppv, base: baseOf(ppv) },
      ]
    : [{ from: FROM, to: null, ppv, base: baseOf(ppv) }];
}

/** An EAN-13 under 6119 9. */
function codeOf(number: number): string {
  const digits = `61199${String(number * 137).padStart(7, '0')}`;
  const sum = Array.from(digits, Number).reduce(
    (total, digit, index) => total + (index % 2 === 0 ? digit : 3 * digit),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
