import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { inWorkFolder } from './folders.ts';
import { processIdentitySchema } from './process-identity.ts';

/** One file for each server: several runs may start theirs at the same moment. */
const RECORDS = inWorkFolder('processes');

const recordSchema = processIdentitySchema.extend({ name: z.string(), owner: processIdentitySchema });
/** A server, and the process that started it. */
export type ProcessRecord = z.infer<typeof recordSchema>;

const recordFile = (pid: number): string => path.join(RECORDS, `${pid}.json`);

export function readRecords(): ProcessRecord[] {
  if (!existsSync(RECORDS)) return [];
  return readdirSync(RECORDS).flatMap((name) => {
    try {
      const json: unknown = JSON.parse(readFileSync(path.join(RECORDS, name), 'utf8'));
      return recordSchema.parse(json);
    } catch {
      // Another run took it away, or is writing it at this moment.
      return [];
    }
  });
}

export function remember(record: ProcessRecord): void {
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(recordFile(record.pid), JSON.stringify(record));
}

export function forget(pid: number): void {
  rmSync(recordFile(pid), { force: true });
}
