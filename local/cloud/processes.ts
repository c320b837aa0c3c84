import { openSync, closeSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { inWorkFolder, WORK_FOLDER } from './folders.ts';

const RECORD = inWorkFolder('processes.json');
const GRACE_MILLISECONDS = 5_000;

const recordSchema = z.array(z.object({ name: z.string(), pid: z.int(), startedAt: z.string() }));
type ProcessRecord = z.infer<typeof recordSchema>[number];

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
    env: Record<string, string>,
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
    if (child.pid !== undefined) remember({ name, pid: child.pid, startedAt: startTimeOf(child.pid) ?? '' });
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
 * Ends what an earlier run left behind because it was killed. A process that took over the number of one that ended is
 * told apart by its start time and left alone.
 * @returns the names of what was ended
 */
export function stopLeftovers(): string[] {
  const stopped: string[] = [];
  for (const { name, pid, startedAt } of readRecords()) {
    const isOurs = startedAt !== '' && startTimeOf(pid) === startedAt;
    if (isOurs && signalGroup(pid, 'SIGKILL')) stopped.push(name);
  }
  rmSync(RECORD, { force: true });
  return stopped;
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

function readRecords(): ProcessRecord[] {
  try {
    const json: unknown = JSON.parse(readFileSync(RECORD, 'utf8'));
    return recordSchema.parse(json);
  } catch {
    return [];
  }
}

function remember(record: ProcessRecord): void {
  writeFileSync(RECORD, JSON.stringify([...readRecords(), record]));
}

function forget(pid: number): void {
  writeFileSync(RECORD, JSON.stringify(readRecords().filter((record) => record.pid !== pid)));
}
