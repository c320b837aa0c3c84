const LONGEST_DELAY_SECONDS = 60;

/**
 * How long a throttled message waits: doubling, at most a minute, with full jitter so that a burst that was refused
 * together does not come back together.
 * @param throttledCount how often it was refused, from 1
 * @param random gives a number in [0, 1)
 * @returns whole seconds, at least 1 (SQS counts in seconds)
 */
export function throttleDelaySeconds(throttledCount: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_DELAY_SECONDS, 2 ** Math.min(throttledCount, 6));
  return 1 + Math.floor(random() * ceiling);
}
