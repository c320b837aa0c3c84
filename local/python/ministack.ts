import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inWorkFolder } from '../cloud/folders.ts';
import { makeVenv, run } from './run-python.ts';

/** The emulator's exact version, as tried; and what it signs with, without which its KMS has no keys that sign. */
const PACKAGES = ['ministack==1.5.33', 'cryptography==50.0.2'] as const;
const VENV = inWorkFolder('venv');
const pipAdvice =
  'The local cloud could not be installed from PyPI. Check the network or the proxy (pip must reach PyPI) and start again.';

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
  await makeVenv(VENV);
  await run(
    path.join(VENV, 'bin', 'pip'),
    ['install', '--quiet', '--disable-pip-version-check', ...PACKAGES],
    pipAdvice,
  );
  await writeFile(marker, '');
  return command;
}
