import { GetCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { decisionRecordSchema } from '../../core/contracts/decision-record.ts';
import type { EventFacts } from '../../core/contracts/event-facts.ts';
import type { ClaimEvent } from '../../core/contracts/events.ts';
import type { Decision } from '../../core/domain/adjudication/decision.ts';
import type { Claim, ClaimPayment } from '../../core/domain/claims/claim.ts';
import {
  claimMachine,
  paymentMachine,
  type ClaimState,
  type PaymentState,
} from '../../core/domain/claims/states.ts';
import { openReview } from '../../core/domain/review/open-review.ts';
import { mayMove } from '../../core/domain/state-machine.ts';
import type {
  BankOutcome,
  CareClaim,
  ClaimHistory,
  ClaimQueue,
  ClaimStore,
  DecideResult,
  WriteResult,
} from '../../core/ports/claims.ts';
import type { Clock } from '../../core/ports/services.ts';
import { careKey, claimItemSchema, claimKey, eventItem, QUEUE_INDEX, QUEUE_SHARDS } from './claims-items.ts';
import { batchGet } from './batch-get.ts';
import { toClaimItem, queueKey } from './claim-item.ts';
import { parseHistory } from './claim-history.ts';
import { mayMoveTo, type Condition } from './conditions.ts';
import { findReview, putReview } from './review-items.ts';
import { transactWrite, type TransactItems } from './transact.ts';

const queueItemSchema = z.object({ gsi1sk: z.string() });

const stateOfOutcome = {
  approved: 'APPROVED',
  'partly-approved': 'PARTLY_APPROVED',
  rejected: 'REJECTED',
  referred: 'REFERRED',
  incomplete: 'INCOMPLETE',
} as const satisfies Record<Decision['outcome'], ClaimState>;

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

  async findCare(groups: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const items = await batchGet(this.#client, this.#table, [...new Set(groups)].map(careKey));
    const owners = new Map<string, string>();
    for (const item of items) {
      for (const [attribute, value] of Object.entries(item)) {
        if (attribute.startsWith(ACT_PREFIX))
          owners.set(attribute.slice(ACT_PREFIX.length), z.string().parse(value));
      }
    }
    return owners;
  }

  async decide(claim: Claim, decision: Decision, care: readonly CareClaim[]): Promise<DecideResult> {
    const state = stateOfOutcome[decision.outcome];
    const next: Claim = {
      ...claim,
      state,
      version: claim.version + 1,
      registrationNumber: decision.registrationNumber,
      scheme: decision.scheme,
      billedCentimes: decision.billedCentimes,
      paidCentimes: decision.paidCentimes,
      payment: firstPayment(decision),
    };
    const event: ClaimEvent = {
      type: `claim.${decision.outcome}.v1`,
      ...this.#stamp(next),
      claimId: claim.claimId,
      channelId: claim.channelId,
    };
    const record = decisionRecordSchema.parse(decision);
    const before = claim.attestations && (await findReview(this.#client, this.#table, claim.claimId));
    const review =
      state === 'REFERRED'
        ? openReview(
            {
              claim,
              findings: decision.findings,
              billedCentimes: decision.billedCentimes,
              at: event.occurredAt,
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
      ...care.map((acts) => ({ Update: this.#takeCare(acts, claim.claimId) })),
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
        if (Items.length > 0) yield Items.map((item) => queueItemSchema.parse(item).gsi1sk);
      }
    }
  }

  async applyBankOutcome(claim: Claim, outcome: BankOutcome): Promise<WriteResult> {
    const { payment } = claim;
    const to: PaymentState =
      outcome.kind === 'returned' ? 'HELD' : outcome.kind === 'paid' ? 'PAID' : 'ACCEPTED';
    // An answer about an attempt that was settled meanwhile, or one that says less than is known, changes nothing.
    if (payment?.attempt !== outcome.attempt) return 'known';
    if (payment.state === to || !mayMove(paymentMachine, payment.state, to)) return 'known';
    const common = {
      ...this.#stampNext(claim),
      claimId: claim.claimId,
      channelId: claim.channelId,
      attempt: outcome.attempt,
      remittanceId: payment.remittanceId,
    };
    if (outcome.kind !== 'returned') {
      return this.#movePayment(
        claim,
        { ...payment, state: to },
        { type: `payment.${outcome.kind}.v1`, ...common },
      );
    }
    const reopened: ClaimPayment = {
      state: 'HELD',
      attempt: payment.attempt + 1,
      amountCentimes: payment.amountCentimes,
      heldReason: 'RETURNED_BY_BANK',
      returnedRib: payment.rib,
      returnReason: outcome.reason,
    };
    return this.#movePayment(claim, reopened, {
      type: 'payment.returned.v1',
      ...common,
      reason: outcome.reason,
    });
  }

  async releasePayment(claim: Claim, rib: string): Promise<WriteResult> {
    const { payment } = claim;
    if (payment === undefined || !mayMove(paymentMachine, payment.state, 'PENDING')) return 'refused';
    const { attempt, amountCentimes, returnedRib } = payment;
    return this.#movePayment(
      claim,
      { state: 'PENDING', attempt, amountCentimes, rib, returnedRib },
      {
        type: 'payment.released.v1',
        ...this.#stampNext(claim),
        claimId: claim.claimId,
        channelId: claim.channelId,
        attempt,
      },
    );
  }

  async #movePayment(claim: Claim, payment: ClaimPayment, event: ClaimEvent): Promise<WriteResult> {
    const next: Claim = { ...claim, version: claim.version + 1, payment };
    const items: TransactItems = [
      {
        // The version stands for the whole record: whoever read this payment state moves it, or nobody does.
        Put: this.#putIf(next, {
          ConditionExpression: '#version = :expectedVersion',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':expectedVersion': claim.version },
        }),
      },
      {
        Put: {
          TableName: this.#table,
          Item: eventItem(claimKey(claim.claimId), next.version, event, {
            facts: { ...claimFacts(next), amountCentimes: payment.amountCentimes },
          }),
        },
      },
    ];
    return (await transactWrite(this.#client, items)) === 'applied' ? 'applied' : 'refused';
  }

  #putIf(claim: Claim, condition: Condition) {
    return { TableName: this.#table, Item: toClaimItem(claim), ...condition };
  }

  #takeCare({ group, fingerprints }: CareClaim, claimId: string) {
    const acts = [...new Set(fingerprints)];
    return {
      TableName: this.#table,
      Key: careKey(group),
      UpdateExpression: `SET ${acts.map((_, index) => `#a${index} = :claim`).join(', ')}`,
      ConditionExpression: acts
        .map((_, index) => `(attribute_not_exists(#a${index}) OR #a${index} = :claim)`)
        .join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(
        acts.map((act, index) => [`#a${index}`, `${ACT_PREFIX}${act}`]),
      ),
      ExpressionAttributeValues: { ':claim': claimId },
    };
  }

  #stamp({ claimId, version }: Claim): { eventId: string; occurredAt: string } {
    return { eventId: `${claimId}#${version}`, occurredAt: this.#clock().toISOString() };
  }

  #stampNext(claim: Claim): { eventId: string; occurredAt: string } {
    return this.#stamp({ ...claim, version: claim.version + 1 });
  }
}

const ACT_PREFIX = 'act_';

/** What figures need to know of a claim when something happens to it. */
function claimFacts({ depositDate, scheme, suspendedDays }: Claim): EventFacts {
  return { depositDate, scheme, suspendedDays };
}

function firstPayment({ destination, paidCentimes }: Decision): ClaimPayment | undefined {
  if (destination === undefined || paidCentimes <= 0) return undefined;
  const common = { attempt: 1, amountCentimes: paidCentimes };
  return destination.kind === 'account'
    ? { state: 'PENDING', ...common, rib: destination.rib }
    : { state: 'HELD', ...common, heldReason: destination.reason };
}
