import { writeFile } from 'node:fs/promises';
import { inRepository } from '../../../local/cloud/folders.ts';
import { planDocs } from './plan-docs.ts';

// Part of `npm run docs`: writes the plan for the 11 million; a unit test fails while it is out of date.
for (const { path, content } of await planDocs()) {
  await writeFile(inRepository(path), content);
  console.log(`${path} written`);
}
