import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CertificateStore } from '#certificates';
import { DynamoCertificateStore } from '#certificates/aws';
import type { RightsStore } from '#rights';
import { DynamoRightsStore, S3RightsReports, SqsRightsQueue } from '#rights/aws';
import type { Signer } from '#shared';
import { createKmsClient, KmsSigner } from '#shared/aws';

/** Checks of rights, and certificates of them, as people's tools use them. */
export interface RightsClient {
  readonly runs: RightsStore;
  /** Asks for a check of the whole registry. */
  requestCheck(runId: string, requestedBy: string): Promise<void>;
  /** The report of a run that is done, JSON. */
  readReport(runId: string): Promise<string>;
  readonly certificates: CertificateStore;
  /** The key that certificates are sealed with. */
  signer(): Signer;
}

/** @param output reads an output of the stage's stacks, or throws saying that it is missing */
export function rightsClient(
  clients: { readonly documents: DynamoDBDocumentClient; readonly sqs: SQSClient; readonly s3: S3Client },
  output: (name: string) => string,
): RightsClient {
  const { documents, sqs, s3 } = clients;
  const registryTable = output('RegistryTableName');
  return {
    runs: new DynamoRightsStore(documents, registryTable, () => new Date()),
    requestCheck: (runId, requestedBy) =>
      new SqsRightsQueue(sqs, output('CheckRightsQueueUrl')).start(runId, requestedBy),
    readReport: (runId) => new S3RightsReports(s3, output('ListsBucketName')).read(runId),
    certificates: new DynamoCertificateStore(documents, registryTable),
    signer: () => new KmsSigner(createKmsClient(), output('SigningKeyId')),
  };
}
