import { existsSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import { inWorkFolder } from './folders.ts';
import { MachineNotReadyError } from './machine-not-ready-error.ts';

/** The emulator's exact version, as tried; and what it signs with, without which its KMS has no keys that sign. */
const PACKAGES = ['ministack==1.5.33', 'cryptography==50.0.2'] as const;
const VENV = inWorkFolder('venv');
const OLDEST_MINOR = 10;

/**
 * Makes sure that the emulator is installed, in a virtual environment of the project's own.
 * @returns the path of the emulator's command
 * @throws MachineNotReadyError
 */
export async function installMinistack(): Promise<string> {
  const command = path.join(VENV, 'bin', 'ministack');
  // The marker is written last: an installation that was interrupted is done again.
  const marker = path.join(VENV, PACKAGES.join('+'));
  if (existsSync(marker)) return command;
  const python = await findPython();
  await run(python, ['-m', 'venv', '--clear', VENV], venvAdvice);
  await run(
    path.join(VENV, 'bin', 'pip'),
    ['install', '--quiet', '--disable-pip-version-check', ...PACKAGES],
    pipAdvice,
  );
  await run(
    path.join(VENV, 'bin', 'python'),
    ['-c', `open(${JSON.stringify(marker)}, 'w').close()`],
    pipAdvice,
  );
  return command;
}

const venvAdvice =
  'Python cannot make a virtual environment. Install its venv package (Debian and Ubuntu: apt-get install python3-venv) and start again.';
const pipAdvice =
  'The local cloud could not be installed from PyPI. Check the network or the proxy (pip must reach PyPI) and start again.';

async function findPython(): Promise<string> {
  for (const candidate of ['python3', 'python']) {
    const { stdout, failed } = await execa(candidate, ['-c', 'import sys; print(*sys.version_info[:2])'], {
      reject: false,
    });
    const [major, minor] = failed ? [] : stdout.split(' ').map(Number);
    if (major === 3 && minor !== undefined && minor >= OLDEST_MINOR) return candidate;
  }
  throw new MachineNotReadyError(
    `Python 3.${OLDEST_MINOR} or later was not found. Install it (https://www.python.org, or your system's python3 package) and start again, ` +
      'or start an emulator yourself and give its address in AWS_ENDPOINT_URL.',
  );
}

async function run(command: string, args: string[], advice: string): Promise<void> {
  const { failed, stderr } = await execa(command, args, { reject: false });
  if (failed) throw new MachineNotReadyError(`${advice}\n${stderr.trim()}`);
}
