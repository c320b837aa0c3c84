import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { inWorkFolder, WORK_FOLDER } from './folders.ts';

/** One file for each server: several runs may start theirs at the same moment. */
const RECORDS = inWorkFolder('processes');
const GRACE_MILLISECONDS = 5_000;

/** A process, told apart from a later one with the same number by its start time. */
const identitySchema = z.object({ pid: z.int(), startedAt: z.string() });
const recordSchema = identitySchema.extend({ name: z.string(), owner: identitySchema });
type ProcessIdentity = z.infer<typeof identitySchema>;
type ProcessRecord = z.infer<typeof recordSchema>;

/** A server that was started in a process group of its own, so that nothing it started outlives it. */
export class ServerProcess {
  readonly name: string;
  readonly logFile: string;
  readonly #child: ChildProcess;

  private constructor(name: string, logFile: string, child: ChildProcess) {
    this.name = name;
    this.logFile = logFile;
    this.#child = child;
  }

  /** Starts a server; what it prints goes to `.milaf/<name>.log`. */
  static start(
    name: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string | undefined>>,
  ): ServerProcess {
    mkdirSync(WORK_FOLDER, { recursive: true });
    const logFile = inWorkFolder(`${name}.log`);
    const log = openSync(logFile, 'w');
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    const server = new ServerProcess(name, logFile, child);
    if (child.pid !== undefined) remember({ name, ...identityOf(child.pid), owner: identityOf(process.pid) });
    return server;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  /** Ends the server and all it started. */
  async stop(): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined) return;
    if (!this.hasEnded) {
      signalGroup(pid, 'SIGTERM');
      await Promise.race([once(this.#child, 'exit'), sleep(GRACE_MILLISECONDS, undefined, { ref: false })]);
    }
    // Workers may be left in the group after their leader has gone.
    signalGroup(pid, 'SIGKILL');
    forget(pid);
  }
}

/**
 * Ends what earlier runs left behind because they were killed; what belongs to a run that is alive is left alone.
 * @param everything end also what belongs to runs that are alive
 * @returns the names of what was ended
 */
export function stopLeftovers({ everything = false } = {}): string[] {
  const stopped: string[] = [];
  for (const record of readRecords()) {
    if (isRunning(record)) {
      if (isRunning(record.owner) && !everything) continue;
      if (signalGroup(record.pid, 'SIGKILL')) stopped.push(record.name);
    }
    forget(record.pid);
  }
  return stopped;
}

/** Ends every server this process started, also those of a start that was interrupted half-way. */
export function stopOwnServers(): void {
  for (const { pid, owner } of readRecords()) {
    if (owner.pid !== process.pid || !isRunning(owner)) continue;
    signalGroup(pid, 'SIGKILL');
    forget(pid);
  }
}

function identityOf(pid: number): ProcessIdentity {
  return { pid, startedAt: startTimeOf(pid) ?? '' };
}

function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  return startedAt !== '' && startTimeOf(pid) === startedAt;
}

function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

/** When a process started, as the kernel counts it; undefined where it has ended or the system does not tell. */
function startTimeOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[19];
  } catch {
    return undefined;
  }
}

/** The process of a server that was started under this name and still runs. */
export function findServer(name: string): number | undefined {
  return readRecords().find((record) => record.name === name && isRunning(record))?.pid;
}

const recordFile = (pid: number): string => path.join(RECORDS, `${pid}.json`);

function readRecords(): ProcessRecord[] {
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

function remember(record: ProcessRecord): void {
  mkdirSync(RECORDS, { recursive: true });
  writeFileSync(recordFile(record.pid), JSON.stringify(record));
}

function forget(pid: number): void {
  rmSync(recordFile(pid), { force: true });
}
