import pMap, { pMapSkip } from 'p-map';
import * as z from 'zod';
import {
  coverLineSchema,
  deathLineSchema,
  type OtherCover,
  type ReferenceRecord,
  type ReferenceSource,
  type ReferenceWriter,
  type RefusedLine,
} from '#registry';
import { normaliseCin, parseUnambiguousJson, splitLine } from '#shared';

export interface LoadedReference {
  readonly loadedCount: number;
  readonly refused: readonly RefusedLine[];
}

/** The list as a whole cannot be read; the message says what is expected. */
export class ReferenceListError extends Error {
  override name = 'ReferenceListError';
}

/** Lines written at once. */
const PARALLEL_LINES = 25;

/** Whose list says what: covers of a scheme, or deaths. */
const SCHEMES: Readonly<Record<Exclude<ReferenceSource, 'civil-status'>, OtherCover>> = {
  cnops: 'CNOPS',
  far: 'FAR',
  employees: 'AMO_SALARIE',
};

/** Columns of a CSV by the field they hold. */
const COLUMNS = new Map([
  ['cin', 'cin'],
  ['from', 'from'],
  ['to', 'to'],
  ['deceased_on', 'deceasedOn'],
]);
const DELIMITERS = [',', ';', '\t'];

type LineReader = (line: string) => unknown;

/**
 * Loads a list of another scheme (who is covered, from when until when) or of civil status (who died when): CSV with a line of
 * column names, or JSON Lines. A wrong line is refused and the others are taken; loading the same lines again changes nothing.
 * @param lines the file's lines, without their ends; empty ones are skipped
 * @throws ReferenceListError where the columns are not those of the list
 */
export async function loadReference(
  lines: AsyncIterable<string> | Iterable<string>,
  source: ReferenceSource,
  references: ReferenceWriter,
): Promise<LoadedReference> {
  let loadedCount = 0;
  const load = async ({ line, content }: NumberedLine): Promise<RefusedLine | typeof pMapSkip> => {
    const record = parseRecord(content, source);
    if (typeof record === 'string') return { line, reason: record };
    await references.putReference(source, record);
    loadedCount += 1;
    return pMapSkip;
  };
  const refused = await pMap(contentsOf(lines, source), load, { concurrency: PARALLEL_LINES });
  return { loadedCount, refused };
}

interface NumberedLine {
  readonly line: number;
  /** Fields by name; undefined where the line cannot be taken apart. */
  readonly content: unknown;
}

async function* contentsOf(
  lines: AsyncIterable<string> | Iterable<string>,
  source: ReferenceSource,
): AsyncGenerator<NumberedLine> {
  let number = 0;
  let read: LineReader | undefined;
  for await (const raw of lines) {
    number += 1;
    const line = number === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    if (line.trim() === '') continue;
    if (read === undefined) {
      read = line.startsWith('{') ? readJson : csvReader(line, source);
      if (read !== readJson) continue;
    }
    yield { line: number, content: read(line) };
  }
}

function readJson(line: string): unknown {
  try {
    return parseUnambiguousJson(line);
  } catch {
    return undefined;
  }
}

/** @param header the line of column names: it also shows the delimiter */
function csvReader(header: string, source: ReferenceSource): LineReader {
  for (const delimiter of DELIMITERS) {
    const names = splitLine(header, delimiter)?.map((name) => COLUMNS.get(name.trim().toLowerCase()));
    if (names?.includes('cin') !== true || !names.includes(source === 'civil-status' ? 'deceasedOn' : 'from'))
      continue;
    return (line) => {
      const cells = splitLine(line, delimiter);
      if (cells?.length !== names.length) return undefined;
      return Object.fromEntries(
        names.flatMap((name, index) => {
          const cell = cells[index]?.trim() ?? '';
          return name === undefined || cell === '' ? [] : [[name, cell] as const];
        }),
      );
    };
  }
  throw new ReferenceListError(
    `The first line has not the columns of a list of ${source}: ${source === 'civil-status' ? 'cin and deceased_on' : 'cin, from and perhaps to'} are expected, separated by commas, semicolons or tabs. Name them so in its first line, or name another --source.`,
  );
}

const withCinSchema = z.looseObject({ cin: z.string() });

/** @returns the record, or why there is none */
function parseRecord(content: unknown, source: ReferenceSource): ReferenceRecord | string {
  if (typeof content !== 'object' || content === null)
    return 'line: it cannot be taken apart into its fields';
  const named = withCinSchema.safeParse(content);
  const tidy = named.success
    ? { ...named.data, cin: normaliseCin(named.data.cin) ?? named.data.cin }
    : content;
  if (source === 'civil-status') {
    const death = deathLineSchema.safeParse(tidy);
    return death.success ? { kind: 'death', ...death.data } : describe(death.error);
  }
  const cover = coverLineSchema.safeParse(tidy);
  if (!cover.success) return describe(cover.error);
  const { from, to } = cover.data;
  if (to !== undefined && to < from) return 'to: the last day is before the first';
  return { kind: 'cover', scheme: SCHEMES[source], ...cover.data };
}

/** Names fields and what is wrong with them, never their values. */
function describe({ issues }: z.ZodError): string {
  return issues.map((issue) => `${issue.path.map(String).join('.') || 'line'}: ${wordsOf(issue)}`).join('; ');
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return 'it is missing, or is no text';
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'it is no day, written YYYY-MM-DD';
  return issue.message;
}
