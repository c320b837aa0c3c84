import { dayInMorocco } from '#shared';
import type { ScanFile } from '../domain/scan-file.ts';

/** How files stand in the index `queue`: by channel and day of upload (Morocco's), in the order in which they were uploaded. */

export const channelDay = (channelId: string, day: string): string => `CHANNEL#${channelId}#${day}`;

export function indexedFile({ channelId, uploadedAt, fileId }: ScanFile) {
  return {
    gsi1pk: channelDay(channelId, dayInMorocco(new Date(uploadedAt))),
    gsi1sk: `${uploadedAt}#${fileId}`,
  };
}

/** The file that a sort key of the index is about. */
export const fileIdInIndex = (sortKey: string): string => sortKey.slice(sortKey.lastIndexOf('#') + 1);
