import { S3BankExchange } from '../../contexts/payments/aws/bank-exchange.ts';
import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoPaymentBatchStore } from '../../contexts/payments/aws/payment-batch-store.ts';
import { DynamoReferenceStore } from '../../contexts/registry/aws/reference-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { orderPaymentsSchema } from '../../contexts/payments/records/work-messages.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';
import { writeOrder } from './write-order.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();

export const handler = queueConsumer(
  orderPaymentsSchema,
  createHandler({
    claims: new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock),
    batches: new DynamoPaymentBatchStore(documents, env.CLAIMS_TABLE, clock),
    bank: new S3BankExchange(createS3Client(), env.BANK_BUCKET),
    registry: new DynamoRegistryStore(documents, env.REGISTRY_TABLE),
    references: new DynamoReferenceStore(documents, env.REGISTRY_TABLE),
    clock,
    maxPaymentsPerBatch: env.MAX_PAYMENTS_PER_BATCH,
    debtor: { name: env.DEBTOR_NAME, rib: env.DEBTOR_RIB, bic: env.DEBTOR_BIC },
    writeOrder,
  }),
);
