import path from 'node:path';
import { isComparedByAll, planLinkage } from '../domain/linkage/plan-linkage.ts';
import { unitStatements } from '../domain/linkage/units.ts';
import { LIST_FOLDERS, listObjects, type List } from '../domain/lists/list.ts';
import type { StagingObjects } from '../ports/staging.ts';
import type { DuckDbSession } from './duckdb-session.ts';
import { readNumber, runStatements } from './run-statements.ts';
import type { LinkSettings } from './settings.ts';
import { stageFiles } from './stage-files.ts';
import { defineMacros, loadIdentities, loadVerified, noteFiles } from './tables.ts';
import { UnitWriter } from './unit-writer.ts';
import { writeUnits } from './write-units.ts';

/** What a run of the linkage did, in numbers. */
export interface LinkFigures {
  readonly unitCount: number;
  readonly lineCount: number;
  /** Only where lines are compared by all they have. */
  readonly pairsCompared: number;
  /** Pairs of blocks that were too large: the most that can have been missed. */
  readonly pairsSkipped: number;
}

/** Tables that units and figures are made of. */
const READ_AFTERWARDS = new Set(['placed', 'links', 'candidates', 'skipped_blocks']);

/** Links the lines and writes the units. */
export async function linkInDuckDb(
  list: List,
  objects: StagingObjects,
  { connection, folder }: DuckDbSession,
  { linesPerUnit }: Pick<LinkSettings, 'linesPerUnit'>,
): Promise<LinkFigures> {
  const prefix = `${LIST_FOLDERS.work}${list.listId}/verified/`;
  const verified = await stageFiles(objects, prefix, path.join(folder, 'verified'));
  const identities = await stageFiles(objects, LIST_FOLDERS.identities, path.join(folder, 'identities'));
  const own = path.basename(listObjects.identities(list.listId));

  await defineMacros(connection);
  await loadVerified(connection, verified);
  await noteFiles(connection, verified);
  await loadIdentities(
    connection,
    // What this very list registered before must not change how it is linked.
    identities.filter((file) => path.basename(file) !== own),
  );
  await runStatements(
    connection,
    [...unitStatements(linesPerUnit), ...planLinkage(list.source)],
    READ_AFTERWARDS,
    ['verified'],
  );

  const writer = new UnitWriter(list.listId, objects, folder);
  await writeUnits(connection, writer, linesPerUnit);
  const { unitCount, lineCount } = await writer.finish();
  if (lineCount !== (list.lineCount ?? 0))
    throw new Error(
      `The list has ${list.lineCount ?? 0} lines, but ${lineCount} are verified: a range is missing or counted twice.`,
    );
  const isCompared = isComparedByAll(list.source);
  return {
    unitCount,
    lineCount,
    pairsCompared: isCompared ? await readNumber(connection, 'SELECT count(*) FROM candidates') : 0,
    pairsSkipped: isCompared ? await readNumber(connection, 'SELECT sum(pairs) FROM skipped_blocks') : 0,
  };
}
