import { execFileSync } from 'node:child_process';
import os from 'node:os';

/** On what the figures were measured, and how busy it was: without it they cannot be compared. */
export interface Machine {
  readonly commit: string;
  readonly hasUncommittedChanges: boolean;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  /** Processes that wanted a core, mean over the last minute: above `cores` the machine was busy. */
  readonly loadBefore: number;
}

export function describeMachine(): Machine {
  const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return {
    commit: git('rev-parse', '--short', 'HEAD'),
    hasUncommittedChanges: git('status', '--porcelain') !== '',
    node: process.version,
    processor: os.cpus()[0]?.model ?? 'unknown',
    cores: os.availableParallelism(),
    memoryGigabytes: Math.round(os.totalmem() / 2 ** 30),
    loadBefore: loadNow(),
  };
}

/** Mean of the last minute. */
export function loadNow(): number {
  return Math.round((os.loadavg()[0] ?? 0) * 100) / 100;
}
