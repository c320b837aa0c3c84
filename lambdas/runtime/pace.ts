import pThrottle from 'p-throttle';

/**
 * Lets one thing go after the other, evenly over the second. Each copy of a function keeps to its share, so that all together stay
 * below what a neighbour takes.
 * @param perSecond of all copies
 * @param maxConcurrency how many copies may run at once
 */
export function createPace(perSecond: number, maxConcurrency = 1): () => Promise<void> {
  const interval = Math.ceil((1000 * maxConcurrency) / perSecond);
  const throttle = pThrottle({ limit: 1, interval, strict: true });
  return throttle(() => Promise.resolve());
}
