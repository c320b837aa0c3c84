import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inRepository } from '../cloud/folders.ts';
import type { GeneratedDoc } from './generated-doc.ts';

/** Puts generated files where they belong, and says so. */
export async function writeDocs(docs: readonly GeneratedDoc[]): Promise<void> {
  for (const { path, content } of docs) {
    const file = inRepository(path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    console.log(`${path} written`);
  }
}
