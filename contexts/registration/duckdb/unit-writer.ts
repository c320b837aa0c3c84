import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import { listObjects } from '../domain/lists/list.ts';
import type { StagingObjects } from '../ports/staging.ts';

/** A list of millions has tens of thousands of units, and each waits for S3: this many wait together. */
const CONCURRENT_UPLOADS = 32;
const gzipAsync = promisify(gzip);

/** Takes the lines of units one after the other and sends each unit when it is complete: it holds a few units, never the list. */
export class UnitWriter {
  readonly #listId: string;
  readonly #objects: StagingObjects;
  readonly #folder: string;
  readonly #sending = new Set<Promise<void>>();
  readonly #failures: unknown[] = [];
  #unit = 0;
  #lines: string[] = [];
  #lineCount = 0;

  constructor(listId: string, objects: StagingObjects, folder: string) {
    this.#listId = listId;
    this.#objects = objects;
    this.#folder = folder;
  }

  /** @param chunks rows of unit and line, in the order of the units */
  async writeAll(chunks: AsyncIterable<readonly (readonly unknown[])[]>): Promise<void> {
    for await (const rows of chunks)
      for (const [unit, line] of rows)
        if (typeof unit === 'number' && typeof line === 'string') await this.#write(unit, line);
  }

  async #write(unit: number, line: string): Promise<void> {
    if (unit !== this.#unit) {
      if (this.#unit > 0) await this.#send();
      this.#unit = unit;
    }
    this.#lines.push(line);
    this.#lineCount += 1;
  }

  /** Sends the last unit and waits for all of them. */
  async finish(): Promise<{ readonly unitCount: number; readonly lineCount: number }> {
    if (this.#unit > 0) await this.#send();
    await Promise.all(this.#sending);
    this.#throwFailure();
    return { unitCount: this.#unit, lineCount: this.#lineCount };
  }

  async #send(): Promise<void> {
    const text = `${this.#lines.join('\n')}\n`;
    const unit = this.#unit;
    this.#lines = [];
    while (this.#sending.size >= CONCURRENT_UPLOADS) await Promise.race(this.#sending);
    this.#throwFailure();
    const sent = this.#upload(unit, text)
      .catch((error: unknown) => this.#failures.push(error))
      .then(() => {
        this.#sending.delete(sent);
      });
    this.#sending.add(sent);
  }

  #throwFailure(): void {
    if (this.#failures.length > 0)
      throw new Error('A unit of the list could not be written', { cause: this.#failures[0] });
  }

  async #upload(unit: number, text: string): Promise<void> {
    const file = path.join(this.#folder, `unit-${unit}.jsonl.gz`);
    await writeFile(file, await gzipAsync(text, { level: constants.Z_BEST_SPEED }));
    await this.#objects.upload(listObjects.unit(this.#listId, unit), file, 'application/gzip');
    await rm(file);
  }
}
