import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import { lineOutcomeSchema, type LineOutcome } from '../../core/contracts/list-lines.ts';
import { preparedMessageSchema, type PreparedMessage } from '../../core/contracts/list-messages.ts';
import { listObjects } from '../../core/domain/lists/list.ts';
import type { CampaignObjects } from '../../core/ports/campaigns.ts';
import { fromJsonLines, toJsonLines } from './json-lines.ts';

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
