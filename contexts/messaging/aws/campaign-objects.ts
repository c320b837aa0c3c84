import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import { type LineOutcome, lineOutcomeSchema, listObjects } from '#registration';
import { fromJsonLines, toJsonLines } from '#shared/aws';
import { preparedMessageSchema, type PreparedMessage } from '../records/list-messages.ts';
import type { CampaignObjects } from '../ports/campaigns.ts';

/** The objects of a campaign in the bucket of lists: JSON Lines, compressed; the same lines give the same bytes. */
export class S3CampaignObjects implements CampaignObjects {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async readOutcomes(listId: string, unit: number): Promise<readonly LineOutcome[]> {
    return this.#read(listObjects.outcomes(listId, unit), lineOutcomeSchema);
  }

  async readMessages(listId: string, part: number): Promise<readonly PreparedMessage[]> {
    return this.#read(listObjects.messages(listId, part), preparedMessageSchema);
  }

  async writeMessages(listId: string, part: number, messages: readonly PreparedMessage[]): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: listObjects.messages(listId, part),
        Body: await toJsonLines(messages),
        ContentType: 'application/gzip',
      }),
    );
  }

  async #read<Line>(key: string, schema: z.ZodType<Line>): Promise<readonly Line[]> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    if (Body === undefined) throw new Error('S3 answered without a body');
    return fromJsonLines(await Body.transformToByteArray(), schema);
  }
}
