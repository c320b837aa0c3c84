import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { DynamoFileStore } from '#claims/aws';
import {
  createUploadForm,
  S3UploadListing,
  type UploadForm,
  type UploadRequest,
  uploadWithForm,
} from '#intake/aws';
import { DynamoMedicineStore } from '#medicines/aws';
import { BANK_ANSWERS_PREFIX, DynamoPaymentBatchStore } from '#payments/aws';
import { DynamoListStore, type ListToUpload, S3ListObjects, uploadList } from '#registration/aws';
import { DynamoReferenceStore, DynamoRegistryStore } from '#registry/aws';
import { SqsWorkQueues } from '#relay/aws';
import { DynamoClaimStore } from '#review/aws';
import {
  createCloudFormationClient,
  createDocumentClient,
  createKmsClient,
  createS3Client,
  createSqsClient,
  KmsSigner,
} from '#shared/aws';
import { readStackOutputs } from './stack-outputs.ts';
import { rightsClient, type RightsClient } from './rights-client.ts';
import { registrationSmsClient, type RegistrationSmsClient } from './registration-sms-client.ts';

const clock = () => new Date();

/** A deployed stage, as people's tools use it: what the command line, the demonstration and the tests are made of. */
export interface MilafClient {
  readonly outputs: ReadonlyMap<string, string>;
  /** The largest file that is taken, in bytes and in pages. */
  readonly maxFileBytes: number;
  readonly maxPages: number;
  readonly files: DynamoFileStore;
  readonly claims: DynamoClaimStore;
  readonly batches: DynamoPaymentBatchStore;
  readonly registry: DynamoRegistryStore;
  /** What lists of other schemes and of civil status say. */
  readonly references: DynamoReferenceStore;
  readonly medicines: DynamoMedicineStore;
  readonly uploads: S3UploadListing;
  readonly lists: DynamoListStore;
  readonly listObjects: S3ListObjects;
  readonly registrationSms: RegistrationSmsClient;
  readonly rights: RightsClient;
  createUploadForm(request: UploadRequest): Promise<UploadForm>;
  /** @returns the receipt number */
  upload(request: UploadRequest, bytes: Uint8Array): Promise<string>;
  /** Sends a list after its manifest. @returns the list's id */
  submitList(list: ListToUpload): Promise<string>;
  /** Of the key that answers are signed with, PEM (SPKI). */
  answerKeyPem(): Promise<string>;
  requestPaymentRun(requestedBy: string): Promise<void>;
  /** Asks for the held payment of a claim to be looked at. */
  requestRelease(claimId: string): Promise<void>;
  /** @returns the object key of the answer */
  sendBankAnswer(name: string, xml: Uint8Array): Promise<string>;
}

/**
 * Connects to a deployed stage.
 * @throws StageNotDeployedError with what to do about it
 */
export async function connectToStage(stage: string): Promise<MilafClient> {
  const outputs = await readStackOutputs(createCloudFormationClient(), stage);
  const output = (name: string): string => {
    const value = outputs.get(name);
    if (value === undefined)
      throw new Error(`The stage ${stage} has no output ${name}: deploy it again with this version`);
    return value;
  };
  const s3 = createS3Client();
  const sqs = createSqsClient();
  const documents = createDocumentClient();
  const claimsTable = output('ClaimsTableName');
  const scansBucket = output('ScansBucketName');
  const registryTable = output('RegistryTableName');
  const listsBucket = output('ListsBucketName');
  const createForm = (request: UploadRequest) => createUploadForm(s3, scansBucket, request);
  return {
    outputs,
    maxFileBytes: Number(output('MaxFileBytes')),
    maxPages: Number(output('MaxPages')),
    files: new DynamoFileStore(documents, claimsTable, clock),
    claims: new DynamoClaimStore(documents, claimsTable, clock),
    batches: new DynamoPaymentBatchStore(documents, claimsTable, clock),
    registry: new DynamoRegistryStore(documents, registryTable),
    references: new DynamoReferenceStore(documents, registryTable),
    medicines: new DynamoMedicineStore(documents, registryTable),
    uploads: new S3UploadListing(s3, scansBucket),
    lists: new DynamoListStore(documents, registryTable, clock),
    listObjects: new S3ListObjects(s3, listsBucket),
    registrationSms: registrationSmsClient(documents, sqs, registryTable, output),
    rights: rightsClient({ documents, sqs, s3 }, output),
    createUploadForm: createForm,
    upload: async (request, bytes) => uploadWithForm(await createForm(request), bytes),
    submitList: (list) => uploadList(s3, listsBucket, list),
    answerKeyPem: () => new KmsSigner(createKmsClient(), output('SigningKeyId')).publicKeyPem(),
    requestRelease: (claimId) =>
      new SqsWorkQueues(sqs, { releasePayments: output('ReleasePaymentsQueueUrl') }).releasePayments({
        kind: 'claim',
        claimId,
      }),
    requestPaymentRun: async (requestedBy) => {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: output('OrderPaymentsQueueUrl'),
          MessageBody: JSON.stringify({ requestedBy }),
        }),
      );
    },
    sendBankAnswer: async (name, xml) => {
      const key = `${BANK_ANSWERS_PREFIX}${name}`;
      await s3.send(
        new PutObjectCommand({
          Bucket: output('BankBucketName'),
          Key: key,
          Body: xml,
          ContentType: 'application/xml',
        }),
      );
      return key;
    },
  };
}
