import { S3BankExchange } from '../../contexts/payments/aws/bank-exchange.ts';
import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoPaymentBatchStore } from '../../contexts/payments/aws/payment-batch-store.ts';
import { objectCreatedSchema } from '../../contexts/shared/records/object-created.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();

export const handler = queueConsumer(
  objectCreatedSchema,
  createHandler({
    bank: new S3BankExchange(createS3Client(), env.BANK_BUCKET),
    claims: new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock),
    batches: new DynamoPaymentBatchStore(documents, env.CLAIMS_TABLE, clock),
    rules: currentRuleBook(),
    clock,
  }),
);
