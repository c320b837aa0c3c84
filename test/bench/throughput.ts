export interface Throughput {
  /** Of this thread's time on the processor, in the best window: what one core does, however busy the machine is. */
  readonly perProcessorSecond: number;
  /** Of all the time that went by. */
  readonly perSecond: number;
}

const WARM_UP_SECONDS = 1;
const WINDOW_SECONDS = 1;

/**
 * How often something can be done in a second, by one core. Others on the machine share its caches and its cores' halves, so
 * that even a second of the processor is not always worth the same: the best of several windows is the least disturbed one.
 * @param doAll does it a number of times, and says how often
 * @param windows of one second each, after warming up
 */
export function measureThroughput(doAll: () => number, windows: number): Throughput {
  measureWindow(doAll, WARM_UP_SECONDS);
  const measured = Array.from({ length: windows }, () => measureWindow(doAll, WINDOW_SECONDS));
  const total = measured.reduce((all, { count, wallSeconds }) => ({
    count: all.count + count,
    wallSeconds: all.wallSeconds + wallSeconds,
    processorSeconds: 0,
  }));
  return {
    perProcessorSecond: Math.max(...measured.map(({ count, processorSeconds }) => count / processorSeconds)),
    perSecond: total.count / total.wallSeconds,
  };
}

interface Window {
  readonly count: number;
  readonly wallSeconds: number;
  readonly processorSeconds: number;
}

function measureWindow(doAll: () => number, seconds: number): Window {
  const processorBefore = process.threadCpuUsage();
  const startedAt = performance.now();
  let count = 0;
  while (performance.now() - startedAt < seconds * 1000) count += doAll();
  const { user, system } = process.threadCpuUsage(processorBefore);
  return {
    count,
    wallSeconds: (performance.now() - startedAt) / 1000,
    processorSeconds: (user + system) / 1e6,
  };
}
