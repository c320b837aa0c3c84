import type { Statement } from '../domain/linkage/statement.ts';

/** Where the tables of one run on one list are: Glue knows them by names of their own, S3 holds what they read. */
export interface ListTables {
  readonly bucket: string;
  readonly listId: string;
  /** Of this run: a run that was killed leaves tables behind, which must not be those of the next one. */
  readonly runId: string;
}

const KEY_FIELDS = [
  ...['cin', 'household', 'role', 'family', 'given', 'familyskeleton', 'givenskeleton', 'birthdate'],
  ...['birthdateswapped', 'sex', 'phone', 'commune', 'familyasbefore', 'givenasbefore'],
];
const KEYS = `struct<${KEY_FIELDS.map((field) => `${field}:string`).join(', ')}>`;
const JSON_ROWS = `ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'`;
/** A separator that no JSON text has: each line is one column. */
const TEXT_ROWS = `ROW FORMAT DELIMITED FIELDS TERMINATED BY '\\001'`;

/** Glue's name of a table of the linkage. */
export const glueName = ({ listId, runId }: ListTables, name: string): string =>
  `list_${listId}_${runId}_${name}`.toLowerCase();

/** Tables over the objects that are there before: lines, people of earlier lists, and the lines as texts. */
export function sourceTables(tables: ListTables): readonly Statement[] {
  const { bucket, listId } = tables;
  const verified = `s3://${bucket}/work/${listId}/verified/`;
  const external = (name: string, columns: string, rows: string, location: string): Statement => ({
    name,
    query: `CREATE EXTERNAL TABLE ${glueName(tables, name)} (${columns}) ${rows} LOCATION '${location}'`,
  });
  return [
    external('verified', `line bigint, keys ${KEYS}`, JSON_ROWS, verified),
    external('text_rows', 'json string', TEXT_ROWS, verified),
    external(
      'identity_rows',
      `registrationnumber string, folding int, keys ${KEYS}`,
      JSON_ROWS,
      `s3://${bucket}/identities/`,
    ),
  ];
}

/** Tables that the linkage takes for granted, made of the source tables. */
export const givenTables = ({ listId }: ListTables): readonly Statement[] => [
  {
    name: 'identities',
    // What this very list registered before must not change how it is linked.
    query: `SELECT registrationnumber AS registration_number, folding, keys FROM identity_rows
            WHERE "$path" NOT LIKE '%/${listId}.jsonl.gz'`,
  },
  {
    name: 'texts',
    query: `SELECT CAST(json_extract_scalar(json, '$.line') AS bigint) AS line, json FROM text_rows`,
  },
];

/** The text that makes a table of a query, with the names that Glue has for the tables it reads. */
export function createTable(
  tables: ListTables,
  known: ReadonlySet<string>,
  { name, query }: Statement,
): string {
  return `CREATE TABLE ${glueName(tables, name)} WITH (format = 'PARQUET') AS ${withGlueNames(tables, known, query)}`;
}

/** Tables stand behind FROM and JOIN only; what is not a table of the linkage there (a subquery's name) stays. */
export function withGlueNames(tables: ListTables, known: ReadonlySet<string>, query: string): string {
  return query.replace(
    /\b(FROM|JOIN)(\s+)([a-z_0-9]+)\b/g,
    (text, word: string, blank: string, name: string) =>
      known.has(name) ? `${word}${blank}${glueName(tables, name)}` : text,
  );
}
