import type { Claim, ClaimStore } from '#claims';
import { type Clock, dayInMorocco } from '#shared';
import { awaitedOf, missingOf } from '../domain/awaited-documents.ts';
import type { AttachedDocument, ClaimReview, ReviewedFinding } from '../domain/claim-review.ts';
import { endSuspension, openReview } from '../domain/open-review.ts';
import type { RecordedChange, ReviewStore, SentDocuments } from '../ports.ts';
import type { AttachDocuments, SentDocumentsRecord } from '../records/sent-documents.ts';

/** Who did it, in the history of a review: nobody of the staff, and no number. */
const INSURED = 'insured';

export interface AttachDocumentsDependencies {
  readonly sentDocuments: Pick<SentDocuments, 'find'>;
  readonly claims: Pick<ClaimStore, 'history'>;
  readonly reviews: Pick<ReviewStore, 'find' | 'save' | 'referIncomplete'>;
  readonly clock: Clock;
}

/** `documents-attached`: also where others are still waited for. `documents-known`: there was nothing (more) to do. */
export type AttachDocumentsOutcome = 'documents-attached' | 'documents-complete' | 'documents-known';

/**
 * Puts what the insured sent beside the review of the claim, once. When all that was waited for has come, the days count again and a
 * reviewer goes on with it; an incomplete claim goes to a reviewer then.
 * @throws Error when the review or the claim was changed at this moment: the message is tried again
 */
export async function attachDocuments(
  { claimId, documentsOf: sentBy }: AttachDocuments,
  { sentDocuments, claims, reviews, clock }: AttachDocumentsDependencies,
): Promise<AttachDocumentsOutcome> {
  const [sent, history, review] = await Promise.all([
    sentDocuments.find(sentBy, claimId),
    claims.history(claimId),
    reviews.find(claimId),
  ]);
  // Whoever the claim was taken from again has nothing to say about it.
  if (sent === undefined || history?.claim.registrationNumber !== sentBy) return 'documents-known';
  const { claim, decision } = history;
  const added = newOf(sent, review);
  const findings = decision?.findings ?? [];
  const awaited = awaitedOf({ claim, review, findings });
  const isComplete = awaited !== undefined && missingOf(awaited, sent.documents).length === 0;
  const step = stepOf(sent, review, added);
  if (claim.state === 'INCOMPLETE' && isComplete) {
    const opened = openIncomplete(claim, decision ?? { findings, billedCentimes: 0 }, review, clock());
    requireDone(await reviews.referIncomplete(step(opened), claim));
    return 'documents-complete';
  }
  // What an incomplete claim still lacks some of waits in the file of the insured.
  if (review === undefined || added.length === 0) return 'documents-known';
  const next = { ...review, version: review.version + 1, ...(isComplete && reopened(review, clock())) };
  requireDone(await reviews.save(step(next)));
  return isComplete ? 'documents-complete' : 'documents-attached';
}

function newOf(
  { documents, registrationNumber: sentBy }: SentDocumentsRecord,
  review: ClaimReview | undefined,
): readonly AttachedDocument[] {
  const known = new Set(review?.documentsSent?.map(({ documentId }) => documentId));
  return documents
    .filter(({ documentId }) => !known.has(documentId))
    .map((document) => ({ ...document, sentBy }));
}

/** The review with what was added to it, and the history that says so. */
function stepOf(
  { version }: SentDocumentsRecord,
  before: ClaimReview | undefined,
  added: readonly AttachedDocument[],
) {
  const changes: readonly RecordedChange[] = added.map(({ kind, sentAt }) => ({
    at: sentAt,
    by: INSURED,
    what: 'document-sent',
    code: kind,
  }));
  return (review: ClaimReview) => ({
    review: {
      ...review,
      documentsSent: [...(before?.documentsSent ?? []), ...added],
      lastChange: `documentsSent#${version}`,
    },
    changes,
  });
}

const reopened = ({ suspensions }: ClaimReview, now: Date) =>
  ({ state: 'OPEN', suspensions: endSuspension(suspensions, dayInMorocco(now)) }) as const;

function openIncomplete(
  claim: Claim,
  {
    findings,
    billedCentimes,
  }: { readonly findings: readonly ReviewedFinding[]; readonly billedCentimes: number },
  before: ClaimReview | undefined,
  now: Date,
): ClaimReview {
  return openReview({ claim, findings, billedCentimes, at: now.toISOString() }, before);
}

function requireDone(result: 'applied' | 'known' | 'refused'): void {
  if (result === 'refused') throw new Error('The claim was changed while documents were put beside it');
}
