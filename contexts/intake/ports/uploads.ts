import type { Claim, ScanFile, UploadRef } from '#claims';
import type { MediaType } from '../domain/media-type.ts';

export interface UploadFormRequest {
  readonly channelId: string;
  /** `<day>/<id>`: the file is kept under it in the channel's folder. */
  readonly uploadId: string;
  readonly contentType: MediaType;
  /** ISO date. */
  readonly submissionDate?: string | undefined;
}

/** A form with which one file can be posted to the store of scans, and nothing else. */
export interface PostForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly expiresInSeconds: number;
}

/** Uploads from a browser. */
export interface Uploads {
  createForm(request: UploadFormRequest): Promise<PostForm>;
  /**
   * The file that arrived under an id. A browser that did not hear the answer sends it again: the first one counts.
   * @returns undefined where nothing has arrived
   */
  findFirst(
    channelId: string,
    uploadId: string,
  ): Promise<{ readonly upload: UploadRef; readonly uploadedAt: Date } | undefined>;
}

/** A file with what became of its claims. */
export interface TakenFile {
  readonly file: ScanFile;
  readonly claims: readonly Pick<Claim, 'claimId' | 'state' | 'registrationNumber'>[];
}

/** Files by channel and day. */
export interface ReceiptList {
  /** Files that a channel uploaded on a day (UTC), newest first. */
  listByDay(
    channelId: string,
    day: string,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ readonly taken: readonly TakenFile[]; readonly nextCursor?: string | undefined }>;
}
