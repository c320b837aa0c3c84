import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { text } from 'node:stream/consumers';

/** S3 and SNS as far as the OCR service uses them, reached by the real SDK clients. */
export interface FakeAws {
  /** Objects by `bucket/key` or `bucket/key?version`. */
  readonly objects: Map<string, Uint8Array>;
  readonly topics: Set<string>;
  readonly published: { readonly topicArn: string; readonly message: unknown }[];
  readonly clients: { readonly s3: S3Client; readonly sns: SNSClient };
  stop(): Promise<void>;
}

/** Starts both on one free port. */
export async function startFakeAws(): Promise<FakeAws> {
  const objects: FakeAws['objects'] = new Map();
  const topics = new Set<string>();
  const published: FakeAws['published'] = [];
  const server = createServer((request, response) => {
    void (request.method === 'GET'
      ? answerObject(request, response, objects)
      : answerSns(request, response, topics, published));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const shared = {
    region: 'eu-west-3',
    endpoint: `http://127.0.0.1:${portOf(server.address())}`,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const clients = { s3: new S3Client({ ...shared, forcePathStyle: true }), sns: new SNSClient(shared) };
  return {
    objects,
    topics,
    published,
    clients,
    stop: async () => {
      clients.s3.destroy();
      clients.sns.destroy();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answerObject(
  request: IncomingMessage,
  response: ServerResponse,
  objects: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  await text(request);
  const url = new URL(request.url ?? '/', 'http://fake');
  const version = url.searchParams.get('versionId');
  const name = decodeURIComponent(url.pathname.slice(1));
  const bytes = objects.get(version === null ? name : `${name}?${version}`);
  if (bytes === undefined) {
    sendXml(response, 404, '<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
    return;
  }
  const end = /^bytes=0-(\d+)$/.exec(request.headers.range ?? '')?.[1];
  if (end === undefined) {
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  } else if (bytes.length === 0) {
    sendXml(response, 416, '<Error><Code>InvalidRange</Code><Message>none</Message></Error>');
  } else {
    const part = bytes.subarray(0, Number(end) + 1);
    response
      .writeHead(206, {
        'content-length': part.length,
        'content-range': `bytes 0-${part.length - 1}/${bytes.length}`,
      })
      .end(part);
  }
}

async function answerSns(
  request: IncomingMessage,
  response: ServerResponse,
  topics: ReadonlySet<string>,
  published: FakeAws['published'],
): Promise<void> {
  const form = new URLSearchParams(await text(request));
  const action = form.get('Action') ?? '';
  const topicArn = form.get('TopicArn') ?? '';
  if (!topics.has(topicArn)) {
    sendXml(
      response,
      404,
      '<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>none</Message></Error></ErrorResponse>',
    );
    return;
  }
  if (action === 'Publish') {
    published.push({ topicArn, message: JSON.parse(form.get('Message') ?? 'null') });
  }
  sendXml(
    response,
    200,
    `<${action}Response><${action}Result><MessageId>1</MessageId></${action}Result></${action}Response>`,
  );
}

function sendXml(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') {
    throw new Error('the fake AWS listens on no port');
  }
  return address.port;
}
