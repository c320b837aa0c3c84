import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
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
  const secrets = createServer((_request, response) =>
    response.end(JSON.stringify({ SecretString: 'of the bench '.repeat(3) })),
  );
  await once(secrets.listen(0, '127.0.0.1'), 'listening');
  const endpoint = secretsAt(secrets.address());
  for (let run = 0; run < runs; run += 1) measured.push(await startOnce(deployed, endpoint));
  secrets.close();
  return {
    wallMilliseconds: median(measured.map((one) => one.wallMilliseconds)),
    cpuMilliseconds: median(measured.map((one) => one.cpuMilliseconds)),
  };
}

/** register-unit reads the secret of the numbers while it starts: something must answer. */
function secretsAt(address: ReturnType<ReturnType<typeof createServer>['address']>): NodeJS.ProcessEnv {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${address.port}`,
  };
}

async function startOnce(deployed: DeployedFunction, secrets: NodeJS.ProcessEnv): Promise<ColdStart> {
  const child = fork(path.join(import.meta.dirname, 'cold-start-probe.ts'), [deployed.bundleFile], {
    env: { ...process.env, ...environmentOf(deployed), ...secrets },
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
