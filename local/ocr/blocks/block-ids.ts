import { createHash } from 'node:crypto';

/**
 * Gives block ids in order: UUIDs made from a seed, so that building the blocks of a job again gives the same ones
 * and paged answers fit together.
 */
export function blockIds(seed: string): () => string {
  let count = 0;
  return () => {
    const hex = createHash('sha256').update(`${seed} ${count++}`).digest('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-');
  };
}
