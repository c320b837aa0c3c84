import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a number read over the telephone or copied by hand stays itself. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FILE_ID_CHARACTERS = 16;
const GROUP_CHARACTERS = 4;
const SHORT_RECEIPT_CHARACTERS = 8;
const fileIdPattern = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const shortReceiptPattern = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/** One version of one object of S3: what a file is before its content is known. */
export interface StoredObject {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

/**
 * Receipt number of an upload: 16 characters, 80 bits of a SHA-256. The same notification delivered again gives the same
 * number; with 22 million files a year two alike are not to be expected in 10 years (probability below 1e-7).
 */
export function fileIdOf({ bucket, key, versionId }: StoredObject): string {
  return hashedId([bucket, key, versionId]);
}

/** 16 characters that stand for some texts: the same texts always give the same id. */
export function hashedId(texts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(texts)).digest('hex');
  let bits = BigInt(`0x${digest.slice(0, (FILE_ID_CHARACTERS * 5) / 4)}`);
  let id = '';
  for (let index = 0; index < FILE_ID_CHARACTERS; index++) {
    id = alphabet.charAt(Number(bits % 32n)) + id;
    bits /= 32n;
  }
  return id;
}

function grouped(characters: string): string {
  return characters.replace(new RegExp(`(.{${GROUP_CHARACTERS}})(?!$)`, 'g'), '$1-');
}

/** The receipt as people see it: `7Q2MK8D10ABCDEFG` → `7Q2M-K8D1-0ABC-DEFG`. */
export function formatReceipt(fileId: string): string {
  return grouped(fileId);
}

/**
 * The first half of the receipt, for a text message: `7Q2M-K8D1`. An agency finds the file by it among those of the channel
 * and day of its upload; alone it opens nothing.
 */
export function shortReceipt(fileId: string): string {
  return grouped(fileId.slice(0, SHORT_RECEIPT_CHARACTERS));
}

/**
 * Reads the short receipt of a text message, as people type it.
 * @returns the first 8 characters of the file ids it may stand for, or undefined when it is none.
 */
export function parseShortReceipt(text: string): string | undefined {
  const start = normalise(text);
  return shortReceiptPattern.test(start) ? start : undefined;
}

const normalise = (text: string): string =>
  text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/**
 * Reads a receipt as people type it: any case, with or without groups, O for 0, I or L for 1.
 * @returns the file id, or undefined when it is not a receipt number of 16 characters.
 */
export function parseReceipt(text: string): string | undefined {
  const fileId = normalise(text);
  return fileIdPattern.test(fileId) ? fileId : undefined;
}
