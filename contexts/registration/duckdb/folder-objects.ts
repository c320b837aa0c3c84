import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { StagingObjects } from '../ports/staging.ts';

/** Objects as files of a folder, keys as paths below it: for working on lists without a cloud. */
export class FolderObjects implements StagingObjects {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(prefix: string): Promise<readonly string[]> {
    await mkdir(this.#folder, { recursive: true });
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.#folder, path.join(entry.parentPath, entry.name)))
      .map((file) => file.split(path.sep).join('/'))
      .filter((key) => key.startsWith(prefix))
      .sort();
  }

  async download(key: string, file: string): Promise<void> {
    await copyFile(path.join(this.#folder, key), file);
  }

  async upload(key: string, file: string): Promise<void> {
    const target = path.join(this.#folder, key);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(file, target);
  }
}
