import { closeSync, mkdirSync, openSync } from 'node:fs';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { inWorkFolder, WORK_FOLDER } from './folders.ts';
import { guardServer } from './guard.ts';
import { identityOf, isRunning } from './process-identity.ts';
import { forget, readRecords, remember } from './process-records.ts';
import { newTempFolder, removeLeftTempFolders, removeTempFolder } from './temp-folders.ts';

const GRACE_MILLISECONDS = 5_000;

let isStoppedAtExit = false;

/** A server that was started in a process group of its own, so that nothing it started outlives it. */
export class ServerProcess {
  readonly name: string;
  readonly logFile: string;
  readonly #child: ChildProcess;
  #guard: ChildProcess | undefined;
  /** Its TMPDIR. */
  readonly tempFolder: string;

  private constructor(name: string, logFile: string, child: ChildProcess, tempFolder: string) {
    this.name = name;
    this.logFile = logFile;
    this.#child = child;
    this.tempFolder = tempFolder;
  }

  /**
   * Starts a server with a temporary folder of its own, which goes with it; what it prints goes to `.milaf/<name>.log`. However this
   * process ends, unless it is killed, the server ends with it.
   */
  static start(
    name: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string | undefined>>,
  ): ServerProcess {
    mkdirSync(WORK_FOLDER, { recursive: true });
    const logFile = inWorkFolder(`${name}.log`);
    const log = openSync(logFile, 'w');
    const tempFolder = newTempFolder(name);
    const child = spawn(command, args, {
      env: { ...process.env, ...env, TMPDIR: tempFolder },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    if (!isStoppedAtExit) process.prependOnceListener('exit', stopOwnServers);
    isStoppedAtExit = true;
    const server = new ServerProcess(name, logFile, child, tempFolder);
    if (child.pid === undefined) return server;
    remember({ name, ...identityOf(child.pid), owner: identityOf(process.pid) });
    server.#guard = guardServer(child.pid, tempFolder);
    return server;
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null || this.#child.pid === undefined;
  }

  /** Ends the server and all it started. */
  async stop(): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined) {
      removeTempFolder(this.tempFolder);
      return;
    }
    if (!this.hasEnded) {
      signalGroup(pid, 'SIGTERM');
      await Promise.race([once(this.#child, 'exit'), sleep(GRACE_MILLISECONDS, undefined, { ref: false })]);
    }
    // Workers may be left in the group after their leader has gone.
    signalGroup(pid, 'SIGKILL');
    this.#guard?.kill('SIGKILL');
    forget(pid);
    removeTempFolder(this.tempFolder);
  }
}

/**
 * Ends what earlier runs left behind because they were killed, and removes their temporary folders; what belongs to a run that is
 * alive is left alone.
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
  removeLeftTempFolders();
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

function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

/** The process of a server that was started under this name and still runs. */
export function findServer(name: string): number | undefined {
  return readRecords().find((record) => record.name === name && isRunning(record))?.pid;
}
