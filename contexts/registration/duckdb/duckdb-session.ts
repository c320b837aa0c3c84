import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { DuckDbSettings } from './settings.ts';

/** An embedded database for one piece of work, with a folder of its own. */
export interface DuckDbSession {
  readonly connection: DuckDBConnection;
  /** Removed when the work is done, whether it succeeds or not. */
  readonly folder: string;
}

/** Runs work on a database that lives as long as the work. What does not fit into memory goes to the folder. */
export async function withDuckDb<T>(
  settings: DuckDbSettings,
  work: (session: DuckDbSession) => Promise<T>,
): Promise<T> {
  const session = await openDuckDb(settings);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** Threads of the engine may still be taking away their own files when it says that it is closed. */
const REMOVAL = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 } as const;

/** @returns a session that the caller must close */
export async function openDuckDb(
  settings: DuckDbSettings,
): Promise<DuckDbSession & { close(): Promise<void> }> {
  const folder = await mkdtemp(path.join(settings.tempFolder, 'milaf-lists-'));
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(settings.threads),
      memory_limit: `${settings.memoryLimitMegabytes}MB`,
      temp_directory: path.join(folder, 'spill'),
      // Order of rows is always asked for where it matters; keeping it elsewhere costs memory.
      preserve_insertion_order: 'false',
      autoinstall_known_extensions: 'false',
    });
    const connection = await instance.connect();
    const close = async (): Promise<void> => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, REMOVAL);
    };
    return { connection, folder, close };
  } catch (error) {
    await rm(folder, REMOVAL);
    throw error;
  }
}

/** A text as SQL has it. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
