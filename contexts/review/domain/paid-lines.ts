import { paidLines } from '#adjudication';
import type { Claim } from '#claims';
import type { CareForm } from '#reading';
import type { FieldPlace } from './claim-review.ts';

const NONE: ReadonlySet<number> = new Set();

/** Lines of the form that the first payment of a claim was for: nobody changes them any more. */
export const paidLinesOf = (
  { settledPart }: Pick<Claim, 'settledPart'>,
  form: CareForm,
): ReadonlySet<number> => (settledPart === undefined ? NONE : paidLines(form, settledPart));

export const isOfLine = ({ line }: FieldPlace, lines: ReadonlySet<number>): boolean =>
  line !== undefined && lines.has(line);
