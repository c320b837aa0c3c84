import { beforeAll, describe, expect, inject, it } from 'vitest';
import { loadRegistry } from '../../contexts/registry/use-cases/load-registry.ts';
import { fileIdOf } from '../../contexts/intake/domain/receipt.ts';
import { randomScan } from '../../local/samples/random/random-scan.ts';
import { writeRecordedAnswers } from '../../local/samples/recorded-answers.ts';
import { connectToTestCloud, TODAY } from '../support/flow/cloud.ts';
import { createIsolatedResources } from '../support/flow/isolated-resources.ts';
import { KillSwitch } from '../support/flow/kill-switch.ts';
import { Pipeline } from '../support/flow/pipeline.ts';

describe('the SMS provider is down', () => {
  let pipeline: Pipeline;

  beforeAll(async () => {
    await connectToTestCloud();
    pipeline = new Pipeline(await createIsolatedResources());
  });

  it('pays without it, and tells the person once it is back, in one message', async () => {
    const scan = await randomScan(150_000, { today: TODAY, quality: 'none', dpi: 60, isAtTariff: true });
    await loadRegistry(
      [scan.provider, ...scan.records].map((record) => JSON.stringify(record)),
      pipeline.registry(),
    );
    await writeRecordedAnswers([scan.sample], inject('recordedAnswersDirectory'));
    const upload = await pipeline.upload(scan.sample.fileName, scan.sample.bytes);
    await pipeline.receive(upload);
    await pipeline.start(upload);
    await pipeline.collect(upload);
    await pipeline.read(upload);
    await pipeline.adjudicate(upload);

    // The second change of notify-person is the message to the provider.
    await expect(pipeline.notify(upload, new KillSwitch(2))).rejects.toThrow(
      'The SMS provider cannot be reached',
    );
    await pipeline.order();
    await pipeline.answer(upload);
    const claimId = `${fileIdOf(upload)}-1`;
    expect((await pipeline.claims().find(claimId))?.payment?.state).toBe('PAID');

    expect(await pipeline.notify(upload, new KillSwitch(), true)).toBe('sent');
    expect(await pipeline.notify(upload, new KillSwitch(), true)).toBe('already-notified');
    expect((await pipeline.claims().history(claimId))?.messages).toHaveLength(1);
  });
});
