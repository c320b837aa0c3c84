import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MILAF_VERSION } from '../../../contexts/shared/version.ts';
import { inRepository } from '../../../local/cloud/folders.ts';

const LAUNCHER = inRepository('bin', 'milaf.cjs');
/** A Node of the system's package, where there is one and it is older than Milaf's. */
const SYSTEM_NODE = ['/usr/bin/node', '/usr/local/bin/node'].find((file) => existsSync(file));
/** Makes the Node that starts the launcher call itself an older one. */
const OLDER = [
  '--import',
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.9.0'}})`,
];

describe('the command as it is installed', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'milaf-launcher-'));
    mkdirSync(path.join(folder, 'bin'));
    copyFileSync(LAUNCHER, path.join(folder, 'bin', 'milaf.cjs'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('runs on the Node that the project brings', async () => {
    const { stdout } = await execa(process.execPath, [LAUNCHER, '--version']);
    expect(stdout).toBe(MILAF_VERSION);
  });

  it('started by an older Node goes on with the one that the project brings', async () => {
    const { stdout } = await execa(process.execPath, [...OLDER, LAUNCHER, '--version']);
    expect(stdout).toBe(MILAF_VERSION);
  });

  it.skipIf(SYSTEM_NODE === undefined)('runs from the Node of this system, whichever it is', async () => {
    const { stdout } = await execa(SYSTEM_NODE ?? '', [LAUNCHER, '--version']);
    expect(stdout).toBe(MILAF_VERSION);
  });

  it('passes on what a system asks it to do, and the exit code', async () => {
    const project = path.join(folder, 'project');
    mkdirSync(path.join(project, 'bin'), { recursive: true });
    mkdirSync(path.join(project, 'node_modules', 'node', 'bin'), { recursive: true });
    symlinkSync(process.execPath, path.join(project, 'node_modules', 'node', 'bin', 'node'));
    copyFileSync(LAUNCHER, path.join(project, 'bin', 'milaf.cjs'));
    writeFileSync(
      path.join(project, 'bin', 'milaf.ts'),
      `process.on('SIGTERM', () => { console.log('tidied up'); process.exit(7); });
       console.log('up'); setInterval(() => undefined, 1000);`,
    );
    const waiting = execa(process.execPath, [...OLDER, path.join(project, 'bin', 'milaf.cjs')], {
      reject: false,
      stdin: 'ignore',
    });
    for await (const line of waiting) if (line === 'up') waiting.kill('SIGTERM');
    const { stdout, exitCode } = await waiting;
    expect({ stdout, exitCode }).toEqual({ stdout: 'up\ntidied up', exitCode: 7 });
  });

  it('says in one sentence what to do where only an older Node is there', async () => {
    const packed = path.join(folder, 'bin', 'milaf.cjs');
    const { stderr, stdout, exitCode } = await execa(process.execPath, [...OLDER, packed, 'claims', 'list'], {
      reject: false,
    });
    expect(exitCode).toBe(5);
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toHaveLength(1);
    expect(stderr).toContain('Milaf needs Node 24 or later, and this is 20.9.0. Install it');

    const json = await execa(process.execPath, [...OLDER, packed, '--json', 'claims', 'list'], {
      reject: false,
    });
    expect(JSON.parse(json.stderr)).toEqual({
      error: {
        code: 'machine-not-ready',
        message: 'Milaf needs Node 24 or later, and this is 20.9.0.',
        whatToDo: expect.stringContaining('https://nodejs.org') as string,
      },
    });
  });
});
