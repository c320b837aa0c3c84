import { GetCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { claimKey } from '#claims/aws';
import type { TransactItems } from '#shared/aws';
import { recordedChangeSchema, reviewRecordSchema } from '../records/review-record.ts';
import type { ReasonGroup, ReviewState } from '../records/review-words.ts';
import type { ClaimReview } from '../domain/claim-review.ts';
import { awaitedSince } from '../domain/awaited-documents.ts';
import { reviewFactsOf } from '../domain/review-facts.ts';
import type { ReviewStep } from '../ports.ts';

/** How reviews stand beside their claims: `REVIEW`, and beneath it what was done, step by step. */

export const CHANGE_PREFIX = 'REVIEW#CHANGE#';

export const reviewKey = (claimId: string) => ({ pk: claimKey(claimId).pk, sk: 'REVIEW' });

/**
 * Key of the queues of reviews in the indexes `queue` (by age) and `listing` (by amount): those that wait for a first person
 * by their group, the few others by their state.
 */
export function reviewQueueKey(state: Exclude<ReviewState, 'CLOSED'>, group: ReasonGroup): string {
  return `REVIEW#${state === 'OPEN' ? group : state}`;
}

export const assignedKey = (userId: string) => `ASSIGNED#${userId}`;

/** Reviews of a channel that wait for a document, for its clerks. */
export const awaitedKey = (channelId: string) => `DOCUMENTS#${channelId}`;

/** The longest wait first. */
export const sinceKey = (review: Pick<ClaimReview, 'suspensions' | 'claimId'>): string =>
  `${awaitedSince(review)}#${review.claimId}`;

/** Amounts in the order of an index, the largest first. */
const LARGEST_CENTIMES = 999_999_999_999;

export function amountKey({
  billedCentimes,
  claimId,
}: Pick<ClaimReview, 'billedCentimes' | 'claimId'>): string {
  const inverted = Math.max(0, LARGEST_CENTIMES - billedCentimes);
  return `${inverted.toString().padStart(12, '0')}#${claimId}`;
}

export function ageKey({ submissionDate, claimId }: Pick<ClaimReview, 'submissionDate' | 'claimId'>): string {
  return `${submissionDate}#${claimId}`;
}

/** A review as the table keeps it: in the queues only while someone has to work on it. */
export function toReviewItem(review: ClaimReview): Record<string, unknown> {
  const { submissionDate: depositDate, ...rest } = review;
  const item = { ...reviewKey(review.claimId), ...rest, depositDate };
  if (review.state === 'CLOSED') return item;
  const queue = reviewQueueKey(review.state, review.group);
  return {
    ...item,
    gsi1pk: queue,
    gsi1sk: ageKey(review),
    gsi2pk: queue,
    gsi2sk: amountKey(review),
    ...ownerKeys(review),
  };
}

/** In whose list it is: while it waits for a document a contractor can do nothing, and a clerk of its channel can. */
function ownerKeys(review: ClaimReview) {
  const { state, channelId, assignedTo } = review;
  if (state === 'AWAITING_DOCUMENT') return { gsi3pk: awaitedKey(channelId), gsi3sk: sinceKey(review) };
  return assignedTo && { gsi3pk: assignedKey(assignedTo), gsi3sk: ageKey(review) };
}

/** Puts a review where the one that it follows still stands, or none for the first. */
export function putReview(table: string, review: ClaimReview): TransactItems[number] {
  const isFirst = review.version === 1;
  return {
    Put: {
      TableName: table,
      Item: toReviewItem(review),
      ...(isFirst
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :expectedVersion',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':expectedVersion': review.version - 1 },
          }),
    },
  };
}

const changesItemSchema = z.object({ changes: z.array(recordedChangeSchema) });

/** Puts what was done in one step; nothing changes it afterwards. */
export function putChanges(table: string, { review, changes }: ReviewStep): TransactItems {
  if (changes.length === 0) return [];
  const sk = `${CHANGE_PREFIX}${review.version.toString().padStart(6, '0')}`;
  return [
    {
      Put: {
        TableName: table,
        Item: { pk: reviewKey(review.claimId).pk, sk, changes, facts: reviewFactsOf({ review, changes }) },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  ];
}

export const parseChanges = (item: unknown) => changesItemSchema.parse(item).changes;

export async function findReview(
  client: DynamoDBDocumentClient,
  table: string,
  claimId: string,
): Promise<ClaimReview | undefined> {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: reviewKey(claimId), ConsistentRead: true }),
  );
  return Item && reviewRecordSchema.parse(Item);
}
