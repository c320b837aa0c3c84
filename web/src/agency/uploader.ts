import Uppy from '@uppy/core';
import AwsS3 from '@uppy/aws-s3';
import type { MediaType } from '../../../contexts/intake/domain/media-type.ts';
import { client } from '../api/client.ts';
import { problemOf, type Problem } from '../api/problem.ts';

/** Why a file is not there yet. `waiting`: the network, or the other side, is away; another attempt may help. */
export type Setback = 'waiting' | { readonly failedWith: string };

export interface UploadListener {
  readonly onProgress: (id: string, sentBytes: number) => void;
  /** S3 has the whole file. */
  readonly onArrived: (id: string, uploadId: string) => void;
  readonly onSetback: (id: string, setback: Setback) => void;
}

interface Sending {
  readonly inUppy: string;
  readonly sizeBytes: number;
  readonly mediaType: MediaType;
  readonly depositDate: string | undefined;
  /** Where S3 keeps it; known from the first form on, so that a second attempt goes to the same place. */
  uploadId?: string;
}

const FILES_AT_ONCE = 3;

/** No form was given out; Uppy passes errors on, and the reason with them. */
class NoFormError extends Error {
  override name = 'NoFormError';
  readonly code: string;
  readonly status: number;

  constructor({ code, title, status }: Problem) {
    super(title);
    this.code = code;
    this.status = status;
  }
}

const TOO_LARGE: Problem = { code: 'TOO_LARGE', title: 'The file is too large.', status: 400 };

/** Sends files straight to S3, some at once, with forms that the API gives out one by one. */
export class Uploader {
  readonly #uppy = new Uppy({ autoProceed: true, allowMultipleUploadBatches: true });
  readonly #sending = new Map<string, Sending>();

  constructor({ onProgress, onArrived, onSetback }: UploadListener) {
    this.#uppy.use(AwsS3, {
      shouldUseMultipart: false,
      limit: FILES_AT_ONCE,
      getUploadParameters: ({ name }) => this.#form(name),
    });
    this.#uppy.on('upload-progress', (file, { bytesUploaded }) => {
      if (file !== undefined) onProgress(file.name, bytesUploaded || 0);
    });
    this.#uppy.on('upload-success', (file) => {
      const uploadId = file && this.#sending.get(file.name)?.uploadId;
      if (file !== undefined && uploadId !== undefined) onArrived(file.name, uploadId);
    });
    this.#uppy.on('upload-error', (file, fault) => {
      if (file !== undefined) onSetback(file.name, setbackOf(fault));
    });
  }

  /** @param id of the page; the file's own name stays there, for people's names are in it */
  send(id: string, data: File, mediaType: MediaType, depositDate: string | undefined): void {
    const inUppy = this.#uppy.addFile({ name: id, type: mediaType, data });
    this.#sending.set(id, { inUppy, sizeBytes: data.size, mediaType, depositDate });
  }

  retry(id: string): void {
    const sending = this.#sending.get(id);
    if (sending !== undefined) void this.#uppy.retryUpload(sending.inUppy);
  }

  forget(id: string): void {
    const sending = this.#sending.get(id);
    if (sending !== undefined) this.#uppy.removeFile(sending.inUppy);
    this.#sending.delete(id);
  }

  async #form(id: string) {
    const sending = this.#sending.get(id);
    if (sending === undefined) throw new Error('The file was taken off the list');
    const { mediaType, depositDate, uploadId } = sending;
    const { data, error } = await client.POST('/api/console/uploads', {
      body: {
        contentType: mediaType,
        ...(depositDate === undefined ? {} : { depositDate }),
        ...(uploadId === undefined ? {} : { uploadId }),
      },
    });
    if (data === undefined) throw new NoFormError(problemOf(error));
    if (sending.sizeBytes > data.maxFileBytes) throw new NoFormError(TOO_LARGE);
    sending.uploadId = data.uploadId;
    return { method: 'POST' as const, url: data.url, fields: data.fields };
  }
}

/** Uppy gives the request that failed as `source`. */
function statusOf(fault: unknown): number | undefined {
  if (typeof fault !== 'object' || fault === null || !('source' in fault)) return undefined;
  const { source } = fault;
  const hasStatus = typeof source === 'object' && source !== null && 'status' in source;
  return hasStatus && typeof source.status === 'number' ? source.status : undefined;
}

function setbackOf(fault: unknown): Setback {
  const fromS3 = statusOf(fault);
  if (fromS3 !== undefined) {
    // No answer, a server that has trouble, or a form that has expired meanwhile.
    return fromS3 < 400 || fromS3 === 403 || fromS3 >= 500 ? 'waiting' : { failedWith: 'REFUSED' };
  }
  const { code, status } = problemOf(fault);
  return status >= 500 || status === 429 ? 'waiting' : { failedWith: code };
}
