import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DuckDbLinkEngine } from '../../../contexts/registration/duckdb/link-engine.ts';
import { FolderObjects } from '../../../contexts/registration/duckdb/folder-objects.ts';
import {
  linkedLineSchema,
  type LineLink,
  type LinkageKeys,
  type LinkedLine,
  type VerifiedLine,
} from '../../../contexts/registration/records/list-lines.ts';
import { type ListSource } from '../../../contexts/shared/identifiers/list-source.ts';
import { listObjects, listSchema, type List } from '../../../contexts/registration/domain/lists/list.ts';

export const DUCKDB = { tempFolder: tmpdir(), memoryLimitMegabytes: 500, threads: 2 };

export interface Linking {
  readonly source?: ListSource;
  readonly linesPerUnit?: number;
  /** Which file of so many each line is written to; in order of the lines where it is not said. */
  readonly files?: readonly (readonly VerifiedLine[])[];
  /** People of earlier lists. */
  readonly identities?: readonly {
    readonly registrationNumber: string;
    /** How their names were folded; absent in those of before. */
    readonly folding?: number;
    readonly keys: LinkageKeys;
  }[];
}

export interface Linked {
  readonly units: readonly (readonly LinkedLine[])[];
  readonly linkOf: (line: number) => LineLink | null | undefined;
}

/** Links lines in DuckDB, as the function does, in a folder of its own. */
export async function linkLines(
  lines: readonly VerifiedLine[],
  { source = 'ramed', linesPerUnit = 300, files = [lines], identities = [] }: Linking = {},
): Promise<Linked> {
  const folder = await mkdtemp(path.join(tmpdir(), 'milaf-link-test-'));
  try {
    for (const [index, part] of files.entries())
      await writeJsonLines(path.join(folder, listObjects.verified('LIST', index + 1)), part);
    if (identities.length > 0)
      await writeJsonLines(path.join(folder, listObjects.identities('EARLIER')), identities);
    const engine = new DuckDbLinkEngine(new FolderObjects(folder), { ...DUCKDB, linesPerUnit });
    const unitCount = await engine.link(listOf(source, lines.length));
    const units = await Promise.all(
      Array.from({ length: unitCount }, (_, index) =>
        readJsonLines(path.join(folder, listObjects.unit('LIST', index + 1))),
      ),
    );
    const links = new Map(units.flat().map(({ verified, link }) => [verified.line, link]));
    return { units, linkOf: (line) => links.get(line) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const listOf = (source: ListSource, lineCount: number): List =>
  listSchema.parse({
    listId: 'LIST',
    source,
    isDryRun: false,
    bucket: 'lists',
    key: `incoming/${source}/list.csv`,
    receivedAt: '2022-12-01T09:00:00Z',
    state: 'LINKING',
    version: 1,
    lineCount,
    stateSince: '2022-12-01T09:00:00Z',
  });

export async function writeJsonLines(file: string, rows: readonly unknown[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, gzipSync(rows.map((row) => `${JSON.stringify(row)}\n`).join('')));
}

async function readJsonLines(file: string): Promise<readonly LinkedLine[]> {
  const text = gunzipSync(await readFile(file)).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((row) => linkedLineSchema.parse(JSON.parse(row)));
}
