import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { REPOSITORY } from './folders.ts';
import { identityOf, isRunning, mayBeRunning, type ProcessIdentity } from './process-identity.ts';
import { readRecords } from './process-records.ts';

const THIS_COPY = createHash('sha256').update(REPOSITORY).digest('hex').slice(0, 8);
/**
 * What programs put into a temporary folder goes here, so that what a killed run left behind is found by the next one. It is not below
 * the repository: functions would find packages there that they did not bring.
 */
const TEMP_FOLDERS = path.join(tmpdir(), `milaf-${userInfo().uid}-${THIS_COPY}`);
/** A folder is filled until the last process that was told to end has ended. */
const PATIENTLY = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 } as const;

/** One folder for each process that runs, named by it: several runs at the same time never take each other's away. */
const nameOf = ({ pid, startedAt }: ProcessIdentity): string => `${pid}-${startedAt}`;
const ownFolder = (): string => path.join(TEMP_FOLDERS, nameOf(identityOf(process.pid)));

let isRemovedAtExit = false;

/**
 * A new, empty folder for what lasts no longer than this process. It is removed when this process ends, and where it was killed, by the next
 * one that starts. Give it to other programs as TMPDIR.
 * @param purpose the first part of its name
 */
export function newTempFolder(purpose: string): string {
  removeLeftTempFolders();
  mkdirSync(ownFolder(), { recursive: true, mode: 0o700 });
  if (!isRemovedAtExit) process.once('exit', removeOwnTempFolders);
  isRemovedAtExit = true;
  return mkdtempSync(path.join(ownFolder(), `${purpose}-`));
}

export function removeTempFolder(folder: string): void {
  rmSync(folder, PATIENTLY);
  removeEmpty(ownFolder());
  removeEmpty(TEMP_FOLDERS);
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Others are still in it, or it is gone already.
  }
}

/** Removes every folder of this process. */
function removeOwnTempFolders(): void {
  removeTempFolder(ownFolder());
}

/** Removes the folders of processes that have ended, unless a server that they started still works in one. */
export function removeLeftTempFolders(): void {
  const inUse = new Set(readRecords().flatMap((record) => (isRunning(record) ? nameOf(record.owner) : [])));
  for (const name of foldersThere()) {
    const [pid = '', startedAt = ''] = name.split('-');
    if (inUse.has(name) || mayBeRunning({ pid: Number(pid), startedAt })) continue;
    removeTempFolder(path.join(TEMP_FOLDERS, name));
  }
}

function foldersThere(): string[] {
  try {
    return readdirSync(TEMP_FOLDERS);
  } catch {
    return [];
  }
}
