import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  type CampaignStore,
  type PersonMessageStore,
  sendingWindow,
  type SendingWindow,
  type SmsSettingsStore,
} from '#messaging';
import {
  DynamoCampaignStore,
  DynamoPersonMessageStore,
  DynamoSmsSettingsStore,
  wakeSmsSender,
} from '#messaging/aws';

/** SMS with registration numbers, as people's tools see and steer them. */
export interface RegistrationSmsClient {
  readonly campaigns: CampaignStore;
  readonly settings: SmsSettingsStore;
  readonly messages: PersonMessageStore;
  /** As the stage was deployed. */
  stageSettings(): { readonly window: SendingWindow; readonly messagesPerSecond: number };
  /** Lets it be looked at now whether someone is to be notified. */
  wake(requestedBy: string): Promise<void>;
}

/** @param output reads an output of the stage's stacks, or throws saying that it is missing */
export function registrationSmsClient(
  documents: DynamoDBDocumentClient,
  sqs: SQSClient,
  registryTable: string,
  output: (name: string) => string,
): RegistrationSmsClient {
  return {
    campaigns: new DynamoCampaignStore(documents, registryTable),
    settings: new DynamoSmsSettingsStore(documents, registryTable),
    messages: new DynamoPersonMessageStore(documents, registryTable),
    stageSettings: () => ({
      window: sendingWindow(Number(output('SmsFromHour')), Number(output('SmsUntilHour'))),
      messagesPerSecond: Number(output('SmsPerSecond')),
    }),
    wake: (requestedBy) => wakeSmsSender(sqs, output('SendRegistrationSmsQueueUrl'), requestedBy),
  };
}
