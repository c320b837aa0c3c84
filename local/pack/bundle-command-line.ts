import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import * as z from 'zod';
import { inRepository } from '../cloud/folders.ts';

// `npm pack` runs this: the command line as plain JavaScript with all it needs, because Node runs no TypeScript in node_modules. Only fonts
// come as packages of their own.
const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });
const FOLDER = inRepository('dist');

await rm(FOLDER, { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: inRepository(),
  entryPoints: [inRepository('bin', 'milaf.ts')],
  outdir: FOLDER,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  metafile: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minify: true,
  // What went wrong is told by the names of errors.
  keepNames: true,
  legalComments: 'none',
  // CommonJS packages inside an ES module still ask for `require`.
  banner: {
    js: "import{createRequire as createRequireHere}from'node:module';const require=createRequireHere(import.meta.url);",
  },
  logLevel: 'warning',
});
await mkdir(FOLDER, { recursive: true });
await writeFile(path.join(FOLDER, 'LICENSES.txt'), await licencesOf(Object.keys(metafile.inputs)));

/** The licences of all packages in the bundle, which ask to be handed on: each text once, below those it is of. */
async function licencesOf(files: readonly string[]): Promise<string> {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  const packagesOf = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const { title, text } = await licenceOf(inRepository(folder));
    packagesOf.set(text, [...(packagesOf.get(text) ?? []), title]);
  }
  return [...packagesOf]
    .map(([text, titles]) => `${titles.join('\n')}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenceOf(folder: string): Promise<{ readonly title: string; readonly text: string }> {
  const { name, version, license } = manifestSchema.parse(
    JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')),
  );
  const file = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
  const text = file === undefined ? '' : (await readFile(path.join(folder, file), 'utf8')).trim();
  return { title: `${name} ${version} (${license})`, text };
}
