import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { UploadRef } from '#claims';
import type { ObjectCreated } from '#shared';

/** Puts an upload before receive-file in the shape in which S3 announces it. */
export async function announceUpload(client: SQSClient, queueUrl: string, upload: UploadRef): Promise<void> {
  const { bucket, key, versionId } = upload;
  const message: ObjectCreated = {
    detail: {
      bucket: { name: bucket },
      object: { key, ...(versionId === '' ? {} : { 'version-id': versionId }) },
    },
  };
  await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
}
