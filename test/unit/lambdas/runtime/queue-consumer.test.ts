import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { queueConsumer } from '../../../../lambdas/runtime/queue-consumer.ts';

const eventOf = (bodies: readonly string[], deliveryCount = '1') =>
  ({
    Records: bodies.map((body, index) => ({
      messageId: `message-${index}`,
      body,
      attributes: { ApproximateReceiveCount: deliveryCount },
      eventSource: 'aws:sqs',
    })),
  }) as unknown as SQSEvent;
const context = { functionName: 'test', awsRequestId: '1' } as unknown as Context;
const schema = z.object({ id: z.string() });

describe('a message', () => {
  it('that fails, or cannot be read, comes back, and fails no call', async () => {
    const done: string[] = [];
    const handler = queueConsumer(schema, ({ id }) => {
      if (id === 'failing') return Promise.reject(new Error('It failed'));
      done.push(id);
      return Promise.resolve({});
    });
    const bodies = ['{"id":"a"}', 'not JSON', '{"id":"failing"}', '{}', '{"id":"b"}'];
    const { batchItemFailures } = await handler(eventOf(bodies), context);
    expect(done).toEqual(['a', 'b']);
    expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort()).toEqual([
      'message-1',
      'message-2',
      'message-3',
    ]);
    expect((await handler(eventOf(['{"id":"failing"}']), context)).batchItemFailures).toHaveLength(1);
  });

  it.each([
    ['1', 1],
    ['7', 7],
    ['', 1],
    ['0', 1],
  ])('says how often it was given out (%s)', async (attribute, expected) => {
    const counts: number[] = [];
    const handler = queueConsumer(schema, (_, { deliveryCount }) => {
      counts.push(deliveryCount);
      return Promise.resolve({});
    });
    await handler(eventOf(['{"id":"a"}'], attribute), context);
    expect(counts).toEqual([expected]);
  });
});
