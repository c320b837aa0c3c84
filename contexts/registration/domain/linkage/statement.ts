/**
 * One step of the linkage as SQL that both DuckDB and Trino (Athena) run: only `CREATE TABLE ... AS` and `SELECT`, and only
 * functions that both have, or that a macro gives to DuckDB (`levenshtein_distance`).
 */
export interface Statement {
  /** The table it makes: what is read in a log or a query history, never a value of the list. */
  readonly name: string;
  /** What the table is made of. */
  readonly query: string;
}

/** A table made of a query. */
export const table = (name: string, query: string): Statement => ({ name, query: query.trim() });

/** One of the texts for each case, or the last one. */
export function sqlCase(
  cases: readonly (readonly [condition: string, result: string])[],
  otherwise: string,
): string {
  return `CASE ${cases.map(([condition, result]) => `WHEN ${condition} THEN ${result}`).join(' ')} ELSE ${otherwise} END`;
}
