import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DetectDocumentTextCommand, TextractClient } from '@aws-sdk/client-textract';
import { pdfDocument } from './support/documents.ts';

const repository = join(import.meta.dirname, '..', '..', '..', '..');
let directory: string;
let server: ChildProcessByStdio<null, Readable, Readable> | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ocr-server-'));
});
afterEach(async () => {
  server?.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

function startServer(...flags: string[]): ChildProcessByStdio<null, Readable, Readable> {
  server = spawn(process.execPath, ['local/ocr/server.ts', '--cache-directory', directory, ...flags], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return server;
}

async function firstLine(stream: Readable): Promise<string> {
  const [line] = (await once(createInterface(stream), 'line')) as [string];
  return line;
}

describe('the OCR server', () => {
  it('says when it is ready, takes its quota from a flag, and ends on SIGTERM', async () => {
    const process = startServer('--port', '0', '--starts-per-second', '5');
    const url = /^OCR service ready at (http:\/\/127\.0\.0\.1:\d+)$/.exec(
      await firstLine(process.stdout),
    )?.[1];
    expect(await (await fetch(`${url}/_ocr/quota`)).json()).toMatchObject({
      startsPerSecond: 5,
      concurrentJobs: null,
    });
    process.kill('SIGTERM');
    expect(await once(process, 'exit')).toEqual([0, null]);
  });

  it('ends on SIGINT also while a PDF is open in its thread', async () => {
    const process = startServer('--port', '0');
    const url = (await firstLine(process.stdout)).replace(/^.* /, '');
    const client = new TextractClient({
      endpoint: url,
      region: 'eu-west-3',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    });
    // Refused for its pages, which shows that the thread had opened it.
    const call = client.send(new DetectDocumentTextCommand({ Document: { Bytes: await pdfDocument(2) } }));
    await expect(call).rejects.toThrow('2 pages');
    process.kill('SIGINT');
    expect(await once(process, 'exit')).toEqual([0, null]);
  });

  it('says what to do when the port is taken', async () => {
    const occupier = createServer().listen(0, '127.0.0.1');
    await once(occupier, 'listening');
    const { port } = occupier.address() as AddressInfo;
    const process = startServer('--port', String(port));
    const [message, exit] = await Promise.all([text(process.stderr), once(process, 'exit')]);
    occupier.close();
    expect(message).toContain(`Port ${port} is taken: stop what uses it, or give another one with --port`);
    expect(exit).toEqual([1, null]);
  });

  it('refuses a flag that makes no sense', async () => {
    const process = startServer('--workers', '0');
    const [message, exit] = await Promise.all([text(process.stderr), once(process, 'exit')]);
    expect(message).toContain('It must be a whole number above 0.');
    expect(exit).toEqual([1, null]);
  });
});
