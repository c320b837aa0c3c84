import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import pMap from 'p-map';
import type { StagingObjects } from '../ports/staging.ts';

const CONCURRENT_DOWNLOADS = 32;

/**
 * Copies all objects below a prefix to a folder.
 * @returns the files, in the order of their keys
 */
export async function stageFiles(
  objects: StagingObjects,
  prefix: string,
  folder: string,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const keys = await objects.list(prefix);
  return pMap(
    keys,
    async (key) => {
      const file = path.join(folder, key.slice(prefix.length).replaceAll('/', '_'));
      await objects.download(key, file);
      return file;
    },
    { concurrency: CONCURRENT_DOWNLOADS },
  );
}
