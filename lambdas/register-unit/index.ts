import { createS3Client, createSecretsManagerClient } from '../../contexts/shared/aws/clients.ts';
import { S3ListObjects } from '../../contexts/registration/aws/list-objects.ts';
import { readNumberSource } from '../../contexts/registration/aws/number-secret.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { DynamoRegistrationStore } from '../../contexts/registration/aws/registration-store.ts';
import { registerUnitSchema } from '../../contexts/registration/records/work-messages.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
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
