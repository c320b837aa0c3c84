import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { listKeyOf, type ListToUpload } from '../../contexts/registration/aws/list-upload.ts';
import type { ListSource } from '../../contexts/shared/identifiers/list-source.ts';
import { MAX_MANIFEST_BYTES } from '../../contexts/registration/records/list-manifest.ts';
import { isCountHeader } from '../../contexts/registration/domain/lists/format/count-header.ts';
import { parseListKey, type ListName } from '../../contexts/registration/domain/lists/format/list-name.ts';
import { MANIFEST_SUFFIX } from '../../contexts/registration/domain/lists/list.ts';
import { demandFile } from '../view/demand-file.ts';
import { UserError } from '../view/user-error.ts';

export interface ListFile {
  readonly file: string;
  readonly source: ListSource;
  readonly isDryRun: boolean;
  /** Path; where it is not given, the manifest beside the list is taken. */
  readonly manifestFile: string | undefined;
}

/** A first line longer than this is no header of counts. */
const LONGEST_HEADER_BYTES = 4_096;

/**
 * What is to be uploaded for a list: the list, and the manifest that says how many lines it has.
 * @throws UserError when it has no name a list has, or nothing says how many lines it has
 */
export async function prepareList({ file, source, isDryRun, manifestFile }: ListFile): Promise<ListToUpload> {
  demandFile(file);
  const key = listKeyOf(source, basename(file));
  const name = parseListKey(key);
  if (name === undefined) {
    throw new UserError(
      `${basename(file)} is no name of a list: it must end in .csv, .jsonl, .csv.gz or .jsonl.gz.`,
      'Rename it and send it again.',
    );
  }
  const manifest = await findManifest(file, name, manifestFile);
  if (manifest === undefined && !(await hasCountHeader(file, name))) throw countMissing(source, name);
  return { file, key, name, isDryRun, manifest };
}

async function findManifest(
  file: string,
  { name }: ListName,
  given: string | undefined,
): Promise<string | undefined> {
  if (given !== undefined) {
    demandFile(given);
    return readManifestFile(given);
  }
  const beside = join(dirname(file), `${name}${MANIFEST_SUFFIX}`);
  return existsSync(beside) ? readManifestFile(beside) : undefined;
}

async function readManifestFile(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > MAX_MANIFEST_BYTES)
    throw new UserError(
      `${basename(file)} has ${size} bytes, and a manifest has ${MAX_MANIFEST_BYTES} at most.`,
      'Name the right file with --manifest.',
    );
  return readFile(file, 'utf8');
}

async function hasCountHeader(file: string, { format, isPacked }: ListName): Promise<boolean> {
  return isCountHeader(await firstLine(file, isPacked), format);
}

/** A file that says it is packed and is not is refused with its reason later. */
async function firstLine(file: string, isPacked: boolean): Promise<string> {
  const bytes = createReadStream(file);
  let head = Buffer.alloc(0);
  try {
    for await (const chunk of isPacked ? bytes.pipe(createGunzip()) : bytes) {
      head = Buffer.concat([head, Buffer.from(chunk)]);
      if (head.includes('\n') || head.length > LONGEST_HEADER_BYTES) break;
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  } finally {
    bytes.destroy();
  }
  const text = head
    .subarray(0, LONGEST_HEADER_BYTES)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  return text.split('\n')[0] ?? '';
}

function countMissing(source: ListSource, { name, format }: ListName): UserError {
  const example = `{ "version": 1, "source": "${source}", "records": 5000, "asOf": "2026-11-20" }`;
  const header =
    format === 'csv'
      ? `#milaf-list;version=1;source=${source};records=5000;asOf=2026-11-20`
      : `{"milafList":{"version":1,"source":"${source}","records":5000,"asOf":"2026-11-20"}}`;
  return new UserError(
    'Nothing says how many lines this list has, so nobody could notice that it was cut off.',
    [
      'Do one of these:',
      `  - put ${name}${MANIFEST_SUFFIX} beside it:  ${example}`,
      '  - name the manifest with --manifest FILE',
      `  - write this as the first line of the list:  ${header}`,
    ].join('\n'),
  );
}
