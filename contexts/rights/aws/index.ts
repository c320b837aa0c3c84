export { SqsRightsQueue } from './rights-queue.ts';
export { S3RightsReports } from './rights-reports.ts';
export { DynamoRightsStore } from './rights-store.ts';
