import { createSqsClient } from '../../adapters/aws/clients.ts';
import { SqsWorkQueues } from '../../adapters/aws/work-queues.ts';
import { DynamoClaimStore } from '../../adapters/dynamodb/claim-store.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoHoldEnds } from '../../adapters/dynamodb/hold-ends.ts';
import { DynamoOwnClaims } from '../../adapters/dynamodb/own-claims.ts';
import { DynamoRegistryStore } from '../../adapters/dynamodb/registry-store.ts';
import { releasePaymentsSchema } from '../../core/contracts/work-messages.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();
const claims = new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock);
const queues = new SqsWorkQueues(createSqsClient(), { releasePayments: env.RELEASE_PAYMENTS_QUEUE_URL });

export const handler = queueConsumer(
  releasePaymentsSchema,
  createHandler({
    claims,
    claimsOfPerson: new DynamoOwnClaims(documents, env.CLAIMS_TABLE, claims),
    registry: new DynamoRegistryStore(documents, env.REGISTRY_TABLE),
    holdEnds: new DynamoHoldEnds(documents, env.CLAIMS_TABLE),
    clock,
    ask: (message) => queues.releasePayments(message),
  }),
);
