import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { lambda } from './lambda.ts';
import { describeError, logError, logInfo, type LogFields } from './log.ts';

/**
 * A function that works on a queue. Each message is parsed and worked on by itself; one that fails comes back, the others
 * do not. A message that cannot be parsed fails too, and ends in the dead-letter queue, where it is seen.
 */
export function queueConsumer<Message>(
  schema: z.ZodType<Message>,
  handle: (message: Message) => Promise<LogFields>,
) {
  return lambda(async (event: SQSEvent, context: Context): Promise<PartialItemFailureResponse> => {
    const workOn = async (record: SQSRecord): Promise<void> => {
      try {
        logInfo('RECORD_DONE', {
          messageId: record.messageId,
          ...(await handle(parse(schema, record.body))),
        });
      } catch (error) {
        logError('RECORD_FAILED', { messageId: record.messageId, ...describeError(error) });
        throw error;
      }
    };
    return processPartialResponse(event, workOn, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    });
  });
}

function parse<Message>(schema: z.ZodType<Message>, body: string): Message {
  const value: unknown = JSON.parse(body);
  return schema.parse(value);
}
