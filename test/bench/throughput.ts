export interface Throughput {
  /** Of this thread's time on the processor: what one core does, however busy the machine is. */
  readonly perProcessorSecond: number;
  /** Of the time that went by. */
  readonly perSecond: number;
}

const WARM_UP_SECONDS = 1;

/**
 * How often something can be done in a second, by one core.
 * @param doAll does it a number of times, and says how often
 * @param seconds for how long, after warming up
 */
export function measureThroughput(doAll: () => number, seconds: number): Throughput {
  repeat(doAll, WARM_UP_SECONDS);
  const cpuBefore = process.threadCpuUsage();
  const startedAt = performance.now();
  const count = repeat(doAll, seconds);
  const wallSeconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.threadCpuUsage(cpuBefore);
  return { perProcessorSecond: count / ((user + system) / 1e6), perSecond: count / wallSeconds };
}

function repeat(doAll: () => number, seconds: number): number {
  const deadline = performance.now() + seconds * 1000;
  let count = 0;
  while (performance.now() < deadline) count += doAll();
  return count;
}
