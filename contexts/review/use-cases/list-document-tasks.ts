import { formatReceipt } from '#shared';
import type { DocumentTasks } from '../api/review.ts';
import { awaitedSince, requestedAndMissing } from '../domain/awaited-documents.ts';
import type { ReviewStore } from '../ports.ts';

const PAGE_LENGTH = 25;

/** Claims of a channel that wait for documents, the longest wait first: what its clerks ask people for. */
export async function listDocumentTasks(
  channelId: string,
  cursor: string | undefined,
  { reviews }: { readonly reviews: Pick<ReviewStore, 'list'> },
): Promise<DocumentTasks> {
  const page = await reviews.list({ awaitedIn: channelId, order: 'age', limit: PAGE_LENGTH, cursor });
  const tasks = page.reviews.map((review) => ({
    claimId: review.claimId,
    receipt: formatReceipt(review.fileId),
    documents: [...requestedAndMissing(review)],
    since: awaitedSince(review),
  }));
  return { channelId, tasks, nextCursor: page.nextCursor };
}
