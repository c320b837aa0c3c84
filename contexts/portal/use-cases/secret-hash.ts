import { createHash, timingSafeEqual } from 'node:crypto';

/** Hash of a secret that is kept instead of it; codes of few digits get a salt. */
export const hashOf = (secret: string, salt = ''): string =>
  createHash('sha256').update(`${salt}:${secret}`).digest('hex');

/** What no secret has: compared with where nothing is kept. */
const NONE = '0'.repeat(64);

/** Compares in the same time whether they differ or not, and whether there is a hash to compare with. */
export function isHashOf(
  secret: string,
  kept: { readonly hash: string; readonly salt?: string } | undefined,
): boolean {
  const given = Buffer.from(hashOf(secret, kept?.salt));
  const wanted = Buffer.from(kept?.hash ?? NONE);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
