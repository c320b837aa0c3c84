import { GetCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { MOST_CARE_GROUPS } from '#adjudication';
import {
  type AboutMove,
  type CareClaim,
  type CareGroup,
  type Claim,
  type ClaimHistory,
  claimMachine,
  type ClaimQueue,
  type ClaimStore,
  type DecideResult,
  type Decision,
  decisionRecordSchema,
  type MovedPayment,
  type PaymentCommand,
} from '#claims';
import {
  careKey,
  claimIdAtPlace,
  claimItemSchema,
  claimKey,
  eventItem,
  parseHistory,
  QUEUE_INDEX,
  QUEUE_SHARDS,
  queueKey,
  toClaimItem,
} from '#claims/aws';
import type { ClaimEvent, EventFacts } from '#events';
import { decidedClaim, movedPayment } from '#payments';
import type { Clock } from '#shared';
import { batchGet, type Condition, mayMoveTo, type TransactItems, transactWrite } from '#shared/aws';
import { openReview } from '../domain/open-review.ts';
import { findReview, putReview } from './review-items.ts';

const queueItemSchema = z.object({ gsi1sk: z.string() });

/** The claims part of the claims table. */
export class DynamoClaimStore implements ClaimStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async find(claimId: string): Promise<Claim | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: claimKey(claimId), ConsistentRead: true }),
    );
    return Item && claimItemSchema.parse(Item);
  }

  async findMany(claimIds: readonly string[]): Promise<readonly Claim[]> {
    const items = await batchGet(this.#client, this.#table, claimIds.map(claimKey));
    return items.map((item) => claimItemSchema.parse(item));
  }

  async history(claimId: string): Promise<ClaimHistory | undefined> {
    const items: unknown[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :claim',
        ExpressionAttributeValues: { ':claim': claimKey(claimId).pk },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages) items.push(...Items);
    return parseHistory(items);
  }

  async findCare(
    groups: readonly string[],
    older: readonly string[] = [],
  ): Promise<ReadonlyMap<string, CareGroup>> {
    const find = (some: readonly string[], isConsistent: boolean) =>
      batchGet(this.#client, this.#table, [...new Set(some)].map(careKey), { isConsistent });
    const items = await Promise.all([find(groups, true), find(older, false)]);
    return new Map(items.flat().map(careGroupOf));
  }

  async decide(claim: Claim, decision: Decision, care: readonly CareClaim[]): Promise<DecideResult> {
    const stamp = this.#stamp({ claimId: claim.claimId, version: claim.version + 1 });
    const next = decidedClaim(claim, decision, stamp.occurredAt);
    const { state } = next;
    const event: ClaimEvent = {
      type: `claim.${decision.outcome}.v1`,
      ...stamp,
      claimId: claim.claimId,
      channelId: claim.channelId,
    };
    const record = decisionRecordSchema.parse(decision);
    const before = claim.attestations && (await findReview(this.#client, this.#table, claim.claimId));
    const review =
      state === 'REFERRED' || state === 'PARTLY_REFERRED'
        ? openReview(
            {
              claim,
              findings: decision.findings,
              billedCentimes: decision.billedCentimes,
              at: event.occurredAt,
              isTold: state === 'PARTLY_REFERRED',
            },
            before,
          )
        : undefined;
    const result = await transactWrite(this.#client, [
      { Put: this.#putIf(next, mayMoveTo(claimMachine, state, claim.version)) },
      {
        Put: {
          TableName: this.#table,
          Item: eventItem(claimKey(claim.claimId), next.version, event, {
            decision: record,
            facts: { ...claimFacts(next), isFirstDecision: claim.version === 1 },
          }),
        },
      },
      ...this.#careItems(care, claim.claimId),
      ...(review === undefined ? [] : [putReview(this.#table, review)]),
    ]);
    if (result === 'applied') return 'applied';
    if (!result.failedConditions.includes(0)) return 'care-claimed-by-another';
    return (await this.find(claim.claimId))?.state === 'DRAFTED' ? 'refused' : 'known';
  }

  async *listQueue(queue: ClaimQueue): AsyncIterable<readonly string[]> {
    for (let shard = 0; shard < QUEUE_SHARDS; shard += 1) {
      const pages = paginateQuery(
        { client: this.#client },
        {
          TableName: this.#table,
          IndexName: QUEUE_INDEX,
          KeyConditionExpression: 'gsi1pk = :queue',
          ExpressionAttributeValues: { ':queue': queueKey(queue, shard) },
        },
      );
      for await (const { Items = [] } of pages) {
        if (Items.length > 0) yield Items.map((item) => claimIdAtPlace(queueItemSchema.parse(item).gsi1sk));
      }
    }
  }

  async movePayment(
    claim: Claim,
    command: PaymentCommand,
    { settlement, reason }: AboutMove = {},
  ): Promise<MovedPayment> {
    const moved = movedPayment(claim, command, this.#clock().toISOString(), settlement);
    if (moved === 'known' || moved === 'refused') return { result: moved };
    const { claim: next, event } = moved;
    const items: TransactItems = [
      {
        // The version stands for the whole record: whoever read this payment state moves it, or nobody does.
        Put: this.#putIf(next, {
          ConditionExpression: '#version = :expectedVersion',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':expectedVersion': claim.version },
        }),
      },
      ...(event === undefined
        ? []
        : [
            {
              Put: {
                TableName: this.#table,
                Item: eventItem(claimKey(claim.claimId), next.version, event, {
                  facts: { ...claimFacts(next), ...moved.facts },
                  reason,
                }),
              },
            },
          ]),
    ];
    const isApplied = (await transactWrite(this.#client, items)) === 'applied';
    return isApplied ? { result: 'applied', payment: moved.payment } : { result: 'refused' };
  }

  #putIf(claim: Claim, condition: Condition) {
    return { TableName: this.#table, Item: toClaimItem(claim), ...condition };
  }

  /** @throws RangeError of more than one transaction takes: such a claim is referred, and none of its groups is ever left out */
  #careItems(care: readonly CareClaim[], claimId: string): TransactItems {
    if (care.length > MOST_CARE_GROUPS)
      throw new RangeError('The claim has acts on too many days to be paid');
    return care.map((acts) =>
      acts.fingerprints.length > 0
        ? { Update: this.#takeCare(acts, claimId) }
        : { ConditionCheck: this.#seenCare(acts) },
    );
  }

  #takeCare({ group, fingerprints, seenVersion }: CareClaim, claimId: string) {
    const acts = [...new Set(fingerprints)];
    const seen = asSeen(seenVersion);
    return {
      TableName: this.#table,
      Key: careKey(group),
      UpdateExpression: `SET ${acts.map((_, index) => `#a${index} = :claim`).join(', ')} ADD #version :one`,
      ConditionExpression: [
        ...acts.map((_, index) => `(attribute_not_exists(#a${index}) OR #a${index} = :claim)`),
        seen.ConditionExpression,
      ].join(' AND '),
      ExpressionAttributeNames: {
        ...seen.ExpressionAttributeNames,
        ...Object.fromEntries(acts.map((act, index) => [`#a${index}`, `${ACT_PREFIX}${act}`])),
      },
      ExpressionAttributeValues: { ...seen.ExpressionAttributeValues, ':claim': claimId, ':one': 1 },
    };
  }

  #seenCare({ group, seenVersion }: CareClaim) {
    return { TableName: this.#table, Key: careKey(group), ...asSeen(seenVersion) };
  }

  #stamp({ claimId, version }: Pick<Claim, 'claimId' | 'version'>): { eventId: string; occurredAt: string } {
    return { eventId: `${claimId}#${version}`, occurredAt: this.#clock().toISOString() };
  }
}

const ACT_PREFIX = 'act_';

/** Whoever looked at a group decides by what stands in it now, or looks again. */
function asSeen(seenVersion: number | undefined) {
  const ExpressionAttributeNames = { '#version': 'version' };
  return seenVersion === undefined
    ? { ConditionExpression: 'attribute_not_exists(#version)', ExpressionAttributeNames }
    : {
        ConditionExpression: '#version = :seen',
        ExpressionAttributeNames,
        ExpressionAttributeValues: { ':seen': seenVersion },
      };
}

const careItemSchema = z.looseObject({
  pk: z.templateLiteral([z.literal(careKey('').pk), z.string()]),
  /** Absent where nobody took an act since groups are counted. */
  version: z.int().optional(),
});

function careGroupOf(item: Record<string, unknown>): readonly [string, CareGroup] {
  const { pk, version } = careItemSchema.parse(item);
  const owners = Object.entries(item).flatMap(([attribute, owner]) =>
    attribute.startsWith(ACT_PREFIX)
      ? [[attribute.slice(ACT_PREFIX.length), z.string().parse(owner)] as const]
      : [],
  );
  return [pk.slice(careKey('').pk.length), { owners: new Map(owners), version }];
}

/** What figures need to know of a claim when something happens to it. */
function claimFacts({ submissionDate, scheme, suspendedDays }: Claim): EventFacts {
  return { depositDate: submissionDate, scheme, suspendedDays };
}
