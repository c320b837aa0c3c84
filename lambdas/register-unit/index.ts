import { createS3Client, createSecretsManagerClient } from '../../adapters/aws/clients.ts';
import { S3ListObjects } from '../../adapters/aws/list-objects.ts';
import { readNumberSource } from '../../adapters/aws/number-secret.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoListStore } from '../../adapters/dynamodb/list-store.ts';
import { DynamoRegistrationStore } from '../../adapters/dynamodb/registration-store.ts';
import { registerUnitSchema } from '../../core/contracts/work-messages.ts';
import { currentRuleBook } from '../../core/rules/rule-book.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();
const numbers = await readNumberSource(createSecretsManagerClient(), env.NUMBER_SECRET_ARN);

export const handler = queueConsumer(
  registerUnitSchema,
  createHandler({
    lists: new DynamoListStore(documents, env.REGISTRY_TABLE, clock),
    objects: new S3ListObjects(createS3Client(), env.LISTS_BUCKET),
    registrations: new DynamoRegistrationStore(documents, env.REGISTRY_TABLE, numbers, clock),
    rules: currentRuleBook(),
  }),
);
