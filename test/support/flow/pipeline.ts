import { PutObjectCommand } from '@aws-sdk/client-s3';
import { S3BankExchange } from '../../../contexts/payments/aws/bank-exchange.ts';
import {
  createS3Client,
  createSnsClient,
  createTextractClient,
} from '../../../contexts/shared/aws/clients.ts';
import { S3ReadingStore } from '../../../contexts/reading/aws/reading-store.ts';
import { readUpload, S3ScanStore } from '../../../contexts/intake/aws/scan-store.ts';
import { SnsSmsSender } from '../../../contexts/messaging/aws/sns-sms-sender.ts';
import { TextractOcr } from '../../../contexts/reading/aws/textract-ocr.ts';
import { DynamoClaimStore } from '../../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../../contexts/claims/aws/file-store.ts';
import { DynamoMessageStore } from '../../../contexts/messaging/aws/message-store.ts';
import { RegistryFactsReader } from '../../../contexts/reading/aws/registry-facts-reader.ts';
import { DynamoMedicineStore } from '../../../contexts/medicines/aws/medicine-store.ts';
import { DynamoReferenceStore } from '../../../contexts/registry/aws/reference-store.ts';
import { DynamoRegistryStore } from '../../../contexts/registry/aws/registry-store.ts';
import { DynamoPaymentBatchStore } from '../../../contexts/payments/aws/payment-batch-store.ts';
import { ArabicDateReader } from '../../../contexts/pages/imaging/arabic-date-reader.ts';
import { LookSheetDrawer } from '../../../contexts/pages/imaging/look-sheet-drawer.ts';
import { ScanPageBitmaps } from '../../../contexts/pages/imaging/page-bitmaps.ts';
import { ZxingBarcodeReader } from '../../../contexts/pages/imaging/zxing-barcodes.ts';
import { linesToConfirm } from '../../../contexts/adjudication/domain/confirmed-values.ts';
import { adjudicateClaim } from '../../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import { applyBankAnswer } from '../../../contexts/payments/use-cases/apply-bank-answer.ts';
import { collectReading } from '../../../contexts/reading/use-cases/collect-reading.ts';
import { notifyPerson } from '../../../contexts/messaging/use-cases/notify-person.ts';
import { orderPayments } from '../../../contexts/payments/use-cases/order-payments.ts';
import { readForms } from '../../../contexts/reading/use-cases/read-forms.ts';
import { receiveFile } from '../../../contexts/intake/use-cases/receive-file.ts';
import { startReading } from '../../../contexts/reading/use-cases/start-reading.ts';
import type { ClaimEvent } from '../../../contexts/events/events.ts';
import type { CheckReading, ReadForms } from '../../../contexts/reading/records/work-messages.ts';
import type { UploadRef } from '../../../contexts/claims/domain/scan-file.ts';
import { fileIdOf } from '../../../contexts/intake/domain/receipt.ts';
import type { WorkQueues } from '../../../contexts/reading/ports/work-queues.ts';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';
import { writeOrder } from '../../../lambdas/order-payments/write-order.ts';
import { pain002 } from './bank.ts';
import type { IsolatedResources } from './isolated-resources.ts';
import { KillSwitch } from './kill-switch.ts';
import { until } from './wait.ts';

const DEBTOR = {
  name: 'CAISSE DE TEST',
  rib: '007780000123456789012396',
  bic: 'BCMAMAMC',
};
const LATER_MILLISECONDS = 120_000;

/**
 * The steps from an upload to a paid claim, each callable by itself with the same use cases and adapters as the deployed
 * functions, on tables where nothing else happens. Each call is one life of a function; its kill switch may end it.
 */
export class Pipeline {
  readonly #resources: IsolatedResources;
  readonly #jobs = new Map<string, CheckReading>();
  readonly #collected = new Map<string, ReadForms>();
  readonly #barcodes = new ZxingBarcodeReader();

  constructor(resources: IsolatedResources) {
    this.#resources = resources;
  }

  async upload(name: string, bytes: Uint8Array): Promise<UploadRef> {
    const { bucket } = this.#resources;
    const key = `incoming/agency-rabat-01/${name}`;
    const { VersionId } = await createS3Client().send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }),
    );
    return { bucket, key, versionId: VersionId ?? '' };
  }

  receive(upload: UploadRef, kill = new KillSwitch()) {
    return receiveFile(upload, {
      files: this.files(kill),
      scans: new S3ScanStore(kill.wire(createS3Client()), this.#resources.bucket),
      maxFileBytes: 20_000_000,
      maxPages: 30,
      farBackdatedDaysOn: () => 15,
    });
  }

  start(upload: UploadRef, kill = new KillSwitch()) {
    return startReading(
      { fileId: fileIdOf(upload), channelId: 'agency-rabat-01', throttledCount: 0 },
      {
        files: this.files(kill),
        ocr: new TextractOcr(kill.wire(createTextractClient())),
        queues: this.#queues(),
        pace: () => Promise.resolve(),
        random: Math.random,
        readingCheckSeconds: 1,
      },
    );
  }

  /** Waits for the job to end, then lives once. */
  async collect(upload: UploadRef, kill = new KillSwitch()) {
    const job = this.#jobs.get(fileIdOf(upload));
    if (job === undefined) throw new Error('The file was not started');
    const ocr = new TextractOcr(createTextractClient());
    await until('the OCR job has ended', async () =>
      (await ocr.fetch(job.jobId)).status === 'in-progress' ? undefined : true,
    );
    return collectReading(job, {
      files: this.files(kill),
      readings: new S3ReadingStore(kill.wire(createS3Client()), this.#resources.bucket),
      ocr: new TextractOcr(kill.wire(createTextractClient())),
      queues: this.#queues(),
      random: Math.random,
      readingCheckSeconds: 1,
    });
  }

  read(upload: UploadRef, kill = new KillSwitch()) {
    const message = this.#collected.get(fileIdOf(upload));
    if (message === undefined) throw new Error('The answer about the file was not collected');
    const s3 = kill.wire(createS3Client());
    return readForms(message, 1, {
      files: this.files(kill),
      readings: new S3ReadingStore(s3, this.#resources.bucket),
      registry: new RegistryFactsReader(kill.wire(createDocumentClient()), this.#resources.registryTable),
      readUpload: (ref) => readUpload(s3, ref),
      bitmaps: new ScanPageBitmaps(),
      barcodes: this.#barcodes,
      pictureWords: new ArabicDateReader(),
      sheets: new LookSheetDrawer(),
      ocr: new TextractOcr(kill.wire(createTextractClient())),
      queues: this.#queues(),
      linesToConfirm: (ocrEngine, day) => linesToConfirm(currentRuleBook(), ocrEngine, day),
      clock: () => new Date(),
      random: Math.random,
      mostLooksPerClaim: 16,
      pictureSeconds: 10,
    });
  }

  adjudicate(upload: UploadRef, kill = new KillSwitch()) {
    return adjudicateClaim(
      { claimId: `${fileIdOf(upload)}-1`, channelId: 'agency-rabat-01' },
      {
        claims: this.claims(kill),
        registry: this.registry(kill),
        medicines: new DynamoMedicineStore(kill.wire(createDocumentClient()), this.#resources.registryTable),
        readings: new S3ReadingStore(kill.wire(createS3Client()), this.#resources.bucket),
        rules: currentRuleBook(),
        clock: () => new Date(),
      },
    );
  }

  /** @param isLater the event is delivered again some time after the first try */
  async notify(upload: UploadRef, kill = new KillSwitch(), isLater = false) {
    const claimId = `${fileIdOf(upload)}-1`;
    const event: ClaimEvent = {
      type: 'claim.approved.v1',
      eventId: `${claimId}#2`,
      occurredAt: new Date().toISOString(),
      claimId,
      channelId: 'agency-rabat-01',
    };
    return notifyPerson(event, {
      claims: this.claims(kill),
      registry: this.registry(kill),
      messages: new DynamoMessageStore(kill.wire(createDocumentClient()), this.#resources.claimsTable),
      sms: new SnsSmsSender(kill.wire(createSnsClient()), 'MILAF'),
      clock: () => new Date(Date.now() + (isLater ? LATER_MILLISECONDS : 0)),
    });
  }

  order(kill = new KillSwitch()) {
    return orderPayments({
      claims: this.claims(kill),
      batches: this.batches(kill),
      bank: new S3BankExchange(kill.wire(createS3Client()), this.#resources.bucket),
      registry: this.registry(kill),
      references: new DynamoReferenceStore(kill.wire(createDocumentClient()), this.#resources.registryTable),
      clock: () => new Date(),
      maxPaymentsPerBatch: 100,
      debtor: DEBTOR,
      writeOrder,
    });
  }

  /** The bank says that the order with this claim is settled. */
  async answer(upload: UploadRef, kill = new KillSwitch()) {
    const claim = await this.claims().find(`${fileIdOf(upload)}-1`);
    const batchId = claim?.payment?.batchId ?? '';
    const key = `answers/${batchId}.xml`;
    await createS3Client().send(
      new PutObjectCommand({
        Bucket: this.#resources.bucket,
        Key: key,
        Body: pain002({ batchId, groupStatus: 'ACSC' }),
      }),
    );
    return applyBankAnswer(key, {
      bank: new S3BankExchange(kill.wire(createS3Client()), this.#resources.bucket),
      claims: this.claims(kill),
      batches: this.batches(kill),
      rules: currentRuleBook(),
      clock: () => new Date(),
    });
  }

  files(kill = new KillSwitch()) {
    return new DynamoFileStore(
      kill.wire(createDocumentClient()),
      this.#resources.claimsTable,
      () => new Date(),
    );
  }

  claims(kill = new KillSwitch()) {
    return new DynamoClaimStore(
      kill.wire(createDocumentClient()),
      this.#resources.claimsTable,
      () => new Date(),
    );
  }

  batches(kill = new KillSwitch()) {
    return new DynamoPaymentBatchStore(
      kill.wire(createDocumentClient()),
      this.#resources.claimsTable,
      () => new Date(),
    );
  }

  registry(kill = new KillSwitch()) {
    return new DynamoRegistryStore(kill.wire(createDocumentClient()), this.#resources.registryTable);
  }

  /** Queues that only remember which OCR job a file got, and that its answer was collected. */
  #queues(): WorkQueues {
    return {
      startReading: () => Promise.resolve(),
      adjudicateClaim: () => Promise.resolve(),
      readForms: (message) => {
        this.#collected.set(message.fileId, message);
        return Promise.resolve();
      },
      checkReading: (message) => {
        this.#jobs.set(message.fileId, message);
        return Promise.resolve();
      },
    };
  }
}
