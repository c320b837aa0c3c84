import { isSameFamily } from '#registry';
import type { Staff } from '#shared';
import type { ClaimReview } from '../domain/claim-review.ts';
import type { ReviewStore } from '../ports.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

/** Whether somebody sees only what was given to them, without the identity of the insured. */
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
 * The review, for somebody who may see it.
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
