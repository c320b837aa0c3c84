import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { watchListsSchema } from '../../contexts/registration/records/work-messages.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const clock = () => new Date();

export const handler = queueConsumer(
  watchListsSchema,
  createHandler({
    lists: new DynamoListStore(createDocumentClient(), env.REGISTRY_TABLE, clock),
    clock,
    stuckAfterMinutes: env.STUCK_AFTER_MINUTES,
  }),
);
