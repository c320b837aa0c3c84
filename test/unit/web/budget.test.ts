import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inRepository } from '../../../local/cloud/folders.ts';

/** Script that a browser loads before it shows a page, compressed. */
const FIRST_LOAD_BYTES = 250_000;

const chunkSchema = z.object({
  file: z.string(),
  isEntry: z.boolean().default(false),
  isDynamicEntry: z.boolean().default(false),
  imports: z.array(z.string()).default([]),
});
type Manifest = Readonly<Record<string, z.infer<typeof chunkSchema>>>;

describe('the pages as they are published', () => {
  let folder = '';
  let manifest: Manifest = {};

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'milaf-budget-'));
    await execa('vite', ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
      cwd: inRepository('web'),
      preferLocal: true,
      localDir: inRepository('.'),
      env: { NODE_ENV: 'production' },
    });
    const text = readFileSync(path.join(folder, '.vite/manifest.json'), 'utf8');
    manifest = z.record(z.string(), chunkSchema).parse(JSON.parse(text));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Files that a chunk cannot do without. */
  function withImports(name: string, found = new Set<string>()): Set<string> {
    if (found.has(name)) return found;
    found.add(name);
    for (const imported of manifest[name]?.imports ?? []) withImports(imported, found);
    return found;
  }

  const bytesOf = (names: Iterable<string>): number =>
    [...new Set([...names].map((name) => manifest[name]!.file))]
      .filter((file) => file.endsWith('.js'))
      .reduce((sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length, 0);

  const entry = () => Object.keys(manifest).filter((name) => manifest[name]?.isEntry);
  const pages = () =>
    Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry && name.endsWith('-page.tsx'));
  const shells = { console: 'src/app/console-shell.tsx', portal: 'src/portal/portal-shell.tsx' };

  it('load under 250 kB of compressed script before anything is seen, whichever page comes first', () => {
    const loads = pages().map((page) => {
      const shell = page.startsWith('src/portal/') ? shells.portal : shells.console;
      const names = [...entry(), shell, page].flatMap((name) => [...withImports(name)]);
      return { page, bytes: bytesOf(names) };
    });

    expect(loads.length).toBeGreaterThan(8);
    expect(loads.filter(({ bytes }) => bytes >= FIRST_LOAD_BYTES)).toEqual([]);
    if (process.env['MILAF_SHOW_SIZES'] !== undefined) console.table(loads);
  });

  it('make no code from text, which their policy forbids', () => {
    const scripts = [...new Set(Object.values(manifest).map(({ file }) => file))].filter((file) =>
      file.endsWith('.js'),
    );
    const validators = scripts.filter((file) =>
      readFileSync(path.join(folder, file), 'utf8').includes('jitless'),
    );

    expect(scripts.length).toBeGreaterThan(8);
    expect(validators).toEqual([]);
  });

  it('ask for no font, style or script of another site', () => {
    const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
    const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address);

    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => !address?.startsWith('/'))).toEqual([]);
  });
});
