import pThrottle from 'p-throttle';

/** Lets one message go after the other, evenly over the second: operators count by the second. */
export function createPace(messagesPerSecond: number): () => Promise<void> {
  const throttle = pThrottle({ limit: 1, interval: Math.ceil(1000 / messagesPerSecond), strict: true });
  return throttle(() => Promise.resolve());
}
