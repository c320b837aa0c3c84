import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { lambda } from './lambda.ts';
import { describeError, logError, logInfo, type LogFields } from './log.ts';

/** A record of the batch could not be worked on: the stream brings the batch again. */
class BatchNotRelayedError extends Error {
  override name = 'BatchNotRelayedError';
}

/**
 * A function that works on a table's stream. When a record fails the whole batch comes again, cut in two until the one that
 * fails is alone: repeats are known to whoever receives them, and an emulator that knows no partial answers keeps every event.
 */
export function streamConsumer(handle: (record: DynamoDBRecord) => Promise<LogFields | undefined>) {
  return lambda(async (event: DynamoDBStreamEvent): Promise<void> => {
    const outcomes = await Promise.allSettled(event.Records.map(handle));
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') logError('EVENT_NOT_RELAYED', describeError(outcome.reason));
      else if (outcome.value !== undefined) logInfo('EVENTS_RELAYED', outcome.value);
    }
    if (outcomes.some(({ status }) => status === 'rejected')) {
      throw new BatchNotRelayedError('Not every event of the batch could be sent on');
    }
  });
}
