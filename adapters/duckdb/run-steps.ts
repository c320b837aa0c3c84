import type { DuckDBConnection } from '@duckdb/node-api';
import { isRepetition, type LinkageStep } from '../../core/domain/linkage/statement.ts';

/** Runs the steps one after the other; rounds until nothing changes any more. */
export async function runSteps(connection: DuckDBConnection, steps: readonly LinkageStep[]): Promise<void> {
  for (const step of steps) {
    if (!isRepetition(step)) {
      await connection.run(step.sql);
      continue;
    }
    for (let round = 1; round <= step.mostRounds; round += 1) {
      for (const { sql } of step.round(round)) await connection.run(sql);
      if ((await readNumber(connection, step.changed(round).sql)) === 0) break;
    }
  }
}

/** @returns the number a query of one row and one column gives */
export async function readNumber(connection: DuckDBConnection, sql: string): Promise<number> {
  const reader = await connection.runAndReadAll(sql);
  return Number(reader.getRowsJS()[0]?.[0] ?? 0);
}
