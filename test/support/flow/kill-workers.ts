import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import * as z from 'zod';
import { inWorkFolder } from '../../../local/cloud/folders.ts';

const processesSchema = z.array(z.object({ name: z.string(), pid: z.int() }));

/** Kills every process that the emulator of the tests started to run a function; how many there were. */
export async function killWorkers(): Promise<number> {
  const emulator = processesSchema
    .parse(JSON.parse(readFileSync(inWorkFolder('processes.json'), 'utf8')))
    .find(({ name }) => name === 'test-emulator');
  const { stdout } = await execa('ps', ['-A', '-o', 'pid=,ppid=']);
  const workers = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent]) => (pid !== undefined && parent === emulator?.pid ? [pid] : []));
  for (const pid of workers) process.kill(pid, 'SIGKILL');
  return workers.length;
}
