import { GetCommand, QueryCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dependantItems } from '#registration/aws';
import { type Dependant, dependantSchema } from '#registry';
import { holderItemSchema, personEventItem, personPk } from '#registry/aws';
import { readPlace, writePlace } from '#shared';
import { batchGet, isNew, type TransactItems, transactWrite } from '#shared/aws';
import { evidenceRefSchema, evidenceTypes, requestRefusalSchema, requestStates } from '../api/portal.ts';
import type { AcceptResult, DependantRequest, DependantRequests, Proof } from '../ports/portal.ts';

/** Requests that wait are in the index; the decision takes them out of it. */
export const REQUEST_INDEX = 'queue';
const OPEN_REQUESTS = 'REQUESTS#OPEN';
const PAGE_LENGTH = 20;
const REQUEST_PREFIX = 'REQUEST#';

const requestItemSchema = z.object({
  requestId: z.string(),
  registrationNumber: z.string(),
  state: z.enum(requestStates),
  requestedAt: z.string(),
  declared: dependantSchema.pick({ link: true, name: true, birthDate: true, sex: true, cin: true }),
  documents: z.array(
    evidenceRefSchema.extend({
      contentType: z.enum(evidenceTypes),
      versionId: z.string().optional(),
      versionCount: z.int().optional(),
    }),
  ),
  decidedAt: z.string().optional(),
  decidedBy: z.string().optional(),
  refusal: requestRefusalSchema.optional(),
});

const requestKey = (registrationNumber: string, requestId: string) => ({
  pk: personPk(registrationNumber),
  sk: `${REQUEST_PREFIX}${requestId}`,
});
/** Whose request it is: an address of the console names the request and not the person. */
const holderKey = (requestId: string) => ({ pk: `${REQUEST_PREFIX}${requestId}`, sk: 'REQUEST' });

const placeSchema = z.object({ pk: z.string(), sk: z.string(), gsi1sk: z.string() });

/** Requests of the insured, each in the partition of its person in the registry table. */
export class DynamoDependantRequests implements DependantRequests {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async open(request: DependantRequest): Promise<void> {
    const { requestId, registrationNumber, requestedAt } = request;
    await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: {
            ...requestKey(registrationNumber, requestId),
            ...request,
            gsi1pk: OPEN_REQUESTS,
            gsi1sk: `${requestedAt}#${requestId}`,
          },
          ...isNew,
        },
      },
      { Put: { TableName: this.#table, Item: { ...holderKey(requestId), registrationNumber }, ...isNew } },
    ]);
  }

  async listOf(registrationNumber: string): Promise<readonly DependantRequest[]> {
    const requests: DependantRequest[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :person AND begins_with(sk, :requests)',
        ExpressionAttributeValues: { ':person': personPk(registrationNumber), ':requests': REQUEST_PREFIX },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages)
      requests.push(...Items.map((item) => requestItemSchema.parse(item)));
    return requests.toSorted((one, other) => other.requestedAt.localeCompare(one.requestedAt));
  }

  async find(requestId: string): Promise<DependantRequest | undefined> {
    const holder = await this.#get(holderKey(requestId));
    if (holder === undefined) return undefined;
    const { registrationNumber } = holderItemSchema.parse(holder);
    const item = await this.#get(requestKey(registrationNumber, requestId));
    return item && requestItemSchema.parse(item);
  }

  async listOpen(
    cursor?: string,
  ): Promise<{ readonly requests: readonly DependantRequest[]; readonly nextCursor?: string | undefined }> {
    const place = readPlace(placeSchema, cursor);
    const { Items = [], LastEvaluatedKey: last } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: REQUEST_INDEX,
        KeyConditionExpression: 'gsi1pk = :open',
        ExpressionAttributeValues: { ':open': OPEN_REQUESTS },
        Limit: PAGE_LENGTH,
        ...(place === undefined ? {} : { ExclusiveStartKey: { ...place, gsi1pk: OPEN_REQUESTS } }),
      }),
    );
    const keys = Items.map((item) => placeSchema.parse(item)).map(({ pk, sk }) => ({ pk, sk }));
    const found = (await batchGet(this.#client, this.#table, keys)).map((item) =>
      requestItemSchema.parse(item),
    );
    return {
      // The index may lag a moment behind a decision.
      requests: found
        .filter(({ state }) => state === 'OPEN')
        .toSorted((one, other) => one.requestedAt.localeCompare(other.requestedAt)),
      nextCursor: writePlace(last && placeSchema.parse(last)),
    };
  }

  async accept(request: DependantRequest, dependant: Dependant): Promise<AcceptResult> {
    const items = dependantItems(this.#table, dependant, request.registrationNumber);
    const result = await transactWrite(this.#client, [...this.#decided(request), ...items]);
    if (result === 'applied') return 'applied';
    const cinItem = this.#decided(request).length + 1;
    return result.failedConditions.every((index) => index === cinItem) ? 'cin-taken' : 'refused';
  }

  async prove(
    request: DependantRequest,
    before: Dependant,
    { studies, disabled, disabledTo }: Proof,
  ): Promise<'applied' | 'refused'> {
    const { registrationNumber, dependantId } = before;
    const result = await transactWrite(this.#client, [
      ...this.#decided(request),
      {
        Update: {
          TableName: this.#table,
          Key: { pk: personPk(registrationNumber), sk: `DEPENDANT#${dependantId}` },
          UpdateExpression:
            'SET #record.#studies = :studies, #record.#disabled = :disabled' +
            (disabledTo === undefined ? ' REMOVE #record.#until' : ', #record.#until = :until'),
          // Whoever added a proof meanwhile keeps it: the request is decided again on what stands there now.
          ConditionExpression:
            'attribute_exists(pk) AND (attribute_not_exists(#record.#studies) OR #record.#studies = :before)' +
            ' AND (attribute_not_exists(#record.#disabled) OR #record.#disabled = :disabledBefore)' +
            (before.disabledTo === undefined
              ? ' AND attribute_not_exists(#record.#until)'
              : ' AND #record.#until = :untilBefore'),
          ExpressionAttributeNames: {
            ...{ '#record': 'record', '#studies': 'studies' },
            ...{ '#disabled': 'disabled', '#until': 'disabledTo' },
          },
          ExpressionAttributeValues: {
            ':studies': studies,
            ':disabled': disabled,
            ':before': before.studies,
            ':disabledBefore': before.disabled,
            ...(disabledTo !== undefined && { ':until': disabledTo }),
            ...(before.disabledTo !== undefined && { ':untilBefore': before.disabledTo }),
          },
        },
      },
    ]);
    return result === 'applied' ? 'applied' : 'refused';
  }

  async refuse(request: DependantRequest): Promise<'applied' | 'refused'> {
    const result = await transactWrite(this.#client, this.#decided(request));
    return result === 'applied' ? 'applied' : 'refused';
  }

  /** The request as it was decided, once, and the event that tells the person. */
  #decided(request: DependantRequest): TransactItems {
    const { requestId, registrationNumber, decidedAt = '' } = request;
    return [
      {
        Put: {
          TableName: this.#table,
          Item: { ...requestKey(registrationNumber, requestId), ...request },
          ConditionExpression: '#state = :open',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':open': 'OPEN' },
        },
      },
      {
        Put: {
          TableName: this.#table,
          Item: personEventItem(
            {
              type: 'dependant.request-decided.v1',
              eventId: `${registrationNumber}#request#${requestId}`,
              occurredAt: decidedAt,
              registrationNumber,
              requestId,
              isAccepted: request.state === 'ACCEPTED',
            },
            `REQUEST#${requestId}`,
          ),
        },
      },
    ];
  }

  async #get(key: Readonly<Record<string, string>>): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return Item;
  }
}
