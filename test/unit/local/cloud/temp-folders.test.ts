import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from 'vitest';
import { inRepository, inWorkFolder } from '../../../../local/cloud/folders.ts';
import { stopLeftovers } from '../../../../local/cloud/processes.ts';
import { newTempFolder, removeTempFolder } from '../../../../local/cloud/temp-folders.ts';

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

  it('go with a run that is killed, and so do its servers', async () => {
    const run = await startRun('wait');
    await expect.poll(() => readdirSync(run.folder)).not.toEqual([]);
    run.child.kill('SIGKILL');
    await ended(run);

    await expect.poll(() => existsSync(run.folder)).toBe(false);
    await expect.poll(() => existsSync(path.dirname(run.folder))).toBe(false);
    expect(stopLeftovers()).toEqual([]);
  });

  it('that nobody could remove go when the next run starts', () => {
    const own = newTempFolder('own');
    const [pid, startedAt] = path.basename(path.dirname(own)).split('-');
    const left = path.join(path.dirname(path.dirname(own)), `${pid}-1${startedAt}`, 'emulator-1');
    mkdirSync(left, { recursive: true });
    writeFileSync(path.join(left, 'code.zip'), 'x');

    stopLeftovers();
    expect(existsSync(path.dirname(left))).toBe(false);
    expect(existsSync(own)).toBe(true);
    removeTempFolder(own);
  });

  it('of a run that is alive stay when another one starts or is stopped', async () => {
    const alive = await startRun('wait');
    const other = await startRun('stop');
    await ended(other);
    stopLeftovers();
    expect(existsSync(alive.folder)).toBe(true);
  });

  it('are new and empty each time, and not below the repository', () => {
    const folders = [newTempFolder('same'), newTempFolder('same')];
    expect(new Set(folders).size).toBe(2);
    for (const folder of folders) {
      // Functions of the local cloud would find packages there that they did not bring.
      expect(folder.startsWith(inRepository())).toBe(false);
      expect(readdirSync(folder)).toEqual([]);
      removeTempFolder(folder);
      expect(existsSync(folder)).toBe(false);
    }
  });
});
