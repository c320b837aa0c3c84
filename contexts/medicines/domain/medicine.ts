import type { Centimes } from '#shared';

/** What one box costs, and what of it is paid back, from a day on. */
export interface MedicinePrice {
  /** First day (ISO). */
  readonly from: string;
  /** Last day, included; undefined: still in force. */
  readonly to?: string | undefined;
  /** Public price of a box (PPV, prix public de vente). */
  readonly ppvCentimes: Centimes;
  /** Base of reimbursement of a box (PBR); undefined where the list has none: it is never taken for the price, nor for 0. */
  readonly baseCentimes?: Centimes | undefined;
  /** 7000 is 70 %; 0: not reimbursable, whatever the base. */
  readonly rateBasisPoints: number;
  /** Which list says so. */
  readonly source: string;
}

/** One box as the fund's list has it. */
export interface Medicine {
  /** EAN-13 of the box. */
  readonly code: string;
  readonly name: string;
  /** International names (DCI), in alphabetical order. */
  readonly substances: readonly string[];
  /** Of each substance, in the same order: `1 G / 125 MG`. */
  readonly strength?: string | undefined;
  readonly form?: string | undefined;
  /** As the list words it: `1 BOITE 28 COMPRIMES`. */
  readonly pack?: string | undefined;
  /** Tablets, sachets and the like in the box; undefined where the list does not tell, or nothing is counted. */
  readonly packUnits?: number | undefined;
  /** Oldest first; no two hold on the same day. */
  readonly prices: readonly MedicinePrice[];
}

/** The price that holds on a day (ISO); undefined where none is known. */
export function priceOn({ prices }: Pick<Medicine, 'prices'>, day: string): MedicinePrice | undefined {
  return prices.find(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** Names a price in the rules that a decision used. */
export const medicinePriceId = ({ code }: Pick<Medicine, 'code'>, { from }: MedicinePrice): string =>
  `medicine-${code}-${from}`;

/** Whether two prices come to the same, whichever days they hold on and whoever says so. */
export function hasSameAmounts(a: MedicinePrice, b: MedicinePrice): boolean {
  return (
    a.ppvCentimes === b.ppvCentimes &&
    a.baseCentimes === b.baseCentimes &&
    a.rateBasisPoints === b.rateBasisPoints
  );
}
