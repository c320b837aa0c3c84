import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** A process, told apart from a later one with the same number by its start time; empty where the system does not tell it. */
export const processIdentitySchema = z.object({ pid: z.int(), startedAt: z.string() });
export type ProcessIdentity = z.infer<typeof processIdentitySchema>;

export function identityOf(pid: number): ProcessIdentity {
  return { pid, startedAt: startTimeOf(pid) ?? '' };
}

export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return startedAt !== '' && startTimeOf(pid) === startedAt;
}

/** Also true of a process that nothing more than its number is known of. */
export function mayBeRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return startedAt === '' ? existsNow(pid) : isRunning({ pid, startedAt });
}

function existsNow(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process started, as the kernel counts it; undefined where it has ended or the system does not tell. */
function startTimeOf(pid: number): string | undefined {
  try {
    const [state, ...facts] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    // A zombie has ended, and waits for its end to be noticed.
    return state === 'Z' ? undefined : facts[18];
  } catch {
    return undefined;
  }
}
