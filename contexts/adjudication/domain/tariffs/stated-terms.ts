import type { StatedTerms } from '#claims';
import { type Centimes, multiplyCentimes } from '#shared';
import type { PricedLine } from './price-line.ts';

/** Beside such a doubt the price of the rules, where they give one, is none to pay by. */
const againstReference = new Set([
  'ACT_UNKNOWN',
  'TARIFF_UNKNOWN',
  'TARIFF_NOT_CERTAIN',
  'MEDICINE_UNKNOWN',
  'MEDICINE_PRICE_UNKNOWN',
]);
const againstRate = new Set(['RATE_UNKNOWN']);

/**
 * A line priced by what a supervisor says where the rules leave it open: `basis = min(billed, stated reference)`, and the stated
 * rate where the rules have none. What they do say stands, also when it was said after the supervisor.
 */
export function withStatedTerms<
  Line extends Pick<PricedLine, 'basisCentimes' | 'rateBasisPoints' | 'paidCentimes' | 'findings'>,
>(priced: Line, billedCentimes: Centimes, { referenceCentimes, rateBasisPoints }: StatedTerms): Line {
  const isOpen = (codes: ReadonlySet<string>): boolean => priced.findings.some(({ code }) => codes.has(code));
  const basis =
    referenceCentimes !== undefined && isOpen(againstReference)
      ? Math.min(billedCentimes, referenceCentimes)
      : priced.basisCentimes;
  const isRateOpen = priced.rateBasisPoints === undefined || isOpen(againstRate);
  const rate = isRateOpen ? (rateBasisPoints ?? priced.rateBasisPoints) : priced.rateBasisPoints;
  if (basis === priced.basisCentimes && rate === priced.rateBasisPoints) return priced;
  return {
    ...priced,
    basisCentimes: basis,
    rateBasisPoints: rate,
    paidCentimes:
      basis === undefined || rate === undefined ? undefined : multiplyCentimes(basis, rate, 10_000),
  };
}
