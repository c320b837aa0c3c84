import type { DuckDBConnection } from '@duckdb/node-api';
import type { Statement } from '../domain/linkage/statement.ts';

/**
 * Makes the tables one after the other, and drops each when no later one reads it, so that memory and disk hold what is needed.
 * @param kept tables that are read afterwards
 * @param given tables that are there before, and are dropped like the others
 */
export async function runStatements(
  connection: DuckDBConnection,
  statements: readonly Statement[],
  kept: ReadonlySet<string>,
  given: readonly string[] = [],
): Promise<void> {
  const reads = statements.map(({ query }) => tablesRead(query));
  const made = new Set(given);
  for (const [index, { name, query }] of statements.entries()) {
    await connection.run(`CREATE TABLE ${name} AS ${query}`);
    made.add(name);
    for (const table of made) {
      if (kept.has(table) || reads.slice(index + 1).some((later) => later.has(table))) continue;
      await connection.run(`DROP TABLE ${table}`);
      made.delete(table);
    }
  }
}

/** Names behind FROM and JOIN: tables, and names of subqueries, which no table has. */
const tablesRead = (query: string): ReadonlySet<string> =>
  new Set([...query.matchAll(/\b(?:FROM|JOIN)\s+([a-z_0-9]+)/g)].flatMap(([, name]) => name ?? []));

/** @returns the number a query of one row and one column gives */
export async function readNumber(connection: DuckDBConnection, sql: string): Promise<number> {
  const reader = await connection.runAndReadAll(sql);
  return Number(reader.getRowsJS()[0]?.[0] ?? 0);
}
