import type { DuckDBConnection } from '@duckdb/node-api';
import { sqlText } from './duckdb-session.ts';

const KEYS = `STRUCT(cin VARCHAR, household VARCHAR, "role" VARCHAR, family VARCHAR, given VARCHAR,
  "familySkeleton" VARCHAR, "givenSkeleton" VARCHAR, "birthDate" VARCHAR, "birthDateSwapped" VARCHAR,
  sex VARCHAR, phone VARCHAR, commune VARCHAR, "familyAsBefore" VARCHAR, "givenAsBefore" VARCHAR)`;

/** Names that Trino has and DuckDB has otherwise, so that one text of SQL runs on both. */
export async function defineMacros(connection: DuckDBConnection): Promise<void> {
  await connection.run('CREATE MACRO levenshtein_distance(a, b) AS levenshtein(a, b)');
}

/** `verified(line, keys, file)`: what linkage reads of the lines, and a mark of the file each is from. */
export async function loadVerified(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await loadJson(connection, 'verified', { line: 'BIGINT' }, files);
}

/** `identities(registration_number, folding, keys)`: people whom earlier lists registered. */
export async function loadIdentities(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await loadJson(
    connection,
    'identity_lines',
    { '"registrationNumber"': 'VARCHAR', folding: 'INTEGER' },
    files,
  );
  await connection.run(
    'CREATE VIEW identities AS SELECT "registrationNumber" AS registration_number, folding, keys FROM identity_lines',
  );
}

async function loadJson(
  connection: DuckDBConnection,
  name: string,
  others: Readonly<Record<string, string>>,
  files: readonly string[],
): Promise<void> {
  const types = Object.entries(others);
  const typed = types.map(([column, type]) => `${column} ${type}`).join(', ');
  const read = [...types, ['keys', KEYS] as const].map(([column, type]) => `${column}: ${sqlText(type)}`);
  await connection.run(
    files.length === 0
      ? `CREATE TABLE ${name}(${typed}, keys ${KEYS}, file UBIGINT)`
      : `CREATE TABLE ${name} AS SELECT ${Object.keys(others).join(', ')}, keys, hash(filename) AS file
         FROM read_json(${fileList(files)}, format = 'newline_delimited', filename = true,
           columns = {${read.join(', ')}})`,
  );
}

/** `file_lines(file, first_line, last_line)` of `verified`: where a line may be found again. */
export async function noteFiles(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await connection.run(
    `CREATE TABLE file_lines AS
     SELECT f.name AS file, min(v.line) AS first_line, max(v.line) AS last_line
     FROM verified v JOIN (SELECT unnest(CAST(${fileList(files)} AS VARCHAR[])) AS name) f ON hash(f.name) = v.file
     GROUP BY f.name`,
  );
}

/** `texts(line, json)`: the lines of files as they were written, read when they are asked for. */
export async function defineTexts(connection: DuckDBConnection, files: readonly string[]): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE VIEW texts AS
     SELECT CAST(json ->> '$.line' AS BIGINT) AS line, CAST(json AS VARCHAR) AS json
     FROM read_ndjson_objects(${fileList(files)})`,
  );
}

export const fileList = (files: readonly string[]): string => `[${files.map(sqlText).join(', ')}]`;
