import type { DynamoDBStreamEvent } from 'aws-lambda';
import { recordStatistics } from '../../contexts/reporting/use-cases/record-statistics.ts';
import type { FigureCounters } from '../../contexts/reporting/ports.ts';
import { countedRecord } from './counted-record.ts';
import type { Env } from './env.ts';

/** A call of a stream with a tumbling window says which shard it brings. */
export interface ShardEvent extends DynamoDBStreamEvent {
  readonly shardId?: string;
  readonly eventSourceARN?: string;
}

export interface RecordStatisticsHandlerDependencies {
  readonly counters: FigureCounters;
  readonly shards: Env['STREAM_SHARDS'];
}

/**
 * @returns how many changes were counted; a window that ends brings none
 * @throws Error when the call does not say which shard it brings: counted under another name, changes would be lost or counted twice
 */
export function createHandler({ counters, shards }: RecordStatisticsHandlerDependencies) {
  return async ({ Records: records, shardId, eventSourceARN }: ShardEvent): Promise<number> => {
    const stream = records[0]?.eventSourceARN ?? eventSourceARN;
    if (records.length === 0 || stream === undefined) return 0;
    const name = shards === 'one' ? 'only' : shardId;
    if (name === undefined) throw new Error('The call does not name its shard: is the tumbling window on?');
    return recordStatistics(`${stream}/${name}`, records.map(countedRecord), counters);
  };
}
