import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { inRepository } from '../../local/cloud/folders.ts';
import { installHadolint } from '../support/hadolint.ts';

const text = readFileSync(inRepository('Containerfile'), 'utf8');
const manifest = z
  .object({ devDependencies: z.object({ node: z.string() }) })
  .parse(JSON.parse(readFileSync(inRepository('package.json'), 'utf8')));

describe('the container', () => {
  it('has nothing that the linter of container files complains of', async () => {
    const hadolint = await installHadolint();
    const { all, exitCode } = await execa(hadolint, ['--no-color', inRepository('Containerfile')], {
      all: true,
      reject: false,
    });
    expect({ all, exitCode }).toEqual({ all: '', exitCode: 0 });
  });

  it('stands on the Node that the project brings, to the last digit', () => {
    const images = [...text.matchAll(/^FROM node:([\d.]+)-/gm)].map(([, version]) => version);
    expect(images).toEqual([manifest.devDependencies.node, manifest.devDependencies.node]);
  });

  it('runs Milaf, and not as root', () => {
    const last = text.slice(text.lastIndexOf('\nFROM'));
    expect(last).toMatch(/^USER 1000:1000$/m);
    expect(last).toMatch(/^ENTRYPOINT \["milaf"\]$/m);
    expect(last.indexOf('USER ')).toBeGreaterThan(last.lastIndexOf('RUN '));
  });

  it('takes neither history nor installed packages nor work files into the build', () => {
    const ignored = readFileSync(inRepository('.dockerignore'), 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', '.milaf', 'dist']));
  });
});
