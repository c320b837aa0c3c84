import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import getPort from 'get-port';
import * as z from 'zod';
import { operationOf, type AwsOperation } from './aws-call.ts';
import type { TableShape } from './capacity-units.ts';
import { meterRead, meterWrite, type MeteredUnits } from './dynamodb-meter.ts';
import { readAnswersOf, writeRequestOf, type WriteRequest } from './dynamodb-request.ts';
import { wireItemSchema, type WireItem } from './item-size.ts';

/** One request of a function to AWS. */
export interface MeteredCall extends AwsOperation {
  /** What was processed when it was made. */
  readonly step: string;
  readonly httpStatus: number;
  readonly requestBytes: number;
  /** Of DynamoDB's calls; empty where units were not wanted. */
  readonly units: readonly MeteredUnits[];
  /** Items that DynamoDB looked at to answer a read; 0 where units were not wanted. */
  readonly itemsRead: number;
  /** The request's JSON; undefined where it is none. */
  readonly request: unknown;
  /** Path and query. */
  readonly url: string;
  /** Items that were put, where the write was not refused. */
  readonly puts: readonly WireItem[];
}

export interface MeteringProxyOptions {
  readonly emulatorUrl: string;
  readonly ocrUrl: string;
  /** By the tables' names. */
  readonly tables: ReadonlyMap<string, TableShape>;
}

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems']);

/**
 * Stands between functions and the local cloud and sees every request as AWS would bill it: attempts of the SDK too. Items are
 * looked at before and after each write, since a unit depends on both; that takes time, so times are measured with it off.
 */
export class MeteringProxy {
  /** Whether units are wanted. */
  countsUnits = true;
  /** Under what name the next calls are kept. */
  step = '';
  readonly calls: MeteredCall[] = [];
  readonly #options: MeteringProxyOptions;
  readonly #server = createServer((request, response) => {
    void this.#answer(request, response).catch((error: unknown) => {
      this.#failure = error;
      response.destroy();
    });
  });
  readonly #images: DynamoDBClient;
  #failure: unknown;
  #url = '';

  constructor(options: MeteringProxyOptions) {
    this.#options = options;
    this.#images = new DynamoDBClient({ endpoint: options.emulatorUrl });
  }

  get url(): string {
    return this.#url;
  }

  /** @throws whatever went wrong inside: a call was seen that is not metered */
  demandHealth(): void {
    if (this.#failure !== undefined) throw new Error('The meter failed', { cause: this.#failure });
  }

  async start(): Promise<void> {
    const port = await getPort({ host: '127.0.0.1' });
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    this.#url = `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    this.#server.closeAllConnections();
    await closed;
    this.#images.destroy();
  }

  async #answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { step } = this;
    const body = await buffer(incoming);
    const { method = 'GET', url = '/', headers } = incoming;
    const called = operationOf({ method, url, headers, body });
    const request = called.service === 'S3' || called.service === 'SNS' ? undefined : parseJson(body);
    const write =
      called.service === 'DynamoDB'
        ? writeRequestOf(called.operation, request, this.#options.tables)
        : undefined;
    const wantsImages = this.countsUnits && write !== undefined;
    const before = wantsImages ? await this.#imagesOf(write) : [];
    const target = called.service === 'Textract' ? this.#options.ocrUrl : this.#options.emulatorUrl;
    const answer = await forward(target, incoming, body);
    const isRefused = answer.status >= 400;
    const after = wantsImages ? await this.#imagesOf(write) : [];
    let units: readonly MeteredUnits[] = [];
    let itemsRead = 0;
    if (wantsImages) units = meterWrite(write, { before, after }, this.#options.tables);
    else if (this.countsUnits && called.service === 'DynamoDB' && READS.has(called.operation) && !isRefused) {
      const json = parseJson(answer.body);
      units = meterRead(called.operation, request, json, this.#options.tables);
      itemsRead = readAnswersOf(called.operation, request, json).reduce(
        (count, { items }) => count + items.length,
        0,
      );
    }
    this.calls.push({
      ...called,
      step,
      httpStatus: answer.status,
      requestBytes: body.length,
      units,
      itemsRead,
      request,
      url,
      puts: isRefused ? [] : (write?.puts ?? []).map(({ item }) => item),
    });
    outgoing.writeHead(answer.status, answer.headers);
    outgoing.end(answer.body);
  }

  async #imagesOf({ items }: WriteRequest): Promise<readonly (WireItem | undefined)[]> {
    return Promise.all(
      items.map(async ({ table, key }) => {
        const { Item } = await this.#images.send(
          new GetItemCommand({ TableName: table, Key: keyStrings(key), ConsistentRead: true }),
        );
        return Item === undefined ? undefined : wireItemSchema.parse(Item);
      }),
    );
  }
}

const stringKeySchema = z.record(z.string(), z.object({ S: z.string() }));

function keyStrings(key: WireItem): z.infer<typeof stringKeySchema> {
  return stringKeySchema.parse(key);
}

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const headers = Object.entries(incoming.headers).filter(([name]) => name !== 'host');
  const outgoing = httpRequest(
    new URL(incoming.url ?? '/', target),
    {
      method: incoming.method,
      headers: { ...Object.fromEntries(headers), 'content-length': String(body.length) },
    },
    (response) => {
      buffer(response).then(
        (answerBody) =>
          resolve({ status: response.statusCode ?? 500, headers: response.headers, body: answerBody }),
        reject,
      );
    },
  );
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

function parseJson(body: Buffer): unknown {
  return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'));
}
