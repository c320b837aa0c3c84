import { areTermsEnough, isOverridable, overrideContent, termsNeeded } from '#adjudication';
import type { Override, StatedTerms } from '#claims';
import type { Staff } from '#shared';
import type { OverrideFindings, Review } from '../api/review.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { presentReview } from './present-review.ts';
import { findReviewFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import {
  beginStep,
  claimOf,
  holdUntil,
  nextReview,
  recorded,
  requireHeld,
  requireState,
  requireSupervisor,
  requireWritten,
} from './review-step.ts';

/**
 * Sets findings of the rules aside, with a reason: from then on they are signals. The claim is decided again when the review
 * is submitted.
 * @throws ReviewRefusal NOT_ALLOWED, FINDING_NOT_OVERRIDABLE, VALUE_INVALID, NOT_HELD, CLAIM_HELD, VERSION_CHANGED, WRONG_STATE
 */
export async function overrideFindings(
  claimId: string,
  request: OverrideFindings,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<Review> {
  requireSupervisor(staff);
  const step = await beginStep('overrideFindings', claimId, request, staff, dependencies);
  if (step === undefined) {
    const there = await findReviewFor(claimId, staff, dependencies);
    return presentReview('overrideFindings', there, staff, dependencies);
  }
  requireHeld(step);
  requireState(step, 'OPEN');
  requireOverridable(request, step.review);
  const at = step.now.toISOString();
  // Lines may have moved since: what the findings say, they say of the form that was decided.
  const claim = await claimOf(step.review, dependencies);
  const { form } = await dependencies.readings.loadForm(claimId, claim.formRevision);
  const overrides = request.findings.map(({ code, line, terms }): Override => ({
    code,
    line,
    terms,
    of: overrideContent(findingsAt({ code, line }, step.review), form),
    by: staff.userId,
    reason: request.reason,
    at,
  }));
  const { attestations } = step.review;
  const review = nextReview(step, {
    heldUntil: holdUntil(step.now, dependencies),
    attestations: { ...attestations, overrides: [...(attestations.overrides ?? []), ...overrides] },
  });
  const changes = overrides.map(({ code, line, reason, terms }) =>
    recorded(step, { what: 'overridden', code, line, reason, after: terms && termsText(terms) }),
  );
  requireWritten(await dependencies.reviews.save({ review, changes }));
  return presentReview('overrideFindings', review, staff, dependencies);
}

const termsText = (terms: StatedTerms): string =>
  Object.entries(terms)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

const findingsAt = (
  { code, line }: Pick<Override, 'code' | 'line'>,
  { findings }: ClaimReview,
): ClaimReview['findings'] => findings.filter((finding) => finding.code === code && finding.line === line);

function requireOverridable({ findings }: OverrideFindings, review: ClaimReview): void {
  const places = findings.filter(
    ({ code, line }) =>
      !review.findings.some(
        (finding) => finding.code === code && finding.line === line && isOverridable(finding),
      ),
  );
  if (places.length > 0)
    throw new ReviewRefusal(
      'FINDING_NOT_OVERRIDABLE',
      `Not a finding of this claim, or one without which nothing can be paid: ${places.map(({ code }) => code).join(', ')}`,
    );
  const open = findings.filter(({ code, line, terms }) =>
    review.findings.some(
      (finding) => finding.code === code && finding.line === line && !areTermsEnough(finding, terms),
    ),
  );
  if (open.length > 0)
    throw new ReviewRefusal(
      'VALUE_INVALID',
      'Say what the rules leave open.',
      open.flatMap((finding) => termsNeeded(finding).map((field) => ({ field, line: finding.line }))),
    );
}
