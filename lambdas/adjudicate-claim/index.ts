import * as z from 'zod';
import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { S3ReadingStore } from '../../contexts/reading/aws/reading-store.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { DynamoReviewStore } from '../../contexts/review/aws/review-store.ts';
import { DynamoSentDocuments } from '../../contexts/review/aws/sent-documents.ts';
import { attachDocumentsSchema } from '../../contexts/review/records/sent-documents.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoMedicineStore } from '../../contexts/medicines/aws/medicine-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { adjudicateClaimSchema } from '../../contexts/claims/records/work-messages.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { queueConsumer } from '../runtime/queue-consumer.ts';
import { readEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();

export const handler = queueConsumer(
  z.union([attachDocumentsSchema, adjudicateClaimSchema]),
  createHandler({
    claims: new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock),
    registry: new DynamoRegistryStore(documents, env.REGISTRY_TABLE),
    medicines: new DynamoMedicineStore(documents, env.REGISTRY_TABLE),
    readings: new S3ReadingStore(createS3Client(), env.READINGS_BUCKET),
    reviews: new DynamoReviewStore(documents, env.CLAIMS_TABLE, clock),
    sentDocuments: new DynamoSentDocuments(documents, env.REGISTRY_TABLE),
    rules: currentRuleBook(),
    clock,
  }),
);
