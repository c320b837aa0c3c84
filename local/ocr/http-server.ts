import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { answerAdminRoute, type AdminParts } from './control/admin-routes.ts';
import { errorName, type Log } from './log.ts';
import type { Operations } from './protocol/operations.ts';
import { isOperationName } from './protocol/requests.ts';
import { invalidParameter, TextractError } from './protocol/textract-error.ts';

/** A synchronous call carries up to 10 MB as base64, which makes it a third longer. */
const maximumBodyBytes = 16 * 1024 * 1024;
/** Longer than SDK clients keep an idle connection, so that it is they who close it. */
const keepAliveMilliseconds = 65_000;
const targetPrefix = 'Textract.';
const textractContentType = 'application/x-amz-json-1.1';

export interface HttpParts extends AdminParts {
  readonly operations: Operations;
  readonly log: Log;
}

/** Speaks AWS JSON 1.1 at `POST /` and plain JSON at `/_ocr/`. Signatures are not checked. */
export function createHttpServer(parts: HttpParts): Server {
  const server = createServer((request, response) => {
    void answer(request, response, parts).catch((error: unknown) => {
      parts.log({ level: 'error', event: 'answer-not-sent', reason: errorName(error) });
      response.destroy();
    });
  });
  server.keepAliveTimeout = keepAliveMilliseconds;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: HttpParts): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname.startsWith('/_ocr/')) {
    const body = (await readBody(request)) ?? '';
    const { status, body: answerBody } = answerAdminRoute(request.method ?? 'GET', pathname, body, parts);
    send(response, status, 'application/json', answerBody);
    return;
  }
  const target = request.headers['x-amz-target'];
  const operation =
    typeof target === 'string' && target.startsWith(targetPrefix) ? target.slice(targetPrefix.length) : '';
  try {
    send(response, 200, textractContentType, await perform(operation, request, parts));
  } catch (error) {
    const known = asTextractError(error);
    parts.statistics.countError(known.code);
    if (known.code === 'InternalServerError') {
      parts.log({ level: 'error', event: 'call-failed', operation, reason: errorName(error) });
    }
    send(response, known.httpStatus, textractContentType, { __type: known.code, message: known.message });
  }
}

async function perform(operation: string, request: IncomingMessage, parts: HttpParts): Promise<unknown> {
  const body = await readBody(request);
  if (!isOperationName(operation)) {
    throw new TextractError(
      'UnknownOperationException',
      `The local OCR service does not offer ${operation === '' ? 'calls without an X-Amz-Target of Textract' : operation}`,
    );
  }
  parts.statistics.countCall(operation);
  if (body === undefined) {
    throw new TextractError('DocumentTooLargeException', `Request is larger than ${maximumBodyBytes} bytes`);
  }
  return await parts.operations.perform(operation, parseJson(body));
}

/** The whole body, or undefined when it is too large (it is read to its end all the same, so that the answer arrives). */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (Buffer.isBuffer(chunk)) {
      size += chunk.length;
      if (size <= maximumBodyBytes) {
        chunks.push(chunk);
      }
    }
  }
  return size > maximumBodyBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw invalidParameter('the body is not JSON');
  }
}

function asTextractError(error: unknown): TextractError {
  return error instanceof TextractError
    ? error
    : new TextractError('InternalServerError', `The local OCR service failed (${errorName(error)})`, {
        cause: error,
      });
}

function send(response: ServerResponse, status: number, contentType: string, body: unknown): void {
  const content = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(content),
    'x-amzn-requestid': randomUUID(),
  });
  response.end(content);
}
