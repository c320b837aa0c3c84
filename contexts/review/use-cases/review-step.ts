import { hash } from 'node:crypto';
import type { StoredForm } from '#reading';
import { canonicalJson, dayInMorocco, type Operation, type Staff, type WriteResult } from '#shared';
import type { ClaimReview } from '../domain/claim-review.ts';
import type { RecordedChange } from '../ports.ts';
import { findReviewFor, requireNotOfTaker, requireNotOwn } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

/** A change of a review that is being made: the review as it was read, by whom, when, and the name of the change. */
export interface StepOf {
  readonly review: ClaimReview;
  readonly staff: Staff;
  readonly now: Date;
  readonly name: string;
}

/** Names a change by its content, so that the same request again is known. */
export function nameOfChange(operation: Operation, staff: Staff, content: object): string {
  return `${operation}#${hash('sha256', canonicalJson({ by: staff.userId, ...content }), 'hex').slice(0, 24)}`;
}

/**
 * Begins a change of a review that was shown before.
 * @returns undefined where this very change was made already
 * @throws ReviewRefusal when there is no such review, someone else works on it, or it was changed since it was shown
 */
export async function beginStep(
  operation: Operation,
  claimId: string,
  request: { readonly version: number },
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<StepOf | undefined> {
  const review = await findReviewFor(claimId, staff, dependencies);
  const now = dependencies.clock();
  const name = nameOfChange(operation, staff, request);
  if (review.lastChange === name) return undefined;
  requireNotHeldByOther(review, staff, now);
  if (review.version !== request.version) throw versionChanged();
  await requireNotOwn(review, staff, dependencies);
  await requireNotOfTaker(review, staff, dependencies);
  return { review, staff, now, name };
}

export function isHeldByOther({ holder, heldUntil = '' }: ClaimReview, staff: Staff, now: Date): boolean {
  return holder !== undefined && holder !== staff.userId && now.toISOString() < heldUntil;
}

export function requireNotHeldByOther(review: ClaimReview, staff: Staff, now: Date): void {
  if (isHeldByOther(review, staff, now))
    throw new ReviewRefusal('CLAIM_HELD', 'Someone else works on this claim. Take another one.');
}

export function requireHeld({ review, staff }: StepOf): void {
  if (review.holder !== staff.userId)
    throw new ReviewRefusal('NOT_HELD', 'Take the claim before you change it.');
}

export function requireState({ review }: StepOf, ...states: readonly ClaimReview['state'][]): void {
  if (!states.includes(review.state))
    throw new ReviewRefusal('WRONG_STATE', `This cannot be done while the review is ${review.state}.`);
}

export function requireSupervisor(staff: Staff): void {
  if (!staff.roles.includes('supervisor'))
    throw new ReviewRefusal('NOT_ALLOWED', 'Only a supervisor may do this.');
}

/** ISO instant until which a claim is held that is touched now. */
export function holdUntil(now: Date, { rules }: Pick<ReviewDependencies, 'rules'>): string {
  const { holdMinutes } = rules.reviewSettingsOn(dayInMorocco(now));
  return new Date(now.getTime() + holdMinutes * 60_000).toISOString();
}

/** ISO instant until which a claim that is sent to be decided now can be taken back; undefined where it cannot. */
export function decidableFrom(
  now: Date,
  { undoSeconds }: Pick<ReviewDependencies, 'undoSeconds'>,
): string | undefined {
  return undoSeconds === 0 ? undefined : new Date(now.getTime() + undoSeconds * 1000).toISOString();
}

/** Nobody holds it any more. */
export const RELEASED = { holder: undefined, heldUntil: undefined, keying: undefined } as const;

export function nextReview({ review, name }: StepOf, changes: Partial<ClaimReview>): ClaimReview {
  return { ...review, ...changes, version: review.version + 1, lastChange: name };
}

/** A change as it is recorded: who and when. */
export function recorded(
  { staff, now }: Pick<StepOf, 'staff' | 'now'>,
  change: Omit<RecordedChange, 'at' | 'by'>,
): RecordedChange {
  return { at: now.toISOString(), by: staff.userId, ...change };
}

/** @throws ReviewRefusal when someone else was quicker; the same step made before is as good as this one */
export function requireWritten(result: WriteResult): void {
  if (result === 'refused') throw versionChanged();
}

export function versionChanged(): ReviewRefusal {
  return new ReviewRefusal('VERSION_CHANGED', 'The claim was changed since it was shown. Load it again.');
}

/** Keeps a corrected form under a name of its own: of two people who correct at once, neither overwrites the other's. */
export async function saveRevision(
  { review }: Pick<StepOf, 'review'>,
  stored: StoredForm,
  { readings }: Pick<ReviewDependencies, 'readings'>,
  claimId: string = review.claimId,
): Promise<string> {
  const text = canonicalJson(stored.form);
  const revision = `${(review.version + 1).toString().padStart(6, '0')}-${hash('sha256', text, 'hex').slice(0, 16)}`;
  await readings.saveForm(claimId, stored, revision);
  return revision;
}

/** @throws Error where a review has no claim, which cannot be: they are written together */
export async function claimOf({ claimId }: ClaimReview, { claims }: Pick<ReviewDependencies, 'claims'>) {
  const claim = await claims.find(claimId);
  if (claim === undefined) throw new Error('The claim under review is not in the claims table');
  return claim;
}
