import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WorkThread } from '../../contexts/shared/threads/work-thread.ts';
import { drawingLimits } from '../../contexts/pages/domain/drawing-limits.ts';
import { pdfOf } from '../unit/intake/domain/support/fixtures.ts';
import { buildStage, FUNCTIONS, removeOutputs } from './synthesise.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Functions with compiled code beside them, and the packages of it. Whole lists are compared and sorted in a database on their
 * own disk, files are looked into before they are taken in, pages are drawn before someone opens them and searched for barcodes
 * while the file waits for its decision: a slow start costs nobody anything.
 */
const DRAWING = [
  '@hyzyla/pdfium',
  '@img/colour',
  '@img/sharp-libvips-linux-x64',
  '@img/sharp-linux-x64',
  'detect-libc',
  'semver',
  'sharp',
];
const WITH_COMPILED_CODE = [
  ['@duckdb/node-api', '@duckdb/node-bindings', '@duckdb/node-bindings-linux-x64', 'detect-libc'],
  ['@duckdb/node-api', '@duckdb/node-bindings', '@duckdb/node-bindings-linux-x64', 'detect-libc'],
  DRAWING,
  DRAWING,
  [...DRAWING, 'zxing-wasm'],
];

const packagesBeside = (file: string): readonly string[] => {
  const modules = path.join(path.dirname(file), 'node_modules');
  if (!existsSync(modules)) return [];
  return readdirSync(modules)
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(path.join(modules, name)).map((inScope) => `${name}/${inScope}`)
        : [name],
    )
    .sort();
};

const folderBytes = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

afterAll(removeOutputs);

describe('what is uploaded to Lambda', () => {
  let bundles: readonly { readonly file: string; readonly bytes: number }[];

  beforeAll(() => {
    process.env['CDK_VALIDATION'] = 'false';
    const { directory } = buildStage('production', { bundle: true }).app.synth();
    bundles = readdirSync(directory)
      .map((name) => path.join(directory, name, 'index.mjs'))
      .filter((file) => existsSync(file))
      .map((file) => ({ file, bytes: statSync(file).size }));
  });

  it('is one file a function', () => {
    expect(bundles).toHaveLength(FUNCTIONS.length);
  });

  it('has a file more for each thread, which works where it lies', async () => {
    const threads = bundles.flatMap(({ file }) =>
      readdirSync(path.dirname(file))
        .filter((name) => name.endsWith('-thread.mjs'))
        .map((name) => path.join(path.dirname(file), name)),
    );
    expect(threads.map((file) => path.basename(file)).sort()).toEqual([
      'inspection-thread.mjs',
      'pdf-thread.mjs',
      'pdf-thread.mjs',
      'pdf-thread.mjs',
    ]);
    const limits = { maxFileBytes: 1_000_000, maxPages: 5 };
    const bytes = await pdfOf(2, true);
    for (const file of threads) {
      const thread = new WorkThread<object, object>(pathToFileURL(file), { maxHeapMegabytes: 256 });
      const answer = await thread.ask(
        { bytes, limits, kind: 'open', document: 1, maxMemoryBytes: drawingLimits.maxPdfMemoryBytes },
        60,
      );
      expect(answer).toMatchObject({ pageCount: 2 });
      await thread.end();
    }
    expect(threads.filter((file) => statSync(file).size > 1.5 * MEGABYTE)).toEqual([]);
  });

  it('has compiled code beside it only where lists are linked and pages opened', () => {
    const accompanied = bundles.map(({ file }) => packagesBeside(file)).filter(({ length }) => length > 0);
    expect(accompanied.map(String).sort()).toEqual(WITH_COMPILED_CODE.map(String).sort());
  });

  it('stays far below the 250 MB that Lambda takes', () => {
    const folders = bundles.map(({ file }) => folderBytes(path.dirname(file)));
    expect(Math.max(...folders)).toBeLessThan(100 * MEGABYTE);
  });

  it('is never larger than 1.5 MB, so that a cold start stays short', () => {
    expect(bundles.filter(({ bytes }) => bytes > 1.5 * MEGABYTE)).toEqual([]);
  });
});
