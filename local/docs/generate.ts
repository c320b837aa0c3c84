import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inRepository } from '../cloud/folders.ts';
import { generatedDocs } from './generated-docs.ts';

// `npm run docs`: writes what the documentation takes from the code; a unit test fails while it is out of date.
for (const { path, content } of await generatedDocs()) {
  const file = inRepository(path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  console.log(`${path} written`);
}
