import { beforeAll, describe, expect, it } from 'vitest';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import { connectToTestCloud, submit } from '../support/flow/cloud.ts';
import { loopedPdf, miscountedPdf, nestedFormsPdf } from '../support/hostile-pdfs.ts';
import { prepareClaims, submitClaim } from '../support/flow/people.ts';
import { Queues } from '../support/flow/queues.ts';
import { settled } from '../support/flow/wait.ts';

/** What the OCR says of a file is what stands on this claim's only page: here it is the drawing that counts. */
const HOSTILE = [
  ['DAMAGED', loopedPdf()],
  ['TOO_COMPLEX', nestedFormsPdf({ pagesAround: 0 })],
  ['PAGE_COUNT_UNCLEAR', miscountedPdf()],
] as const;

describe('files come that were made to stop whoever opens them', () => {
  let client: MilafClient;

  beforeAll(async () => {
    client = await connectToTestCloud();
  });

  it(
    'each is quarantined with its reason, soon; those that come with them are decided, and no message is set aside',
    { timeout: 600_000 },
    async () => {
      const claims = await prepareClaims(client, 220_000, HOSTILE.length + 2);
      const usual = claims.slice(0, 2);
      const first = await submitClaim(client, usual[0]!);
      const hostile = await Promise.all(
        HOSTILE.map(([, bytes], index) =>
          submit(client, { ...claims[index + 2]!.sample, bytes: Buffer.from(bytes) }, { channel: 'shop-13' }),
        ),
      );
      const last = await submitClaim(client, usual[1]!);

      for (const { fileId, expected } of [first, last]) {
        const [claim] = (await settled(client, fileId)).claims;
        expect(claim?.claim.paidCentimes).toBe(expected.paidCentimes);
      }
      const reasons = await Promise.all(
        hostile.map(async (fileId) => (await settled(client, fileId)).quarantineReason),
      );
      expect(reasons).toEqual(HOSTILE.map(([reason]) => reason));
      expect(Object.values(await new Queues(client).deadLetters()).filter((count) => count > 0)).toEqual([]);
    },
  );
});
