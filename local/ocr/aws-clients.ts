import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';

export interface AwsClients {
  readonly s3: S3Client;
  readonly sns: SNSClient;
}

/**
 * Clients for where the documents and topics are: `AWS_ENDPOINT_URL` (or `..._S3`, `..._SNS`) and the standard
 * AWS environment are read by the SDK itself. On a local cloud nobody needs to have credentials.
 */
export function createAwsClients(region: string): AwsClients {
  const environment = process.env;
  const isLocal = (environment['AWS_ENDPOINT_URL'] ?? environment['AWS_ENDPOINT_URL_S3']) !== undefined;
  const hasCredentials =
    environment['AWS_ACCESS_KEY_ID'] !== undefined || environment['AWS_PROFILE'] !== undefined;
  const shared = {
    region,
    maxAttempts: 6,
    ...(isLocal && !hasCredentials ? { credentials: { accessKeyId: 'test', secretAccessKey: 'test' } } : {}),
  };
  return { s3: new S3Client({ ...shared, forcePathStyle: true }), sns: new SNSClient(shared) };
}
