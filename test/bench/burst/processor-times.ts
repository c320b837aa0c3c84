import { readdirSync, readFileSync } from 'node:fs';
import { findServer } from '../../../local/cloud/processes.ts';

/** Seconds of the processor that each part of the local cloud took so far; empty where the system does not tell. */
export type ProcessorTimes = ReadonlyMap<string, number>;

export const FUNCTIONS = 'functions';
/** What Linux counts in, on every machine that matters here. */
const TICKS_PER_SECOND = 100;

/**
 * @param cloudName of the local cloud
 */
export function processorTimes(cloudName: string): ProcessorTimes {
  const times = new Map<string, number>();
  try {
    const emulator = findServer(`${cloudName}-emulator`);
    const ocr = findServer(`${cloudName}-ocr`);
    for (const { pid, group, seconds } of allProcesses()) {
      const add = (name: string): unknown => times.set(name, (times.get(name) ?? 0) + seconds);
      if (pid === emulator) add('emulator');
      else if (group === emulator) add(FUNCTIONS);
      else if (group === ocr) add('OCR service');
    }
  } catch {
    return new Map();
  }
  const { user, system } = process.cpuUsage();
  times.set('benchmark (uploads, watching)', (user + system) / 1e6);
  return times;
}

/** What was added between two looks. */
export function processorTimesBetween(before: ProcessorTimes, after: ProcessorTimes): ProcessorTimes {
  return new Map([...after].map(([name, seconds]) => [name, seconds - (before.get(name) ?? 0)]));
}

interface ProcessTime {
  readonly pid: number;
  readonly group: number;
  readonly seconds: number;
}

function allProcesses(): readonly ProcessTime[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processTime(Number(name)) ?? []);
}

/** proc(5): after the command's name, the third field is the group, and the twelfth and thirteenth are the times. */
function processTime(pid: number): ProcessTime | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    return { pid, group: Number(fields[2]), seconds };
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
