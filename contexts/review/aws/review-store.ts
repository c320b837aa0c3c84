import { paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type Claim, claimMachine, type ClaimState, type ScanFile } from '#claims';
import { claimKey, eventItem, fileKey, toClaimItem } from '#claims/aws';
import type { ClaimEvent } from '#events';
import type { Clock, WriteResult } from '#shared';
import { type Condition, isNew, mayMoveTo, type TransactItems, transactWrite } from '#shared/aws';
import type { ClaimReview } from '../domain/claim-review.ts';
import { sentToAdjudication, waitingAgain } from '../domain/claim-moves.ts';
import type {
  RecordedChange,
  Reopening,
  ReviewPage,
  ReviewQueueQuery,
  ReviewStep,
  ReviewStore,
} from '../ports.ts';
import { CHANGE_PREFIX, findReview, parseChanges, putChanges, putReview } from './review-items.ts';
import { listReviews } from './review-queue.ts';

/** Reviews in the claims table. */
export class DynamoReviewStore implements ReviewStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async find(claimId: string): Promise<ClaimReview | undefined> {
    return findReview(this.#client, this.#table, claimId);
  }

  async changes(claimId: string): Promise<readonly RecordedChange[]> {
    const changes: RecordedChange[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :claim AND begins_with(sk, :changes)',
        ExpressionAttributeValues: { ':claim': claimKey(claimId).pk, ':changes': CHANGE_PREFIX },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) changes.push(...Items.flatMap(parseChanges));
    return changes;
  }

  async list(query: ReviewQueueQuery): Promise<ReviewPage> {
    return listReviews(this.#client, this.#table, query);
  }

  async save(step: ReviewStep): Promise<WriteResult> {
    return this.#write(step, []);
  }

  async sendToAdjudication(step: ReviewStep, claim: Claim, decidableFrom?: string): Promise<WriteResult> {
    const next = sentToAdjudication(claim, step.review, this.#clock(), decidableFrom);
    const event: ClaimEvent = { type: 'claim.corrected.v1', ...this.#common(next), decidableFrom };
    return this.#write(step, this.#moveClaim(next, event));
  }

  async reopen(step: ReviewStep, claim: Claim, because: Reopening): Promise<WriteResult> {
    const next = waitingAgain(claim, step.review);
    const event: ClaimEvent = { type: 'claim.reopened.v1', ...this.#common(next), because };
    return this.#write(step, this.#moveClaim(next, event));
  }

  async requestDocument(step: ReviewStep, claim: Claim, via: 'sms' | 'agency'): Promise<WriteResult> {
    const next: Claim = { ...claim, version: claim.version + 1 };
    const event: ClaimEvent = {
      type: 'claim.document-requested.v1',
      ...this.#common(next),
      documents: [...step.review.documentsRequested],
      via,
    };
    return this.#write(step, [
      this.#putClaim(next, inState(claim.state, claim.version)),
      this.#putEvent(next, event),
    ]);
  }

  async referIncomplete(step: ReviewStep, claim: Claim): Promise<WriteResult> {
    const next = waitingAgain(claim, step.review);
    return this.#write(step, this.#moveClaim(next, { type: 'claim.referred.v1', ...this.#common(next) }));
  }

  async split(step: ReviewStep, file: ScanFile, drafted: Claim): Promise<WriteResult> {
    return this.#write(step, [
      {
        Update: {
          TableName: this.#table,
          Key: fileKey(file.fileId),
          UpdateExpression: 'SET claimIds = :claimIds, #version = :next',
          ConditionExpression: '#version = :expected',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: {
            ':claimIds': [...(file.claimIds ?? []), drafted.claimId],
            ':expected': file.version,
            ':next': file.version + 1,
          },
        },
      },
      { Put: { TableName: this.#table, Item: toClaimItem(drafted), ...isNew } },
      this.#putEvent(drafted, { type: 'claim.drafted.v1', ...this.#common(drafted) }),
    ]);
  }

  /** The review first: its condition tells a step that was made before from one that came too late. */
  async #write(step: ReviewStep, more: TransactItems): Promise<WriteResult> {
    const result = await transactWrite(this.#client, [
      putReview(this.#table, step.review),
      ...putChanges(this.#table, step),
      ...more,
    ]);
    if (result === 'applied') return 'applied';
    const there = await this.find(step.review.claimId);
    return there?.version === step.review.version && there.lastChange === step.review.lastChange
      ? 'known'
      : 'refused';
  }

  #moveClaim(next: Claim, event: ClaimEvent): TransactItems {
    return [
      this.#putClaim(next, mayMoveTo(claimMachine, next.state, next.version - 1)),
      this.#putEvent(next, event),
    ];
  }

  #putClaim(claim: Claim, condition: Condition): TransactItems[number] {
    return { Put: { TableName: this.#table, Item: toClaimItem(claim), ...condition } };
  }

  #putEvent(claim: Claim, event: ClaimEvent): TransactItems[number] {
    const facts = { depositDate: claim.submissionDate, scheme: claim.scheme };
    return {
      Put: {
        TableName: this.#table,
        Item: eventItem(claimKey(claim.claimId), claim.version, event, { facts }),
      },
    };
  }

  #common({ claimId, channelId, version }: Claim) {
    return {
      eventId: `${claimId}#${version}`,
      occurredAt: this.#clock().toISOString(),
      claimId,
      channelId,
    };
  }
}

function inState(state: ClaimState, version: number): Condition {
  return {
    ConditionExpression: '#state = :state AND #version = :expectedVersion',
    ExpressionAttributeNames: { '#state': 'state', '#version': 'version' },
    ExpressionAttributeValues: { ':state': state, ':expectedVersion': version },
  };
}
