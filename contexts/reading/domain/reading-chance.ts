import { type FieldDoubt, type FieldEvidence, type ReadingSign, readingSigns } from '#rules';
import type { ReadField } from './care-form.ts';

/**
 * The chance that a value is right, fitted on fields whose truth is known: a logistic function of the sum of the weights of its
 * signs. Signs that were too rare to be fitted have no weight.
 */
export interface ReadingChances {
  readonly intercept: number;
  readonly weights: Partial<Readonly<Record<ReadingSign, number>>>;
  /** No value is surer than this, 0 to 100: so many fields had to be right for it to be said. */
  readonly mostPercent: number;
}

type Signed = Pick<ReadField<unknown>, 'confidencePercent' | 'evidence'> & {
  readonly doubts: readonly FieldDoubt[];
};

const hasSign = ({ evidence = [], doubts }: Signed, sign: FieldEvidence | FieldDoubt): boolean =>
  evidence.some((one) => one === sign) || doubts.some((one) => one === sign);

/** How strong a sign is in a field: the confidence from 0 to 1, all others 0 or 1. */
export function strengthOf(field: Signed, sign: ReadingSign): number {
  if (sign === 'CONFIDENCE') return field.confidencePercent / 100;
  return hasSign(field, sign) ? 1 : 0;
}

/** The chance that a value was read right, in per cent. */
export function chanceRightPercent(
  field: Signed,
  { intercept, weights, mostPercent }: ReadingChances,
): number {
  const sum = readingSigns.reduce(
    (total, sign) => total + (weights[sign] ?? 0) * strengthOf(field, sign),
    intercept,
  );
  return Math.min(mostPercent, 100 / (1 + Math.exp(-sum)));
}
