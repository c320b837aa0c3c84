import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { DeployedFunction } from '../deployed-stage.ts';

export interface Invocation {
  readonly functionName: string;
  readonly wallMilliseconds: number;
  readonly cpuMilliseconds: number;
  /** What the function wrote to its log. */
  readonly logBytes: number;
}

const answerSchema = z.union([
  z.object({ id: z.int(), error: z.string() }),
  z.object({
    id: z.int(),
    /** Absent where a function answers nothing, as those on streams do. */
    result: z.object({ batchItemFailures: z.array(z.unknown()) }).optional(),
    wallMilliseconds: z.number(),
    cpuMilliseconds: z.number(),
  }),
]);
type Answer = z.infer<typeof answerSchema>;

const KEPT_LOG_LINES = 20;
const TIMEOUT_SECONDS = 60;

/** Runs the bundles of a stage in a process of their own, one call after the other. */
export class FunctionHost {
  readonly #functions: ReadonlyMap<string, DeployedFunction>;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #logBytes = 0;
  #lastLog: string[] = [];
  #nextId = 1;

  constructor(functions: readonly DeployedFunction[], environment: Readonly<Record<string, string>>) {
    this.#functions = new Map(functions.map((one) => [one.name, one]));
    this.#child = fork(path.join(import.meta.dirname, 'lambda-host.ts'), {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.#keepLog(chunk));
    }
    this.#child.on('message', (message) => {
      // What is no answer leaves its call waiting until its time is over.
      const { data: answer } = answerSchema.safeParse(message);
      if (answer !== undefined) this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** @throws Error with the function's last words when it failed, or left a record of the event undone */
  async invoke(functionName: string, event: unknown): Promise<Invocation> {
    const deployed = this.#functions.get(functionName);
    if (deployed === undefined) throw new Error(`No function ${functionName} is deployed`);
    const id = this.#nextId;
    this.#nextId += 1;
    const logBytesBefore = this.#logBytes;
    const { promise, resolve } = Promise.withResolvers<Answer>();
    this.#waiting.set(id, resolve);
    this.#child.send({ id, functionName, bundleFile: deployed.bundleFile, event });
    const answer = await Promise.race([promise, sleep(TIMEOUT_SECONDS * 1000, undefined, { ref: false })]);
    this.#waiting.delete(id);
    const fail = (what: string): Error =>
      new Error(`${functionName} ${what}. Its last words:\n${this.#lastLog.join('\n')}`);
    if (answer === undefined) throw fail(`did not answer in ${TIMEOUT_SECONDS} seconds`);
    if ('error' in answer) throw fail(`failed: ${answer.error}`);
    if ((answer.result?.batchItemFailures.length ?? 0) > 0) throw fail('left records undone');
    const { wallMilliseconds, cpuMilliseconds } = answer;
    return { functionName, wallMilliseconds, cpuMilliseconds, logBytes: this.#logBytes - logBytesBefore };
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill();
    await ended;
  }

  #keepLog(chunk: Buffer): void {
    this.#logBytes += chunk.length;
    this.#lastLog = [...this.#lastLog, ...chunk.toString('utf8').split('\n')].slice(-KEPT_LOG_LINES);
  }
}
