import { DeleteMessageCommand, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { BANK_ANSWERS_PREFIX, BANK_ORDERS_PREFIX } from '../../../contexts/payments/aws/bank-exchange.ts';
import { clientOptions } from '../../../contexts/shared/aws/client-options.ts';
import { createS3Client, createSqsClient } from '../../../contexts/shared/aws/clients.ts';
import { createUploadForm, uploadWithForm } from '../../../contexts/intake/aws/scan-upload.ts';
import { claimEventSchema } from '../../../contexts/events/events.ts';
import type { FunctionHost, Invocation } from './function-host.ts';
import { queueEvent, streamEvent } from './lambda-events.ts';
import type { MeteredCall, MeteringProxy } from './metering-proxy.ts';
import type { PrivateResources } from './private-resources.ts';

export const CHANNEL = 'agency-bench';
const COMPLETION_SECONDS = 30;

const sendSchema = z.object({ QueueUrl: z.string(), MessageBody: z.string() });
const publishSchema = z.object({
  Entries: z.array(z.object({ DetailType: z.string(), Detail: z.string() })),
});
const completionSchema = z.object({ JobId: z.string() });
const reminderSchema = z.object({ jobId: z.string() });

export interface JourneyParts {
  readonly host: FunctionHost;
  readonly proxy: MeteringProxy;
  readonly resources: PrivateResources;
}

/** Calls each function with what the one before it left behind, as queues, streams and rules do. */
export class ClaimJourney {
  readonly invocations: Invocation[] = [];
  readonly #parts: JourneyParts;
  readonly #sqs = createSqsClient();

  constructor(parts: JourneyParts) {
    this.#parts = parts;
  }

  /** @returns the file's receipt number */
  async fromUploadToDecision(bytes: Uint8Array, contentType: string): Promise<string> {
    const { resources } = this.#parts;
    const { key, fileId } = await this.#upload(bytes, contentType);
    await this.#work('receive-file', [objectCreated(resources.scansBucket, key)]);
    const toStart = sentTo(await this.#relay(), resources.startReadingQueueUrl);
    const started = await this.#work('start-reading', toStart);
    const reminders = sentTo(started, resources.collectReadingQueueUrl);
    const collected = await this.#work('collect-reading', await this.#completionsOf(reminders));
    await this.#work('read-forms', sentTo(collected, resources.readFormsQueueUrl));
    const toDecide = sentTo(await this.#relay(), resources.adjudicateClaimQueueUrl);
    await this.#work('adjudicate-claim', toDecide);
    const told = publishedBy(await this.#relay(), 'claim.approved.v1');
    await this.#work(
      'notify-person',
      told.map((detail) => JSON.stringify({ detail })),
    );
    // It comes whether or not the completion message did.
    await this.#work('collect-reading', reminders);
    return fileId;
  }

  /** Orders every pending payment, and lets the bank say that it was made. */
  async fromApprovalToPayment(paymentCount: number): Promise<void> {
    const { bankBucket } = this.#parts.resources;
    const ordered = await this.#work('order-payments', [JSON.stringify({ requestedBy: 'bench' })]);
    const batchId = ordered
      .filter(({ operation }) => operation === 'PutObject')
      .flatMap(({ url }) => new RegExp(`${BANK_ORDERS_PREFIX}(.+)\\.xml`).exec(url)?.[1] ?? [])[0];
    if (batchId === undefined) throw new Error('The payment run wrote no order');
    await this.#relay();
    const key = `${BANK_ANSWERS_PREFIX}${batchId}.xml`;
    await createS3Client().send(
      new PutObjectCommand({ Bucket: bankBucket, Key: key, Body: bankAnswer(batchId, paymentCount) }),
    );
    await this.#work('apply-bank-answer', [objectCreated(bankBucket, key)]);
    await this.#relay();
  }

  async #upload(
    bytes: Uint8Array,
    contentType: string,
  ): Promise<{ readonly key: string; readonly fileId: string }> {
    const { proxy, resources } = this.#parts;
    const s3 = new S3Client({ ...clientOptions, endpoint: proxy.url });
    const form = await createUploadForm(s3, resources.scansBucket, {
      channelId: CHANNEL,
      contentType,
      maxFileBytes: bytes.length,
      validSeconds: 60,
      now: new Date(),
    });
    proxy.step = 'upload';
    const fileId = await uploadWithForm(form, bytes);
    return { key: form.key, fileId };
  }

  /** @returns the calls that the function made */
  async #work(functionName: string, bodies: readonly string[]): Promise<readonly MeteredCall[]> {
    if (bodies.length === 0) throw new Error(`Nothing was sent to ${functionName}`);
    return this.#invoke(functionName, queueEvent(bodies));
  }

  /** Hands events that were committed since the last time to relay-events. */
  async #relay(): Promise<readonly MeteredCall[]> {
    const { calls } = this.#parts.proxy;
    const lastRelay = calls.findLastIndex(({ step }) => step === 'relay-events');
    const events = calls
      .slice(lastRelay + 1)
      .flatMap(({ puts }) => puts)
      .filter(({ sk }) => sk !== undefined && 'S' in sk && sk.S.startsWith('EVENT#'));
    return this.#invoke('relay-events', streamEvent(events));
  }

  async #invoke(functionName: string, event: object): Promise<readonly MeteredCall[]> {
    const { host, proxy } = this.#parts;
    const first = proxy.calls.length;
    proxy.step = functionName;
    try {
      this.invocations.push(await host.invoke(functionName, event));
    } finally {
      proxy.demandHealth();
    }
    return proxy.calls.slice(first);
  }

  /** Waits for the OCR service's message about the job that a reminder is about; reminders are known from their sending. */
  async #completionsOf([reminder]: readonly string[]): Promise<readonly string[]> {
    if (reminder === undefined) throw new Error('start-reading left no reminder of its job');
    const { jobId } = reminderSchema.parse(JSON.parse(reminder));
    const QueueUrl = this.#parts.resources.collectReadingQueueUrl;
    const deadline = Date.now() + COMPLETION_SECONDS * 1000;
    while (Date.now() < deadline) {
      const { Messages = [] } = await this.#sqs.send(
        new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 1, MaxNumberOfMessages: 10 }),
      );
      for (const { ReceiptHandle } of Messages)
        await this.#sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      const found = Messages.map(({ Body = '' }) => Body).filter(
        (body) => completionSchema.safeParse(JSON.parse(body)).data?.JobId === jobId,
      );
      if (found.length > 0) return found;
    }
    throw new Error(`The OCR service did not tell of job ${jobId} in ${COMPLETION_SECONDS} seconds`);
  }
}

function sentTo(calls: readonly MeteredCall[], queueUrl: string): readonly string[] {
  return calls
    .filter(({ operation }) => operation === 'SendMessage')
    .map(({ request }) => sendSchema.parse(request))
    .filter((message) => message.QueueUrl === queueUrl)
    .map(({ MessageBody }) => MessageBody);
}

function publishedBy(calls: readonly MeteredCall[], type: string) {
  return calls
    .filter(({ operation }) => operation === 'PutEvents')
    .flatMap(({ request }) => publishSchema.parse(request).Entries)
    .filter(({ DetailType }) => DetailType === type)
    .map(({ Detail }) => claimEventSchema.parse(JSON.parse(Detail)));
}

function objectCreated(bucket: string, key: string): string {
  return JSON.stringify({ detail: { bucket: { name: bucket }, object: { key } } });
}

/** All payments of an order were made. */
function bankAnswer(batchId: string, paymentCount: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BENCH-${batchId}</MsgId><CreDtTm>${new Date().toISOString().slice(0, 19)}</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${batchId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><OrgnlNbOfTxs>${paymentCount}</OrgnlNbOfTxs><GrpSts>ACSC</GrpSts></OrgnlGrpInfAndSts>
</CstmrPmtStsRpt></Document>`;
}
