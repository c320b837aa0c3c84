import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStage, FUNCTIONS, removeOutputs } from './synthesise.ts';

const MEGABYTE = 1024 * 1024;

/** Whole lists are compared and sorted on their own disk; they start once a list, so a slow start costs nobody anything. */
const WITH_DATABASE = ['close-list', 'link-list'];

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

  it('has compiled code beside it only where an embedded database is needed', () => {
    const accompanied = bundles.filter(({ file }) =>
      readdirSync(path.dirname(file)).includes('node_modules'),
    );
    expect(accompanied).toHaveLength(WITH_DATABASE.length);
    for (const { file } of accompanied) {
      const packages = path.join(path.dirname(file), 'node_modules', '@duckdb');
      expect(readdirSync(packages).sort()).toEqual(['node-api', 'node-bindings', 'node-bindings-linux-x64']);
    }
  });

  it('stays far below the 250 MB that Lambda takes', () => {
    const folders = bundles.map(({ file }) => folderBytes(path.dirname(file)));
    expect(Math.max(...folders)).toBeLessThan(100 * MEGABYTE);
  });

  it('is never larger than 1.5 MB, so that a cold start stays short', () => {
    expect(bundles.filter(({ bytes }) => bytes > 1.5 * MEGABYTE)).toEqual([]);
  });
});
