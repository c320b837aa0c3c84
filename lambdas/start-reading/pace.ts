import pThrottle from 'p-throttle';

/**
 * Keeps this copy of the function to its share of the quota, so that all copies together stay below it.
 * @param startsPerSecond the account's quota
 * @param maxConcurrency how many copies may run at once
 */
export function createPace(startsPerSecond: number, maxConcurrency: number): () => Promise<void> {
  const throttle = pThrottle({
    limit: 1,
    interval: Math.ceil((1000 * maxConcurrency) / startsPerSecond),
    strict: true,
  });
  return throttle(() => Promise.resolve());
}
