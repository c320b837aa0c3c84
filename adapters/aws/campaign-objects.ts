import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type * as z from 'zod';
import { lineOutcomeSchema, type LineOutcome } from '../../core/contracts/list-lines.ts';
import { preparedMessageSchema, type PreparedMessage } from '../../core/contracts/list-messages.ts';
import { listObjects } from '../../core/domain/lists/list.ts';
import type { CampaignObjects } from '../../core/ports/campaigns.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

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
    const lines = messages.map((message) => `${JSON.stringify(message)}\n`).join('');
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: listObjects.messages(listId, part),
        Body: await compress(lines),
        ContentType: 'application/gzip',
      }),
    );
  }

  async #read<Line>(key: string, schema: z.ZodType<Line>): Promise<readonly Line[]> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    if (Body === undefined) throw new Error('S3 answered without a body');
    const text = (await decompress(await Body.transformToByteArray())).toString('utf8');
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => schema.parse(JSON.parse(line)));
  }
}
