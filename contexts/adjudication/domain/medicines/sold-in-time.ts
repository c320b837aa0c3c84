import { addDays, isIsoDate } from '#shared';
import type { AdjudicationInput } from '../adjudication-input.ts';
import type { AssessedAct } from '../assessed-line.ts';
import { certaintyFor } from '../certainty.ts';
import { judgeFiling } from '../check-dates.ts';
import { mayPrescribe, surePrescription } from './check-prescription.ts';
import { daysOfSale } from './sale.ts';

/** Nothing is filed so long after the care that more days would be looked at. */
const MOST_DAYS = 400;

/**
 * Whether a form was filed in time whenever its boxes were sold, so that their unread day keeps no act waiting. They were sold after
 * somebody prescribed them: on a day from the first visit to who may prescribe, or the day of the prescription, to the filing. What
 * was read of the day, however badly, is one of those that it may be.
 * @param soldOn days of boxes that are sure (ISO)
 */
export function isSoldInTime(
  acts: readonly AssessedAct[],
  soldOn: readonly string[],
  { claim, form, ocrEngine, rules }: AdjudicationInput,
): boolean {
  const days = acts.flatMap(({ act }) => act.sure.dateOfCare ?? []).toSorted();
  if (days.length === 0) return false;
  // Boxes whose day is sure are of the days of care as acts are.
  days.push(...soldOn);
  const [firstAct] = days.toSorted();
  const lastAct = days.toSorted().at(-1);
  if (firstAct === undefined || lastAct === undefined) return false;
  const visits = acts.flatMap(({ act: { sure, provider } }) => {
    const day = sure.dateOfCare;
    if (day === undefined || provider.provider === undefined) return [];
    return mayPrescribe(provider.provider.specialty, day, rules) === 'yes' ? [day] : [];
  });
  const prescribedOn = surePrescription(form, certaintyFor(ocrEngine, claim.decidedOn, rules));
  const [from] = [...visits, ...(prescribedOn === undefined ? [] : [prescribedOn])].toSorted();
  if (from === undefined) return false;
  const signedOn = form.signatureDate?.value ?? '';
  const filedOn = isIsoDate(signedOn) && signedOn > claim.submissionDate ? signedOn : claim.submissionDate;
  const isInTime = (day: string): boolean => {
    const first = day < firstAct ? day : firstAct;
    const last = day > lastAct ? day : lastAct;
    return judgeFiling(first, last, filedOn, rules).kind === 'covered';
  };
  if (daysOfSale(form).some((day) => isIsoDate(day) && !isInTime(day))) return false;
  for (let day = from, count = 0; day <= claim.submissionDate; day = addDays(day, 1), count += 1)
    if (count > MOST_DAYS || !isInTime(day)) return false;
  return true;
}
