import { dayInMorocco, type Staff } from '#shared';
import type { AssignClaims, AssignResult } from '../api/review.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { isGroupAssignable } from '../domain/open-review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal, type RefusalCode } from './review-refusal.ts';
import { isHeldByOther, nameOfChange, nextReview, recorded, requireSupervisor } from './review-step.ts';

/** Reviews written at a time. */
const AT_ONCE = 10;

/**
 * Gives claims to a contractor, or takes them back. Each by itself: one that someone works on does not stop the others.
 * @throws ReviewRefusal NOT_ALLOWED, NOT_A_CONTRACTOR
 */
export async function assignClaims(
  { claimIds, to }: AssignClaims,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<AssignResult> {
  requireSupervisor(staff);
  if (to !== null && !(await dependencies.directory.isContractor(to)))
    throw new ReviewRefusal('NOT_A_CONTRACTOR', 'No contractor has an account of this name.');
  const assigned: string[] = [];
  const refused: AssignResult['refused'] = [];
  const wanted = [...new Set(claimIds)];
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const some = wanted.slice(start, start + AT_ONCE);
    const results = await Promise.all(
      some.map(async (claimId) => assign(claimId, to ?? undefined, staff, dependencies)),
    );
    for (const [index, claimId] of some.entries()) {
      const code = results[index];
      if (code === undefined) assigned.push(claimId);
      else refused.push({ claimId, code });
    }
  }
  return { assigned, refused };
}

/** @returns why not */
async function assign(
  claimId: string,
  to: string | undefined,
  staff: Staff,
  { reviews, rules, clock }: ReviewDependencies,
): Promise<RefusalCode | undefined> {
  const review = await reviews.find(claimId);
  if (review === undefined) return 'REVIEW_NOT_FOUND';
  if (review.assignedTo === to) return undefined;
  const now = clock();
  const holder = { ...staff, userId: review.assignedTo ?? staff.userId };
  if (isHeldByOther(review, holder, now)) return 'CLAIM_HELD';
  const { doubleKeyingFromCentimes } = rules.reviewSettingsOn(dayInMorocco(now));
  if (to !== undefined && !isAssignable(review, doubleKeyingFromCentimes)) return 'NOT_ASSIGNABLE';
  const name = nameOfChange('assignClaims', staff, { to: to ?? null, version: review.version });
  const step = { review, staff, now, name };
  const result = await reviews.save({
    review: nextReview(step, {
      assignedTo: to,
      holder: undefined,
      heldUntil: undefined,
      keying: undefined,
    }),
    changes: [recorded(step, { what: 'assigned', after: to ?? null })],
  });
  return result === 'refused' ? 'VERSION_CHANGED' : undefined;
}

/** No doubt about a person, and nothing that two people have to key. */
function isAssignable(
  { state, group, billedCentimes }: ClaimReview,
  doubleKeyingFromCentimes: number,
): boolean {
  return state === 'OPEN' && isGroupAssignable(group) && billedCentimes < doubleKeyingFromCentimes;
}
