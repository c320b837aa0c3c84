import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { VerifiedLine } from '../../../contexts/registration/records/list-lines.ts';
import { listObjects } from '../../../contexts/registration/domain/lists/list.ts';
import { labelledLines } from '../../../local/samples/linkage/labelled-lines.ts';
import { linkageKeysOf } from '../../../contexts/registration/domain/lists/verify/linkage-keys-of.ts';

const LINES_PER_RANGE = 1000;

/** Verified lines as verify-range leaves them, in files of a folder. @returns the truth */
export async function writeLabelledList(
  folder: string,
  listId: string,
  seed: number,
  lineCount: number,
): Promise<Int32Array> {
  const persons = new Int32Array(lineCount + 1);
  const ranges = new RangeFiles(folder, listId);
  for (const { line, record, person } of labelledLines(seed, lineCount)) {
    persons[line] = person;
    await ranges.add({
      status: 'usable',
      line,
      reference: `R${line}`,
      record,
      warnings: [],
      keys: linkageKeysOf(record),
    });
  }
  await ranges.finish();
  return persons;
}

/** Writes lines to files of a range each. */
export class RangeFiles {
  readonly #folder: string;
  readonly #listId: string;
  #range = 0;
  #lines: string[] = [];

  constructor(folder: string, listId: string) {
    this.#folder = folder;
    this.#listId = listId;
  }

  async add(line: VerifiedLine): Promise<void> {
    this.#lines.push(JSON.stringify(line));
    if (this.#lines.length >= LINES_PER_RANGE) await this.finish();
  }

  async finish(): Promise<void> {
    if (this.#lines.length === 0) return;
    this.#range += 1;
    const file = path.join(this.#folder, listObjects.verified(this.#listId, this.#range));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, gzipSync(`${this.#lines.join('\n')}\n`, { level: 1 }));
    this.#lines = [];
  }
}
