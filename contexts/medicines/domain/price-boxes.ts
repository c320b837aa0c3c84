import { type Centimes, multiplyCentimes } from '#shared';
import { type Medicine, type MedicinePrice, medicinePriceId, priceOn } from './medicine.ts';
import type { MedicineFinding } from './medicine-finding.ts';

export interface BoxesRequest {
  /** EAN-13, as it was read. */
  readonly code: string;
  /** The medicine of this code; undefined where the list has none. */
  readonly medicine: Medicine | undefined;
  /** ISO date. */
  readonly dispensedOn: string;
  /** Boxes of this code: a whole number from 1 on. */
  readonly boxes: number;
  readonly billedPerBoxCentimes: Centimes;
  /** The rate that an accepted file of a long-term disease grants for this medicine; undefined where there is none. */
  readonly rateBasisPoints?: number | undefined;
}

/** What boxes of one medicine come to. An amount is undefined where it cannot be determined; it is never 0 for want of a price. */
export interface PricedBoxes {
  readonly ppvCentimes: Centimes | undefined;
  /** Base of reimbursement of one box. */
  readonly baseCentimes: Centimes | undefined;
  /** Of all boxes: boxes × min(billed, base). */
  readonly basisCentimes: Centimes | undefined;
  readonly rateBasisPoints: number | undefined;
  /** Rounded half up to a centime, once for all boxes; 0 where the medicine is not reimbursable. */
  readonly paidCentimes: Centimes | undefined;
  readonly findings: readonly MedicineFinding[];
  readonly ruleIds: readonly string[];
}

const BASIS_POINTS = 10_000;

/**
 * Prices boxes of one medicine: `boxes × min(billed a box, base of the day of dispensing) × rate` (law 65-00; the base of the
 * fund's list is that of the nearest generic). A rate of 0 rejects, whatever the base and whatever was granted; a code or a
 * day without a price, or a price without a base, is a doubt.
 * @throws RangeError when boxes is no whole number from 1 on, or the billed amount is negative
 */
export function priceBoxes(request: BoxesRequest): PricedBoxes {
  const { code, medicine, dispensedOn, boxes, billedPerBoxCentimes } = request;
  if (!Number.isSafeInteger(boxes) || boxes < 1 || billedPerBoxCentimes < 0)
    throw new RangeError('Boxes are counted from 1 on, and their price is not negative');
  if (medicine === undefined) return unpriced('MEDICINE_UNKNOWN', { medicineCode: code });
  const price = priceOn(medicine, dispensedOn);
  if (price === undefined) return unpriced('MEDICINE_PRICE_UNKNOWN', { medicineCode: code, dispensedOn });
  const found = {
    ppvCentimes: price.ppvCentimes,
    baseCentimes: price.baseCentimes,
    ruleIds: [medicinePriceId(medicine, price)],
  };
  const signals = checkBilled(code, billedPerBoxCentimes, price);
  if (price.rateBasisPoints === 0) {
    const rejection = {
      kind: 'rejection',
      code: 'MEDICINE_NOT_REIMBURSABLE',
      details: { medicineCode: code },
    } as const;
    return {
      ...found,
      basisCentimes: undefined,
      rateBasisPoints: 0,
      paidCentimes: 0,
      findings: [rejection, ...signals],
    };
  }
  const rateBasisPoints = Math.max(price.rateBasisPoints, request.rateBasisPoints ?? 0);
  if (price.baseCentimes === undefined) {
    const details = { medicineCode: code, dispensedOn, cause: 'NO_BASE' };
    return {
      ...found,
      basisCentimes: undefined,
      rateBasisPoints,
      paidCentimes: undefined,
      findings: [{ kind: 'doubt', code: 'MEDICINE_PRICE_UNKNOWN', details }, ...signals],
    };
  }
  const basisCentimes = multiplyCentimes(Math.min(billedPerBoxCentimes, price.baseCentimes), boxes, 1);
  return {
    ...found,
    basisCentimes,
    rateBasisPoints,
    paidCentimes: multiplyCentimes(basisCentimes, rateBasisPoints, BASIS_POINTS),
    findings: signals,
  };
}

function unpriced(
  code: 'MEDICINE_UNKNOWN' | 'MEDICINE_PRICE_UNKNOWN',
  details: Record<string, string>,
): PricedBoxes {
  return {
    ppvCentimes: undefined,
    baseCentimes: undefined,
    basisCentimes: undefined,
    rateBasisPoints: undefined,
    paidCentimes: undefined,
    findings: [{ kind: 'doubt', code, details }],
    ruleIds: [],
  };
}

/** Prices are set by order: another one means that the price has changed, or that the bill is wrong. */
function checkBilled(
  code: string,
  billedPerBoxCentimes: Centimes,
  { ppvCentimes }: MedicinePrice,
): readonly MedicineFinding[] {
  if (billedPerBoxCentimes === ppvCentimes) return [];
  const details = { medicineCode: code, billedPerBoxCentimes, ppvCentimes };
  return [{ kind: 'signal', code: 'MEDICINE_PRICE_DIFFERS', details }];
}
