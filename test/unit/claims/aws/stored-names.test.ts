import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { toClaimItem } from '../../../../contexts/claims/aws/claim-item.ts';
import {
  claimItemSchema,
  fileItemSchema,
  paymentBatchItemSchema,
  paymentBatchPartSchema,
} from '../../../../contexts/claims/aws/claims-items.ts';
import { decisionRecordSchema } from '../../../../contexts/claims/records/decision-record.ts';
import { storedSubmission } from '../../../../contexts/claims/aws/stored-names.ts';
import { DynamoPaymentBatchStore } from '../../../../contexts/payments/aws/payment-batch-store.ts';
import { toReviewItem } from '../../../../contexts/review/aws/review-items.ts';
import { reviewRecordSchema } from '../../../../contexts/review/records/review-record.ts';

/** Items as version 0.1.0 wrote them, when the code still spoke of deposits and remittances. */

const RIB = '011780000012345678901232';

const claimItem = {
  pk: 'CLAIM#7Q2MK8D10ABCDEFG-1',
  sk: 'CLAIM',
  claimId: '7Q2MK8D10ABCDEFG-1',
  state: 'APPROVED',
  version: 4,
  fileId: '7Q2MK8D10ABCDEFG',
  channelId: 'agency-rabat-01',
  depositDate: '2026-11-18',
  receivedOn: '2026-11-19',
  depositSignals: ['DEPOSIT_BACKDATED'],
  formNumber: 1,
  formsInFile: 1,
  registrationNumber: '184203957',
  scheme: 'AMO_SALARIE',
  billedCentimes: 25_000,
  paidCentimes: 10_500,
  payment: {
    state: 'ORDERED',
    attempt: 2,
    amountCentimes: 10_500,
    rib: RIB,
    returnReason: 'AC04',
    refusals: [
      {
        attempt: 1,
        kind: 'returned',
        saidAt: '2026-11-25T10:00:00Z',
        rib: RIB,
        remittanceId: 'R20261120-1f0c9a3e-52b1',
      },
    ],
    since: '2026-11-26T10:00:00Z',
    remittanceId: 'R20261126-2a0c9a3e-52b1',
  },
  gsi2pk: 'CLAIMS#APPROVED#2026-11-19',
  gsi2sk: 'agency-rabat-01#7Q2MK8D10ABCDEFG-1',
  gsi3pk: 'PERSON#184203957',
  gsi3sk: '2026-11-19#7Q2MK8D10ABCDEFG-1',
};

it('a stored claim is read with its day of submission and the batches of its payments, and stored as before', () => {
  const claim = claimItemSchema.parse(claimItem);
  expect(claim).toMatchObject({
    submissionDate: '2026-11-18',
    submissionSignals: ['DEPOSIT_BACKDATED'],
    payment: {
      batchId: 'R20261126-2a0c9a3e-52b1',
      refusals: [{ attempt: 1, batchId: 'R20261120-1f0c9a3e-52b1' }],
    },
  });
  expect(toClaimItem(claim)).toEqual(claimItem);
});

it('a payment of before, which names nobody, is the insured’s; one to an establishment is kept as such', () => {
  const claim = claimItemSchema.parse(claimItem);
  expect(claim.payment?.payeeInpe).toBeUndefined();
  const decision = { keyLetter: 'CS', outcome: 'paid', paidCentimes: 10_500, ruleIds: [] };
  expect(decisionRecordSchema.shape.lines.element.parse(decision).payeeInpe).toBeUndefined();
  const part = { paymentId: 'P', claimId: 'C', attempt: 1, amountCentimes: 10_500, rib: RIB };
  expect(paymentBatchPartSchema.parse({ payments: [part] }).payments).toEqual([part]);

  const establishments = { ...claimItem, payment: { ...claimItem.payment, payeeInpe: '091024578' } };
  expect(toClaimItem(claimItemSchema.parse(establishments))).toEqual(establishments);
  const theirs = { ...part, payeeInpe: '091024578' };
  expect(paymentBatchPartSchema.parse({ payments: [theirs] }).payments).toEqual([theirs]);
});

it('a stored file is read with its day of submission, and stored as before', () => {
  const fileItem = {
    fileId: '7Q2MK8D10ABCDEFG',
    state: 'ACCEPTED',
    version: 1,
    channelId: 'agency-rabat-01',
    upload: { bucket: 'scans', key: 'incoming/agency-rabat-01/2026-11-19/1', versionId: 'v1' },
    uploadedAt: '2026-11-19T09:00:00.000Z',
    depositDate: '2026-11-18',
    receivedOn: '2026-11-19',
    depositSignals: [],
    readingAttempt: 1,
  };
  const file = fileItemSchema.parse(fileItem);
  expect(file).toMatchObject({ submissionDate: '2026-11-18', submissionSignals: [] });
  expect(storedSubmission(file)).toEqual(fileItem);
});

it('a stored payment batch is read by its name, and stored as before', async () => {
  const batchItem = {
    pk: 'REMITTANCE#R20261126-2a0c9a3e-52b1',
    sk: 'REMITTANCE',
    remittanceId: 'R20261126-2a0c9a3e-52b1',
    state: 'OPEN',
    version: 1,
    createdAt: '2026-11-26T10:00:00.000Z',
    debtor: { name: 'CNSS', rib: RIB, bic: 'BCMAMAMC' },
    gsi1pk: 'REMITTANCES#UNSENT',
    gsi1sk: 'R20261126-2a0c9a3e-52b1',
  };
  const batch = paymentBatchItemSchema.parse(batchItem);
  expect(batch.batchId).toBe('R20261126-2a0c9a3e-52b1');
  const written: unknown[] = [];
  const client = {
    send: ({ input }: { input: { Item: unknown } }) => Promise.resolve(written.push(input.Item)),
  } as unknown as DynamoDBDocumentClient;
  await new DynamoPaymentBatchStore(client, 'claims', () => new Date()).open(batch);
  expect(written).toEqual([batchItem]);
});

it('a stored review is read with the day of submission of its claim, and stored as before', () => {
  const reviewItem = {
    pk: 'CLAIM#7Q2MK8D10ABCDEFG-1',
    sk: 'REVIEW',
    claimId: '7Q2MK8D10ABCDEFG-1',
    fileId: '7Q2MK8D10ABCDEFG',
    channelId: 'agency-rabat-01',
    state: 'OPEN',
    version: 1,
    group: 'form',
    reasons: ['LINE_ILLEGIBLE'],
    findings: [{ kind: 'doubt', code: 'LINE_ILLEGIBLE', line: 1 }],
    depositDate: '2026-11-18',
    billedCentimes: 25_000,
    openedAt: '2026-11-19T10:00:00.000Z',
    suspensions: [],
    documentsRequested: [],
    settled: [],
    attestations: {},
    lastChange: 'opened#2026-11-19T10:00:00.000Z',
    gsi1pk: 'REVIEW#form',
    gsi1sk: '2026-11-18#7Q2MK8D10ABCDEFG-1',
    gsi2pk: 'REVIEW#form',
    gsi2sk: '999999974999#7Q2MK8D10ABCDEFG-1',
  };
  const review = reviewRecordSchema.parse(reviewItem);
  expect(review.submissionDate).toBe('2026-11-18');
  expect(toReviewItem(review)).toEqual(reviewItem);
});
