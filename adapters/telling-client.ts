import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sendingWindow, type SendingWindow } from '../core/domain/messages/sending-window.ts';
import type { CampaignStore, PersonMessageStore, SmsSettingsStore } from '../core/ports/campaigns.ts';
import { wakeTeller } from './aws/wake-teller.ts';
import { DynamoCampaignStore } from './dynamodb/campaign-store.ts';
import { DynamoPersonMessageStore } from './dynamodb/person-message-store.ts';
import { DynamoSmsSettingsStore } from './dynamodb/sms-settings-store.ts';

/** SMS with registration numbers, as people's tools see and steer them. */
export interface TellingClient {
  readonly campaigns: CampaignStore;
  readonly settings: SmsSettingsStore;
  readonly messages: PersonMessageStore;
  /** As the stage was deployed. */
  stageSettings(): { readonly window: SendingWindow; readonly messagesPerSecond: number };
  /** Lets it be looked at now whether somebody is to be told. */
  wake(requestedBy: string): Promise<void>;
}

/** @param output reads an output of the stage's stacks, or throws saying that it is missing */
export function tellingClient(
  documents: DynamoDBDocumentClient,
  sqs: SQSClient,
  registryTable: string,
  output: (name: string) => string,
): TellingClient {
  return {
    campaigns: new DynamoCampaignStore(documents, registryTable),
    settings: new DynamoSmsSettingsStore(documents, registryTable),
    messages: new DynamoPersonMessageStore(documents, registryTable),
    stageSettings: () => ({
      window: sendingWindow(Number(output('SmsFromHour')), Number(output('SmsUntilHour'))),
      messagesPerSecond: Number(output('SmsPerSecond')),
    }),
    wake: (requestedBy) => wakeTeller(sqs, output('TellRegisteredQueueUrl'), requestedBy),
  };
}
