import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStage, removeOutputs, REPOSITORY } from './synthesise.ts';

const MEGABYTE = 1024 * 1024;

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
    const functions = readdirSync(path.join(REPOSITORY, 'lambdas')).filter((name) => name !== 'runtime');
    expect(bundles).toHaveLength(functions.length);
  });

  it('is never larger than 1.5 MB, so that a cold start stays short', () => {
    expect(bundles.filter(({ bytes }) => bytes > 1.5 * MEGABYTE)).toEqual([]);
  });
});
