import type { Context, DynamoDBRecord, SQSEvent } from 'aws-lambda';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { parseUploadKey, UploadKeyError } from '../../../contexts/intake/domain/upload-key.ts';
import { submissionDateOf } from '../../../contexts/intake/domain/submission-date.ts';
import { parseReadingTag } from '../../../contexts/claims/domain/reading-attempt.ts';
import { kindOfUpload } from '../../../contexts/registration/domain/lists/list-key.ts';
import { adjudicateClaimSchema } from '../../../contexts/claims/records/work-messages.ts';
import { attachDocumentsSchema } from '../../../contexts/review/records/sent-documents.ts';
import { checkRightsSchema } from '../../../contexts/rights/records/work-messages.ts';
import {
  closeListSchema,
  linkListSchema,
  registerUnitSchema,
  verifyRangeSchema,
  watchListsSchema,
} from '../../../contexts/registration/records/work-messages.ts';
import {
  orderPaymentsSchema,
  releasePaymentsSchema,
} from '../../../contexts/payments/records/work-messages.ts';
import { readFormsSchema, startReadingSchema } from '../../../contexts/reading/records/work-messages.ts';
import { objectCreatedSchema } from '../../../contexts/shared/records/object-created.ts';
import { sendRegistrationSmsSchema } from '../../../contexts/messaging/records/work-messages.ts';
import { loadRegistry } from '../../../contexts/registry/use-cases/load-registry.ts';
import { advancingEventSchema } from '../../../lambdas/advance-list/handler.ts';
import { collectMessageSchema } from '../../../lambdas/collect-reading/handler.ts';
import { countedRecord } from '../../../lambdas/record-statistics/counted-record.ts';
import { toldEventSchema } from '../../../lambdas/notify-person/handler.ts';
import { closedEventSchema } from '../../../lambdas/prepare-messages/handler.ts';
import { committedEvent } from '../../../lambdas/relay-events/committed-event.ts';
import { releasingChange } from '../../../lambdas/relay-events/releasing-change.ts';
import { renderMessageSchema } from '../../../lambdas/render-pages/handler.ts';
import { queueConsumer } from '../../../lambdas/runtime/queue-consumer.ts';
import { jsonOf, textOf, textSeed } from '../json-input.ts';
import { jsonMutators } from '../mutators/json.ts';
import { lineMutators } from '../mutators/lines.ts';
import { itemSeeds, queueSeeds, registrySeeds } from '../seeds/message-seeds.ts';
import { accepted, refused, type Target, type Verdict } from '../target.ts';

const done = () => Promise.resolve({});

/** Each queue with what its function does with a message before it asks for anything. */
const consumers: Readonly<Record<string, (event: SQSEvent, context: Context) => unknown>> = {
  adjudicate: queueConsumer(z.union([attachDocumentsSchema, adjudicateClaimSchema]), done),
  advance: queueConsumer(advancingEventSchema, done),
  checkRights: queueConsumer(checkRightsSchema, done),
  closed: queueConsumer(closedEventSchema, done),
  closeList: queueConsumer(closeListSchema, done),
  collect: queueConsumer(collectMessageSchema, done),
  linkList: queueConsumer(linkListSchema, done),
  orderPayments: queueConsumer(orderPaymentsSchema, done),
  readForms: queueConsumer(readFormsSchema, done),
  register: queueConsumer(registerUnitSchema, done),
  release: queueConsumer(releasePaymentsSchema, done),
  render: queueConsumer(renderMessageSchema, done),
  scan: queueConsumer(objectCreatedSchema, ({ detail }) => {
    parseUploadKey(detail.object.key);
    return done();
  }),
  list: queueConsumer(objectCreatedSchema, ({ detail }) => {
    kindOfUpload(detail.object.key);
    return done();
  }),
  startReading: queueConsumer(startReadingSchema, done),
  tell: queueConsumer(sendRegistrationSmsSchema, done),
  told: queueConsumer(toldEventSchema, done),
  verify: queueConsumer(verifyRangeSchema, done),
  watch: queueConsumer(watchListsSchema, done),
};

const deliverySchema = z.object({
  queue: z.string(),
  /** The text of a message, or what is to be written as JSON. */
  bodies: z.array(z.unknown()).min(1).max(10),
  receiveCount: z.string(),
});

/** What Lambda tells a handler of its call, as far as handlers ask. */
const context = z.custom<Context>().parse({
  functionName: 'fuzz',
  functionVersion: '1',
  awsRequestId: 'r',
  getRemainingTimeInMillis: () => 20_000,
});

const answerSchema = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** What fails is said to the queue by its number, whatever it is: nothing of a message ends the function. */
async function deliver(bytes: Uint8Array): Promise<Verdict> {
  const found = deliverySchema.safeParse(jsonOf(bytes));
  if (!found.success || !Object.hasOwn(consumers, found.data.queue)) return refused('no delivery');
  const consumer = consumers[found.data.queue];
  if (consumer === undefined) return refused('no delivery');
  const { bodies, receiveCount } = found.data;
  const Records = bodies.map((body, index) => ({
    ...{
      messageId: `m${index}`,
      receiptHandle: 'h',
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn',
    },
    ...{ awsRegion: 'eu-west-3', messageAttributes: {} },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    attributes: {
      ...{ ApproximateReceiveCount: receiveCount, SentTimestamp: '1', SenderId: 's' },
      ApproximateFirstReceiveTimestamp: '1',
    },
  }));
  const { batchItemFailures } = answerSchema.parse(await consumer({ Records }, context));
  return batchItemFailures.length < bodies.length ? accepted : refused('failed, to come again');
}

const itemSchema = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  item: z.record(z.string(), z.unknown()),
});

/** An item of our own tables, as their streams bring it; what a function does not understand, it says so by a ZodError. */
function relay(bytes: Uint8Array): Verdict {
  const found = itemSchema.safeParse(jsonOf(bytes));
  if (!found.success) return refused('no item');
  const { eventName, item } = found.data;
  const record = recordOf(eventName, item);
  if (record === undefined) return refused('no item');
  countedRecord(record);
  try {
    return (committedEvent(record) ?? releasingChange(record)) === undefined
      ? refused('nothing to send')
      : accepted;
  } catch (error) {
    if (error instanceof z.ZodError) return refused('not understood');
    throw error;
  }
}

function recordOf(
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE',
  item: Record<string, unknown>,
): DynamoDBRecord | undefined {
  const key = z.string().safeParse(item['sk']).data ?? '';
  try {
    const NewImage = z.custom<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>().parse(marshall(item));
    return {
      eventName,
      dynamodb: { SequenceNumber: '1', Keys: { sk: { S: key } }, ...(NewImage && { NewImage }) },
    };
  } catch {
    return undefined;
  }
}

/** Names that others give: keys of uploads, tags of jobs, the day that a channel declares. */
function readName(bytes: Uint8Array): Verdict {
  const text = textOf(bytes);
  submissionDateOf(
    { declared: text, uploadedAt: new Date('2024-02-29T23:30:00Z') },
    { farBackdatedDays: 30 },
  );
  const kind = kindOfUpload(text);
  if (kind.kind === 'list') return accepted;
  if (/^[0-9A-Z]{16}-\d{1,3}$/.test(text))
    return parseReadingTag(text).readingAttempt >= 0 ? accepted : refused('no tag');
  try {
    parseUploadKey(text);
    return accepted;
  } catch (error) {
    if (error instanceof UploadKeyError) return refused('no key');
    throw error;
  }
}

async function load(bytes: Uint8Array): Promise<Verdict> {
  const { loadedCount } = await loadRegistry(textOf(bytes).split('\n'), { put: () => Promise.resolve() });
  return loadedCount > 0 ? accepted : refused('no record');
}

const WORDS = [
  ...[
    'file.accepted.v1',
    'claim.drafted.v1',
    'list.closed.v1',
    'person.registered.v1',
    'SUCCEEDED',
    'PARTIAL_SUCCESS',
  ],
  ...[
    'incoming/agency-rabat-01/a.pdf',
    'incoming/dgi/a.csv.gz',
    'incoming/',
    '/',
    '..',
    '%2F',
    '+',
    '\0',
    'é',
    '\ud800',
  ],
  ...[
    '7Q2MK8D10ABCDEFG-1',
    '7Q2MK8D10ABCDEFG-999',
    '2024-02-29',
    '2024-02-30',
    '-000001-01-01',
    '112233445',
    'kind',
    '1',
  ],
  ...[
    'EVENT#1',
    'PROFILE',
    'ACCOUNT#1',
    'CLAIM',
    'INSERT',
    'MODIFY',
    'HELD',
    '.manifest.json',
    '.jsonl',
    '\n',
  ],
] as const;

export const messageTargets: readonly Target[] = [
  {
    name: 'queue-messages',
    share: 30,
    prepare: () =>
      Promise.resolve({ seeds: queueSeeds(), words: WORDS, mutators: jsonMutators(WORDS), parse: deliver }),
  },
  {
    name: 'stream-records',
    share: 30,
    prepare: () =>
      Promise.resolve({ seeds: itemSeeds(), words: WORDS, mutators: jsonMutators(WORDS), parse: relay }),
  },
  {
    name: 'names',
    share: 50,
    prepare: () =>
      Promise.resolve({
        seeds: [
          ...[
            'incoming/agency-rabat-01/2024/scan 1.pdf',
            'incoming/dgi/liste.csv.gz',
            'incoming/rsu/a.manifest.json',
          ],
          ...['7Q2MK8D10ABCDEFG-1', '2024-02-20', 'incoming/mobile-07/a+b%20c/é.tiff', 'incoming/ramed/'],
        ].map(textSeed),
        words: WORDS,
        mutators: [],
        parse: readName,
      }),
  },
  {
    name: 'registry-records',
    share: 30,
    prepare: () =>
      Promise.resolve({
        seeds: registrySeeds(),
        words: WORDS,
        mutators: [...jsonMutators(WORDS), ...lineMutators(WORDS)],
        parse: load,
      }),
  },
];
