import { table, type Statement } from './statement.ts';

/**
 * Which unit each line is in, and where: groups (a household, or a line by itself) in the order of their first lines, a group's
 * head first, so many lines a unit; a group is never cut. Makes `placed(line, unit, group_first, is_member)` of `verified`.
 */
export function unitStatements(linesPerUnit: number): readonly Statement[] {
  return [
    table(
      'grouped',
      `SELECT line, min(line) OVER (PARTITION BY group_key) AS group_first, is_member
       FROM (
         SELECT line,
           coalesce('household ' || keys.household, 'line ' || CAST(line AS VARCHAR)) AS group_key,
           CASE WHEN keys.role = 'head' THEN 0 ELSE 1 END AS is_member
         FROM verified
       ) lines`,
    ),
    table(
      'group_units',
      `SELECT group_first, dense_rank() OVER (ORDER BY slot) AS unit
       FROM (
         SELECT group_first,
           CAST(floor((sum(size) OVER (ORDER BY group_first ROWS UNBOUNDED PRECEDING) - size)
             / CAST(${linesPerUnit} AS DOUBLE)) AS BIGINT) AS slot
         FROM (SELECT group_first, count(*) AS size FROM grouped GROUP BY group_first) sizes
       ) slots`,
    ),
    table(
      'placed',
      `SELECT g.line, u.unit, g.group_first, g.is_member
       FROM grouped g JOIN group_units u ON u.group_first = g.group_first`,
    ),
  ];
}

/** The lines of all units as texts (`linkedLineSchema`); `texts(line, json)` holds what verify-range wrote. */
export const UNIT_ROWS = `
  SELECT CAST(p.unit AS INTEGER) AS unit, p.group_first, p.is_member, p.line,
    '{"verified":' || t.json || ',"link":' || coalesce(
      '{"kind":"' || l.kind || '","line":' || coalesce(CAST(l.linked_line AS VARCHAR), 'null')
        || ',"registrationNumber":' || coalesce('"' || l.registration_number || '"', 'null')
        || ',"probability":' || CAST(CAST(l.probability AS DECIMAL(7, 6)) AS VARCHAR) || '}',
      'null') || '}' AS json
  FROM texts t
  JOIN placed p ON p.line = t.line
  LEFT JOIN links l ON l.line = t.line`;
