import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { MilafClient } from '../../adapters/milaf-client.ts';
import { inWorkFolder } from '../../local/cloud/folders.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { prepareClaims, submitClaim } from '../support/flow/people.ts';
import { Queues } from '../support/flow/queues.ts';
import { settled } from '../support/flow/wait.ts';

const FILES = 30;
const MASSACRES = 4;
const processesSchema = z.array(z.object({ name: z.string(), pid: z.int() }));

describe('the processes that run the functions are killed while 30 files are on their way', () => {
  let client: MilafClient;
  let queues: Queues;

  beforeAll(async () => {
    client = await connectToTestCloud();
    queues = new Queues(client);
    await queues.bringFailedMessagesBackAfter(5);
  });

  afterAll(async () => queues.bringFailedMessagesBackAfter(60));

  it('pays each of them once all the same', { timeout: 240_000 }, async () => {
    const scans = await prepareClaims(client, 200_000, FILES);
    const claims = await Promise.all(scans.map((scan) => submitClaim(client, scan)));
    let killed = 0;
    for (let round = 0; round < MASSACRES; round += 1) {
      await sleep(400);
      killed += await killWorkers();
    }
    expect(killed).toBeGreaterThan(0);

    for (const { fileId, expected } of claims) {
      const progress = await settled(client, fileId, 200);
      expect(progress.claims.map(({ claim }) => claim.paidCentimes)).toEqual([expected.paidCentimes]);
      expect(progress.claims[0]?.messages).toHaveLength(1);
    }
    expect(await queues.deadLetters()).toEqual({});
  });
});

/** Kills every process that the emulator started to run a function; how many there were. */
async function killWorkers(): Promise<number> {
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
