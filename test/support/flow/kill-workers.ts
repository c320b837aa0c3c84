import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { inject } from 'vitest';
import { findServer } from '../../../local/cloud/processes.ts';

/** Kills workers some times, and goes on until one was ended: where the machine is slow, the first may still be on its way. */
export async function massacre(rounds: number, pauseMilliseconds: number): Promise<number> {
  let killed = 0;
  for (let round = 0; round < rounds || killed === 0; round += 1) {
    await sleep(pauseMilliseconds);
    killed += await killWorkers();
  }
  return killed;
}

/**
 * Kills every process that the emulator of this project's tests started to run a function.
 * @returns how many were ended by this: one that had ended by itself meanwhile is none of them
 */
async function killWorkers(): Promise<number> {
  const emulator = findServer(`${inject('cloudName')}-emulator`);
  if (emulator === undefined) throw new Error('No emulator runs whose workers could be killed');
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid=,stat=']);
  const workers = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    // A zombie takes signals like a living one.
    .flatMap(([pid, parent, state]) =>
      Number(parent) === emulator && state?.startsWith('Z') === false ? [Number(pid)] : [],
    );
  return workers.filter(kill).length;
}

/** @returns whether there was still someone to kill */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
