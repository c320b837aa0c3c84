import {
  createKmsClient,
  createS3Client,
  createSecretsManagerClient,
} from '../../contexts/shared/aws/clients.ts';
import { S3Evidence } from '../../contexts/portal/aws/evidence.ts';
import { KmsDataKeys } from '../../contexts/shared/aws/kms-data-keys.ts';
import { OriginSecret } from '../../contexts/shared/aws/origin-secret.ts';
import { DynamoAccessLog } from '../../contexts/staff/aws/access-log.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { DynamoDependantRequests } from '../../contexts/portal/aws/dependant-requests.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoOwnClaims } from '../../contexts/claims/aws/own-claims.ts';
import { DynamoOwnFile } from '../../contexts/portal/aws/own-file.ts';
import { DynamoMedicineStore } from '../../contexts/medicines/aws/medicine-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { DynamoReviewStore } from '../../contexts/review/aws/review-store.ts';
import { DynamoSentDocuments } from '../../contexts/review/aws/sent-documents.ts';
import { CURSOR_PURPOSE, PageCursors } from '../../contexts/shared/paging/page-cursors.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { apiLambda } from '../runtime/api/api-lambda.ts';
import { createPortalApp } from './app.ts';
import { readEnv } from './env.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();
const registry = new DynamoRegistryStore(documents, env.REGISTRY_TABLE);
const claims = new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock);
const sentDocuments = new DynamoSentDocuments(documents, env.REGISTRY_TABLE);
const requests = new DynamoDependantRequests(documents, env.REGISTRY_TABLE);

const evidence = new S3Evidence(createS3Client(), env.EVIDENCE_BUCKET, env.MAX_FILE_BYTES);

const app = createPortalApp({
  cursors: new PageCursors(new KmsDataKeys(createKmsClient(), env.CURSOR_KEY_ID, CURSOR_PURPOSE)),
  file: {
    registry,
    claims,
    reviews: new DynamoReviewStore(documents, env.CLAIMS_TABLE, clock),
    sentDocuments,
    ownClaims: new DynamoOwnClaims(documents, env.CLAIMS_TABLE, claims),
    ownFile: new DynamoOwnFile(documents, env.REGISTRY_TABLE),
    requests,
    medicines: new DynamoMedicineStore(documents, env.REGISTRY_TABLE),
    accesses: new DynamoAccessLog(documents, env.AUDIT_TABLE, clock),
    rules: currentRuleBook(),
    clock,
  },
  documents: { sentDocuments, evidence },
  family: {
    requests,
    evidence,
    maxFileBytes: env.MAX_FILE_BYTES,
  },
  accountChange: { delayDays: env.ACCOUNT_CHANGE_DELAY_DAYS, holdDays: env.ACCOUNT_CHANGE_HOLD_DAYS },
});

export const handler = apiLambda(
  app,
  new OriginSecret(createSecretsManagerClient(), env.ORIGIN_SECRET_ID, clock),
);
