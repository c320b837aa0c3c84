import { setTimeout as sleep } from 'node:timers/promises';
import { createLogUpdate } from 'log-update';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { followFile } from '../../contexts/follow-up/use-cases/follow-file.ts';
import type { FollowedProgress } from './followed-progress.ts';
import { progressTable } from './progress-table.ts';

const POLL_MILLISECONDS = 1_000;

export interface FollowedFile {
  /** What the person calls it. */
  readonly name: string;
  readonly fileId: string;
}

export interface FollowOptions {
  readonly timeoutSeconds: number;
  /** Show the table while it changes; only a terminal can. */
  readonly isLive: boolean;
}

/** Follows files until all are settled, or the time is over; shows where they have got to. */
export async function followUntilSettled(
  client: MilafClient,
  files: readonly FollowedFile[],
  { timeoutSeconds, isLive }: FollowOptions,
): Promise<readonly FollowedProgress[]> {
  const screen = isLive ? createScreen() : undefined;
  const deadline = Date.now() + timeoutSeconds * 1000;
  const known = new Map<string, FollowedProgress>();
  let rows: FollowedProgress[];
  do {
    rows = await Promise.all(
      files.map(async ({ name, fileId }) => {
        const before = known.get(fileId);
        if (before?.progress.isSettled === true) return before;
        const row = { name, progress: await followFile(fileId, client) };
        known.set(fileId, row);
        return row;
      }),
    );
    screen?.show(rows);
    if (rows.every(({ progress }) => progress.isSettled)) break;
    await sleep(POLL_MILLISECONDS);
  } while (Date.now() < deadline);
  screen?.clear();
  return rows;
}

export interface Screen {
  /** @param total how many files there will be, where more are still to come */
  show(rows: readonly FollowedProgress[], total?: number): void;
  clear(): void;
}

/** A table that is drawn anew in a terminal; elsewhere a line for each change of the count, so that a log stays readable. */
export function createScreen(): Screen {
  if (!process.stdout.isTTY) {
    let last = -1;
    return {
      show: (rows, total = rows.length) => {
        const settled = rows.filter(({ progress }) => progress.isSettled).length;
        if (settled !== last) console.log(`  ${settled} of ${total} files settled`);
        last = settled;
      },
      clear: () => undefined,
    };
  }
  const draw = createLogUpdate(process.stdout);
  return { show: (rows) => draw(progressTable(rows)), clear: () => draw.clear() };
}
