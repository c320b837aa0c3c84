import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { lookup } from 'mrmime';
import { isPublishedCompressed } from '../../../contexts/operations/aws/site-publication.ts';

const compress = promisify(brotliCompress);

const SIGNED_OUT = JSON.stringify({ code: 'SIGNED_OUT', title: 'Nobody is signed in.', status: 401 });

/** Serves pages as they are published, compressed; of the API it knows only that nobody is signed in. */
export async function servePages(
  folder: string,
): Promise<{ readonly address: string; readonly stop: () => void }> {
  const kept = new Map<string, Promise<Buffer>>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/api/')) {
      response.writeHead(401, { 'content-type': 'application/problem+json' }).end(SIGNED_OUT);
      return;
    }
    void answer(path.extname(pathname) === '' ? '/index.html' : pathname, { folder, kept }, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${portOf(server)}`, stop: () => server.close() };
}

async function answer(
  file: string,
  { folder, kept }: { readonly folder: string; readonly kept: Map<string, Promise<Buffer>> },
  response: ServerResponse,
): Promise<void> {
  const type = lookup(file) ?? 'application/octet-stream';
  const isCompressed = isPublishedCompressed(type);
  const load = async (): Promise<Buffer> => {
    const bytes = await readFile(path.join(folder, file));
    return isCompressed ? compress(bytes) : bytes;
  };
  const body = kept.get(file) ?? load();
  kept.set(file, body);
  try {
    const headers = { 'content-type': type, ...(isCompressed && { 'content-encoding': 'br' }) };
    response.writeHead(200, headers).end(await body);
  } catch {
    response.writeHead(404).end();
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
