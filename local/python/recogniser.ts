import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { inWorkFolder } from '../cloud/folders.ts';
import { makeVenv, run } from './run-python.ts';

/** Brings PP-OCRv6 as an ONNX model, which no package of npm does. Only this file of it is used. */
export const RECOGNISER_PACKAGE = 'rapidocr==3.10.0';
const MODEL = path.join('rapidocr', 'models', 'PP-OCRv6_rec_small.onnx');
const pipAdvice =
  'The model of the local OCR could not be installed from PyPI. Check the network or the proxy (pip must reach PyPI) and start again.';

/**
 * Makes sure that the model that reads strips of text is there. It appears whole or not at all, so several processes may do this at
 * once.
 * @returns the path of the model
 * @throws MachineNotReadyError
 */
export async function installRecogniser(): Promise<string> {
  const folder = inWorkFolder('python', RECOGNISER_PACKAGE);
  if (existsSync(folder)) return path.join(folder, MODEL);
  const partial = `${folder}.${randomUUID()}`;
  await mkdir(path.dirname(folder), { recursive: true });
  try {
    await makeVenv(path.join(partial, 'venv'));
    await run(
      path.join(partial, 'venv', 'bin', 'pip'),
      [
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '--no-deps',
        '--target',
        path.join(partial, 'lib'),
        RECOGNISER_PACKAGE,
      ],
      pipAdvice,
    );
    await rename(path.join(partial, 'lib'), folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return path.join(folder, MODEL);
}
