import { dayInMorocco } from '#shared';
import type { FileState } from '../domain/states.ts';
import type { ScanFile } from '../domain/scan-file.ts';
import { LISTING_INDEX, QUEUE_INDEX } from './claims-items.ts';

/**
 * How files stand in the indexes. In `listing` by channel and day of upload (Morocco's), in the order in which they were uploaded;
 * in `owner` by their short receipt. Both hold keys only, and nothing of a key changes when a file is read: that write costs nothing
 * there. What was no file of claims from the first says so in its place.
 */

export const channelDay = (channelId: string, day: string): string => `CHANNEL#${channelId}#${day}`;

/** Names of an index and of its keys, as files stand in it by channel and day. */
export interface FileIndex {
  readonly index: string;
  readonly partition: 'gsi1pk' | 'gsi2pk';
  readonly sort: 'gsi1sk' | 'gsi2sk';
}

export const FILES_OF_DAY: FileIndex = { index: LISTING_INDEX, partition: 'gsi2pk', sort: 'gsi2sk' };
/** Files that were written before they stood in `listing`, until they are written again. */
export const FILES_OF_BEFORE: FileIndex = { index: QUEUE_INDEX, partition: 'gsi1pk', sort: 'gsi1sk' };

/** Characters of a receipt that a text message gives. */
const SHORT_RECEIPT_CHARACTERS = 8;

/** Key of the index `owner`: files whose receipts begin with the 8 characters of a text message. */
export const shortReceiptKey = (start: string): string => `RECEIPT#${start}`;

/** What is said of a file in its place; nothing of one that was taken in, whether it was read yet or not. */
const saidOf: Readonly<Record<FileState, '' | `${FileState}#`>> = {
  ACCEPTED: '',
  READ: '',
  DUPLICATE: 'DUPLICATE#',
  QUARANTINED: 'QUARANTINED#',
};

export function indexedFile({ channelId, uploadedAt, fileId, state }: ScanFile) {
  return {
    gsi2pk: channelDay(channelId, dayInMorocco(new Date(uploadedAt))),
    gsi2sk: `${uploadedAt}#${saidOf[state]}${fileId}`,
    gsi3pk: shortReceiptKey(fileId.slice(0, SHORT_RECEIPT_CHARACTERS)),
    gsi3sk: fileId,
  };
}

/** The file that a place in the index is about. */
export const fileIdInIndex = (place: string): string => place.slice(place.lastIndexOf('#') + 1);

/** What became of a file, as far as its place says it: `ACCEPTED` is what was taken in, also where it was read since. */
export function stateInIndex(place: string): Exclude<FileState, 'READ'> {
  if (place.includes(`#${saidOf.DUPLICATE}`)) return 'DUPLICATE';
  return place.includes(`#${saidOf.QUARANTINED}`) ? 'QUARANTINED' : 'ACCEPTED';
}
