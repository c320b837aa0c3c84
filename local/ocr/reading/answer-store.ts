import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Log } from '../log.ts';
import { TextractError } from '../protocol/textract-error.ts';
import { RecentItems } from './recent-items.ts';
import { documentAnswerSchema, type DocumentAnswer } from './recognised-page-schema.ts';

export interface FoundAnswer {
  readonly source: 'fromRecordedAnswers' | 'fromCache';
  readonly answer: DocumentAnswer;
}

export interface AnswerStoreOptions {
  readonly cacheDirectory: string;
  /** Part of the cache's path, so that another engine never answers with this one's readings. */
  readonly engineVersion: string;
  readonly recordedAnswersDirectory?: string | undefined;
  readonly log: Log;
}

/** A page takes some hundred kilobytes when parsed; this many are kept so. */
const pagesKeptInMemory = 500;

/** What was read before, by the SHA-256 of the document: recorded answers first, then the cache on disk. */
export class AnswerStore {
  readonly #options: AnswerStoreOptions;
  readonly #recent = new RecentItems<FoundAnswer>(pagesKeptInMemory, ({ answer }) => answer.pages.length);

  constructor(options: AnswerStoreOptions) {
    this.#options = options;
  }

  /**
   * Finds what is known of a document. A broken cache file counts as none (it is read anew); a broken recorded
   * answer is an error, because someone put it there on purpose.
   */
  async find(sha256: string): Promise<FoundAnswer | undefined> {
    const recent = this.#recent.get(sha256);
    if (recent !== undefined) {
      return recent;
    }
    const found = (await this.#findRecorded(sha256)) ?? (await this.#findCached(sha256));
    if (found !== undefined) {
      this.#recent.set(sha256, found);
    }
    return found;
  }

  /** Keeps an answer; other processes that share the folder see it whole or not at all. */
  async save(sha256: string, answer: DocumentAnswer): Promise<void> {
    const path = this.#cachePath(sha256);
    await mkdir(dirname(path), { recursive: true });
    const temporaryPath = `${path}.${randomUUID()}.tmp`;
    await writeFile(temporaryPath, JSON.stringify(answer));
    await rename(temporaryPath, path);
    this.#recent.set(sha256, { source: 'fromCache', answer });
  }

  async #findRecorded(sha256: string): Promise<FoundAnswer | undefined> {
    const directory = this.#options.recordedAnswersDirectory;
    const content =
      directory === undefined ? undefined : await readIfThere(join(directory, `${sha256}.json`));
    return content === undefined
      ? undefined
      : { source: 'fromRecordedAnswers', answer: parseRecorded(content, sha256) };
  }

  async #findCached(sha256: string): Promise<FoundAnswer | undefined> {
    const content = await readIfThere(this.#cachePath(sha256));
    if (content === undefined) {
      return undefined;
    }
    try {
      return { source: 'fromCache', answer: documentAnswerSchema.parse(JSON.parse(content)) };
    } catch {
      this.#options.log({ level: 'warn', event: 'cached-answer-broken', sha256 });
      return undefined;
    }
  }

  #cachePath(sha256: string): string {
    const engineFolder = this.#options.engineVersion.replaceAll(/[^A-Za-z0-9._-]/g, '_');
    return join(this.#options.cacheDirectory, engineFolder, sha256.slice(0, 2), `${sha256}.json`);
  }
}

function parseRecorded(content: string, sha256: string): DocumentAnswer {
  try {
    return documentAnswerSchema.parse(JSON.parse(content));
  } catch (error) {
    throw new TextractError(
      'InternalServerError',
      `The recorded answer ${sha256}.json is not of the form { "pages": [RecognisedPage, ...] }`,
      { cause: error },
    );
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
