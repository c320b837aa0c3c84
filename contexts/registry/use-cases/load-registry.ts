import type * as z from 'zod';
import { cleanName, type Clock, dayInMorocco, isNameText, isValidRib, parseUnambiguousJson } from '#shared';
import { faultOfRecord } from '../domain/record-fault.ts';
import { recordName } from '../domain/record-name.ts';
import { registryRecordSchema, type RegistryRecord } from '../records/registry-records.ts';
import { AccountConfirmedError, CinTakenError, type RegistryWriter } from '../ports.ts';

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
/** No table keeps a record of ten times as much. */
const MAX_LINE_CHARACTERS = 32_768;

/**
 * Loads registry records, one JSON object a line. A wrong line is refused and the others are taken; loading the same lines
 * again changes nothing. Of two lines that say different things of the same record, the later one counts.
 * @param lines the file's lines, without their ends; empty ones are skipped
 */
export async function loadRegistry(
  lines: AsyncIterable<string> | Iterable<string>,
  registry: RegistryWriter,
  clock: Clock = () => new Date(),
): Promise<LoadedRegistry> {
  const today = dayInMorocco(clock());
  const refused: RefusedLine[] = [];
  let loadedCount = 0;
  let batch: Promise<string | undefined>[] = [];
  let firstOfBatch = 1;
  const inBatch = new Set<string>();
  const settle = async (): Promise<void> => {
    for (const [index, reason] of (await Promise.all(batch)).entries()) {
      if (reason === undefined) loadedCount += 1;
      else if (reason !== '') refused.push({ line: firstOfBatch + index, reason });
    }
    firstOfBatch += batch.length;
    batch = [];
    inBatch.clear();
  };
  for await (const line of lines) {
    const checked = checkLine(line, today);
    const place = 'record' in checked ? placeOf(checked.record) : undefined;
    // What is written at the same time is written in any order: which account is paid would be chance.
    if (batch.length === PARALLEL_LINES || (place !== undefined && inBatch.has(place))) await settle();
    if (place !== undefined) inBatch.add(place);
    batch.push('record' in checked ? put(checked.record, registry) : Promise.resolve(checked.refusal));
  }
  await settle();
  return { loadedCount, refused };
}

type CheckedLine = { readonly record: RegistryRecord } | { readonly refusal: string };

/** The record of a line, or why it is refused; empty where there is nothing on it. */
function checkLine(line: string, today: string): CheckedLine {
  if (line.trim() === '') return { refusal: '' };
  if (line.length > MAX_LINE_CHARACTERS) return { refusal: 'the line is longer than any record can be' };
  const json = parseJson(line);
  if (json === undefined)
    return { refusal: 'not a JSON object, or one with a field twice: one record a line is expected' };
  const parsed = registryRecordSchema.safeParse(json);
  if (!parsed.success) return { refusal: describe(parsed.error) };
  const record = withCleanName(parsed.data);
  const badName = wrongNameOf(record);
  if (badName !== undefined)
    return {
      refusal: `name.${badName}: it is no name: letters of Latin or Arabic script, never both in one word`,
    };
  if ('rib' in record && !isValidRib(record.rib))
    return { refusal: 'rib: the key (last two digits) is wrong' };
  const fault = faultOfRecord(record, today);
  return fault === undefined ? { record } : { refusal: fault };
}

const placeOf = (record: RegistryRecord): string =>
  `${'inpe' in record ? record.inpe : record.registrationNumber}#${recordName(record)}`;

/** @returns why it was refused; undefined where it was written */
async function put(record: RegistryRecord, registry: RegistryWriter): Promise<string | undefined> {
  try {
    await registry.put(record);
    return undefined;
  } catch (error) {
    if (error instanceof CinTakenError) return 'cin: it belongs to another registration number';
    if (error instanceof AccountConfirmedError)
      return 'rib: the account from that day was confirmed with another one: give the new account a later day';
    throw error;
  }
}

function parseJson(line: string): unknown {
  try {
    return parseUnambiguousJson(line);
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
