import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { Context, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { lambda } from './lambda.ts';
import { describeError, logError, logInfo, type LogFields } from './log.ts';

/** A function that works on a table's stream; the first record that fails comes again, with all that follow it. */
export function streamConsumer(handle: (record: DynamoDBRecord) => Promise<LogFields | undefined>) {
  return lambda(async (event: DynamoDBStreamEvent, context: Context): Promise<PartialItemFailureResponse> => {
    const workOn = async (record: DynamoDBRecord): Promise<void> => {
      try {
        const fields = await handle(record);
        if (fields !== undefined) logInfo('EVENTS_RELAYED', fields);
      } catch (error) {
        logError('EVENT_NOT_RELAYED', describeError(error));
        throw error;
      }
    };
    return processPartialResponse(event, workOn, new BatchProcessor(EventType.DynamoDBStreams), {
      context,
      throwOnFullBatchFailure: false,
    });
  });
}
