import { describe, expect, it } from 'vitest';
import { mayMoveTo } from '../../../../contexts/shared/aws/conditions.ts';
import { shardOf, QUEUE_SHARDS } from '../../../../contexts/claims/aws/claims-items.ts';
import { fileMachine, paymentBatchMachine } from '../../../../contexts/claims/domain/states.ts';

describe('the condition of a write comes from the state machine', () => {
  it('asks for a state that may move there, in the version that was read', () => {
    expect(mayMoveTo(fileMachine, 'READ', 3)).toEqual({
      ConditionExpression: '#state IN (:from0) AND #version = :expectedVersion',
      ExpressionAttributeNames: { '#state': 'state', '#version': 'version' },
      ExpressionAttributeValues: { ':from0': 'ACCEPTED', ':expectedVersion': 3 },
    });
    expect(mayMoveTo(paymentBatchMachine, 'SENT', 2).ExpressionAttributeValues).toMatchObject({
      ':from0': 'SEALED',
    });
  });
});

describe('work queues are spread over their index keys', () => {
  it('no key gets much more than its share of 10,000 claims', () => {
    const counts = new Map<number, number>();
    for (let index = 0; index < 10_000; index += 1) {
      const shard = shardOf(`${index.toString(36).toUpperCase().padStart(16, '0')}-1`);
      counts.set(shard, (counts.get(shard) ?? 0) + 1);
    }
    expect(counts.size).toBe(QUEUE_SHARDS);
    expect(Math.max(...counts.values())).toBeLessThan((2 * 10_000) / QUEUE_SHARDS);
  });
});
