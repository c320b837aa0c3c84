import { createHash } from 'node:crypto';

/** SHA-256 of a file in hexadecimal: the same content twice is the same claim twice, whatever the file is called. */
export function contentHashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
