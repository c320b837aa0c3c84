import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type * as z from 'zod';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** Values as compressed JSON Lines; the same values give the same bytes. */
export async function toJsonLines(values: readonly object[]): Promise<Uint8Array> {
  return compress(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}

/** @throws ZodError when a line is not what it should be */
export async function fromJsonLines<Line>(
  bytes: Uint8Array,
  schema: z.ZodType<Line>,
): Promise<readonly Line[]> {
  return (await decompress(bytes))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
