import type { Staff } from '#shared';
import type { SettleDispute } from '../api/review.ts';
import { isForOthers } from '../api/other-person.ts';
import { compareKeyings, placesToKey } from '../domain/double-keying.ts';
import { samePlace } from '../domain/form-fields.ts';
import { adoptKeyed } from './adopt-keyed.ts';
import { checkValues } from './check-values.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import {
  beginStep,
  claimOf,
  nextReview,
  recorded,
  RELEASED,
  requireState,
  requireSupervisor,
  requireWritten,
} from './review-step.ts';

/**
 * Says which value is right where two people keyed different ones, and sends the claim to be decided again. Values for all
 * places in dispute are needed; those on which the two agree stay theirs.
 * @throws ReviewRefusal NOT_ALLOWED, OTHER_PERSON_NEEDED, KEYING_INCOMPLETE, VALUE_INVALID, CLAIM_HELD, VERSION_CHANGED,
 *   WRONG_STATE
 */
export async function settleDispute(
  claimId: string,
  request: SettleDispute,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<void> {
  requireSupervisor(staff);
  const step = await beginStep('settleDispute', claimId, request, staff, dependencies);
  if (step === undefined) return;
  requireState(step, 'DISPUTED');
  const { review } = step;
  const { firstKeying, secondKeying } = review;
  if (isForOthers(review, staff.userId))
    throw new ReviewRefusal(
      'OTHER_PERSON_NEEDED',
      'You keyed or reopened this claim: another supervisor settles it.',
    );
  const stored = await dependencies.readings.loadForm(claimId, review.formRevision);
  const values = checkValues(stored.form, request.values);
  const claim = await claimOf(review, dependencies);
  const places = placesToKey(stored.form, review, claim);
  const { agreed, disputed } = compareKeyings(places, firstKeying, secondKeying);
  const isDisputed = (value: (typeof values)[number]): boolean =>
    disputed.some((place) => samePlace(place, value));
  if (!values.every(isDisputed))
    throw new ReviewRefusal('VALUE_INVALID', 'Only values that the two keyed differently are settled.');
  const unsettled = disputed.filter((place) => !values.some((value) => samePlace(value, place)));
  if (unsettled.length > 0)
    throw new ReviewRefusal('KEYING_INCOMPLETE', 'Say which value is right for each of them.', unsettled);
  const adopted = await adoptKeyed(step, stored, [...agreed, ...values], dependencies);
  const settled = values.map(({ field, line, value }) =>
    recorded(step, { what: 'settled', field, line, after: value, reason: request.reason }),
  );
  const next = nextReview(step, { ...RELEASED, ...adopted.fields, state: 'CLOSED' });
  requireWritten(
    await dependencies.reviews.sendToAdjudication(
      { review: next, changes: [...adopted.changes, ...settled] },
      claim,
    ),
  );
}
