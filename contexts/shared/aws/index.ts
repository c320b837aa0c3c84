export { batchGet } from './batch-get.ts';
export { createCloudFormationClient, createKmsClient, createS3Client, createSqsClient } from './clients.ts';
export { type Condition, isNew, mayMoveTo } from './conditions.ts';
export { createDocumentClient } from './document-client.ts';
export { fromJsonLines, toJsonLines } from './json-lines.ts';
export { KmsSigner } from './kms-signer.ts';
export { type TransactItems, transactWrite } from './transact.ts';
export { threadFile, TooMuchWorkError, WorkThread } from '../threads/work-thread.ts';
