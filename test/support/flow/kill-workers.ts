import { execa } from 'execa';
import { inject } from 'vitest';
import { findServer } from '../../../local/cloud/processes.ts';

/** Kills every process that the emulator of this project's tests started to run a function; how many there were. */
export async function killWorkers(): Promise<number> {
  const emulator = findServer(`${inject('cloudName')}-emulator`);
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid=']);
  const workers = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid !== undefined && parent === emulator ? [pid] : []));
  for (const pid of workers) process.kill(pid, 'SIGKILL');
  return workers.length;
}
