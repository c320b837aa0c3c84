import type * as z from 'zod';
import { cleanName, isNameText, isValidRib } from '#shared';
import { registryRecordSchema, type RegistryRecord } from '../records/registry-records.ts';
import { CinTakenError, type RegistryWriter } from '../ports.ts';

/** A line that was not taken, and why; its number lets a person find it, its content is not repeated. */
export interface RefusedLine {
  readonly line: number;
  readonly reason: string;
}

export interface LoadedRegistry {
  readonly loadedCount: number;
  readonly refused: readonly RefusedLine[];
}

/** Lines written at once. */
const PARALLEL_LINES = 25;

/**
 * Loads registry records, one JSON object a line. A wrong line is refused and the others are taken; loading the same lines
 * again changes nothing.
 * @param lines the file's lines, without their ends; empty ones are skipped
 */
export async function loadRegistry(
  lines: AsyncIterable<string> | Iterable<string>,
  registry: RegistryWriter,
): Promise<LoadedRegistry> {
  const refused: RefusedLine[] = [];
  let loadedCount = 0;
  let number = 0;
  let batch: Promise<string | undefined>[] = [];
  let firstOfBatch = 1;
  const settle = async (): Promise<void> => {
    for (const [index, reason] of (await Promise.all(batch)).entries()) {
      if (reason === undefined) loadedCount += 1;
      else if (reason !== '') refused.push({ line: firstOfBatch + index, reason });
    }
    firstOfBatch += batch.length;
    batch = [];
  };
  for await (const line of lines) {
    number += 1;
    batch.push(loadLine(line, registry));
    if (number % PARALLEL_LINES === 0) await settle();
  }
  await settle();
  return { loadedCount, refused };
}

/** @returns why the line was refused; empty where there was nothing on it; undefined where it was loaded */
async function loadLine(line: string, registry: RegistryWriter): Promise<string | undefined> {
  if (line.trim() === '') return '';
  const json = parseJson(line);
  if (json === undefined) return 'not a JSON object: one record a line is expected';
  const parsed = registryRecordSchema.safeParse(json);
  if (!parsed.success) return describe(parsed.error);
  const record = withCleanName(parsed.data);
  const badName = wrongNameOf(record);
  if (badName !== undefined)
    return `name.${badName}: it is no name: letters of Latin or Arabic script, never both in one word`;
  if (record.type === 'account' && !isValidRib(record.rib)) return 'rib: the key (last two digits) is wrong';
  try {
    await registry.put(record);
    return undefined;
  } catch (error) {
    if (error instanceof CinTakenError) return 'cin: it belongs to another registration number';
    throw error;
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function withCleanName(record: RegistryRecord): RegistryRecord {
  if (record.type !== 'person' && record.type !== 'dependant') return record;
  const { family, given, familyArabic, givenArabic } = record.name;
  return {
    ...record,
    name: {
      family: cleanName(family),
      given: cleanName(given),
      ...(familyArabic === undefined ? {} : { familyArabic: cleanName(familyArabic) }),
      ...(givenArabic === undefined ? {} : { givenArabic: cleanName(givenArabic) }),
    },
  };
}

/** Of a person or dependant: the part of the name that is none. */
function wrongNameOf(record: RegistryRecord): string | undefined {
  if (record.type !== 'person' && record.type !== 'dependant') return undefined;
  return Object.entries(record.name).find(([, name]) => name !== undefined && !isNameText(name))?.[0];
}

/** Names fields and what is wrong with them, never their values. */
function describe({ issues }: z.ZodError): string {
  return issues
    .map((issue) => {
      // The message of zod repeats the keys.
      const message =
        issue.code === 'unrecognized_keys' ? 'it has a field that is not published' : issue.message;
      return `${issue.path.map(String).join('.') || 'record'}: ${message}`;
    })
    .join('; ');
}
