import { randomUUID } from 'node:crypto';
import { access, copyFile, mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Where each kind of model lies in its npm package: `best_int` has only the neural network, `4.0.0` the older engine as well. */
const MODELS = {
  text: { fra: '4.0.0_best_int', eng: '4.0.0_best_int' },
  digits: { eng: '4.0.0', osd: '4.0.0' },
} as const;

/**
 * Copies the language files of the npm packages next to each other, because Tesseract wants all of them in one folder.
 * Files that are there already are kept; a copy appears whole or not at all, so several processes may do this at once.
 * @param folder where to put them
 * @returns the folder of the neural models and that of the older engine's
 * @throws Error when a language package is not installed
 */
export async function gatherLanguageData(folder: string): Promise<{ text: string; digits: string }> {
  for (const [kind, languages] of Object.entries(MODELS)) {
    await mkdir(path.join(folder, kind), { recursive: true });
    for (const [language, variant] of Object.entries(languages)) {
      const target = path.join(folder, kind, `${language}.traineddata.gz`);
      if (await exists(target)) continue;
      const source = require.resolve(`@tesseract.js-data/${language}/${variant}/${language}.traineddata.gz`);
      const partial = `${target}.${randomUUID()}`;
      await copyFile(source, partial);
      await rename(partial, target);
    }
  }
  return { text: path.join(folder, 'text'), digits: path.join(folder, 'digits') };
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
