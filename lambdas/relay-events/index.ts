import { createEventBridgeClient, createSqsClient } from '../../contexts/shared/aws/clients.ts';
import { EventBridgePublisher } from '../../contexts/relay/aws/event-publisher.ts';
import { SqsWorkQueues } from '../../contexts/relay/aws/work-queues.ts';
import { streamConsumer } from '../runtime/stream-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const queues = new SqsWorkQueues(createSqsClient(), {
  startReading: env.START_READING_QUEUE_URL,
  adjudicateClaim: env.ADJUDICATE_CLAIM_QUEUE_URL,
  releasePayments: env.RELEASE_PAYMENTS_QUEUE_URL,
});

export const handler = streamConsumer(
  createHandler({
    publisher: new EventBridgePublisher(createEventBridgeClient(), env.EVENT_BUS_NAME),
    queues,
    clock: () => new Date(),
    releases: queues,
    attachments: queues,
  }),
);
