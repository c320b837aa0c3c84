import { beforeAll, describe, expect, inject, it } from 'vitest';
import { loadRegistry } from '../../contexts/registry/use-cases/load-registry.ts';
import type { UploadRef } from '../../contexts/claims/domain/scan-file.ts';
import { fileIdOf } from '../../contexts/intake/domain/receipt.ts';
import { randomScan, type RandomScan } from '../../local/samples/random/random-scan.ts';
import { writeRecordedAnswers } from '../../local/samples/recorded-answers.ts';
import { connectToTestCloud, TODAY } from '../support/flow/cloud.ts';
import { createIsolatedResources } from '../support/flow/isolated-resources.ts';
import { KillSwitch, type Moment } from '../support/flow/kill-switch.ts';
import { Pipeline } from '../support/flow/pipeline.ts';

/** One life of a step; a second one is the message's redelivery. */
type Life = (pipeline: Pipeline, upload: UploadRef, kill: KillSwitch, isAgain: boolean) => Promise<unknown>;

const STEPS: readonly (readonly [string, Life])[] = [
  ['receive-file', (pipeline, upload, kill) => pipeline.receive(upload, kill)],
  ['start-reading', (pipeline, upload, kill) => pipeline.start(upload, kill)],
  ['collect-reading', (pipeline, upload, kill) => pipeline.collect(upload, kill)],
  ['read-forms', (pipeline, upload, kill) => pipeline.read(upload, kill)],
  ['adjudicate-claim', (pipeline, upload, kill) => pipeline.adjudicate(upload, kill)],
  ['notify-person', (pipeline, upload, kill, isAgain) => pipeline.notify(upload, kill, isAgain)],
  ['order-payments', (pipeline, _upload, kill) => pipeline.order(kill)],
  ['apply-bank-answer', (pipeline, upload, kill) => pipeline.answer(upload, kill)],
];

const MOMENTS: readonly Moment[] = ['before', 'after'];
/** More AWS calls than any step makes. */
const MOST_CALLS = 40;

describe('a function is killed before and after every AWS call that changes something, and the message is delivered again', () => {
  let pipeline: Pipeline;
  let seed = 120_000;

  beforeAll(async () => {
    await connectToTestCloud();
    pipeline = new Pipeline(await createIsolatedResources());
  });

  it.each(STEPS)('%s: nothing is lost and nothing is done twice', async (_name, life) => {
    const victim = STEPS.findIndex(([, step]) => step === life);
    let killedLives = 0;
    for (const moment of MOMENTS) {
      for (let call = 1; call <= MOST_CALLS; call += 1) {
        const wasKilled = await surviveKill(victim, new KillSwitch(call, moment));
        if (!wasKilled) break;
        killedLives += 1;
      }
    }
    // Killed at least once before and once after a call, and at last it made all its calls alive.
    expect(killedLives).toBeGreaterThanOrEqual(2);
    expect(killedLives).toBeLessThan(2 * MOST_CALLS);
  });

  /** Takes a new claim through all steps, one of which is killed once; true when the kill came. */
  async function surviveKill(victim: number, kill: KillSwitch): Promise<boolean> {
    const { scan, upload } = await newClaim();
    for (const [index, [, life]] of STEPS.entries()) {
      if (index === victim) {
        await life(pipeline, upload, kill, false).catch((error: unknown) => {
          if (!kill.hasKilled) throw error;
        });
      }
      await life(pipeline, upload, new KillSwitch(), index === victim && kill.hasKilled);
    }
    await expectPaidOnce(upload, scan);
    return kill.hasKilled;
  }

  async function newClaim(): Promise<{ scan: RandomScan; upload: UploadRef }> {
    seed += 1;
    const scan = await randomScan(seed, { today: TODAY, quality: 'none', dpi: 60, isAtTariff: true });
    const records = [scan.provider, ...scan.records].map((record) => JSON.stringify(record));
    await loadRegistry(records, pipeline.registry());
    await writeRecordedAnswers([scan.sample], inject('recordedAnswersDirectory'));
    return { scan, upload: await pipeline.upload(scan.sample.fileName, scan.sample.bytes) };
  }

  async function expectPaidOnce(upload: UploadRef, { expected }: RandomScan): Promise<void> {
    const fileId = fileIdOf(upload);
    const file = await pipeline.files().find(fileId);
    expect(file).toMatchObject({ state: 'READ', claimIds: [`${fileId}-1`] });
    const history = await pipeline.claims().history(`${fileId}-1`);
    expect(history?.claim).toMatchObject({ state: 'APPROVED', paidCentimes: expected.paidCentimes });
    expect(history?.claim.payment).toMatchObject({
      state: 'PAID',
      attempt: 1,
      amountCentimes: expected.paidCentimes,
    });
    expect(history?.events.map(({ type }) => type)).toEqual([
      'claim.drafted.v1',
      'claim.approved.v1',
      'payment.paid.v1',
    ]);
    expect(history?.messages.map(({ state }) => state)).toEqual(['SENT']);
    const batchId = history?.claim.payment?.batchId ?? '';
    const payments = await pipeline.batches().payments(batchId);
    expect(payments.filter(({ claimId }) => claimId === `${fileId}-1`)).toHaveLength(1);
    expect((await pipeline.batches().find(batchId))?.state).toBe('SENT');
  }
});
