import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inWorkFolder } from './folders.ts';
import { identityOf, isRunning, mayBeRunning, type ProcessIdentity } from './process-identity.ts';
import { readRecords } from './process-records.ts';

/** What programs put into a temporary folder goes here, so that what a killed run left behind is found by the next one. */
const TEMP_FOLDERS = inWorkFolder('temp');
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
  mkdirSync(ownFolder(), { recursive: true });
  if (!isRemovedAtExit) process.once('exit', removeOwnTempFolders);
  isRemovedAtExit = true;
  return mkdtempSync(path.join(ownFolder(), `${purpose}-`));
}

export function removeTempFolder(folder: string): void {
  rmSync(folder, PATIENTLY);
  try {
    rmdirSync(ownFolder());
  } catch {
    // Others are still in it, or it is gone already.
  }
}

/** Removes every folder of this process. */
function removeOwnTempFolders(): void {
  rmSync(ownFolder(), PATIENTLY);
}

/** Removes the folders of processes that have ended, unless a server that they started still works in one. */
export function removeLeftTempFolders(): void {
  const inUse = new Set(readRecords().flatMap((record) => (isRunning(record) ? nameOf(record.owner) : [])));
  for (const name of foldersThere()) {
    const [pid = '', startedAt = ''] = name.split('-');
    if (inUse.has(name) || mayBeRunning({ pid: Number(pid), startedAt })) continue;
    rmSync(path.join(TEMP_FOLDERS, name), PATIENTLY);
  }
}

function foldersThere(): string[] {
  try {
    return readdirSync(TEMP_FOLDERS);
  } catch {
    return [];
  }
}
