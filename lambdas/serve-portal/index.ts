import { createKmsClient, createS3Client, createSecretsManagerClient } from '../../adapters/aws/clients.ts';
import { S3Evidence } from '../../adapters/aws/evidence.ts';
import { KmsDataKeys } from '../../adapters/aws/kms-data-keys.ts';
import { OriginSecret } from '../../adapters/aws/origin-secret.ts';
import { DynamoAccessLog } from '../../adapters/dynamodb/access-log.ts';
import { DynamoClaimStore } from '../../adapters/dynamodb/claim-store.ts';
import { DynamoDependantRequests } from '../../adapters/dynamodb/dependant-requests.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoOwnClaims } from '../../adapters/dynamodb/own-claims.ts';
import { DynamoOwnFile } from '../../adapters/dynamodb/own-file.ts';
import { DynamoRegistryStore } from '../../adapters/dynamodb/registry-store.ts';
import { DynamoReviewStore } from '../../adapters/dynamodb/review-store.ts';
import { CURSOR_PURPOSE, PageCursors } from '../../core/application/page-cursors.ts';
import { currentRuleBook } from '../../core/rules/rule-book.ts';
import { apiLambda } from '../runtime/api/api-lambda.ts';
import { createPortalApp } from './app.ts';
import { readEnv } from './env.ts';

const env = readEnv();
const documents = createDocumentClient();
const clock = () => new Date();
const registry = new DynamoRegistryStore(documents, env.REGISTRY_TABLE);
const claims = new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock);
const requests = new DynamoDependantRequests(documents, env.REGISTRY_TABLE);

const app = createPortalApp({
  cursors: new PageCursors(new KmsDataKeys(createKmsClient(), env.CURSOR_KEY_ID, CURSOR_PURPOSE)),
  file: {
    registry,
    claims,
    reviews: new DynamoReviewStore(documents, env.CLAIMS_TABLE, clock),
    ownClaims: new DynamoOwnClaims(documents, env.CLAIMS_TABLE, claims),
    ownFile: new DynamoOwnFile(documents, env.REGISTRY_TABLE),
    requests,
    accesses: new DynamoAccessLog(documents, env.AUDIT_TABLE, clock),
    rules: currentRuleBook(),
    clock,
  },
  family: {
    requests,
    evidence: new S3Evidence(createS3Client(), env.EVIDENCE_BUCKET, env.MAX_FILE_BYTES),
    maxFileBytes: env.MAX_FILE_BYTES,
  },
  accountChange: { delayDays: env.ACCOUNT_CHANGE_DELAY_DAYS, holdDays: env.ACCOUNT_CHANGE_HOLD_DAYS },
});

export const handler = apiLambda(
  app,
  new OriginSecret(createSecretsManagerClient(), env.ORIGIN_SECRET_ID, clock),
);
