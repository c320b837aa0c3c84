import { beforeAll, describe, expect, it } from 'vitest';
import { createS3Client } from '../../contexts/shared/aws/clients.ts';
import { S3ReadingStore } from '../../contexts/reading/aws/reading-store.ts';
import { DynamoClaimStore } from '../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../contexts/claims/aws/file-store.ts';
import { DynamoMedicineStore } from '../../contexts/medicines/aws/medicine-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { DynamoReviewStore } from '../../contexts/review/aws/review-store.ts';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { listQueue } from '../../contexts/review/use-cases/list-queue.ts';
import { recordDocument } from '../../contexts/review/use-cases/record-document.ts';
import { rejectClaim } from '../../contexts/review/use-cases/reject-claim.ts';
import { requestDocument } from '../../contexts/review/use-cases/request-document.ts';
import type { ReviewDependencies } from '../../contexts/review/use-cases/review-dependencies.ts';
import { saveCorrections } from '../../contexts/review/use-cases/save-corrections.ts';
import { submitReview } from '../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../contexts/review/use-cases/take-claim.ts';
import type { QueueItem, QueueQuery, Review, SaveCorrections } from '../../contexts/review/api/review.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { randomScan, type RandomScan } from '../../local/samples/random/random-scan.ts';
import { amina, brahim, clerk } from '../support/review-world.ts';
import { connectToTestCloud, load, TODAY } from '../support/flow/cloud.ts';
import { KilledError, KillSwitch, type Moment } from '../support/flow/kill-switch.ts';
import { submitClaim, type SubmittedClaim } from '../support/flow/people.ts';
import { settled, until } from '../support/flow/wait.ts';
import { misread } from '../support/misread.ts';

const FIRST_SEED = 642_000;
const CLAIMS = 7;
const clock = () => new Date();

describe('referred claims are reviewed', () => {
  let client: MilafClient;
  let claims: readonly (SubmittedClaim & { readonly claimId: string })[];
  /** Number of the professional as it stands on the form: it was misread as one that nobody has. */
  const inpes = new Map<string, string>();

  beforeAll(async () => {
    client = await connectToTestCloud();
    const scans: RandomScan[] = [];
    for (let seed = FIRST_SEED; scans.length < CLAIMS; seed += 1) {
      // Nobody knows the provider, so that all lines are looked at again, in the picture: it must be one that can be read.
      const scan = await randomScan(seed, { today: TODAY, quality: 'none', dpi: 150, isAtTariff: true });
      if (!isOneWord(scan)) continue;
      const sample = misread(scan.sample, scan.provider.inpe, numberOfNobody(scans.length), 99);
      scans.push({ ...scan, sample });
    }
    await load(
      client,
      scans.flatMap(({ provider, records }) => [provider, ...records]),
    );
    const submitted = await Promise.all(scans.map((scan) => submitClaim(client, scan)));
    claims = submitted.map((claim) => ({ ...claim, claimId: `${claim.fileId}-1` }));
    for (const { fileId, claimId, provider } of claims) {
      inpes.set(claimId, provider.inpe);
      await settled(client, fileId);
    }
  });

  it('stand in the queue, oldest first and largest first, each once', async () => {
    for (const order of ['age', 'amount'] as const) {
      const items = await wholeQueue({ group: 'provider', order, limit: 3 });
      const ours = items.filter(({ claimId }) => inpes.has(claimId));
      expect(ours.map(({ claimId }) => claimId).toSorted()).toEqual([...inpes.keys()].toSorted());
      const sorted = items.toSorted((a, b) =>
        order === 'age'
          ? a.depositDate.localeCompare(b.depositDate)
          : (b.billedCentimes ?? 0) - (a.billedCentimes ?? 0),
      );
      expect(items.map(({ depositDate, billedCentimes }) => [depositDate, billedCentimes])).toEqual(
        sorted.map(({ depositDate, billedCentimes }) => [depositDate, billedCentimes]),
      );
    }
  });

  it('are held by one of two who want them, paid once as the rules say, and the person is notified once', async () => {
    const { claimId, expected } = at(0);
    const dependencies = dependenciesWith();
    const both = await Promise.allSettled([
      takeClaim(claimId, amina, dependencies),
      takeClaim(claimId, brahim, dependencies),
    ]);
    const winner = both[0].status === 'fulfilled' ? amina : brahim;
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);

    const taken = await takeClaim(claimId, winner, dependencies);
    const saved = await saveCorrections(claimId, correction(taken), winner, dependencies);
    await Promise.all([
      submitReview(claimId, saved, winner, dependencies),
      submitReview(claimId, saved, winner, dependencies),
    ]);
    expect((await decided(claimId)).paidCentimes).toBe(expected.paidCentimes);
    const told = await until('the person is notified', async () => {
      const history = await client.claims.history(claimId);
      return history?.messages.some(({ state }) => state === 'SENT') === true ? history : undefined;
    });
    expect(told.events.map(({ type }) => type)).toEqual([
      'claim.drafted.v1',
      'claim.referred.v1',
      'claim.corrected.v1',
      'claim.approved.v1',
    ]);
    expect(told.messages).toHaveLength(1);
    const left = await wholeQueue({ group: 'provider', order: 'age', limit: 50 });
    expect(left.map((item) => item.claimId)).not.toContain(claimId);
  });

  it('are rejected with the code that a person gave', async () => {
    const { claimId } = at(1);
    const { version } = await takeClaim(claimId, amina, dependenciesWith());
    await rejectClaim(claimId, { version, code: 'ALTERED_DOCUMENT' }, amina, dependenciesWith());
    expect((await decided(claimId)).state).toBe('REJECTED');
    expect((await client.claims.history(claimId))?.decision?.findings[0]?.code).toBe('ALTERED_DOCUMENT');
  });

  it('wait for a document that was asked for by SMS, and go on when it came', async () => {
    const { claimId } = at(2);
    const { version } = await takeClaim(claimId, amina, dependenciesWith());
    const request = { version, documents: ['PRESCRIPTION' as const], via: 'sms' as const };
    await requestDocument(claimId, request, amina, dependenciesWith());
    const told = await until('the person is asked', async () =>
      (await client.claims.history(claimId))?.messages.find(({ kind }) => kind === 'document-requested'),
    );
    expect(told.state).toBe('SENT');
    const waiting = await wholeQueue({ state: 'AWAITING_DOCUMENT', order: 'age', limit: 50 });
    expect(waiting.map((item) => item.claimId)).toContain(claimId);
    await recordDocument(claimId, {}, clerk, dependenciesWith());
    const open = await wholeQueue({ state: 'OPEN', order: 'age', limit: 50 });
    expect(open.map((item) => item.claimId)).toContain(claimId);
  });

  it.each([
    [3, 'before'],
    [4, 'after'],
  ] as const)(
    'are paid once by a function that is killed at each of its writes (%i, %s), and does its work again',
    async (index, moment) => {
      const { claimId, expected } = at(index);
      const taken = await surviving(moment, (dependencies) => takeClaim(claimId, amina, dependencies));
      const saved = await surviving(moment, (dependencies) =>
        saveCorrections(claimId, correction(taken), amina, dependencies),
      );
      const { version } = saved;
      const submitted = await surviving(moment, (dependencies) =>
        submitReview(claimId, { version }, amina, dependencies),
      );
      expect(submitted.result).toBe('sent-to-adjudication');
      expect((await decided(claimId)).paidCentimes).toBe(expected.paidCentimes);
      const changes = await dependenciesWith().reviews.changes(claimId);
      expect(changes.map(({ what }) => what)).toEqual(['taken', 'corrected', 'submitted']);
    },
  );

  const at = (index: number) => {
    const claim = claims[index];
    if (claim === undefined) throw new Error('No such claim');
    return claim;
  };

  const correction = ({ claimId, version }: Review): SaveCorrections => ({
    version,
    changes: [{ field: 'inpe', value: inpes.get(claimId) ?? '' }],
    confirmed: [],
    addLines: 0,
    removeLines: [],
  });

  function dependenciesWith(kill = new KillSwitch()): ReviewDependencies {
    const output = (name: string): string => client.outputs.get(name) ?? '';
    const documents = kill.wire(createDocumentClient());
    const table = output('ClaimsTableName');
    return {
      reviews: new DynamoReviewStore(documents, table, clock),
      claims: new DynamoClaimStore(documents, table, clock),
      files: new DynamoFileStore(documents, table, clock),
      readings: new S3ReadingStore(kill.wire(createS3Client()), output('ReadingsBucketName')),
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
  }

  /** Does something with functions that die at their first write, their second, and so on, until one lives through it. */
  async function surviving<T>(
    moment: Moment,
    work: (dependencies: ReviewDependencies) => Promise<T>,
  ): Promise<T> {
    for (let call = 1; ; call += 1) {
      try {
        return await work(dependenciesWith(new KillSwitch(call, moment)));
      } catch (error) {
        if (
          !(error instanceof KilledError) &&
          !(error instanceof Error && error.cause instanceof KilledError)
        )
          throw error;
      }
    }
  }

  async function decided(claimId: string): Promise<Claim> {
    return until(`claim ${claimId} is decided`, async () => {
      const claim = await client.claims.find(claimId);
      return claim?.state === 'REFERRED' || claim?.state === 'DRAFTED' ? undefined : claim;
    });
  }

  async function wholeQueue(query: QueueQuery): Promise<readonly QueueItem[]> {
    const items: QueueItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await listQueue({ ...query, cursor }, amina, dependenciesWith());
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return items;
  }
});

/** A number of a professional that nobody has. */
const numberOfNobody = (index: number): string => `97100000${index}`;

/** Whether the number of the professional stands in one piece: on some forms each digit has a cell of its own. */
const isOneWord = ({ sample, provider }: RandomScan): boolean =>
  sample.recognisedPages.some(({ lines }) =>
    lines.some(({ words }) => words.some(({ text }) => text === provider.inpe)),
  );
