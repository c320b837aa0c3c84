import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a number read over the telephone or copied by hand stays itself. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FILE_ID_CHARACTERS = 16;

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
