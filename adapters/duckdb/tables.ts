import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from './duckdb-session.ts';

const KEYS = `STRUCT(cin VARCHAR, household VARCHAR, "role" VARCHAR, family VARCHAR, given VARCHAR,
  "familySkeleton" VARCHAR, "givenSkeleton" VARCHAR, "birthDate" VARCHAR, "birthDateSwapped" VARCHAR,
  sex VARCHAR, phone VARCHAR, commune VARCHAR)`;

/** Names that Trino has and DuckDB has otherwise, so that one text of SQL runs on both. */
export async function defineMacros(connection: DuckDBConnection): Promise<void> {
  await connection.run('CREATE MACRO levenshtein_distance(a, b) AS levenshtein(a, b)');
}

/** `verified(line, keys)`: what linkage reads of the lines. */
export async function loadVerified(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await loadJson(connection, 'verified', { column: 'line', type: 'BIGINT' }, files);
}

/** `identities(registration_number, keys)`: people whom earlier lists registered. */
export async function loadIdentities(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await loadJson(connection, 'identity_lines', { column: '"registrationNumber"', type: 'VARCHAR' }, files);
  await connection.run(
    'CREATE VIEW identities AS SELECT "registrationNumber" AS registration_number, keys FROM identity_lines',
  );
}

async function loadJson(
  connection: DuckDBConnection,
  name: string,
  first: { readonly column: string; readonly type: string },
  files: readonly string[],
): Promise<void> {
  const { column, type } = first;
  await connection.run(
    files.length === 0
      ? `CREATE TABLE ${name}(${column} ${type}, keys ${KEYS})`
      : `CREATE TABLE ${name} AS SELECT * FROM read_json(${fileList(files)}, format = 'newline_delimited',
           columns = {${column}: ${sqlText(type)}, keys: ${sqlText(KEYS)}})`,
  );
}

/** `texts(line, json)`: the lines as they were written, read from the files when they are asked for. */
export async function defineTexts(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await connection.run(
    files.length === 0
      ? 'CREATE TABLE texts(line BIGINT, json VARCHAR)'
      : `CREATE VIEW texts AS
         SELECT CAST(json ->> '$.line' AS BIGINT) AS line, CAST(json AS VARCHAR) AS json
         FROM read_ndjson_objects(${fileList(files)})`,
  );
}

export const fileList = (files: readonly string[]): string => `[${files.map(sqlText).join(', ')}]`;
