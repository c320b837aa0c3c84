import { createS3Client } from '../../adapters/aws/clients.ts';
import { S3ReadingStore } from '../../adapters/aws/reading-store.ts';
import { DynamoClaimStore } from '../../adapters/dynamodb/claim-store.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoRegistryStore } from '../../adapters/dynamodb/registry-store.ts';
import { adjudicateClaimSchema } from '../../core/contracts/work-messages.ts';
import { currentRuleBook } from '../../core/rules/rule-book.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();

export const handler = queueConsumer(
  adjudicateClaimSchema,
  createHandler({
    claims: new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock),
    registry: new DynamoRegistryStore(documents, env.REGISTRY_TABLE),
    readings: new S3ReadingStore(createS3Client(), env.READINGS_BUCKET),
    rules: currentRuleBook(),
    clock,
  }),
);
