import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import * as z from 'zod';
import type { DeployedFunction } from '../deployed-stage.ts';
import { median } from '../statistics.ts';

export interface ColdStart {
  readonly wallMilliseconds: number;
  /** Of the processor: the same on a busy machine. */
  readonly cpuMilliseconds: number;
}

const measuredSchema = z.object({ wallMilliseconds: z.number(), cpuMilliseconds: z.number() });

/**
 * How long a function's own code takes from nothing to a handler: the median of several processes, each by itself.
 * @throws Error when it does not start
 */
export async function measureColdStart(deployed: DeployedFunction, runs: number): Promise<ColdStart> {
  const measured: ColdStart[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await startOnce(deployed));
  return {
    wallMilliseconds: median(measured.map((one) => one.wallMilliseconds)),
    cpuMilliseconds: median(measured.map((one) => one.cpuMilliseconds)),
  };
}

async function startOnce(deployed: DeployedFunction): Promise<ColdStart> {
  const child = fork(path.join(import.meta.dirname, 'cold-start-probe.ts'), [deployed.bundleFile], {
    env: { ...process.env, ...environmentOf(deployed) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const said = once(child, 'message').then(([message]: unknown[]) => message);
  const ended = once(child, 'exit');
  const message: unknown = await Promise.race([
    said,
    ended.then(() => {
      throw new Error(`${deployed.name} does not start: the variables of its env.ts are not met`);
    }),
  ]);
  child.kill();
  await ended;
  return measuredSchema.parse(message);
}

/** Every variable that is deployed; those that name resources are made up. */
function environmentOf({ literals, variableNames }: DeployedFunction): Readonly<Record<string, string>> {
  const madeUp = variableNames.map((name): [string, string] => [
    name,
    name.endsWith('_URL') ? 'http://127.0.0.1:1/queue' : 'bench',
  ]);
  return { AWS_REGION: 'eu-west-3', ...Object.fromEntries(madeUp), ...literals };
}
