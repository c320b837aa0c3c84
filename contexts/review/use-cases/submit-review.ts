import type { StoredForm } from '#reading';
import { dayInMorocco, type Staff } from '#shared';
import type { SubmitResult, SubmitReview } from '../api/review.ts';
import type { FieldPlace } from '../domain/claim-review.ts';
import { compareKeyings, needsTwoPeople, placesToKey, unkeyed } from '../domain/double-keying.ts';
import { adoptKeyed } from './adopt-keyed.ts';
import { findReviewFor, isMaskedFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import {
  beginStep,
  claimOf,
  decidableFrom,
  nextReview,
  recorded,
  RELEASED,
  requireHeld,
  requireState,
  requireWritten,
  type StepOf,
} from './review-step.ts';

/**
 * Ends one person's work on a claim: it is decided again by the rules, or a second person keys it first, or a supervisor
 * settles what the two keyed differently. Nobody decides it here.
 * @throws ReviewRefusal NOT_HELD, CLAIM_HELD, VERSION_CHANGED, WRONG_STATE, KEYING_INCOMPLETE
 */
export async function submitReview(
  claimId: string,
  request: SubmitReview,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<SubmitResult> {
  const step = await beginStep('submitReview', claimId, request, staff, dependencies);
  if (step === undefined) return resultBefore(claimId, staff, dependencies);
  requireHeld(step);
  requireState(step, 'OPEN', 'SECOND_KEYING');
  const stored = await dependencies.readings.loadForm(claimId, step.review.formRevision);
  const isTwice = needsTwoPeople(step.review, stored.form, dependencies.rules, dayInMorocco(step.now));
  const claim = await claimOf(step.review, dependencies);
  const places = isTwice ? placesToKey(stored.form, step.review, claim) : [];
  return submit(step, stored, places, dependencies);
}

async function submit(
  step: StepOf,
  stored: StoredForm,
  places: readonly FieldPlace[],
  dependencies: ReviewDependencies,
): Promise<SubmitResult> {
  const { review, staff } = step;
  if (places.length === 0) return decideAgain(step, dependencies);
  if (isMaskedFor(staff)) return handBack(step, dependencies);
  const missing = unkeyed(places, review.keying);
  if (missing.length > 0)
    throw new ReviewRefusal('KEYING_INCOMPLETE', 'Amounts and identity numbers are to be keyed.', missing);
  if (review.state === 'OPEN' || review.firstKeying === undefined) return passToSecond(step, dependencies);
  const { agreed, disputed } = compareKeyings(places, review.firstKeying, review.keying);
  if (disputed.length > 0) return dispute(step, dependencies);
  const adopted = await adoptKeyed(step, stored, agreed, dependencies);
  return decideAgain(step, dependencies, adopted);
}

async function decideAgain(
  step: StepOf,
  dependencies: ReviewDependencies,
  adopted: Awaited<ReturnType<typeof adoptKeyed>> = { fields: {}, changes: [] },
): Promise<SubmitResult> {
  const claim = await claimOf(step.review, dependencies);
  const undoUntil = decidableFrom(step.now, dependencies);
  requireWritten(
    await dependencies.reviews.sendToAdjudication(
      {
        review: nextReview(step, { ...RELEASED, ...adopted.fields, state: 'CLOSED' }),
        changes: [...adopted.changes, recorded(step, { what: 'submitted' })],
      },
      claim,
      undoUntil,
    ),
  );
  return { result: 'sent-to-adjudication', undoUntil };
}

/** Amounts grew so large that two people have to key the identity too, which a contractor does not see. */
async function handBack(step: StepOf, { reviews }: ReviewDependencies): Promise<SubmitResult> {
  requireWritten(
    await reviews.save({
      review: nextReview(step, { ...RELEASED, assignedTo: undefined }),
      changes: [recorded(step, { what: 'submitted' })],
    }),
  );
  return { result: 'second-keying' };
}

async function passToSecond(step: StepOf, { reviews }: ReviewDependencies): Promise<SubmitResult> {
  const { keying } = step.review;
  requireWritten(
    await reviews.save({
      review: nextReview(step, { ...RELEASED, state: 'SECOND_KEYING', firstKeying: keying }),
      changes: [recorded(step, { what: 'submitted' })],
    }),
  );
  return { result: 'second-keying' };
}

async function dispute(step: StepOf, { reviews }: ReviewDependencies): Promise<SubmitResult> {
  const { keying } = step.review;
  requireWritten(
    await reviews.save({
      review: nextReview(step, { ...RELEASED, state: 'DISPUTED', secondKeying: keying }),
      changes: [recorded(step, { what: 'submitted' })],
    }),
  );
  return { result: 'disputed' };
}

/** What the same request led to when it was made before. */
async function resultBefore(
  claimId: string,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<SubmitResult> {
  const { state } = await findReviewFor(claimId, staff, dependencies).catch((error: unknown) => {
    // Handed back by a contractor, who does not see it any more.
    if (error instanceof ReviewRefusal) return { state: 'OPEN' };
    throw error;
  });
  if (state === 'DISPUTED') return { result: 'disputed' };
  if (state !== 'CLOSED') return { result: 'second-keying' };
  const claim = await dependencies.claims.find(claimId);
  return { result: 'sent-to-adjudication', undoUntil: claim?.decidableFrom };
}
