import path from 'node:path';
import { planLinkage } from '../../core/domain/linkage/plan-linkage.ts';
import { UNIT_LINES } from '../../core/domain/linkage/units.ts';
import { LIST_FOLDERS, listObjects, type List } from '../../core/domain/lists/list.ts';
import type { StagingObjects } from '../../core/ports/staging.ts';
import type { DuckDbSession } from './duckdb-session.ts';
import { runSteps } from './run-steps.ts';
import type { LinkSettings } from './settings.ts';
import { stageFiles } from './stage-files.ts';
import { defineMacros, defineTexts, loadIdentities, loadVerified } from './tables.ts';
import { UnitWriter } from './unit-writer.ts';

/** @returns the number of units written */
export async function linkInDuckDb(
  list: List,
  objects: StagingObjects,
  { connection, folder }: DuckDbSession,
  { linesPerUnit }: Pick<LinkSettings, 'linesPerUnit'>,
): Promise<number> {
  const prefix = `${LIST_FOLDERS.work}${list.listId}/verified/`;
  const verified = await stageFiles(objects, prefix, path.join(folder, 'verified'));
  const identities = await stageFiles(objects, LIST_FOLDERS.identities, path.join(folder, 'identities'));
  const own = path.basename(listObjects.identities(list.listId));

  await defineMacros(connection);
  await loadVerified(connection, verified);
  await loadIdentities(
    connection,
    // What this very list registered before must not change how it is linked.
    identities.filter((file) => path.basename(file) !== own),
  );
  await runSteps(connection, planLinkage({ source: list.source, linesPerUnit }));

  await defineTexts(connection, verified);
  const writer = new UnitWriter(list.listId, objects, folder);
  const result = await connection.stream(UNIT_LINES);
  for await (const rows of result.yieldRowsJs())
    for (const [unit, json] of rows) await writer.write(Number(unit), String(json));
  const { unitCount, lineCount } = await writer.finish();
  if (lineCount !== (list.lineCount ?? 0))
    throw new Error(
      `The list has ${list.lineCount ?? 0} lines, but ${lineCount} are verified: a range is missing or counted twice.`,
    );
  return unitCount;
}
