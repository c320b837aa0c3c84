import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import type { PageImageProgress, PageImageSet, PageImageStore } from '../ports/page-images.ts';

/** Long enough for a page to load; too short to be passed on. */
const ADDRESS_SECONDS = 300;

const progressSchema = z.object({
  isComplete: z.boolean(),
  updatedAt: z.string(),
  images: z.array(z.object({ page: z.int(), widthPixels: z.int(), heightPixels: z.int() })),
  fruitlessRuns: z.int().min(0).default(0),
});

/** Images of pages among the readings on S3, with a list of them beside each set. */
export class S3PageImageStore implements PageImageStore {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async find(set: PageImageSet): Promise<PageImageProgress | undefined> {
    try {
      const { Body } = await this.#client.send(
        new GetObjectCommand({ Bucket: this.#bucket, Key: `${folderOf(set)}pages.json` }),
      );
      return progressSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  async saveImage(set: PageImageSet, page: number, jpeg: Uint8Array): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: imageKey(set, page),
        Body: jpeg,
        ContentType: 'image/jpeg',
      }),
    );
  }

  async saveProgress(set: PageImageSet, progress: PageImageProgress): Promise<void> {
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: `${folderOf(set)}pages.json`,
        Body: JSON.stringify(progress),
        ContentType: 'application/json',
      }),
    );
  }

  async addressOf(set: PageImageSet, page: number): Promise<string> {
    const image = new GetObjectCommand({
      Bucket: this.#bucket,
      Key: imageKey(set, page),
      // A medical document stays in no cache of a shared computer.
      ResponseCacheControl: 'no-store',
      ResponseContentDisposition: 'inline',
    });
    return getSignedUrl(this.#client, image, { expiresIn: ADDRESS_SECONDS });
  }
}

const folderOf = (set: PageImageSet): string =>
  set.kind === 'file' ? `pages/${set.fileId}/` : `pages/${set.claimId}/redacted/`;

const imageKey = (set: PageImageSet, page: number): string => `${folderOf(set)}${page}.jpg`;
