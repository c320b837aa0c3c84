import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { RECOGNISER_PACKAGE } from '../python/recogniser.ts';
import { createOcrEngine, OCR_ENGINE_VERSION } from './engine/index.ts';
import type { OcrEngineSource } from './reading/page-reader.ts';

/** Code that decides how a document is read, and the packages that it rests on. */
const decisiveFolders = ['engine', 'engine/strips', 'documents', '../../contexts/pages/imaging'];
const decisivePackages = [
  'tesseract.js',
  'onnxruntime-node',
  '@tesseract.js-data/fra',
  '@tesseract.js-data/eng',
  'sharp',
  '@hyzyla/pdfium',
  '@tesseract.js-data/osd',
];

/** The engine that this service comes with; its models are loaded only when a page must really be read. */
export async function defaultEngine(workers: number): Promise<OcrEngineSource> {
  return {
    version: `${OCR_ENGINE_VERSION}-${await versionOfCode()}`,
    create: async () => await createOcrEngine({ workers }),
  };
}

/** Any change of the code or its packages is another version: nobody has to think of it, and no old reading is given. */
async function versionOfCode(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of decisiveFolders) {
    const path = join(import.meta.dirname, folder);
    for (const file of (await readdir(path)).filter((name) => name.endsWith('.ts')).sort()) {
      hash.update(`${folder}/${file}\n`).update(await readFile(join(path, file)));
    }
  }
  const manifest = z
    .object({ devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')));
  hash.update(decisivePackages.map((name) => `${name} ${manifest.devDependencies[name] ?? ''}`).join('\n'));
  hash.update(RECOGNISER_PACKAGE);
  return hash.digest('hex').slice(0, 16);
}
