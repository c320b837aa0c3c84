import type { DuckDBConnection } from '@duckdb/node-api';
import type { Statement } from '../../core/domain/linkage/statement.ts';

/** Makes the tables one after the other. */
export async function runStatements(
  connection: DuckDBConnection,
  statements: readonly Statement[],
): Promise<void> {
  for (const { name, query } of statements) await connection.run(`CREATE TABLE ${name} AS ${query}`);
}

/** @returns the number a query of one row and one column gives */
export async function readNumber(connection: DuckDBConnection, sql: string): Promise<number> {
  const reader = await connection.runAndReadAll(sql);
  return Number(reader.getRowsJS()[0]?.[0] ?? 0);
}
