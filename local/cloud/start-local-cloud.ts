import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort, { portNumbers } from 'get-port';
import pRetry from 'p-retry';
import * as z from 'zod';
import { inRepository, inWorkFolder, WORK_FOLDER } from './folders.ts';
import { ServerProcess, stopLeftovers } from './processes.ts';
import { lastLines } from './last-lines.ts';
import { EMULATOR_PORTS, OCR_PORTS } from './ports.ts';
import { MachineNotReadyError } from './machine-not-ready-error.ts';
import { installMinistack } from '../python/ministack.ts';
import { installRecogniser } from '../python/recogniser.ts';

export const LOCAL_REGION = 'eu-west-3';
const addressFile = (name: string): string => inWorkFolder(`${name}-cloud.json`);
/** Some seconds where the machine is idle, and far more where others keep it busy. */
const START_SECONDS = 180;
/** Between the look for a free port and its use, another program may take it. */
const PORT_RETRIES = 5;
const PORT_TAKEN = /already in use|is taken/;
/** Each looks for a free port from a place of its own: several may start at the same moment. */
const CLOUDS = ['local', 'test', 'lists', 'browser', 'bench'];

/** The AWS variables that point a program to the local cloud. */
export type CloudVariables = Readonly<Record<string, string>>;

export interface LocalCloud {
  readonly name: string;
  readonly variables: CloudVariables;
  readonly endpointUrl: string;
  readonly ocrUrl: string;
  stop(): Promise<void>;
}

export interface LocalCloudOptions {
  /** Tells several clouds on one machine apart: `local`, the default, is the one that `milaf --local` finds. */
  readonly name?: string;
  /** What is told to a person while it starts. */
  readonly report?: (message: string) => void;
  /** Flags for the OCR service (`local/ocr/server.ts --help`). */
  readonly ocrFlags?: readonly string[];
}

/**
 * Starts the emulator and the OCR service. An emulator that runs at AWS_ENDPOINT_URL is used instead of an own one; what a
 * killed run left behind is ended first; a port that is taken is stepped over.
 * @throws MachineNotReadyError with what to do about it
 */
export async function startLocalCloud({
  name = 'local',
  report = () => undefined,
  ocrFlags = [],
}: LocalCloudOptions = {}): Promise<LocalCloud> {
  const leftovers = stopLeftovers();
  if (leftovers.length > 0) report(`ended what an earlier run had left behind: ${leftovers.join(', ')}`);
  mkdirSync(WORK_FOLDER, { recursive: true });

  return pRetry(() => startOnFreePorts({ name, report, ocrFlags }), {
    retries: PORT_RETRIES,
    minTimeout: 0,
    shouldRetry: ({ error }) => error instanceof PortTakenError,
  });
}

/** The port was free when it was looked for, and another program was quicker. */
class PortTakenError extends MachineNotReadyError {
  override name = 'PortTakenError';
}

async function startOnFreePorts({
  name,
  report,
  ocrFlags,
}: Required<LocalCloudOptions>): Promise<LocalCloud> {
  const servers: ServerProcess[] = [];
  const stop = async (): Promise<void> => {
    rmSync(addressFile(name), { force: true });
    await Promise.all(servers.map((server) => server.stop()));
  };
  try {
    const given = process.env['AWS_ENDPOINT_URL'];
    const place = Math.max(0, CLOUDS.indexOf(name));
    const port = await getPort({
      port: portNumbers(EMULATOR_PORTS.first + 6 * place, EMULATOR_PORTS.last),
      host: '127.0.0.1',
    });
    // An address, not a name: with a name the SDK would ask for `bucket.localhost`.
    const endpointUrl = given ?? `http://127.0.0.1:${port}`;
    const ocrPort = await getPort({
      port: portNumbers(OCR_PORTS.first + 10 * place, OCR_PORTS.last),
      host: '127.0.0.1',
    });
    const ocrUrl = `http://127.0.0.1:${ocrPort}`;
    const variables = variablesFor(endpointUrl, ocrUrl);
    if (given === undefined) servers.push(await startMinistack(name, port, variables, report));
    else await demandEmulator(given);
    report('installing the model of the OCR (first time: ten seconds)');
    await installRecogniser();
    report('starting the OCR service');
    servers.push(await startOcr(name, ocrPort, ocrUrl, ocrFlags, variables));
    writeFileSync(addressFile(name), JSON.stringify(variables));
    return { name, variables, endpointUrl, ocrUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Forgets where the local cloud was, after it was ended from outside. */
export function forgetCloudVariables(): void {
  rmSync(addressFile('local'), { force: true });
}

/**
 * The variables of the local cloud that runs now, for tools beside it.
 * @throws MachineNotReadyError when none runs
 */
export function readCloudVariables(): CloudVariables {
  try {
    const json: unknown = JSON.parse(readFileSync(addressFile('local'), 'utf8'));
    return z.record(z.string(), z.string()).parse(json);
  } catch {
    throw new MachineNotReadyError(
      'No local cloud runs.',
      'Start it with `npm start` or `npx milaf local up` and try again.',
    );
  }
}

function variablesFor(endpointUrl: string, ocrUrl: string): CloudVariables {
  return {
    AWS_ENDPOINT_URL: endpointUrl,
    AWS_ENDPOINT_URL_TEXTRACT: ocrUrl,
    AWS_REGION: LOCAL_REGION,
    AWS_DEFAULT_REGION: LOCAL_REGION,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    // Never ask the network for credentials, and never use a person's own profile by mistake.
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PROFILE: '',
  };
}

async function startMinistack(
  name: string,
  port: number,
  variables: CloudVariables,
  report: (message: string) => void,
): Promise<ServerProcess> {
  report('installing the emulator (first time: half a minute)');
  const command = await installMinistack();
  report('starting the emulator');
  const server = ServerProcess.start(`${name}-emulator`, command, [], {
    ...variables,
    // The emulator reads AWS's own models, and takes an empty name for a profile that is missing.
    AWS_PROFILE: undefined,
    // It says at its own level that it listens.
    LOG_LEVEL: undefined,
    GATEWAY_PORT: String(port),
    BIND_HOST: '127.0.0.1',
    MINISTACK_REGION: LOCAL_REGION,
    // Functions run on the Node that the project brings.
    PATH: [inRepository('node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter),
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor(server, `Running on ${url}`, `${url}/_ministack/health`);
  return server;
}

async function startOcr(
  name: string,
  port: number,
  url: string,
  flags: readonly string[],
  variables: CloudVariables,
): Promise<ServerProcess> {
  const script = inRepository('local', 'ocr', 'server.ts');
  const server = ServerProcess.start(
    `${name}-ocr`,
    inRepository('node_modules', '.bin', 'node'),
    [script, '--port', String(port), ...flags],
    variables,
  );
  await waitFor(server, `ready at ${url}`, `${url}/_ocr/health`);
  return server;
}

/** @param says what it prints once it listens: until then, whoever answers at its port is another server */
async function waitFor(server: ServerProcess, says: string, healthUrl: string): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline && !server.hasEnded) {
    if (readFileSync(server.logFile, 'utf8').includes(says) && (await isHealthy(healthUrl))) return;
    await sleep(200);
  }
  const isPortTaken = server.hasEnded && PORT_TAKEN.test(readFileSync(server.logFile, 'utf8'));
  await server.stop();
  const Reason = isPortTaken ? PortTakenError : MachineNotReadyError;
  throw new Reason(
    `The ${server.name} did not start. Its last words:\n${lastLines(server.logFile)}\n`,
    `Put right what they name and start again. The whole log: ${server.logFile}`,
  );
}

function isHealthy(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function demandEmulator(url: string): Promise<void> {
  const answers = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    () => true,
    () => false,
  );
  if (!answers) {
    throw new MachineNotReadyError(
      `AWS_ENDPOINT_URL says ${url}, but nothing answers there.`,
      'Start your emulator, or unset AWS_ENDPOINT_URL to let Milaf start its own.',
    );
  }
}
