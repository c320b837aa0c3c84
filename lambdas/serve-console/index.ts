import { randomUUID } from 'node:crypto';
import { S3BrowserUploads } from '../../contexts/intake/aws/browser-uploads.ts';
import { CognitoStaffDirectory } from '../../contexts/staff/aws/cognito-staff-directory.ts';
import { CognitoStaffSignIn } from '../../contexts/staff/aws/cognito-staff-sign-in.ts';
import {
  createCognitoClient,
  createKmsClient,
  createS3Client,
  createSecretsManagerClient,
  createSqsClient,
} from '../../contexts/shared/aws/clients.ts';
import { S3Evidence } from '../../contexts/portal/aws/evidence.ts';
import { KmsDataKeys } from '../../contexts/shared/aws/kms-data-keys.ts';
import { OriginSecret } from '../../contexts/shared/aws/origin-secret.ts';
import { S3PageImageStore } from '../../contexts/pages/aws/page-image-store.ts';
import { S3ReadingStore } from '../../contexts/reading/aws/reading-store.ts';
import { SqsWorkQueues } from '../../contexts/relay/aws/work-queues.ts';
import { DynamoAccessLog } from '../../contexts/staff/aws/access-log.ts';
import { DynamoClaimSearch } from '../../contexts/follow-up/aws/claim-search.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { DynamoDependantRequests } from '../../contexts/portal/aws/dependant-requests.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFigures } from '../../contexts/reporting/aws/figures-store.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { DynamoHoldEnds } from '../../contexts/payments/aws/hold-ends.ts';
import { DynamoListStore } from '../../contexts/registration/aws/list-store.ts';
import { DynamoMedicineStore } from '../../contexts/medicines/aws/medicine-store.ts';
import { DynamoReceiptList } from '../../contexts/intake/aws/receipt-list.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { DynamoOwnClaims } from '../../contexts/claims/aws/own-claims.ts';
import { DynamoReviewStore } from '../../contexts/review/aws/review-store.ts';
import { DynamoTimelineReader } from '../../contexts/follow-up/aws/timeline-reader.ts';
import { DynamoWaitingClaims } from '../../contexts/payments/aws/waiting-claims.ts';
import { CURSOR_PURPOSE, PageCursors } from '../../contexts/shared/paging/page-cursors.ts';
import { previewMessage } from '../../contexts/messaging/use-cases/preview-message.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { textractFileLimits } from '../../contexts/claims/domain/quarantine-reason.ts';
import { apiLambda } from '../runtime/api/api-lambda.ts';
import { createConsoleApp } from './app.ts';
import { readEnv } from './env.ts';

const env = readEnv();
const clock = () => new Date();
const documents = createDocumentClient();
const s3 = createS3Client();
const claims = new DynamoClaimStore(documents, env.CLAIMS_TABLE, clock);
const files = new DynamoFileStore(documents, env.CLAIMS_TABLE, clock);
const readings = new S3ReadingStore(s3, env.READINGS_BUCKET);
const accessLog = new DynamoAccessLog(documents, env.AUDIT_TABLE, clock);

const registry = new DynamoRegistryStore(documents, env.REGISTRY_TABLE);
const rules = currentRuleBook();
const medicines = new DynamoMedicineStore(documents, env.REGISTRY_TABLE);
const pageImages = new SqsWorkQueues(createSqsClient(), { renderPages: env.RENDER_PAGES_QUEUE_URL });
const cognito = createCognitoClient();
const claimsOfPerson = new DynamoOwnClaims(documents, env.CLAIMS_TABLE, claims);
const directory = new CognitoStaffDirectory(cognito, env.STAFF_POOL_ID);
const search = new DynamoClaimSearch(documents, env.CLAIMS_TABLE);
const waiting = new DynamoWaitingClaims(documents, env.CLAIMS_TABLE);
const evidence = new S3Evidence(s3, env.EVIDENCE_BUCKET, env.MAX_FILE_BYTES);
const reviews = new DynamoReviewStore(documents, env.CLAIMS_TABLE, clock);

const app = createConsoleApp({
  signIn: new CognitoStaffSignIn(cognito, env.STAFF_CLIENT_ID),
  cursors: new PageCursors(new KmsDataKeys(createKmsClient(), env.CURSOR_KEY_ID, CURSOR_PURPOSE)),
  uploads: {
    uploads: new S3BrowserUploads(s3, env.SCANS_BUCKET, env.MAX_FILE_BYTES, clock),
    receipts: new DynamoReceiptList(documents, env.CLAIMS_TABLE),
    files,
    claims,
    readings,
    registry,
    accessLog,
    clock,
    randomId: randomUUID,
    limits: { ...textractFileLimits, maxFileBytes: env.MAX_FILE_BYTES, maxPages: env.MAX_PAGES },
  },
  audit: { accesses: accessLog, search, reviews },
  review: {
    review: {
      reviews,
      claims,
      files,
      readings,
      registry,
      medicines,
      sentFiles: evidence,
      previewMessage: (event, history) => previewMessage(event, history, { registry }),
      directory,
      accessLog,
      rules,
      clock,
      undoSeconds: env.UNDO_SECONDS,
      claimsOfPerson,
    },
    pageImages,
  },
  medicines: { medicines, rules, clock },
  pages: {
    claims,
    files,
    reviews,
    images: new S3PageImageStore(s3, env.READINGS_BUCKET),
    queue: pageImages,
    accessLog,
    clock,
  },
  figures: {
    figures: new DynamoFigures(documents, env.FIGURES_TABLE, clock),
    lists: new DynamoListStore(documents, env.REGISTRY_TABLE, clock),
    clock,
  },
  followUp: {
    search,
    timeline: new DynamoTimelineReader(documents, env.CLAIMS_TABLE),
    claims,
    files,
    registry,
    accesses: accessLog,
    medicines,
    rules,
    reviews,
    waiting,
  },
  requests: {
    requests: new DynamoDependantRequests(documents, env.REGISTRY_TABLE),
    registry,
    evidence,
    accesses: accessLog,
    clock,
  },
  payments: {
    waiting,
    claims,
    claimsOfPerson,
    registry,
    holdEnds: new DynamoHoldEnds(documents, env.CLAIMS_TABLE),
    accesses: accessLog,
    rules,
    clock,
  },
});

export const handler = apiLambda(
  app,
  new OriginSecret(createSecretsManagerClient(), env.ORIGIN_SECRET_ID, clock),
);
