import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { withDuckDb } from '../../../contexts/registration/duckdb/duckdb-session.ts';
import { runStatements } from '../../../contexts/registration/duckdb/run-statements.ts';
import { stageFiles } from '../../../contexts/registration/duckdb/stage-files.ts';
import { defineMacros, loadIdentities, loadVerified } from '../../../contexts/registration/duckdb/tables.ts';
import { FolderObjects } from '../../../contexts/registration/duckdb/folder-objects.ts';
import { levelsOf } from '../../../contexts/registration/domain/linkage/compare.ts';
import { withCompany } from '../../../contexts/registration/domain/linkage/company.ts';
import { linkageModel } from '../../../contexts/registration/domain/linkage/model.ts';
import { planLinkage } from '../../../contexts/registration/domain/linkage/plan-linkage.ts';
import { TRAINING_SEED } from './seeds.ts';
import { writeLabelledList } from './labelled-list.ts';

// Counts how often each comparison comes out how for one person written twice, and for two persons, on the training list, and
// prints the `comparisons` of the model: node test/bench/linkage/estimate-weights.ts

const LINES = 200_000;
const RANDOM_PAIRS = 4_000_000;
/** Half a case more of each, so that nothing is impossible because it did not happen in the sample. */
const SMOOTHING = 0.5;

const folder = await mkdtemp(path.join(tmpdir(), 'milaf-weights-'));
try {
  const persons = await writeLabelledList(folder, 'TRAINING', TRAINING_SEED, LINES);
  const settings = { tempFolder: folder, memoryLimitMegabytes: 4000, threads: 2 };
  const comparisons = await withDuckDb(settings, async ({ connection, folder: work }) => {
    const files = await stageFiles(new FolderObjects(folder), 'work/TRAINING/verified/', `${work}/verified`);
    await defineMacros(connection);
    await loadVerified(connection, files);
    await loadIdentities(connection, []);
    const statements = planLinkage('ramed');
    await runStatements(connection, statements, new Set(statements.map(({ name }) => name)));
    await loadTruth(connection, persons);
    return estimate(connection);
  });
  console.log(JSON.stringify(comparisons, null, 2));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function loadTruth(connection: DuckDBConnection, persons: Int32Array): Promise<void> {
  await connection.run('CREATE TABLE truth(id BIGINT, person BIGINT)');
  const appender = await connection.createAppender('truth');
  for (let line = 1; line < persons.length; line += 1) {
    appender.appendBigInt(BigInt(line));
    appender.appendBigInt(BigInt(persons[line] ?? 0));
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`
    CREATE TABLE true_pairs AS
    SELECT a.id AS left_id, b.id AS right_id FROM truth a JOIN truth b ON a.person = b.person AND a.id < b.id
    JOIN people p ON p.id = a.id JOIN people q ON q.id = b.id WHERE p.household <> q.household;
    CREATE TABLE other_pairs AS
    SELECT least(a.id, b.id) AS left_id, greatest(a.id, b.id) AS right_id
    FROM (SELECT (i * 7919) % ${LINES} + 1 AS one, (i * 104729 + i // 7) % ${LINES} + 1 AS two FROM range(${RANDOM_PAIRS}) r(i)) n
    JOIN truth a ON a.id = n.one JOIN truth b ON b.id = n.two
    JOIN people p ON p.id = a.id JOIN people q ON q.id = b.id
    WHERE a.person <> b.person AND p.household <> q.household`);
  await connection.run(`CREATE TABLE true_levels AS ${levelsOf('true_pairs')}`);
  await connection.run(`CREATE TABLE other_levels AS ${levelsOf('other_pairs')}`);
  // Company is counted among pairs whose names and dates agree: two random people never have any, and brothers always do.
  await connection.run(`
    CREATE TABLE company_levels AS
    SELECT c.company_level, a.person = b.person AS is_true FROM (${withCompany('plausible')}) c
    JOIN truth a ON a.id = c.left_id JOIN truth b ON b.id = c.right_id
    WHERE given_level NOT IN ('other', 'alike') AND family_level <> 'other'
      AND birth_level IN ('exact', 'swapped', 'near', 'digit')`);
}

async function estimate(connection: DuckDBConnection): Promise<object> {
  const estimates = Object.entries(linkageModel.comparisons).map(async ([comparison, levels]) => {
    const column = `${comparison}_level`;
    const isCompany = comparison === 'company';
    const same = await shares(connection, column, isCompany ? 'company_levels WHERE is_true' : 'true_levels');
    const others = await shares(
      connection,
      column,
      isCompany ? 'company_levels WHERE NOT is_true' : 'other_levels',
    );
    const known = Object.keys(levels);
    const entries = Object.entries(levels).map(([level, { u }]): [string, object] => [
      level,
      {
        // Names are exchanged together: the given name's level says it already.
        m: comparison === 'family' && level === 'swapped' ? 1 : same(level, known),
        ...(u === undefined ? {} : { u: others(level, known) }),
      },
    ]);
    return [comparison, Object.fromEntries(entries)] as const;
  });
  return Object.fromEntries(await Promise.all(estimates));
}

/** Shares of the levels among the pairs for which the comparison is possible. */
async function shares(
  connection: DuckDBConnection,
  column: string,
  from: string,
): Promise<(level: string, known: readonly string[]) => number> {
  const reader = await connection.runAndReadAll(
    `SELECT ${column}, CAST(count(*) AS INTEGER) FROM (SELECT * FROM ${from}) t GROUP BY ${column}`,
  );
  const counts = new Map(reader.getRowsJS().map(([level, count]) => [level, Number(count)]));
  return (level, known) => {
    const total = known.reduce((sum, one) => sum + (counts.get(one) ?? 0) + SMOOTHING, 0);
    return Number((((counts.get(level) ?? 0) + SMOOTHING) / total).toPrecision(3));
  };
}
