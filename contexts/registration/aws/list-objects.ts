import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3ServiceException,
  type PutObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { fromJsonLines, toJsonLines } from '#shared/aws';
import {
  linkedLineSchema,
  type LineOutcome,
  type LinkedLine,
  type VerifiedLine,
} from '../records/list-lines.ts';
import { DRY_RUN_METADATA, DRY_RUN_WANTED } from '../domain/lists/list-key.ts';
import { listObjects } from '../domain/lists/list.ts';
import type { ListObjects, ListUpload, ListUploads, ObjectPart } from '../ports/lists.ts';

/** Parts of a multipart upload; S3 takes 10,000 of them, so an object may have up to 80 GB. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 3;

type PutCondition = Pick<PutObjectCommandInput, 'IfNoneMatch'>;

/** The objects of lists in one S3 bucket. */
export class S3ListObjects implements ListObjects, ListUploads {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async describe(object: Pick<ObjectPart, 'key' | 'versionId'>): Promise<ListUpload | undefined> {
    try {
      const head = await this.#client.send(new HeadObjectCommand(this.#locationOf(object)));
      return {
        versionId: head.VersionId ?? object.versionId ?? '',
        sizeBytes: head.ContentLength ?? 0,
        uploadedAt: head.LastModified ?? new Date(),
        isDryRun: head.Metadata?.[DRY_RUN_METADATA] === DRY_RUN_WANTED,
      };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async *readBytes(object: ObjectPart): AsyncGenerator<Uint8Array, void, undefined> {
    const range = rangeOf(object);
    const { Body, ContentRange } = await this.#client.send(
      new GetObjectCommand({
        ...this.#locationOf(object),
        ...(range === undefined ? {} : { Range: range }),
      }),
    );
    if (!(Body instanceof Readable)) throw new Error('S3 answered without a body');
    // HTTP lets a server send all of it instead; an emulator does so where a version is asked for.
    const isAsAsked = range === undefined || ContentRange !== undefined;
    yield* isAsAsked ? Body : cut(Body, object);
  }

  async readText(key: string): Promise<string | undefined> {
    try {
      return (await this.#readAll(key)).toString('utf8');
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async writeStream(key: string, chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<number> {
    let writtenBytes = 0;
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        writtenBytes += chunk.byteLength;
        yield chunk;
      }
    };
    await new Upload({
      client: this.#client,
      params: {
        Bucket: this.#bucket,
        Key: key,
        Body: Readable.from(counted(), { objectMode: false }),
        ContentType: contentType,
      },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
      // The bucket removes what was not finished; a function may delete nothing.
      leavePartsOnError: true,
    }).done();
    return writtenBytes;
  }

  async writeText(key: string, text: string, contentType: string): Promise<void> {
    await this.#put(key, Buffer.from(text), contentType);
  }

  async writeVerified(listId: string, range: number, lines: readonly VerifiedLine[]): Promise<void> {
    await this.#putLines(listObjects.verified(listId, range), lines);
  }

  async readUnit(listId: string, unit: number): Promise<readonly LinkedLine[]> {
    return fromJsonLines(await this.#readAll(listObjects.unit(listId, unit)), linkedLineSchema);
  }

  async writeOutcomes(listId: string, unit: number, outcomes: readonly LineOutcome[]): Promise<void> {
    // The first outcome counts: a unit that comes again later, when the registry has moved on, changes no answer.
    await this.#putLines(listObjects.outcomes(listId, unit), outcomes, { IfNoneMatch: '*' });
  }

  async #putLines(key: string, values: readonly object[], condition: PutCondition = {}): Promise<void> {
    await this.#put(key, await toJsonLines(values), 'application/gzip', condition);
  }

  async #put(
    key: string,
    body: Uint8Array,
    contentType: string,
    condition: PutCondition = {},
  ): Promise<void> {
    try {
      await this.#client.send(
        new PutObjectCommand({
          Bucket: this.#bucket,
          Key: key,
          Body: body,
          ContentType: contentType,
          ...condition,
        }),
      );
    } catch (error) {
      if (!(error instanceof S3ServiceException) || error.name !== 'PreconditionFailed') throw error;
    }
  }

  async #readAll(key: string): Promise<Buffer> {
    const { Body } = await this.#client.send(new GetObjectCommand({ Bucket: this.#bucket, Key: key }));
    if (Body === undefined) throw new Error('S3 answered without a body');
    return Buffer.from(await Body.transformToByteArray());
  }

  #locationOf({ key, versionId }: Pick<ObjectPart, 'key' | 'versionId'>) {
    return {
      Bucket: this.#bucket,
      Key: key,
      ...(versionId === undefined || versionId === '' ? {} : { VersionId: versionId }),
    };
  }
}

/** A part as HTTP asks for it: first and last byte, both included. */
function rangeOf({ offsetBytes = 0, lengthBytes }: ObjectPart): string | undefined {
  if (lengthBytes !== undefined) return `bytes=${offsetBytes}-${offsetBytes + lengthBytes - 1}`;
  return offsetBytes === 0 ? undefined : `bytes=${offsetBytes}-`;
}

/** The asked part of a stream that begins at the object's first byte. */
async function* cut(
  chunks: AsyncIterable<Uint8Array>,
  { offsetBytes = 0, lengthBytes = Number.POSITIVE_INFINITY }: ObjectPart,
): AsyncGenerator<Uint8Array, void, undefined> {
  const end = offsetBytes + lengthBytes;
  let position = 0;
  for await (const chunk of chunks) {
    const part = chunk.subarray(Math.max(0, offsetBytes - position), Math.max(0, end - position));
    position += chunk.byteLength;
    if (part.byteLength > 0) yield part;
    if (position >= end) return;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof NoSuchKey || error instanceof NotFound;
}
