import type { UploadRef } from '#claims';

/** Uploads as the bucket lists them, for counting against the table. */
export interface UploadListing {
  listChannels(): Promise<readonly string[]>;
  /** Every version of every object of a channel that was uploaded since an instant. */
  listUploads(
    channelId: string,
    since: Date,
  ): AsyncIterable<{ readonly upload: UploadRef; readonly uploadedAt: Date }>;
}
