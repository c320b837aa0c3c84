import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { TellRegistered } from '../records/work-messages.ts';

/** Asks tell-registered to look whether somebody is to be told; asking too often is harmless. */
export async function wakeTeller(client: SQSClient, queueUrl: string, requestedBy: string): Promise<void> {
  const message: TellRegistered = { requestedBy };
  await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
}
