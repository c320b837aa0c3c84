import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { planLinkage } from '../domain/linkage/plan-linkage.ts';
import type { Statement } from '../domain/linkage/statement.ts';
import { UNIT_ROWS, unitStatements } from '../domain/linkage/units.ts';
import { LIST_FOLDERS, type List } from '../domain/lists/list.ts';
import type { LinkEngine } from '../ports/lists.ts';
import type { StagingObjects } from '../ports/staging.ts';
import { withDuckDb } from '../duckdb/duckdb-session.ts';
import type { LinkSettings } from '../duckdb/settings.ts';
import { stageFiles } from '../duckdb/stage-files.ts';
import { fileList } from '../duckdb/tables.ts';
import { UnitWriter } from '../duckdb/unit-writer.ts';
import {
  createTable,
  givenTables,
  glueName,
  sourceTables,
  withGlueNames,
  type ListTables,
} from './list-tables.ts';
import type { AthenaQueryRunner } from './query-runner.ts';

/** Athena writes at most so many partitions a query; each is put in order on this machine by itself. */
const PARTS = 100;

/** Links the lines of a list in Athena, for lists that outgrow one machine: the same statements as in DuckDB. */
export class AthenaLinkEngine implements LinkEngine {
  readonly #queries: AthenaQueryRunner;
  readonly #objects: StagingObjects;
  readonly #settings: LinkSettings;

  /** @param objects of the bucket for lists (`List.bucket`) */
  constructor(queries: AthenaQueryRunner, objects: StagingObjects, settings: LinkSettings) {
    this.#queries = queries;
    this.#objects = objects;
    this.#settings = settings;
  }

  async link(list: List): Promise<number> {
    const tables: ListTables = {
      bucket: list.bucket,
      listId: list.listId,
      runId: randomUUID().slice(0, 8),
    };
    const made: string[] = [];
    try {
      const linked = await this.#linkInAthena(list, tables, made);
      return await this.#writeUnits(list, linked);
    } finally {
      for (const name of made) await this.#drop(tables, name);
    }
  }

  /** @returns the prefix of the linked lines */
  async #linkInAthena(list: List, tables: ListTables, made: string[]): Promise<string> {
    for (const { name, query } of sourceTables(tables)) {
      made.push(name);
      await this.#queries.run(name, query);
    }
    const statements: readonly Statement[] = [
      ...givenTables(tables),
      ...unitStatements(this.#settings.linesPerUnit),
      ...planLinkage(list.source),
    ];
    for (const statement of statements) {
      const text = createTable(tables, new Set(made), statement);
      made.push(statement.name);
      await this.#queries.run(statement.name, text);
    }
    const prefix = `${LIST_FOLDERS.work}${tables.listId}/linked/${tables.runId}/`;
    await this.#queries.run('linked', unloadLinked(tables, new Set(made), prefix));
    return prefix;
  }

  async #writeUnits(list: List, prefix: string): Promise<number> {
    return withDuckDb(this.#settings, async ({ connection, folder }) => {
      const writer = new UnitWriter(list.listId, this.#objects, folder);
      for (let part = 0; part < PARTS; part += 1) {
        const staged = path.join(folder, `part-${part}`);
        const files = await stageFiles(this.#objects, `${prefix}part=${part}/`, staged);
        if (files.length === 0) continue;
        const result = await connection.stream(
          `SELECT unit, json FROM read_json(${fileList(files)}, format = 'newline_delimited', compression = 'gzip',
             columns = {unit: 'INTEGER', group_first: 'BIGINT', is_member: 'INTEGER', line: 'BIGINT', json: 'VARCHAR'})
           ORDER BY unit, group_first, is_member, line`,
        );
        await writer.writeAll(result.yieldRowsJs());
      }
      const { unitCount, lineCount } = await writer.finish();
      if (lineCount !== (list.lineCount ?? 0))
        throw new Error(`The list has ${list.lineCount ?? 0} lines, but ${lineCount} were linked.`);
      return unitCount;
    });
  }

  /** Objects below a dropped table go with the working folder. A table that stays is of no harm to the next run. */
  async #drop(tables: ListTables, name: string): Promise<void> {
    await this.#queries
      .run(`drop ${name}`, `DROP TABLE IF EXISTS ${glueName(tables, name)}`)
      .catch(() => undefined);
  }
}

/** Linked lines as JSON, in parts of units that follow each other. */
export function unloadLinked(tables: ListTables, known: ReadonlySet<string>, prefix: string): string {
  const rows = withGlueNames(tables, known, UNIT_ROWS);
  const last = `(SELECT max(unit) FROM ${glueName(tables, 'placed')})`;
  return `UNLOAD (
    SELECT unit, group_first, is_member, line, json, CAST(floor((unit - 1) * ${PARTS}.0 / ${last}) AS integer) AS part
    FROM (${rows}) linked
  ) TO 's3://${tables.bucket}/${prefix}'
  WITH (format = 'JSON', compression = 'GZIP', partitioned_by = ARRAY['part'])`;
}
