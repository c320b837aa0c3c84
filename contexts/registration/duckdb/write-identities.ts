import path from 'node:path';
import { LIST_FOLDERS, listObjects, type List } from '../domain/lists/list.ts';
import { FOLDING, IDENTITIES_OF_LIST } from '../domain/linkage/identities.ts';
import type { StagingObjects } from '../ports/staging.ts';
import { sqlText, type DuckDbSession } from './duckdb-session.ts';
import { readNumber } from './run-statements.ts';
import { stageFiles } from './stage-files.ts';
import { fileList, loadVerified } from './tables.ts';

/** @returns how many people were written; without any, no object is */
export async function writeIdentitiesInDuckDb(
  list: List,
  objects: StagingObjects,
  { connection, folder }: DuckDbSession,
): Promise<number> {
  const work = `${LIST_FOLDERS.work}${list.listId}/`;
  const verified = await stageFiles(objects, `${work}verified/`, path.join(folder, 'verified'));
  const outcomes = await stageFiles(objects, `${work}outcomes/`, path.join(folder, 'outcomes'));
  if (verified.length === 0 || outcomes.length === 0) return 0;
  await loadVerified(connection, verified);
  await connection.run(
    `CREATE VIEW outcomes AS SELECT line, code, "registrationNumber" AS registration_number
     FROM read_json(${fileList(outcomes)}, format = 'newline_delimited',
       columns = {line: 'BIGINT', code: 'VARCHAR', "registrationNumber": 'VARCHAR'})`,
  );
  const file = path.join(folder, 'identities.jsonl.gz');
  await connection.run(
    `COPY (SELECT registration_number AS "registrationNumber", ${FOLDING} AS folding, keys FROM (${IDENTITIES_OF_LIST}) people ORDER BY line)
     TO ${sqlText(file)} (FORMAT json, COMPRESSION gzip)`,
  );
  await objects.upload(listObjects.identities(list.listId), file, 'application/gzip');
  return readNumber(connection, `SELECT CAST(count(*) AS INTEGER) FROM (${IDENTITIES_OF_LIST}) people`);
}
