import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { PartialItemFailureResponse } from '@aws-lambda-powertools/batch/types';
import type { Context, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';
import { BatchTurns, shuffled } from './batch-turns.ts';
import { lambda } from './lambda.ts';
import { describeError, logError, logInfo, type LogFields } from './log.ts';

export interface Delivery {
  /** How often the queue has given this message out, from 1. */
  readonly deliveryCount: number;
}

/**
 * A function that works on a queue. Each message is parsed and worked on by itself; one that fails comes back, the others
 * do not. A message that cannot be parsed fails too, and ends in the dead-letter queue, where it is seen.
 *
 * One that hangs fails shortly before the function's time is up, and those beside it are done. One that kills the function
 * brings back all of its batch: those that came before go one by one then, so that it does not take the same ones along each
 * time. Steps that open files of others take one message a call (`lib/stages/stages.ts`).
 */
export function queueConsumer<Message>(
  schema: z.ZodType<Message>,
  handle: (message: Message, delivery: Delivery) => Promise<LogFields>,
) {
  return lambda(async (event: SQSEvent, context: Context): Promise<PartialItemFailureResponse> => {
    const workOn = async (record: SQSRecord, turn: Turn): Promise<void> => {
      try {
        const delivery = deliveryOf(record);
        logInfo('RECORD_DONE', {
          messageId: record.messageId,
          ...(await turn(delivery.deliveryCount > 1, () => handle(parse(schema, record.body), delivery))),
        });
      } catch (error) {
        logError('RECORD_FAILED', { messageId: record.messageId, ...describeError(error) });
        throw error;
      }
    };
    const turn = turnsIn(event, context);
    return processPartialResponse(
      { Records: [...shuffled(event.Records, Math.random)] },
      (record: SQSRecord) => workOn(record, turn),
      new BatchProcessor(EventType.SQS),
      { context, throwOnFullBatchFailure: false },
    );
  });
}

type Turn = (cameBefore: boolean, work: () => Promise<LogFields>) => Promise<LogFields>;

/** A message that is alone takes nobody along; where it hangs, the function is ended with it and begins anew. */
function turnsIn({ Records }: SQSEvent, context: Context): Turn {
  if (Records.length === 1) return (_, work) => work();
  const turns = new BatchTurns(context.getRemainingTimeInMillis());
  return (cameBefore, work) => turns.take(cameBefore, work);
}

function deliveryOf({ attributes }: SQSRecord): Delivery {
  const deliveryCount = Number(attributes.ApproximateReceiveCount);
  return { deliveryCount: deliveryCount >= 1 ? deliveryCount : 1 };
}

function parse<Message>(schema: z.ZodType<Message>, body: string): Message {
  const value: unknown = JSON.parse(body);
  return schema.parse(value);
}
