import { DuckDbLinkEngine } from '../../../adapters/duckdb/link-engine.ts';
import { FolderObjects } from '../../../adapters/duckdb/folder-objects.ts';
import type { LinkFigures } from '../../../adapters/duckdb/link-in-duckdb.ts';
import { listSchema, type List } from '../../../core/domain/lists/list.ts';

export interface LinkageRun extends LinkFigures {
  readonly seconds: number;
  /** Of this process, DuckDB within it, while it links. */
  readonly peakMegabytes: number;
}

const THREADS = 2;
const MEMORY_MEGABYTES = 3000;
const LINES_PER_UNIT = 300;

/** Links the verified lines of a list in a folder as the function link-list does, and watches the memory. */
export async function runLinkage(folder: string, listId: string, lineCount: number): Promise<LinkageRun> {
  let figures: LinkFigures | undefined;
  const engine = new DuckDbLinkEngine(
    new FolderObjects(folder),
    {
      tempFolder: folder,
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
  const start = performance.now();
  try {
    await engine.link(listOf(listId, lineCount));
  } finally {
    clearInterval(watch);
  }
  if (figures === undefined) throw new Error('The engine reported nothing');
  return {
    ...figures,
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: peakBytes / 1_000_000,
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
