import { AthenaClient } from '@aws-sdk/client-athena';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import { TextractClient } from '@aws-sdk/client-textract';
import { clientOptions } from './client-options.ts';

/** Clients of the AWS services, all with the same bounds. A function makes those it needs, once, at cold start. */
export const createS3Client = () => new S3Client(clientOptions);
/** The queue's own address may name another host than the endpoint does (a local cloud says `localhost`). */
export const createSqsClient = () => new SQSClient({ ...clientOptions, useQueueUrlAsEndpoint: false });
/** Sending an SMS again sends it twice, so an attempt whose answer is lost is not repeated here. */
export const createSnsClient = () => new SNSClient({ ...clientOptions, maxAttempts: 1 });
export const createEventBridgeClient = () => new EventBridgeClient(clientOptions);
export const createKmsClient = () => new KMSClient(clientOptions);
export const createSecretsManagerClient = () => new SecretsManagerClient(clientOptions);
export const createAthenaClient = () => new AthenaClient(clientOptions);
export const createServiceQuotasClient = () => new ServiceQuotasClient(clientOptions);
export const createStsClient = () => new STSClient(clientOptions);
export const createCognitoClient = () => new CognitoIdentityProviderClient(clientOptions);
export const createCloudFormationClient = () => new CloudFormationClient(clientOptions);
/** Textract's throttles are waited for in the queue, where waiting is free; attempts here would only add to them. */
export const createTextractClient = () => new TextractClient({ ...clientOptions, maxAttempts: 1 });
