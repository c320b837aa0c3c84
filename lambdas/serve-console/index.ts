import { randomUUID } from 'node:crypto';
import { S3BrowserUploads } from '../../adapters/aws/browser-uploads.ts';
import { CognitoStaffSignIn } from '../../adapters/aws/cognito-staff-sign-in.ts';
import { createCognitoClient, createS3Client } from '../../adapters/aws/clients.ts';
import { S3ReadingStore } from '../../adapters/aws/reading-store.ts';
import { DynamoAccessLog } from '../../adapters/dynamodb/access-log.ts';
import { DynamoClaimStore } from '../../adapters/dynamodb/claim-store.ts';
import { createDocumentClient } from '../../adapters/dynamodb/document-client.ts';
import { DynamoFileStore } from '../../adapters/dynamodb/file-store.ts';
import { DynamoReceiptList } from '../../adapters/dynamodb/receipt-list.ts';
import { apiLambda } from '../runtime/api/api-lambda.ts';
import { createConsoleApp } from './app.ts';
import { readEnv } from './env.ts';

const env = readEnv();
const clock = () => new Date();
const documents = createDocumentClient();
const s3 = createS3Client();
const claims = new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock);
const readings = new S3ReadingStore(s3, env.READINGS_BUCKET);
const accessLog = new DynamoAccessLog(documents, env.AUDIT_TABLE, clock);

const app = createConsoleApp({
  signIn: new CognitoStaffSignIn(createCognitoClient(), env.STAFF_CLIENT_ID),
  uploads: {
    uploads: new S3BrowserUploads(s3, env.SCANS_BUCKET, env.MAX_FILE_BYTES, clock),
    receipts: new DynamoReceiptList(documents, env.CLAIMS_TABLE),
    files: new DynamoFileStore(documents, env.CLAIMS_TABLE, clock),
    claims,
    readings,
    accessLog,
    clock,
    randomId: randomUUID,
    maxFileBytes: env.MAX_FILE_BYTES,
  },
  accesses: accessLog,
});

export const handler = apiLambda(app);
