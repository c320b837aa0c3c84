import { table, type Statement } from './statement.ts';

export function exactStatements(): readonly Statement[] {
  return [
    table(
      'links',
      `SELECT line, CAST(NULL AS VARCHAR) AS kind, CAST(NULL AS BIGINT) AS linked_line,
         CAST(NULL AS VARCHAR) AS registration_number, CAST(0 AS DOUBLE) AS probability
       FROM verified WHERE 1 = 0`,
    ),
  ];
}
