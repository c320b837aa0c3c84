import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderObjects } from '../../../../contexts/registration/duckdb/folder-objects.ts';
import { DuckDbIdentityExtract } from '../../../../contexts/registration/duckdb/identity-extract.ts';
import { DuckDbOutcomeReader } from '../../../../contexts/registration/duckdb/outcome-reader.ts';
import type { LineOutcome } from '../../../../contexts/registration/records/list-lines.ts';
import { listObjects } from '../../../../contexts/registration/domain/lists/list.ts';
import { invalidLine, memberLine } from '../../../support/linkage/listed-people.ts';
import { DUCKDB, listOf, writeJsonLines } from '../../../support/linkage/link-lines.ts';

const outcomeOf = (line: number, facts: Partial<LineOutcome> = {}): LineOutcome => ({
  line,
  reference: `R${line}`,
  code: 'REGISTERED',
  reasons: [],
  warnings: [],
  registrationNumber: String(100_000_000 + line),
  otherCover: null,
  duplicateOfLine: null,
  scheme: 'AMO_TADAMON',
  rightFrom: '2022-12-01',
  tell: { kind: 'registered', phone: '+212661000001', language: 'ar' },
  ...facts,
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'milaf-outcomes-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const writeOutcomes = (unit: number, outcomes: readonly LineOutcome[]): Promise<void> =>
  writeJsonLines(path.join(folder, listObjects.outcomes('LIST', unit)), outcomes);

async function readAll(lineCount: number): Promise<readonly LineOutcome[]> {
  const reader = new DuckDbOutcomeReader(new FolderObjects(folder), DUCKDB);
  const outcomes: LineOutcome[] = [];
  for await (const outcome of reader.inOrder(listOf('ramed', lineCount))) outcomes.push(outcome);
  return outcomes;
}

describe('DuckDbOutcomeReader', () => {
  it('reads the outcomes of all units as they are, in the order of the lines', async () => {
    await writeOutcomes(
      1,
      [1, 5, 11].map((line) => outcomeOf(line)),
    );
    await writeOutcomes(
      2,
      [2, 10].map((line) => outcomeOf(line, { code: 'DUPLICATE', tell: null, duplicateOfLine: 1 })),
    );

    const outcomes = await readAll(5);

    expect(outcomes.map(({ line }) => line)).toEqual([1, 2, 5, 10, 11]);
    expect(outcomes[0]).toEqual(outcomeOf(1));
  });

  it('reads many more lines than one piece of a result has', async () => {
    await writeOutcomes(
      1,
      Array.from({ length: 7000 }, (_, index) => outcomeOf(7000 - index)),
    );

    const outcomes = await readAll(7000);

    expect(outcomes.map(({ line }) => line)).toEqual(Array.from({ length: 7000 }, (_, index) => index + 1));
  });

  it.each([
    ['a line is missing', [1, 2], 3],
    ['a line appears twice', [1, 2, 2], 3],
    ['a line appears twice and none is missing', [1, 2, 3, 3], 3],
    ['there is none', [], 1],
  ])('refuses to read when %s', async (_, lines, lineCount) => {
    if (lines.length > 0)
      await writeOutcomes(
        1,
        lines.map((line) => outcomeOf(line)),
      );

    await expect(readAll(lineCount)).rejects.toThrow('received must equal answered');
  });

  it('reads an empty list', async () => {
    await expect(readAll(0)).resolves.toEqual([]);
  });
});

describe('DuckDbIdentityExtract', () => {
  it('keeps the keys of those whom the list registered, dependants with the number they are covered by', async () => {
    const lines = [1, 2, 3].map((line) => memberLine(line, { family: 'Tazi', given: 'Omar' }));
    await writeJsonLines(path.join(folder, listObjects.verified('LIST', 1)), [...lines, invalidLine(4)]);
    await writeOutcomes(1, [
      outcomeOf(1),
      outcomeOf(2, { code: 'DEPENDANT_REGISTERED', registrationNumber: '100000001' }),
      outcomeOf(3, { code: 'ALREADY_REGISTERED' }),
      outcomeOf(4, { code: 'INVALID', registrationNumber: null }),
    ]);

    const extract = new DuckDbIdentityExtract(new FolderObjects(folder), DUCKDB);
    const count = await extract.writeIdentities(listOf('ramed', 4));
    const unchanged = { familyAsBefore: null, givenAsBefore: null };

    const text = gunzipSync(await readFile(path.join(folder, listObjects.identities('LIST')))).toString();
    expect(count).toBe(2);
    expect(
      text
        .trim()
        .split('\n')
        .map((row): unknown => JSON.parse(row)),
    ).toEqual([
      { registrationNumber: '100000001', folding: 2, keys: { ...lines[0]?.keys, ...unchanged } },
      { registrationNumber: '100000001', folding: 2, keys: { ...lines[1]?.keys, ...unchanged } },
    ]);
  });
});
