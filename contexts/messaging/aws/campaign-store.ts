import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  GetCommand,
  PutCommand,
  UpdateCommand,
  paginateQuery,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import type { WriteResult } from '#shared';
import { isNew } from '#shared/aws';
import type { Campaign, CampaignProgress } from '../domain/campaign.ts';
import type { CampaignStore } from '../ports/campaigns.ts';
import { CAMPAIGNS, campaignItemSchema, campaignKey } from './campaign-items.ts';

/** Campaigns of SMS in the registry table. */
export class DynamoCampaignStore implements CampaignStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async open(campaign: Campaign): Promise<WriteResult> {
    const put = new PutCommand({
      TableName: this.#table,
      Item: { ...campaignKey(campaign), ...campaign },
      ...isNew,
    });
    return appliedOr('known', this.#client.send(put));
  }

  async list(): Promise<readonly Campaign[]> {
    const campaigns: Campaign[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        KeyConditionExpression: 'pk = :campaigns',
        ExpressionAttributeValues: { ':campaigns': CAMPAIGNS },
        ConsistentRead: true,
      },
    );
    for await (const { Items = [] } of pages)
      campaigns.push(...Items.map((item) => campaignItemSchema.parse(item)));
    return campaigns;
  }

  async find(campaign: Pick<Campaign, 'listId' | 'openedAt'>): Promise<Campaign | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: campaignKey(campaign), ConsistentRead: true }),
    );
    return Item && campaignItemSchema.parse(Item);
  }

  async checkpoint(campaign: Campaign, progress: CampaignProgress): Promise<WriteResult> {
    const update = new UpdateCommand({
      TableName: this.#table,
      Key: campaignKey(campaign),
      UpdateExpression:
        'SET #state = :state, #cursor = :cursor, #sent = :sent, #skipped = :skipped, #updatedAt = :updatedAt',
      // A run whose lease ran out must not take the campaign back to where it was.
      ConditionExpression: '#cursor = :before',
      ExpressionAttributeNames: {
        '#state': 'state',
        '#cursor': 'cursor',
        '#sent': 'sent',
        '#skipped': 'skipped',
        '#updatedAt': 'updatedAt',
      },
      ExpressionAttributeValues: {
        ':state': progress.state,
        ':cursor': progress.cursor,
        ':sent': progress.sent,
        ':skipped': progress.skipped,
        ':updatedAt': progress.updatedAt,
        ':before': campaign.cursor,
      },
    });
    return appliedOr('refused', this.#client.send(update));
  }
}

async function appliedOr(otherwise: WriteResult, write: Promise<unknown>): Promise<WriteResult> {
  try {
    await write;
    return 'applied';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return otherwise;
    throw error;
  }
}
