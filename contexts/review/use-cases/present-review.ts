import type { CareForm } from '#reading';
import {
  dayInMorocco,
  normaliseCin,
  normaliseInpe,
  normaliseRegistrationNumber,
  type Operation,
  type Staff,
} from '#shared';
import type { Review } from '../api/review.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { maskReview } from '../api/mask-review.ts';
import type { RegistryFacts } from '../domain/review-material.ts';
import { viewReview } from '../api/view-review.ts';
import { isMaskedFor, isOfTaker, isOwnFamily } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { claimOf } from './review-step.ts';

/** Puts a review together for one reader. Who sees it is on record before anything of it is read. */
export async function presentReview(
  operation: Operation,
  review: ClaimReview,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<Review> {
  const { reviews, readings, accessLog, rules, clock } = dependencies;
  const { claimId } = review;
  const isMasked = isMaskedFor(staff);
  await accessLog.record({ actor: staff.userId, operation, subject: `claim:${claimId}` });
  const [isOwn, isTakers, claim, stored, history] = await Promise.all([
    isOwnFamily(review, staff, dependencies),
    isOfTaker(review, staff, dependencies),
    claimOf(review, dependencies),
    readings.loadForm(claimId, review.formRevision),
    reviews.changes(claimId),
  ]);
  const registry = isMasked ? NOTHING : await lookUp(stored.form, dependencies);
  const shown = viewReview({
    review,
    claim,
    stored,
    history,
    registry,
    reader: {
      userId: staff.userId,
      isSupervisor: staff.roles.includes('supervisor'),
      isOwnFamily: isOwn,
      isOfTaker: isTakers,
    },
    rules,
    today: dayInMorocco(clock()),
  });
  return isMasked ? maskReview(shown, { form: stored.form, userId: staff.userId, rules }) : shown;
}

const NOTHING: RegistryFacts = { person: undefined, personByCin: undefined, provider: undefined };

/** What the registers say to what stands on the form. */
async function lookUp(
  { registrationNumber, cin, inpe }: CareForm,
  { registry }: Pick<ReviewDependencies, 'registry'>,
): Promise<RegistryFacts> {
  const number = registrationNumber && normaliseRegistrationNumber(registrationNumber.value);
  const card = cin && normaliseCin(cin.value);
  const professional = inpe && normaliseInpe(inpe.value);
  const [byNumber, personByCin, provider] = await Promise.all([
    number === undefined ? undefined : registry.findPersonFile(number),
    card === undefined ? undefined : registry.findNumberByCin(card),
    professional === undefined ? undefined : registry.findProvider(professional),
  ]);
  // A number that finds nobody, beside a card that finds someone: it is that person's file that explains it.
  const person =
    byNumber ?? (personByCin === undefined ? undefined : await registry.findPersonFile(personByCin));
  return { person, personByCin, provider };
}
