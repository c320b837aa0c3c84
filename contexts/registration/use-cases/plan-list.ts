import { createHash } from 'node:crypto';
import type { LineRange, ListText } from '../domain/lists/list.ts';
import {
  checkAnnouncement,
  isRefused,
  readManifest,
  settleAnnouncement,
} from '../domain/lists/format/announcement.ts';
import { readCountHeader } from '../domain/lists/format/count-header.ts';
import { checkJsonKeys, firstLinesOf, readCsvHeader } from '../domain/lists/format/first-lines.ts';
import { gunzip, isGzipError } from '../domain/lists/format/gunzip.ts';
import { isCutOff } from '../domain/lists/format/last-line.ts';
import type { ListName } from '../domain/lists/format/list-name.ts';
import { ListSurvey, type Beginning, type Surveyed } from '../domain/lists/format/list-survey.ts';
import type { RangeSize } from '../domain/lists/format/range-cutter.ts';
import { refused, type Refused } from '../domain/lists/format/refused-list.ts';
import { UnpackBudget } from '../domain/lists/format/unpack-budget.ts';
import type { ListManifest } from '../records/list-manifest.ts';

export interface PlanListInput {
  /** From `parseListKey`. */
  readonly name: Pick<ListName, 'source' | 'format' | 'isPacked'>;
  /** The list as it was sent; read once, from beginning to end. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Text of the manifest beside it, where there is one. */
  readonly manifest: string | undefined;
  /** ISO date in Morocco. */
  readonly today: string;
}

/** Sizes of a range (a line is never cut), and of a list. */
export interface PlanListSettings extends RangeSize {
  /** More are refused. */
  readonly maxListLines: number;
}

export interface PlanListDependencies {
  readonly settings: PlanListSettings;
  /** Keeps the unpacked bytes of a packed list; must read all of them. Not called for a list that came plain. */
  readonly writePlain: (chunks: AsyncIterable<Uint8Array>) => Promise<unknown>;
}

export interface PlannedList {
  readonly status: 'planned';
  readonly asOf: string;
  /** SHA-256 of the plain (unpacked) bytes, in hexadecimal. */
  readonly contentSha256: string;
  /** Of the bytes as they were sent. */
  readonly sentSha256: string;
  readonly text: ListText;
  /** Lines of data. */
  readonly lineCount: number;
  readonly ranges: readonly LineRange[];
}

export type RefusedList = Refused;

/**
 * Looks at a whole list in one pass, with the same little memory however long it is: unpacks it, finds out how its text is to be
 * read, counts its lines against what was announced, and cuts it into ranges of whole lines; or refuses it as a whole.
 * @throws Error when the list cannot be read from where it lies, or its plain bytes cannot be kept
 */
export async function planList(
  input: PlanListInput,
  dependencies: PlanListDependencies,
): Promise<PlannedList | RefusedList> {
  const manifest = input.manifest === undefined ? undefined : readManifest(input.manifest);
  if (manifest !== undefined && isRefused(manifest)) return manifest;
  const pass = await readAll(input, manifest, dependencies);
  return isRefused(pass) ? pass : conclude(input, manifest, pass);
}

interface Pass extends Surveyed {
  readonly sentSha256: string;
  readonly contentSha256: string;
}

/** The one pass over the bytes. */
async function readAll(
  input: PlanListInput,
  manifest: ListManifest | undefined,
  { settings, writePlain }: PlanListDependencies,
): Promise<Pass | Refused> {
  const { name, bytes } = input;
  const survey = new ListSurvey(name.format, settings);
  const budget = new UnpackBudget();
  const sent = createHash('sha256');
  const plain = createHash('sha256');
  let problem: Refused | undefined;
  async function* hashed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      sent.update(chunk);
      budget.addPacked(chunk.length);
      yield chunk;
    }
  }
  let isAnnounced = false;
  // Nobody unpacks and keeps a list that does not say what it is.
  const checkAnnounced = (): Refused | undefined => {
    if (isAnnounced || survey.beginning === undefined) return undefined;
    isAnnounced = true;
    const announced = announcementOf(input, manifest, survey.beginning);
    return isRefused(announced) ? announced : undefined;
  };
  async function* surveyed(): AsyncGenerator<Uint8Array> {
    for await (const chunk of name.isPacked ? gunzip(hashed()) : hashed()) {
      plain.update(chunk);
      problem =
        (name.isPacked ? budget.addPlain(chunk.length) : undefined) ?? survey.push(chunk) ?? checkAnnounced();
      // Ends whoever writes the plain bytes as well: nothing is kept of a list that is refused.
      if (problem !== undefined) throw new Error(`The list is refused: ${problem.refusal}`);
      yield chunk;
    }
  }
  try {
    if (name.isPacked) await writePlain(surveyed());
    else await readThrough(surveyed());
  } catch (error) {
    if (problem !== undefined) return problem;
    if (isGzipError(error)) return refused('GZIP_DAMAGED', 'it could not be unpacked to its end');
    throw error;
  }
  const found = survey.finish();
  if (isRefused(found)) return found;
  return { ...found, sentSha256: sent.digest('hex'), contentSha256: plain.digest('hex') };
}

/** For what happens on the way. */
async function readThrough(chunks: AsyncGenerator<Uint8Array>): Promise<void> {
  while ((await chunks.next()).done !== true);
}

/** What manifest and header of counts say; known before anything but the first line is read. */
function announcementOf(
  { name, today }: PlanListInput,
  manifest: ListManifest | undefined,
  { head, hasCountHeader, lineEnd }: Beginning,
): ListManifest | Refused {
  const [countLine = ''] = hasCountHeader ? firstLinesOf(head, 'utf-8', lineEnd) : [];
  const header = hasCountHeader
    ? checkAnnouncement(readCountHeader(countLine, name.format), 'the header of counts')
    : undefined;
  if (header !== undefined && isRefused(header)) return header;
  return settleAnnouncement(manifest, header, { source: name.source, today });
}

function conclude(
  input: PlanListInput,
  manifest: ListManifest | undefined,
  pass: Pass,
): PlannedList | Refused {
  const { name } = input;
  const { head, hasMark, hasCountHeader, lineEnd, ranges, unfinished, sentSha256, contentSha256 } = pass;
  if (head.length === 0) return refused('EMPTY', 'the file is empty');
  const announced = announcementOf(input, manifest, pass);
  if (isRefused(announced)) return announced;

  const encoding = pass.census.encoding(announced.encoding, hasMark);
  if (typeof encoding === 'object') return refused('ENCODING_UNKNOWN', encoding.problem);
  const lineCount = ranges.reduce((count, range) => count + range.lineCount, 0);
  const lines = firstLinesOf(head, encoding, lineEnd).slice(hasCountHeader ? 1 : 0);
  const text = textOf(lines, {
    format: name.format,
    source: name.source,
    encoding,
    ...(lineEnd === 'CR' ? { lineEnd } : {}),
    hasRecords: lineCount > 0,
  });
  if (isRefused(text)) return text;
  const problem =
    checkCount(lineCount, announced.records) ??
    (isCutOff(unfinished, text) ? refused('TRUNCATED', 'its last line breaks off') : undefined) ??
    checkDigest(sentSha256, announced.sha256);
  return (
    problem ?? {
      status: 'planned',
      asOf: announced.asOf,
      contentSha256,
      sentSha256,
      text,
      lineCount,
      ranges,
    }
  );
}

function textOf(
  lines: readonly string[],
  {
    format,
    source,
    hasRecords,
    ...how
  }: Omit<ListName, 'isPacked' | 'name' | 'manifestKey'> &
    Pick<ListText, 'encoding' | 'lineEnd'> & { readonly hasRecords: boolean },
): ListText | Refused {
  if (format === 'csv') return readCsvHeader(lines[0] ?? '', source, how);
  return (hasRecords ? checkJsonKeys(lines, source) : undefined) ?? { format, ...how };
}

function checkCount(found: number, announced: number): Refused | undefined {
  const counts = `${announced} lines were announced, ${found} were found`;
  if (found < announced) return refused('TRUNCATED', counts);
  if (found > announced) return refused('TOO_MANY_LINES', counts);
  return found === 0 ? refused('EMPTY', 'there are no lines of data') : undefined;
}

function checkDigest(found: string, announced: string | undefined): Refused | undefined {
  return announced === undefined || announced === found
    ? undefined
    : refused('DIGEST_MISMATCH', `the SHA-256 of the file is ${found}`);
}
