import type { Context, SQSEvent } from 'aws-lambda';
import fc from 'fast-check';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { BatchTurns, shuffled } from '../../../../lambdas/runtime/batch-turns.ts';
import { queueConsumer } from '../../../../lambdas/runtime/queue-consumer.ts';

const eventOf = (ids: readonly string[], deliveryCount = 1) =>
  ({
    Records: ids.map((id) => ({
      messageId: id,
      body: JSON.stringify({ id }),
      attributes: { ApproximateReceiveCount: String(deliveryCount) },
      eventSource: 'aws:sqs',
    })),
  }) as unknown as SQSEvent;
const contextWith = (seconds: number) =>
  ({
    functionName: 'test',
    awsRequestId: '1',
    getRemainingTimeInMillis: () => seconds * 1000,
  }) as unknown as Context;
const never = new Promise<never>(() => undefined);
const schema = z.object({ id: z.string() });

/** @returns which messages come back, and which were done */
async function deliver(ids: readonly string[], hanging: ReadonlySet<string>, deliveryCount: number) {
  const done: string[] = [];
  const handler = queueConsumer(schema, async ({ id }) => {
    if (hanging.has(id)) await never;
    if (id.startsWith('failing')) throw new Error('It failed');
    await sleep(1);
    done.push(id);
    return {};
  });
  const { batchItemFailures } = await handler(eventOf(ids, deliveryCount), contextWith(2.5));
  return { done: done.sort(), back: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort() };
}

describe('a batch of messages', () => {
  it.each([1, 2])(
    'is done but for the one that hangs, which comes back (delivery %i)',
    async (deliveryCount) => {
      const { done, back } = await deliver(
        ['a', 'hangs', 'b', 'failing', 'c'],
        new Set(['hangs']),
        deliveryCount,
      );
      expect(done).toEqual(['a', 'b', 'c']);
      expect(back).toEqual(['failing', 'hangs']);
    },
  );

  it('comes back where none is done, and fails no call', async () => {
    expect(await deliver(['failing-1', 'hangs'], new Set(['hangs']), 1)).toEqual({
      done: [],
      back: ['failing-1', 'hangs'],
    });
  });

  it('is worked on at once where it is new, and one by one where it came before', async () => {
    const most = async (deliveryCount: number) => {
      let atOnce = 0;
      let highest = 0;
      const handler = queueConsumer(schema, async () => {
        highest = Math.max(highest, ++atOnce);
        await sleep(5);
        atOnce -= 1;
        return {};
      });
      await handler(eventOf(['a', 'b', 'c', 'd'], deliveryCount), contextWith(10));
      return highest;
    };
    expect(await most(1)).toBe(4);
    expect(await most(2)).toBe(1);
  });

  it('begins nothing when there is no time left', async () => {
    const turns = new BatchTurns(500);
    let begun = 0;
    const work = () => Promise.resolve(++begun);
    await expect(turns.take(false, work)).rejects.toThrow('no time left');
    expect(begun).toBe(0);
  });

  it('is in another order each time, and whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer()),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (items, stream) => {
          const mixed = shuffled(items, () => Number(stream.next().value));
          expect([...mixed].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b));
        },
      ),
    );
  });
});
