import type { ListRefusal } from '../list.ts';

interface RefusalWords {
  /** Completes "The list was refused: ..." */
  readonly why: string;
  /** What the sender does now. */
  readonly remedy: string;
}

export const refusalWords: Readonly<Record<ListRefusal, RefusalWords>> = {
  NAME_UNKNOWN: {
    why: 'its name is not that of a list',
    remedy: 'Name it <name>.csv or <name>.jsonl, with .gz behind it where it is packed, and send it again.',
  },
  EMPTY: { why: 'there is nothing in it', remedy: 'Send the list with its lines.' },
  COUNT_MISSING: {
    why: 'it does not say how many lines it has',
    remedy: 'Send <name>.manifest.json before it, or begin it with a header of counts.',
  },
  MANIFEST_INVALID: {
    why: 'what is announced about it cannot be read',
    remedy: 'Write manifest or header of counts as published, and send both again.',
  },
  WRONG_SOURCE: {
    why: 'it is a list of another source than its folder is for',
    remedy: 'Put it into the folder of its source.',
  },
  TRUNCATED: {
    why: 'a part of it is missing',
    remedy: 'Send the whole file again; if it is whole, correct the number of lines in manifest or header.',
  },
  TOO_MANY_LINES: {
    why: 'it has more lines than it should',
    remedy: 'Correct the number of lines that is announced, or send the list in parts.',
  },
  DIGEST_MISMATCH: {
    why: 'it is not the file its manifest describes',
    remedy: 'Send the file again; if it is right, correct the SHA-256 in the manifest.',
  },
  ENCODING_UNKNOWN: {
    why: 'its characters cannot be read for sure',
    remedy:
      'Save it as UTF-8 (in Excel: "CSV UTF-8"), or name its true encoding in the manifest or header ("encoding": "windows-1252", "windows-1256" or "iso-8859-6").',
  },
  COLUMNS_MISSING: {
    why: 'columns are missing',
    remedy: 'Name the columns in the first line as the published format has them, and send it again.',
  },
  COLUMNS_UNKNOWN: {
    why: 'it has columns that are not in the published format',
    remedy: 'Rename them as published or leave them out, and send it again.',
  },
  NOT_A_LIST: {
    why: 'it is neither CSV nor JSON Lines',
    remedy: 'Export it as CSV or JSON Lines, one record a line.',
  },
  GZIP_DAMAGED: { why: 'it cannot be unpacked', remedy: 'Pack it again with gzip, and send it again.' },
  UNPACKS_TOO_LARGE: {
    why: 'it unpacks to more than a list can be',
    remedy: 'Send the list itself, packed once with gzip, or in parts.',
  },
  KNOWN_LIST: {
    why: 'the same list was received before',
    remedy: 'Nothing needs to be done: its lines are answered with the first one.',
  },
  AS_OF_IN_FUTURE: {
    why: 'it is of a day that has not come yet',
    remedy: 'Correct the day (asOf) in manifest or header of counts.',
  },
};

/**
 * For the sender: why the list was refused, and what to do.
 * @param detail what exactly; of KNOWN_LIST the id of the list that came first
 */
export function explainRefusal(refusal: ListRefusal, detail: string | undefined): string {
  const { why, remedy } = refusalWords[refusal];
  const exactly = detail === undefined || detail === '' ? '' : ` (${detail})`;
  return `The list was refused: ${why}${exactly}. ${remedy}`;
}
