import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { MILAF_VERSION } from '../../contexts/shared/version.ts';
import { inRepository } from '../../local/cloud/folders.ts';

const packedSchema = z.array(
  z.object({
    filename: z.string(),
    size: z.number(),
    files: z.array(z.object({ path: z.string() })),
  }),
);

describe('what npm pack makes', () => {
  let folder: string;
  let packed: z.infer<typeof packedSchema>[number];
  // Nothing of the project is in the way: neither its folder nor its variables.
  const env = { PATH: [path.dirname(process.execPath), process.env['PATH'] ?? ''].join(path.delimiter) };
  const milaf = async (args: readonly string[]) =>
    execa(path.join(folder, 'node_modules', '.bin', 'milaf'), args, { cwd: folder, env, reject: false });

  beforeAll(async () => {
    const parent = mkdtempSync(path.join(tmpdir(), 'milaf-package-'));
    folder = path.join(parent, 'empty');
    mkdirSync(folder);
    const npm = { env, cwd: inRepository() };
    const { stdout } = await execa('npm', ['pack', '--json', '--pack-destination', parent], npm);
    // Scripts print before it.
    packed = packedSchema.parse(JSON.parse(stdout.slice(stdout.indexOf('[\n'))))[0]!;
    // Named, because npm takes a project that it finds further up instead.
    const into = ['--prefix', folder, '--no-audit', '--no-fund', '--prefer-offline'];
    await execa('npm', ['install', ...into, path.join(parent, packed.filename)], { ...npm, cwd: folder });
  });
  afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

  it('has the command line and nothing of the rest', () => {
    const tops = new Set(packed.files.map(({ path: file }) => file.split('/')[0]));
    expect([...tops].sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'dist', 'package.json']);
    expect(packed.files.map(({ path: file }) => file)).toContain('dist/LICENSES.txt');
    expect(packed.files.filter(({ path: file }) => file.endsWith('.ts'))).toEqual([]);
    expect(packed.size).toBeLessThan(5_000_000);
  });

  it('needs fonts, and no other package', () => {
    const modules = path.join(folder, 'node_modules');
    const names = readdirSync(modules).filter((name) => !name.startsWith('.'));
    expect(names.sort()).toEqual(['@fontsource', 'milaf']);
  });

  it('runs in an empty folder', async () => {
    expect(await milaf(['--version'])).toMatchObject({ stdout: MILAF_VERSION, stderr: '', exitCode: 0 });
    const { stdout, exitCode } = await milaf(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('upload scans, with a receipt for each');
    expect((await milaf(['completion', 'bash'])).stdout).toContain('complete -o default');
  });

  it('answers as from the sources, and says what only they can do', async () => {
    const missing = await milaf(['--json', 'payments', 'answer', 'pain.002.xml']);
    expect(missing.exitCode).toBe(3);
    expect(missing.stderr).toContain('"code":"not-found"');
    const local = await milaf(['local', 'up']);
    expect(local).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('a clone of the repository') as string,
    });
  });

  it('finds the fonts of certificates', async () => {
    const script = `
      const { createRequire } = require('node:module');
      const bundle = createRequire(require.resolve('milaf/package.json').replace('package.json', 'dist/milaf.mjs'));
      console.log(bundle.resolve('@fontsource/amiri/files/amiri-arabic-400-normal.woff'));`;
    const { stdout } = await execa(process.execPath, ['-e', script], { cwd: folder });
    expect(stdout).toContain('amiri-arabic-400-normal.woff');
  });
});
