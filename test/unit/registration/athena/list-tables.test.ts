import { describe, expect, it } from 'vitest';
import { unloadLinked } from '../../../../contexts/registration/athena/link-engine.ts';
import {
  createTable,
  givenTables,
  glueName,
  sourceTables,
} from '../../../../contexts/registration/athena/list-tables.ts';
import { planLinkage } from '../../../../contexts/registration/domain/linkage/plan-linkage.ts';
import { unitStatements } from '../../../../contexts/registration/domain/linkage/units.ts';

const tables = { bucket: 'lists-bucket', listId: '0ABCDEF', runId: 'R1' };
const sources = sourceTables(tables);

/** All statements of a list as Athena gets them, in their order. */
function allTexts(): readonly {
  readonly name: string;
  readonly text: string;
  readonly made: readonly string[];
}[] {
  const made = sources.map(({ name }) => name);
  return [...givenTables(tables), ...unitStatements(300), ...planLinkage('ramed')].map((statement) => {
    const text = createTable(tables, new Set(made), statement);
    const before = [...made];
    made.push(statement.name);
    return { name: statement.name, text, made: before };
  });
}

describe('the linkage as Athena gets it', () => {
  it('reads only tables of this run that were made before', () => {
    for (const { text, made } of allTexts()) {
      const read = [...text.matchAll(/\b(?:FROM|JOIN)\s+([a-z_0-9]+)/g)].map(([, name]) => name);
      const known = made.map((name) => glueName(tables, name));
      expect(known).toEqual(expect.arrayContaining(read));
    }
  });

  it('makes each table once, under a name of this list and run', () => {
    const texts = allTexts();

    expect(new Set(texts.map(({ name }) => name)).size).toBe(texts.length);
    for (const { text } of texts)
      expect(text).toMatch(/^CREATE TABLE list_0abcdef_r1_[a-z_0-9]+ WITH \(format = 'PARQUET'\) AS/);
  });

  it('uses no function or operator that only DuckDB has', () => {
    for (const { text } of allTexts())
      expect(text).not.toMatch(
        /::|\blevenshtein\(|\bQUALIFY\b|\bjaro_winkler|\bstring_split|->>|\/\/|\bILIKE\b|\bEXCLUDE\b/,
      );
  });

  it('reads the verified lines of the list, and the people of earlier lists but not its own', () => {
    const [verified, texts, identities] = sources.map(({ query }) => query);

    expect(verified).toContain(`LOCATION 's3://lists-bucket/work/0ABCDEF/verified/'`);
    expect(texts).toContain(`LOCATION 's3://lists-bucket/work/0ABCDEF/verified/'`);
    expect(identities).toContain(`LOCATION 's3://lists-bucket/identities/'`);
    expect(givenTables(tables)[0]?.query).toContain(`NOT LIKE '%/0ABCDEF.jsonl.gz'`);
  });

  it('writes the linked lines in no more parts than Athena writes at once', () => {
    const text = unloadLinked(tables, new Set(['texts', 'placed', 'links']), 'work/0ABCDEF/linked/R1/');

    expect(text).toContain(`TO 's3://lists-bucket/work/0ABCDEF/linked/R1/'`);
    expect(text).toContain(`floor((unit - 1) * 100.0 / (SELECT max(unit) FROM list_0abcdef_r1_placed))`);
    expect(text).toContain('FROM list_0abcdef_r1_texts t');
  });
});
