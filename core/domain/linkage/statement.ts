/**
 * One step of the linkage as SQL that both DuckDB and Trino (Athena) run: only `CREATE TABLE ... AS`, `INSERT INTO` and
 * `SELECT`, and only functions that both have, or that a macro gives to DuckDB.
 */
export interface Statement {
  /** What is read in a log or a query history: never a value of the list. */
  readonly name: string;
  readonly sql: string;
}

/** Statements that are run again and again until a count is 0. */
export interface Repetition {
  readonly name: string;
  /** Statements of one round. */
  readonly round: (round: number) => readonly Statement[];
  /** A query of one number: what the round changed. */
  readonly changed: (round: number) => Statement;
  readonly mostRounds: number;
}

export type LinkageStep = Statement | Repetition;

export const isRepetition = (step: LinkageStep): step is Repetition => 'round' in step;

/** A table made of a query. */
export const table = (name: string, query: string): Statement => ({
  name,
  sql: `CREATE TABLE ${name} AS\n${query.trim()}`,
});
