import { GetObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { S3ObjectReference } from '../protocol/requests.ts';
import { TextractError } from '../protocol/textract-error.ts';
import { typeSampleBytes } from './document-type.ts';

/** The start of an object, and how large it is. */
export interface DocumentSample {
  readonly leadingBytes: Uint8Array;
  readonly sizeBytes: number;
}

/** Reads documents out of S3 with the caller's region's client. */
export class S3Documents {
  readonly #client: S3Client;

  constructor(client: S3Client) {
    this.#client = client;
  }

  /**
   * Reads only the start of an object: what a Start call checks before it takes the job.
   * @throws TextractError InvalidS3ObjectException when the object is not there or may not be read
   *   (InternalServerError when S3 itself fails, here and below)
   */
  async sample(reference: S3ObjectReference): Promise<DocumentSample> {
    const answer = await this.#get(reference, `bytes=0-${typeSampleBytes - 1}`);
    if (answer === 'empty') {
      return { leadingBytes: new Uint8Array(), sizeBytes: 0 };
    }
    const total = /\/(\d+)$/.exec(answer.contentRange ?? '')?.[1];
    return {
      leadingBytes: answer.bytes.subarray(0, typeSampleBytes),
      sizeBytes: total === undefined ? answer.bytes.length : Number(total),
    };
  }

  /** @throws TextractError InvalidS3ObjectException when the object is not there or may not be read */
  async read(reference: S3ObjectReference, abortSignal?: AbortSignal): Promise<Uint8Array> {
    const answer = await this.#get(reference, undefined, abortSignal);
    return answer === 'empty' ? new Uint8Array() : answer.bytes;
  }

  async #get(
    reference: S3ObjectReference,
    range?: string,
    abortSignal?: AbortSignal,
  ): Promise<{ bytes: Uint8Array; contentRange: string | undefined } | 'empty'> {
    try {
      const answer = await this.#client.send(
        new GetObjectCommand({
          Bucket: reference.Bucket,
          Key: reference.Name,
          VersionId: reference.Version,
          Range: range,
        }),
        abortSignal === undefined ? {} : { abortSignal },
      );
      const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
      return { bytes, contentRange: answer.ContentRange };
    } catch (error) {
      // S3 says that no range of an object without bytes can be satisfied.
      if (range !== undefined && error instanceof S3ServiceException && error.name === 'InvalidRange') {
        return 'empty';
      }
      throw explained(error);
    }
  }
}

/** What S3 refuses is the caller's to repair; an S3 that cannot be reached or fails is worth another try. */
function explained(error: unknown): TextractError {
  const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 500) : 500;
  return status < 500
    ? new TextractError(
        'InvalidS3ObjectException',
        'Unable to get object metadata from S3. Check object key, region and/or access permissions.',
        { cause: error },
      )
    : new TextractError('InternalServerError', 'S3 could not be read; try again', { cause: error });
}
