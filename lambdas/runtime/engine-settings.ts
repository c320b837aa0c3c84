import os from 'node:os';

/** Part of a function's memory that the embedded database may take: Node, and files on their way, need the rest. */
const SHARE = 0.6;

/** What an embedded database may take of a function. */
export function engineSettings(functionMemoryMb: number) {
  return {
    tempFolder: os.tmpdir(),
    memoryLimitMegabytes: Math.floor(functionMemoryMb * SHARE),
    threads: os.availableParallelism(),
  };
}
