import type { Context, SQSEvent } from 'aws-lambda';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { queueConsumer } from '../../lambdas/runtime/queue-consumer.ts';
import { deliverFromQueue, deliverFromStream } from '../support/simulated-delivery.ts';
import { FUNCTIONS, type Resource, STAGES, synthesise } from './synthesise.ts';

/**
 * Which sources may hand over more than one at a time, and why one that fails, hangs or ends the process takes none along. A source
 * that is not named takes one a call.
 */
const MAY_BATCH: Readonly<Record<string, string>> = {
  'relay-events':
    'A stream: what fails is cut in two until the record that fails is alone, and cutting uses up no try. Repeats are known to whoever receives them.',
  'record-statistics':
    'A stream: cut in two likewise, and counted by position, so that no repeat counts twice. A record that cannot be understood counts for nothing.',
};

/** People wait for these: they are called by an API, and at sign-in. */
const CALLED = new Set(['challenge-insured', 'serve-console', 'serve-portal', 'serve-sign-in']);

/** Records of record-statistics are tried until the stream forgets them: an outage of a day leaves none out. */
const TRIES: Readonly<Record<string, number>> = { 'relay-events': 10, 'record-statistics': 10_000 };
const SIMULATED_RETRIES = 3;
/** Whoever waits for a code asks again sooner than a third try would come. */
const FEWEST_TRIES: Readonly<Record<string, number>> = { 'send-sign-in-code': 2 };

const mappingSchema = z.object({
  FunctionName: z.object({ Ref: z.string() }),
  EventSourceArn: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]).optional() }),
  BatchSize: z.int(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  ScalingConfig: z.object({ MaximumConcurrency: z.int() }).optional(),
  StartingPosition: z.string().optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: z.int().default(-1),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.unknown() }) }).optional(),
});
const queueSchema = z.object({
  VisibilityTimeout: z.int(),
  RedrivePolicy: z.object({ maxReceiveCount: z.int() }),
});

const schema = z.object({ id: z.string() });
const context = { functionName: 'test', awsRequestId: '1' } as unknown as Context;

/** A call of the real consumer, in a process that some messages end. */
async function callOf(
  killers: ReadonlySet<string>,
  done: Set<string>,
  ids: readonly string[],
  deliveries: ReadonlyMap<string, number>,
): Promise<ReadonlySet<string>> {
  const event = {
    Records: ids.map((id) => ({
      messageId: id,
      body: JSON.stringify({ id }),
      attributes: { ApproximateReceiveCount: String(deliveries.get(id)) },
      eventSource: 'aws:sqs',
    })),
  } as unknown as SQSEvent;
  let end: (reason: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => (end = reject));
  const handler = queueConsumer(schema, async ({ id }) => {
    if (killers.has(id)) {
      end(new Error('The process was ended'));
      return ended;
    }
    done.add(id);
    return {};
  });
  const { batchItemFailures } = await Promise.race([handler(event, context), ended]);
  return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
}

// Each message of each order of each queue is a line else.
vi.hoisted(() => (process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT'));

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 2, maxLength: 30 });
const company = ids.chain((all) =>
  fc.record({
    all: fc.constant(all),
    killers: fc.subarray(all, { minLength: 1, maxLength: Math.max(1, Math.floor(all.length / 3)) }),
    places: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
  }),
);

it('a message that ends the process would take others along in a call of several, which this test would see', async () => {
  const done = new Set<string>();
  const { setAside } = await deliverFromQueue(
    ['deadly', 'a', 'b'],
    { messagesPerCall: 3, deliveriesAllowed: 5 },
    (batch, deliveries) => callOf(new Set(['deadly']), done, batch, deliveries),
    (waiting) => waiting,
  );
  expect([...setAside]).toEqual(['deadly', 'a', 'b']);
});

describe.each(STAGES)('event sources of stage %s', (stage) => {
  let resources: readonly Resource[];
  const byId = (id: string) => resources.find(({ logicalId }) => logicalId === id)!;
  const sources = () =>
    resources
      .filter(({ Type }) => Type === 'AWS::Lambda::EventSourceMapping')
      .map(({ Properties }) => {
        const mapping = mappingSchema.parse(Properties);
        const { Properties: consumer } = byId(mapping.FunctionName.Ref);
        const name = String(consumer['FunctionName']).replace(`milaf-${stage}-`, '');
        const from = mapping.EventSourceArn['Fn::GetAtt']?.[0];
        const isStream = mapping.StartingPosition !== undefined;
        const queue = isStream || from === undefined ? undefined : queueSchema.parse(byId(from).Properties);
        return { name, mapping, timeoutSeconds: Number(consumer['Timeout']), queue };
      });

  beforeAll(() => {
    ({ resources } = synthesise(stage));
  });

  it('are all known, and hand over one at a time unless a reason is written down', () => {
    const named = new Set(sources().map(({ name }) => name));
    expect([...named].sort()).toEqual(FUNCTIONS.filter((name) => !CALLED.has(name)));
    const several = sources().filter(({ name, mapping }) => mapping.BatchSize > 1 && !(name in MAY_BATCH));
    expect(several.map(({ name }) => name)).toEqual([]);
  });

  it('take back single messages, have a bounded number of copies, some tries, and time for them', () => {
    const queues = sources().flatMap(({ queue, ...rest }) =>
      queue === undefined ? [] : [{ ...rest, queue }],
    );
    expect(queues).toHaveLength(sources().length - 2 * Object.keys(MAY_BATCH).length);
    for (const { name, mapping, queue, timeoutSeconds } of queues) {
      expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(mapping.ScalingConfig?.MaximumConcurrency).toBeGreaterThanOrEqual(2);
      expect(queue.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(FEWEST_TRIES[name] ?? 3);
      expect(queue.VisibilityTimeout).toBeGreaterThanOrEqual(6 * timeoutSeconds);
    }
  });

  it('that are streams cut what fails in two, and have a place for what fails alone', () => {
    const streams = sources().filter(({ queue }) => queue === undefined);
    expect(new Set(streams.map(({ name }) => name))).toEqual(new Set(Object.keys(MAY_BATCH)));
    for (const { name, mapping } of streams) {
      expect(mapping.StartingPosition).toBe('TRIM_HORIZON');
      expect(mapping.BisectBatchOnFunctionError).toBe(true);
      expect(mapping.DestinationConfig?.OnFailure.Destination).toBeDefined();
      expect([name, mapping.MaximumRetryAttempts]).toEqual([name, TRIES[name]]);
    }
  });

  it('lose no message but the one that ends the process, and give no other out twice, in whatever order they come', async () => {
    for (const { mapping, queue } of sources()) {
      if (queue === undefined) continue;
      const settings = {
        messagesPerCall: mapping.BatchSize,
        deliveriesAllowed: queue.RedrivePolicy.maxReceiveCount,
      };
      await fc.assert(
        fc.asyncProperty(company, async ({ all, killers, places }) => {
          const done = new Set<string>();
          const order = (waiting: readonly string[]) =>
            waiting
              .map((id) => ({ id, at: Number(places.next().value) }))
              .sort((one, other) => one.at - other.at)
              .map(({ id }) => id);
          const deadly = new Set(killers);
          const { deliveries, setAside } = await deliverFromQueue(
            all,
            settings,
            (batch, counts) => callOf(deadly, done, batch, counts),
            order,
          );
          const others = all.filter((id) => !deadly.has(id));
          expect(done).toEqual(new Set(others));
          expect(setAside).toEqual(deadly);
          for (const id of others) expect(deliveries.get(id)).toBe(1);
        }),
        { numRuns: 10 },
      );
    }
  });

  it('that are streams set only the record aside that ends the process, wherever it stands', async () => {
    const streams = sources().filter(({ queue }) => queue === undefined);
    for (const { mapping } of streams) {
      const settings = {
        recordsPerCall: mapping.BatchSize,
        isCutOnError: mapping.BisectBatchOnFunctionError,
        retries: Math.min(mapping.MaximumRetryAttempts, SIMULATED_RETRIES),
      };
      await fc.assert(
        fc.asyncProperty(company, async ({ all, killers }) => {
          const deadly = new Set(killers);
          const done = new Set<string>();
          const { setAside } = await deliverFromStream(all, settings, (batch) => {
            if (batch.some((id) => deadly.has(id))) return Promise.reject(new Error('Ended'));
            for (const id of batch) done.add(id);
            return Promise.resolve();
          });
          expect(setAside).toEqual(deadly);
          expect(done).toEqual(new Set(all.filter((id) => !deadly.has(id))));
        }),
        { numRuns: 50 },
      );
    }
  });
});
