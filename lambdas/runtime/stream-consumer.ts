import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { lambda } from './lambda.ts';
import { describeError, logError, logInfo, type LogFields } from './log.ts';

/**
 * A function that processes a table's stream, a batch at a time. When it fails the whole batch is retried, cut in two until
 * the record that fails is alone: repeats are known to whoever receives them, and an emulator that knows no partial answers
 * keeps every event.
 * @param handle what was done, to be logged
 */
export function streamConsumer(
  handle: (records: readonly DynamoDBRecord[]) => Promise<readonly LogFields[]>,
) {
  return lambda(async (event: DynamoDBStreamEvent): Promise<void> => {
    try {
      for (const done of await handle(event.Records)) logInfo('EVENTS_RELAYED', done);
    } catch (error) {
      logError('EVENT_NOT_RELAYED', describeError(error));
      throw error;
    }
  });
}
