import { ListObjectVersionsCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { UploadRef } from '#claims';
import { dayInMorocco } from '#shared';
import type { UploadListing } from '../ports/upload-listing.ts';

const ROOT = 'incoming/';
const MILLISECONDS_PER_DAY = 86_400_000;

/** Lists uploads by channel and day: `incoming/<channel>/<YYYY-MM-DD>/…`, and what lies directly under the channel. */
export class S3UploadListing implements UploadListing {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async listChannels(): Promise<readonly string[]> {
    const channels: string[] = [];
    let token: string | undefined;
    do {
      const page = await this.#client.send(
        new ListObjectsV2Command({
          Bucket: this.#bucket,
          Prefix: ROOT,
          Delimiter: '/',
          ContinuationToken: token,
        }),
      );
      channels.push(
        ...(page.CommonPrefixes ?? []).flatMap(({ Prefix }) => Prefix?.slice(ROOT.length, -1) ?? []),
      );
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return channels;
  }

  async *listUploads(channelId: string, since: Date): AsyncIterable<{ upload: UploadRef; uploadedAt: Date }> {
    const channel = `${ROOT}${channelId}/`;
    for (let at = since.getTime(); at < Date.now() + MILLISECONDS_PER_DAY; at += MILLISECONDS_PER_DAY) {
      yield* this.#list(`${channel}${dayInMorocco(new Date(at))}/`, since, undefined);
    }
    yield* this.#list(channel, since, '/');
  }

  async *#list(
    prefix: string,
    since: Date,
    delimiter: string | undefined,
  ): AsyncIterable<{ upload: UploadRef; uploadedAt: Date }> {
    let keyMarker: string | undefined;
    let versionMarker: string | undefined;
    do {
      const page = await this.#client.send(
        new ListObjectVersionsCommand({
          Bucket: this.#bucket,
          Prefix: prefix,
          Delimiter: delimiter,
          KeyMarker: keyMarker,
          VersionIdMarker: versionMarker,
        }),
      );
      for (const { Key: key, VersionId: versionId, LastModified: uploadedAt } of page.Versions ?? []) {
        if (key === undefined || uploadedAt === undefined || uploadedAt < since) continue;
        yield { upload: { bucket: this.#bucket, key, versionId: versionId ?? '' }, uploadedAt };
      }
      keyMarker = page.NextKeyMarker;
      versionMarker = page.NextVersionIdMarker;
    } while (keyMarker !== undefined);
  }
}
