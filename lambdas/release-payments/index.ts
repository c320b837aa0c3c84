import { createSqsClient } from '../../contexts/shared/aws/clients.ts';
import { SqsWorkQueues } from '../../contexts/relay/aws/work-queues.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoHoldEnds } from '../../contexts/payments/aws/hold-ends.ts';
import { DynamoOwnClaims } from '../../contexts/claims/aws/own-claims.ts';
import { DynamoWaitingClaims } from '../../contexts/payments/aws/waiting-claims.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { releasePaymentsSchema } from '../../contexts/payments/records/work-messages.ts';
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
    waiting: new DynamoWaitingClaims(documents, env.CLAIMS_TABLE),
    registry: new DynamoRegistryStore(documents, env.REGISTRY_TABLE),
    holdEnds: new DynamoHoldEnds(documents, env.CLAIMS_TABLE),
    clock,
    ask: (message) => queues.releasePayments(message),
  }),
);
