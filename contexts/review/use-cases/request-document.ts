import type { Claim } from '#claims';
import { dayInMorocco, type Staff } from '#shared';
import type { RequestDocument } from '../api/review.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import {
  beginStep,
  claimOf,
  nextReview,
  recorded,
  RELEASED,
  requireHeld,
  requireState,
  requireWritten,
} from './review-step.ts';

/**
 * Asks for documents that are missing; until they come, the days do not count.
 * @throws ReviewRefusal NOBODY_TO_TELL, NO_SMS_POSSIBLE, NOT_HELD, CLAIM_HELD, VERSION_CHANGED, WRONG_STATE
 */
export async function requestDocument(
  claimId: string,
  request: RequestDocument,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<void> {
  const step = await beginStep('requestDocument', claimId, request, staff, dependencies);
  if (step === undefined) return;
  requireHeld(step);
  requireState(step, 'OPEN');
  const claim = await claimOf(step.review, dependencies);
  if (request.via === 'sms' && claim.registrationNumber === undefined)
    throw new ReviewRefusal('NOBODY_TO_TELL', 'It is not certain whose claim this is: ask by the agency.');
  if (request.via === 'sms' && !(await canBeTexted(claim, dependencies)))
    throw new ReviewRefusal(
      'NO_SMS_POSSIBLE',
      'The insured has no phone or wants no SMS: ask by the agency.',
    );
  const documents = [...new Set(request.documents)];
  const review = nextReview(step, {
    ...RELEASED,
    state: 'AWAITING_DOCUMENT',
    documentsRequested: documents,
    suspensions: [...step.review.suspensions, { from: dayInMorocco(step.now) }],
  });
  const changes = documents.map((code) =>
    recorded(step, { what: 'document-requested', code, reason: request.via }),
  );
  requireWritten(await dependencies.reviews.requestDocument({ review, changes }, claim, request.via));
}

async function canBeTexted(
  { registrationNumber = '' }: Claim,
  { registry }: Pick<ReviewDependencies, 'registry'>,
): Promise<boolean> {
  const person = await registry.findPerson(registrationNumber);
  return person?.phone !== undefined && !person.smsOptOut;
}
