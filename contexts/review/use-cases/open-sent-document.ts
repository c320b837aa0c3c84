import type { Staff } from '#shared';
import { findReviewFor, isMaskedFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';

/**
 * An address to look at a document that the insured sent, good for some minutes. A document says whose it is: contractors get none.
 * @throws ReviewRefusal REVIEW_NOT_FOUND, DOCUMENT_NOT_FOUND
 */
export async function openSentDocument(
  claimId: string,
  documentId: string,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<{ readonly url: string }> {
  const { accessLog, sentFiles } = dependencies;
  const { documentsSent = [] } = await findReviewFor(claimId, staff, dependencies);
  const document = documentsSent.find((one) => one.documentId === documentId);
  if (document === undefined || isMaskedFor(staff))
    throw new ReviewRefusal('DOCUMENT_NOT_FOUND', 'No such document was sent for this claim.');
  await accessLog.record({
    actor: staff.userId,
    operation: 'openSentDocument',
    subject: `claim:${claimId}`,
  });
  const { sentBy: registrationNumber, contentType, versionId } = document;
  return { url: await sentFiles.addressOf({ registrationNumber, documentId, contentType, versionId }) };
}
