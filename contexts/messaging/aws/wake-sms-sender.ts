import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SendRegistrationSms } from '../records/work-messages.ts';

/** Asks send-registration-sms to look whether someone is to be notified; asking too often is harmless. */
export async function wakeSmsSender(client: SQSClient, queueUrl: string, requestedBy: string): Promise<void> {
  const message: SendRegistrationSms = { requestedBy };
  await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
}
