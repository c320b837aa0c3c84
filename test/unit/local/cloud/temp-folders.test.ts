import { existsSync, readdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { inRepository, inWorkFolder } from '../../../../local/cloud/folders.ts';
import { stopLeftovers } from '../../../../local/cloud/processes.ts';
import {
  newTempFolder,
  removeLeftTempFolders,
  removeTempFolder,
} from '../../../../local/cloud/temp-folders.ts';

const OWNER = inRepository('test', 'support', 'local', 'server-owner.ts');

interface Run {
  readonly child: ChildProcess;
  /** The temporary folder of the server it started. */
  readonly folder: string;
}

describe('temporary folders', () => {
  const runs: Run[] = [];

  const startRun = async (ending: 'stop' | 'fail' | 'wait'): Promise<Run> => {
    const child = spawn(process.execPath, [OWNER, ending], { stdio: ['ignore', 'pipe', 'ignore'] });
    for await (const line of createInterface({ input: child.stdout })) {
      const run = { child, folder: JSON.parse(line) as string };
      runs.push(run);
      return run;
    }
    throw new Error('The run said nothing');
  };
  const ended = async ({ child }: Run): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };

  afterEach(async () => {
    for (const run of runs.splice(0)) {
      run.child.kill('SIGKILL');
      await ended(run);
    }
    stopLeftovers();
    for (const name of readdirSync(inWorkFolder()))
      if (name.startsWith('owner-test-')) rmSync(inWorkFolder(name));
  });

  it.each(['stop', 'fail'] as const)(
    'go with the servers that fill them when a run ends by: %s',
    async (ending) => {
      const run = await startRun(ending);
      await ended(run);
      expect(existsSync(run.folder)).toBe(false);
    },
  );

  it('that a killed run left behind, with its server still at work, go when the next one starts', async () => {
    const run = await startRun('wait');
    await expect.poll(() => readdirSync(run.folder)).not.toEqual([]);
    run.child.kill('SIGKILL');
    await ended(run);

    // Its server lives on: nobody who only wants a folder takes it away.
    removeLeftTempFolders();
    expect(existsSync(run.folder)).toBe(true);

    stopLeftovers();
    expect(existsSync(run.folder)).toBe(false);
  });

  it('of a run that is alive stay when another one starts or is stopped', async () => {
    const alive = await startRun('wait');
    const other = await startRun('stop');
    await ended(other);
    stopLeftovers();
    expect(existsSync(alive.folder)).toBe(true);
  });

  it('are new and empty each time, below the work folder', () => {
    const folders = [newTempFolder('same'), newTempFolder('same')];
    expect(new Set(folders).size).toBe(2);
    for (const folder of folders) {
      expect(folder.startsWith(inWorkFolder('temp'))).toBe(true);
      expect(readdirSync(folder)).toEqual([]);
      removeTempFolder(folder);
      expect(existsSync(folder)).toBe(false);
    }
  });
});
