import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DuckDbLinkEngine } from '../../../contexts/registration/duckdb/link-engine.ts';
import { FolderObjects } from '../../../contexts/registration/duckdb/folder-objects.ts';
import type { LinkFigures } from '../../../contexts/registration/duckdb/link-in-duckdb.ts';
import { listSchema, type List } from '../../../contexts/registration/domain/lists/list.ts';
import { engineSettings } from '../../../lambdas/runtime/engine-settings.ts';
import { folderBytes } from './folder-size.ts';

export interface LinkageRun extends LinkFigures {
  readonly seconds: number;
  /** Of this process, DuckDB within it, while it links. */
  readonly peakMegabytes: number;
  /** Of staged files and of what did not fit into memory; looked at once a second. */
  readonly peakDiskMegabytes: number;
  /** Of the processor, all threads together. */
  readonly processorSeconds: number;
}

const THREADS = 2;
/** What the function of production gives to the engine. */
const MEMORY_MEGABYTES = engineSettings(10_240).memoryLimitMegabytes;
const LINES_PER_UNIT = 300;

/** Links the verified lines of a list in a folder as the function link-list does, and watches the memory. */
export async function runLinkage(folder: string, listId: string, lineCount: number): Promise<LinkageRun> {
  let figures: LinkFigures | undefined;
  const tempFolder = path.join(folder, 'temp');
  await mkdir(tempFolder, { recursive: true });
  const engine = new DuckDbLinkEngine(
    new FolderObjects(folder),
    {
      tempFolder,
      memoryLimitMegabytes: MEMORY_MEGABYTES,
      threads: THREADS,
      linesPerUnit: LINES_PER_UNIT,
    },
    (found) => {
      figures = found;
    },
  );
  let peakBytes = 0;
  const watch = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, 50);
  let peakDiskBytes = 0;
  const watchDisk = setInterval(() => {
    void folderBytes(tempFolder).then((bytes) => {
      peakDiskBytes = Math.max(peakDiskBytes, bytes);
    });
  }, 1000);
  const start = performance.now();
  const processor = process.cpuUsage();
  try {
    await engine.link(listOf(listId, lineCount));
  } finally {
    clearInterval(watch);
    clearInterval(watchDisk);
  }
  if (figures === undefined) throw new Error('The engine reported nothing');
  const { user, system } = process.cpuUsage(processor);
  return {
    ...figures,
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: peakBytes / 1_000_000,
    peakDiskMegabytes: peakDiskBytes / 1_000_000,
    processorSeconds: (user + system) / 1_000_000,
  };
}

/** A RAMED list that is ready to be linked. */
export const listOf = (listId: string, lineCount: number): List =>
  listSchema.parse({
    listId,
    source: 'ramed',
    isDryRun: false,
    bucket: 'lists',
    key: 'incoming/ramed/list.csv',
    receivedAt: '2022-12-01T09:00:00Z',
    state: 'LINKING',
    version: 1,
    lineCount,
    stateSince: '2022-12-01T09:00:00Z',
  });
