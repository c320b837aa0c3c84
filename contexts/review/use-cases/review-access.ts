import { isSameFamily } from '#registry';
import type { Staff } from '#shared';
import type { ClaimReview } from '../domain/claim-review.ts';
import type { ReviewStore } from '../ports.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

/** Whether someone sees only what was given to them, without the identity of the insured. */
export function isMaskedFor({ roles }: Pick<Staff, 'roles'>): boolean {
  return roles.every((role) => role === 'external-reviewer');
}

/**
 * Nobody works on the claim of their own family.
 * @throws ReviewRefusal OWN_CLAIM
 */
export async function requireNotOwn(...given: Parameters<typeof isOwnFamily>): Promise<void> {
  if (await isOwnFamily(...given))
    throw new ReviewRefusal('OWN_CLAIM', 'This claim is your own or your family’s: leave it to others.');
}

/**
 * Nobody goes on with a claim under another account, nor after somebody of their family: two accounts are not two people.
 * @throws ReviewRefusal OTHER_PERSON_NEEDED
 */
export async function requireNotOfTaker(...given: Parameters<typeof isOfTaker>): Promise<void> {
  if (await isOfTaker(...given))
    throw new ReviewRefusal(
      'OTHER_PERSON_NEEDED',
      'You or somebody of your family worked on it before: somebody else has to go on with it.',
    );
}

/** Who took the claim, or had it opened again, and this one: whoever goes on with it is neither. */
export function withTaker(
  { takenBy }: Pick<ClaimReview, 'takenBy'>,
  { userId, registrationNumber }: Pick<Staff, 'userId' | 'registrationNumber'>,
): ClaimReview['takenBy'] {
  if (registrationNumber === undefined) return takenBy;
  const others = takenBy?.filter((taker) => taker.userId !== userId) ?? [];
  return [...others, { userId, registrationNumber }];
}

/** Whether somebody took the claim under another account, or somebody of their family did. */
export async function isOfTaker(
  { takenBy = [] }: Pick<ClaimReview, 'takenBy'>,
  { userId, registrationNumber: own }: Pick<Staff, 'userId' | 'registrationNumber'>,
  { registry }: Pick<ReviewDependencies, 'registry'>,
): Promise<boolean> {
  if (own === undefined) return false;
  const others = takenBy.filter((taker) => taker.userId !== userId);
  if (others.length === 0) return false;
  if (others.some(({ registrationNumber }) => registrationNumber === own)) return true;
  const [ownFile, ...files] = await Promise.all(
    [own, ...others.map(({ registrationNumber }) => registrationNumber)].map((number) =>
      registry.findPersonFile(number),
    ),
  );
  return ownFile !== undefined && files.some((file) => file !== undefined && isSameFamily(ownFile, file));
}

/** Whether a claim is of somebody's own family: by the number on the claim, and by the one that its form says now. */
export async function isOwnFamily(
  { claimId, formRevision }: Pick<ClaimReview, 'claimId' | 'formRevision'>,
  { registrationNumber: own }: Pick<Staff, 'registrationNumber'>,
  { claims, readings, registry }: Pick<ReviewDependencies, 'claims' | 'readings' | 'registry'>,
): Promise<boolean> {
  if (own === undefined) return false;
  const [claim, { form }, ownFile] = await Promise.all([
    claims.find(claimId),
    readings.loadForm(claimId, formRevision),
    registry.findPersonFile(own),
  ]);
  const numbers = new Set([claim?.registrationNumber, form.registrationNumber?.value]);
  for (const number of numbers) {
    if (number === undefined) continue;
    const file = number === own ? ownFile : await registry.findPersonFile(number);
    const isOwn =
      number === own || (file !== undefined && ownFile !== undefined && isSameFamily(ownFile, file));
    if (isOwn) return true;
  }
  return false;
}

/**
 * The review, for someone who may see it.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, also where it exists but was not given to this contractor
 */
export async function findReviewFor(
  claimId: string,
  staff: Staff,
  { reviews }: { readonly reviews: ReviewStore },
): Promise<ClaimReview> {
  const review = await reviews.find(claimId);
  if (review === undefined || (isMaskedFor(staff) && review.assignedTo !== staff.userId))
    throw new ReviewRefusal('REVIEW_NOT_FOUND', 'There is no such review, or it was not given to you.');
  return review;
}
