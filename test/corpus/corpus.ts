#!/usr/bin/env node
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { format, resolveConfig } from 'prettier';
import { reportError } from '../../bin/view/report-error.ts';
import { inRepository } from '../../local/cloud/folders.ts';
import { compareFile, type ComparedFile } from './compare.ts';
import { corpusPage, type ComparedPackage } from './corpus-page.ts';
import { corpusPackages, fetchPackage } from './fetch-packages.ts';

// `npm run corpus`: files of many makers, as intake sees them and as two other readers do.
const PAGE = inRepository('docs', 'corpus.md');
const ENDINGS = /\.(pdf|tiff?|jpe?g|png)$/i;

const program = new Command('npm run corpus --')
  .description('Compares intake with other readers, on files of public packages')
  .option('--folder <path>', 'files of a folder instead; writes no page')
  .showHelpAfterError();
program.parse();
const { folder } = program.opts<{ readonly folder?: string }>();

try {
  if (folder === undefined) await comparePackages();
  else await compareFolder(path.resolve(folder), '');
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
// Libraries that open files keep threads.
process.exit();

async function comparePackages(): Promise<void> {
  const compared: ComparedPackage[] = [];
  for (const from of corpusPackages) {
    console.error(`  ${from.name} ${from.version}`);
    const files = await compareFolder(await fetchPackage(from), `${from.name}/`);
    compared.push({ from, files });
  }
  const text = corpusPage(compared, new Date().toISOString().slice(0, 10));
  await writeFile(PAGE, await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

/** @param prefix of the names of its files */
async function compareFolder(root: string, prefix: string): Promise<readonly ComparedFile[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && ENDINGS.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  const compared: ComparedFile[] = [];
  for (const name of names) {
    // The first folder of an archive is the name of its package again.
    const shown =
      prefix +
      path
        .relative(root, name)
        .split(path.sep)
        .slice(prefix === '' ? 0 : 1)
        .join('/');
    const file = await compareFile(shown, await readFile(name));
    if (file === undefined) continue;
    compared.push(file);
    show(file);
  }
  return compared;
}

/** What people may want to look into, as soon as it is known. */
function show({ name, comparison, said }: ComparedFile): void {
  if (comparison !== 'agreed' && comparison !== 'refused' && comparison !== 'refused by rule')
    console.log(`${comparison}: ${name} (${said.join(', ')})`);
}
