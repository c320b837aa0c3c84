import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import {
  linkedLineSchema,
  lineOutcomeSchema,
  verifiedLineSchema,
  type LineOutcome,
  type LinkedLine,
  type VerifiedLine,
} from '../../contexts/registration/records/list-lines.ts';
import { listObjects } from '../../contexts/registration/domain/lists/list.ts';
import type {
  ListObjects,
  ListUpload,
  ListUploads,
  ObjectPart,
} from '../../contexts/registration/ports/lists.ts';
import type { StagingObjects } from '../../contexts/registration/ports/staging.ts';

interface StoredVersion {
  readonly bytes: Uint8Array;
  readonly uploadedAt: Date;
  readonly isDryRun: boolean;
}

/** Chunks are small and odd, so that lines and characters are cut where nobody expects it. */
const CHUNK_BYTES = 4_093;

/** The bucket for lists in memory, with versions; also as the files that an engine stages. */
export class MemoryListObjects implements ListObjects, ListUploads, StagingObjects {
  readonly #versions = new Map<string, StoredVersion[]>();

  /** Uploads an object. @returns its version */
  put(key: string, content: Uint8Array | string, uploadedAt = new Date(0), isDryRun = false): string {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const versions = this.#versions.get(key) ?? [];
    this.#versions.set(key, [...versions, { bytes, uploadedAt, isDryRun }]);
    return String(versions.length + 1);
  }

  /** @returns the newest version's bytes */
  get(key: string): Uint8Array | undefined {
    return this.#versions.get(key)?.at(-1)?.bytes;
  }

  keys(prefix = ''): readonly string[] {
    return [...this.#versions.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  }

  describe({ key, versionId }: Pick<ObjectPart, 'key' | 'versionId'>): Promise<ListUpload | undefined> {
    const versions = this.#versions.get(key) ?? [];
    const number = versionId === undefined ? versions.length : Number(versionId);
    const version = versions[number - 1];
    if (version === undefined) return Promise.resolve(undefined);
    const { bytes, uploadedAt, isDryRun } = version;
    return Promise.resolve({
      versionId: String(number),
      sizeBytes: bytes.byteLength,
      uploadedAt,
      isDryRun,
    });
  }

  async *readBytes({ key, versionId, offsetBytes = 0, lengthBytes }: ObjectPart): AsyncGenerator<Uint8Array> {
    const versions = this.#versions.get(key) ?? [];
    const version = versionId === undefined ? versions.at(-1) : versions[Number(versionId) - 1];
    if (version === undefined) throw new Error('There is no such object');
    const end = lengthBytes === undefined ? version.bytes.byteLength : offsetBytes + lengthBytes;
    const part = version.bytes.subarray(offsetBytes, end);
    for (let start = 0; start < part.byteLength; start += CHUNK_BYTES)
      yield await Promise.resolve(part.subarray(start, start + CHUNK_BYTES));
  }

  readText(key: string): Promise<string | undefined> {
    const bytes = this.get(key);
    return Promise.resolve(bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  }

  async writeStream(key: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    const bytes = Buffer.concat(parts);
    this.put(key, bytes);
    return bytes.byteLength;
  }

  writeText(key: string, text: string): Promise<void> {
    this.put(key, text);
    return Promise.resolve();
  }

  writeVerified(listId: string, range: number, lines: readonly VerifiedLine[]): Promise<void> {
    this.#putLines(
      listObjects.verified(listId, range),
      lines.map((line) => verifiedLineSchema.parse(line)),
    );
    return Promise.resolve();
  }

  readUnit(listId: string, unit: number): Promise<readonly LinkedLine[]> {
    return Promise.resolve(
      this.#lines(listObjects.unit(listId, unit)).map((line) => linkedLineSchema.parse(line)),
    );
  }

  writeOutcomes(listId: string, unit: number, outcomes: readonly LineOutcome[]): Promise<void> {
    // The first outcome counts, as in S3.
    if (this.#versions.has(listObjects.outcomes(listId, unit))) return Promise.resolve();
    this.#putLines(
      listObjects.outcomes(listId, unit),
      outcomes.map((outcome) => lineOutcomeSchema.parse(outcome)),
    );
    return Promise.resolve();
  }

  readOutcomes(listId: string, unit: number): readonly LineOutcome[] {
    return this.#lines(listObjects.outcomes(listId, unit)).map((line) => lineOutcomeSchema.parse(line));
  }

  list(prefix: string): Promise<readonly string[]> {
    return Promise.resolve(this.keys(prefix));
  }

  async download(key: string, file: string): Promise<void> {
    const bytes = this.get(key);
    if (bytes === undefined) throw new Error('There is no such object');
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }

  async upload(key: string, file: string): Promise<void> {
    this.put(key, await readFile(file));
  }

  #putLines(key: string, values: readonly object[]): void {
    this.put(key, gzipSync(values.map((value) => `${JSON.stringify(value)}\n`).join('')));
  }

  #lines(key: string): readonly unknown[] {
    const bytes = this.get(key);
    if (bytes === undefined) throw new Error('There is no such object');
    return gunzipSync(bytes)
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): unknown => JSON.parse(line));
  }
}
