import path from 'node:path';
import { execa } from 'execa';
import { MachineNotReadyError } from '../cloud/machine-not-ready-error.ts';

const OLDEST_MINOR = 10;
const venvAdvice =
  'Python cannot make a virtual environment. Install its venv package (Debian and Ubuntu: apt-get install python3-venv) and start again.';

/**
 * @returns the command of a Python that is new enough
 * @throws MachineNotReadyError
 */
export async function findPython(): Promise<string> {
  for (const candidate of ['python3', 'python']) {
    const { stdout, failed } = await execa(candidate, ['-c', 'import sys; print(*sys.version_info[:2])'], {
      reject: false,
    });
    const [major, minor] = failed ? [] : stdout.split(' ').map(Number);
    if (major === 3 && minor !== undefined && minor >= OLDEST_MINOR) return candidate;
  }
  throw new MachineNotReadyError(
    `Python 3.${OLDEST_MINOR} or later was not found.`,
    "Install it (https://www.python.org, or your system's python3 package) and start again.",
  );
}

/**
 * Makes an empty virtual environment; one that is there is replaced.
 * @throws MachineNotReadyError
 */
export async function makeVenv(folder: string): Promise<void> {
  await run(await findPython(), ['-m', 'venv', '--clear', folder], venvAdvice);
}

/**
 * Runs a command of a virtual environment.
 * @param advice what a person can do where it fails
 * @throws MachineNotReadyError
 */
export async function run(command: string, args: readonly string[], advice: string): Promise<void> {
  const { failed, stderr } = await execa(command, args, { reject: false });
  if (failed)
    throw new MachineNotReadyError(`\`${path.basename(command)}\` failed:\n${stderr.trim()}\n`, advice);
}
