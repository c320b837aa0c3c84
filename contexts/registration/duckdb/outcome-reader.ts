import * as z from 'zod';
import { lineOutcomeSchema, type LineOutcome } from '../records/list-lines.ts';
import { LIST_FOLDERS, type List } from '../domain/lists/list.ts';
import type { OutcomeReader } from '../ports/lists.ts';
import type { StagingObjects } from '../ports/staging.ts';
import { openDuckDb, type DuckDbSession } from './duckdb-session.ts';
import type { DuckDbSettings } from './settings.ts';
import { stageFiles } from './stage-files.ts';
import { fileList } from './tables.ts';

/** Outcomes of all units of a list in the order of its lines, sorted on disk where they do not fit into memory. */
export class DuckDbOutcomeReader implements OutcomeReader {
  readonly #objects: StagingObjects;
  readonly #settings: DuckDbSettings;

  constructor(objects: StagingObjects, settings: DuckDbSettings) {
    this.#objects = objects;
    this.#settings = settings;
  }

  async *inOrder(list: List): AsyncGenerator<LineOutcome, void, undefined> {
    const session = await openDuckDb(this.#settings);
    try {
      const prefix = `${LIST_FOLDERS.work}${list.listId}/outcomes/`;
      const files = await stageFiles(this.#objects, prefix, `${session.folder}/outcomes`);
      await loadOutcomes(session, files);
      await checkEachLineOnce(session, list.lineCount ?? 0);
      const result = await session.connection.stream('SELECT json FROM outcomes ORDER BY line');
      for await (const rows of result.yieldRowsJs())
        for (const [json] of rows) yield lineOutcomeSchema.parse(JSON.parse(z.string().parse(json)));
    } finally {
      await session.close();
    }
  }
}

async function loadOutcomes({ connection }: DuckDbSession, files: readonly string[]): Promise<void> {
  if (files.length === 0) {
    await connection.run('CREATE TABLE outcomes(line BIGINT, json VARCHAR)');
    return;
  }
  await connection.run(
    `CREATE TABLE outcomes AS
     SELECT CAST(json ->> '$.line' AS BIGINT) AS line, CAST(json AS VARCHAR) AS json
     FROM read_ndjson_objects(${fileList(files)})`,
  );
}

async function checkEachLineOnce({ connection }: DuckDbSession, lineCount: number): Promise<void> {
  const reader = await connection.runAndReadAll(
    'SELECT CAST(count(line) AS INTEGER), CAST(count(DISTINCT line) AS INTEGER) FROM outcomes',
  );
  const [outcomes, lines] = (reader.getRowsJS()[0] ?? []).map(Number);
  if (outcomes === lineCount && lines === lineCount) return;
  throw new Error(
    `The list has ${lineCount} lines, but ${outcomes ?? 0} outcomes of ${lines ?? 0} different lines were found: ` +
      'received must equal answered, so no answer is written. Register the missing units again.',
  );
}
