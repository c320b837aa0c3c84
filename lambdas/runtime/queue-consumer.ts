import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { lambda } from './lambda.ts';
import { describeError, logError, logInfo, type LogFields } from './log.ts';

export interface Delivery {
  /** How often the queue has given this message out, from 1. */
  readonly deliveryCount: number;
}

/**
 * A function that processes a queue. Each message is parsed and processed by itself; one that fails comes back, others do not. A
 * message that cannot be parsed fails too, and ends in the dead-letter queue, where it is seen.
 *
 * Nothing here guards one message from another that hangs or ends the process: queues give out one message a call
 * (`lib/constructs/queue-consumer.ts`).
 */
export function queueConsumer<Message>(
  schema: z.ZodType<Message>,
  handle: (message: Message, delivery: Delivery) => Promise<LogFields>,
) {
  const workOn = async (record: SQSRecord): Promise<void> => {
    try {
      const done = await handle(parse(schema, record.body), deliveryOf(record));
      logInfo('RECORD_DONE', { messageId: record.messageId, ...done });
    } catch (error) {
      logError('RECORD_FAILED', { messageId: record.messageId, ...describeError(error) });
      throw error;
    }
  };
  return lambda(async (event: SQSEvent, context: Context): Promise<PartialItemFailureResponse> =>
    processPartialResponse(event, workOn, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
    }),
  );
}

function deliveryOf({ attributes }: SQSRecord): Delivery {
  const deliveryCount = Number(attributes.ApproximateReceiveCount);
  return { deliveryCount: deliveryCount >= 1 ? deliveryCount : 1 };
}

function parse<Message>(schema: z.ZodType<Message>, body: string): Message {
  const value: unknown = JSON.parse(body);
  return schema.parse(value);
}
