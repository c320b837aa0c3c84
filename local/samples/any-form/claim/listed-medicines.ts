import {
  priceOn,
  type Medicine,
  type MedicinePrice,
} from '../../../../contexts/medicines/domain/medicine.ts';
import type { Centimes } from '../../../../contexts/shared/money.ts';
import { sampleMedicineLines, type SampleLine } from '../../medicines/sample-medicines.ts';
import type { Random } from '../../random.ts';

/** A box that a pharmacy has on its shelf. */
export interface ShelvedBox {
  /** EAN-13. */
  readonly code: string;
  readonly name: string;
  /** As the label says. */
  readonly boxCentimes: Centimes;
  /** What the fund's list says of it on the day; undefined where it is in no list. */
  readonly price: MedicinePrice | undefined;
}

/** Dearer ones are paid by the fund itself, and come on no form. */
const DEAREST: Centimes = 900_00;

const MEDICINES = byCode(sampleMedicineLines());

/** The invented list of medicines: one for each code. */
export function listedMedicines(): readonly Medicine[] {
  return MEDICINES;
}

/** The boxes that a pharmacy sells on a day (ISO date), at their prices of that day. */
export function boxesOn(day: string): readonly ShelvedBox[] {
  return MEDICINES.flatMap((medicine) => {
    const price = priceOn(medicine, day);
    if (price === undefined || price.ppvCentimes > DEAREST) return [];
    return [{ code: medicine.code, name: medicine.name, boxCentimes: price.ppvCentimes, price }];
  });
}

/** A box that is in no list of the fund, though its code is a right one. */
export function unlistedBox(random: Random): ShelvedBox {
  const brand = random.pick(['NOVALBINE', 'SEDOPHYL', 'IMMUNORIL', 'ARTHROSEL'] as const);
  return {
    code: withCheckDigit(`611999${random.digits(6)}`),
    name: `${brand} ${random.pick(['500 MG', '20 MG', '1 G', '5 %'] as const)}`,
    boxCentimes: random.whole(120, 1_900) * 10,
    price: undefined,
  };
}

/** A list has a line for each substance and each price of a box. */
function byCode(lines: readonly SampleLine[]): readonly Medicine[] {
  return [...Map.groupBy(lines, ({ code }) => code)].map(([code, own]) => {
    const prices = new Map(own.map((line) => [line.from ?? '', priceOf(line)]));
    return {
      code,
      name: own[0]?.name ?? '',
      substances: [...new Set(own.flatMap(({ substances }) => substances))].toSorted(),
      packUnits: own[0]?.packUnits ?? undefined,
      prices: [...prices.values()].toSorted((one, other) => one.from.localeCompare(other.from)),
    };
  });
}

function priceOf({
  from,
  to,
  ppvCentimes,
  baseCentimes,
  rateBasisPoints,
  source,
}: SampleLine): MedicinePrice {
  return {
    from: from ?? '',
    ...(to == null ? {} : { to }),
    ppvCentimes,
    ...(baseCentimes == null ? {} : { baseCentimes }),
    rateBasisPoints,
    source: source ?? '',
  };
}

/** Twelve digits and the check digit of EAN-13. */
function withCheckDigit(digits: string): string {
  const sum = Array.from(digits, Number).reduce(
    (total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return digits + ((10 - (sum % 10)) % 10).toString();
}
