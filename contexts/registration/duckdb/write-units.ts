import type { DuckDBConnection } from '@duckdb/node-api';
import * as z from 'zod';
import { UNIT_ROWS } from '../domain/linkage/units.ts';
import { readNumber } from './run-statements.ts';
import { defineTexts } from './tables.ts';
import type { UnitWriter } from './unit-writer.ts';

/** Texts of so many lines, some 600 bytes each, are put in order at a time. */
const LINES_PER_PART = 500_000;

/**
 * Writes all units, part after part: of units that follow each other, from the files that hold a line of theirs. To order the
 * texts of all lines at once takes several gigabytes for a list of millions. Needs `placed`, `links` and `file_lines`.
 */
export async function writeUnits(
  connection: DuckDBConnection,
  writer: UnitWriter,
  linesPerUnit: number,
): Promise<void> {
  const unitCount = await readNumber(connection, 'SELECT CAST(max(unit) AS INTEGER) FROM placed');
  const unitsPerPart = Math.ceil(LINES_PER_PART / linesPerUnit);
  for (let first = 1; first <= unitCount; first += unitsPerPart) {
    const units = `unit BETWEEN ${first} AND ${first + unitsPerPart - 1}`;
    await connection.run(`CREATE OR REPLACE TABLE part_lines AS SELECT line FROM placed WHERE ${units}`);
    await defineTexts(connection, await filesOfPart(connection));
    const result = await connection.stream(
      `SELECT unit, json FROM (${UNIT_ROWS}) linked WHERE ${units} ORDER BY unit, group_first, is_member, line`,
    );
    await writer.writeAll(result.yieldRowsJs());
  }
}

async function filesOfPart(connection: DuckDBConnection): Promise<readonly string[]> {
  const reader = await connection.runAndReadAll(
    `SELECT DISTINCT f.file FROM part_lines p
     JOIN file_lines f ON p.line BETWEEN f.first_line AND f.last_line ORDER BY f.file`,
  );
  return reader.getRowsJS().map(([file]) => z.string().parse(file));
}
