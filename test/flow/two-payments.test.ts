import { beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { S3ReadingStore } from '../../contexts/reading/aws/reading-store.ts';
import { DynamoMedicineStore } from '../../contexts/medicines/aws/medicine-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { DynamoReviewStore } from '../../contexts/review/aws/review-store.ts';
import { overrideFindings } from '../../contexts/review/use-cases/override-findings.ts';
import type { ReviewDependencies } from '../../contexts/review/use-cases/review-dependencies.ts';
import { submitReview } from '../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../contexts/review/use-cases/take-claim.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { renderScan } from '../../local/samples/render-scan.ts';
import { daysBefore } from '../../local/samples/scenarios/calendar.ts';
import { act, careFormFields } from '../../local/samples/scenarios/care-form-fields.ts';
import { demoRegistry } from '../../local/samples/scenarios/demonstration.ts';
import { PEOPLE } from '../../local/samples/scenarios/people.ts';
import { PROVIDERS } from '../../local/samples/scenarios/providers.ts';
import { CHANNELS } from '../../local/samples/scenarios/scenario.ts';
import { formPage, scanOf } from '../../local/samples/scenarios/scans.ts';
import { Bank, pain002 } from '../support/flow/bank.ts';
import { connectToTestCloud, load, submit, TODAY } from '../support/flow/cloud.ts';
import { settled, until } from '../support/flow/wait.ts';
import { supervisor } from '../support/review-world.ts';

const clock = () => new Date();

describe('a claim with a line that is certain and one that is not', () => {
  let client: MilafClient;
  let claimId: string;

  beforeAll(async () => {
    client = await connectToTestCloud();
    await load(client, demoRegistry(TODAY));
    // A surgeon's act without a tariff, beside a consultation.
    const fields = careFormFields({
      household: PEOPLE.hassan,
      provider: PROVIDERS.surgeon,
      acts: [act(TODAY, 40, 'CS', 1, 250_00), act(TODAY, 37, 'K', 16, 352_00)],
      signedOn: daysBefore(TODAY, 36),
    });
    const scan = await renderScan(scanOf('two-payments', [formPage(fields, 'classic', 'printed', 'worn')]));
    const fileId = await submit(client, scan, { channel: CHANNELS.shop });
    await settled(client, fileId);
    claimId = `${fileId}-1`;
  });

  const find = async (): Promise<Claim> => {
    const claim = await client.claims.find(claimId);
    if (claim === undefined) throw new Error('The claim is not there');
    return claim;
  };
  const waitFor = (what: string, isSo: (claim: Claim) => boolean): Promise<Claim> =>
    until(what, async () => {
      const claim = await find();
      return isSo(claim) ? claim : undefined;
    });
  const dependencies = (): ReviewDependencies => {
    const output = (name: string): string => client.outputs.get(name) ?? '';
    const documents = createDocumentClient();
    const table = output('ClaimsTableName');
    return {
      reviews: new DynamoReviewStore(documents, table, clock),
      claims: new DynamoClaimStore(documents, table, clock),
      files: new DynamoFileStore(documents, table, clock),
      readings: new S3ReadingStore(createS3Client(), output('ReadingsBucketName')),
      registry: new DynamoRegistryStore(documents, output('RegistryTableName')),
      medicines: new DynamoMedicineStore(documents, output('RegistryTableName')),
      directory: { isContractor: () => Promise.resolve(false) },
      accessLog: { record: () => Promise.resolve() },
      rules: currentRuleBook(),
      clock,
      undoSeconds: 0,
      sentFiles: { addressOf: () => Promise.reject(new Error('Nothing is opened here')) },
      previewMessage: () => Promise.reject(new Error('Nothing is previewed here')),
    };
  };

  it('is paid in two parts, each once, and the person learns of each once', async () => {
    const first = await find();
    expect(first).toMatchObject({ state: 'PARTLY_REFERRED', paidCentimes: 105_00 });
    await client.requestPaymentRun('test');
    const ordered = await waitFor(
      'the first payment is ordered',
      ({ payment }) => payment?.state === 'ORDERED',
    );

    const taken = await takeClaim(claimId, supervisor, dependencies());
    const request = {
      version: taken.version,
      findings: [{ code: 'TARIFF_UNKNOWN', line: 1, terms: { referenceCentimes: 200_00 } }],
      reason: 'The commission gave a reference',
    };
    const set = await overrideFindings(claimId, request, supervisor, dependencies());
    await submitReview(claimId, set, supervisor, dependencies());
    const decided = await waitFor('the rest is decided', ({ state }) => state === 'APPROVED');
    expect(decided).toMatchObject({ paidCentimes: 245_00, payment: { amountCentimes: 105_00 } });
    expect(decided.secondPayment).toMatchObject({ state: 'PENDING', amountCentimes: 140_00 });

    await client.requestPaymentRun('test');
    const both = await waitFor(
      'the second payment is ordered',
      (one) => one.secondPayment?.state === 'ORDERED',
    );
    const answer = (batchId = '', status = 'ACSC') =>
      client.sendBankAnswer(`${batchId}-${status}.xml`, pain002({ batchId, groupStatus: status }));
    await answer(ordered.payment?.batchId);
    await answer(both.secondPayment?.batchId);
    await waitFor(
      'both are paid',
      (one) => one.payment?.state === 'PAID' && one.secondPayment?.state === 'PAID',
    );

    const transactions = await new Bank(client).transactions();
    const ours = transactions.filter(({ paymentId }) => paymentId.startsWith(claimId));
    expect(ours.map(({ paymentId, amountDirhams }) => [paymentId, amountDirhams]).toSorted()).toEqual([
      [`${claimId}-1`, '105.00'],
      [`${claimId}-S2-1`, '140.00'],
    ]);
    const told = await until('the person is notified of both', async () => {
      const messages = (await client.claims.history(claimId))?.messages ?? [];
      return messages.filter(({ state }) => state === 'SENT').length === 2 ? messages : undefined;
    });
    expect(told.map(({ kind }) => kind).toSorted()).toEqual(['claim-partly-referred', 'rest-approved']);
  });
});
