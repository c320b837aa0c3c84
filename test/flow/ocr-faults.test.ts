import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { contentHashOf } from '../../contexts/intake/domain/content-hash.ts';
import { randomClaim } from '../../local/samples/random/random-claim.ts';
import { renderScan } from '../../local/samples/render-scan.ts';
import { connectToTestCloud, load, submit, TODAY } from '../support/flow/cloud.ts';
import { setOcrFaults } from '../support/flow/ocr-control.ts';
import { prepareClaims, submitClaim } from '../support/flow/people.ts';
import { settled } from '../support/flow/wait.ts';

describe('the OCR service fails', () => {
  let client: MilafClient;

  beforeAll(async () => {
    client = await connectToTestCloud();
  });

  afterEach(async () => setOcrFaults([]));

  it('on one page of a file: the claim is incomplete, its person is notified, and nothing is paid', async () => {
    const claim = randomClaim(180_000, TODAY);
    await load(client, [claim.provider, ...claim.records]);
    const degradation = { dpi: 60, jpeg: 60, gray: true };
    const form = { kind: 'care-form', layout: 'classic', look: 'printed', fields: claim.fields } as const;
    const scan = await renderScan({
      name: 'page-that-cannot-be-read',
      fileType: 'pdf',
      pages: [
        { content: form, degradation },
        { content: { kind: 'blank' }, degradation },
      ],
    });
    await setOcrFaults([{ sha256: contentHashOf(scan.bytes), unreadablePages: [2] }]);

    const fileId = await submit(client, scan, { channel: 'shop-9' });
    const [outcome] = (await settled(client, fileId)).claims;
    expect(outcome?.claim).toMatchObject({ state: 'INCOMPLETE', paidCentimes: 0 });
    expect(outcome?.claim.payment).toBeUndefined();
    expect(outcome?.decision?.findings).toContainEqual(expect.objectContaining({ code: 'PAGE_NOT_READ' }));
  });

  it('on a file again and again: it is quarantined after three tries, and the same bytes sent later are read', async () => {
    const [scan] = await prepareClaims(client, 181_000, 1);
    await setOcrFaults([{ sha256: contentHashOf(scan!.sample.bytes), failJobWith: 'INTERNAL_ERROR' }]);
    const { fileId } = await submitClaim(client, scan!);
    expect(await settled(client, fileId)).toMatchObject({
      state: 'QUARANTINED',
      quarantineReason: 'OCR_FAILED',
    });
    expect((await client.files.find(fileId))?.readingAttempt).toBe(3);

    await setOcrFaults([]);
    const again = await submitClaim(client, scan!);
    expect((await settled(client, again.fileId)).claims[0]?.claim.paidCentimes).toBe(
      scan!.expected.paidCentimes,
    );
  });
});
