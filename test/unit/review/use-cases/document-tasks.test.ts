import { describe, expect, it } from 'vitest';
import { listDocumentTasks } from '../../../../contexts/review/use-cases/list-document-tasks.ts';
import { recordDocument } from '../../../../contexts/review/use-cases/record-document.ts';
import { requestDocument } from '../../../../contexts/review/use-cases/request-document.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { toReviewItem } from '../../../../contexts/review/aws/review-items.ts';
import { amina, CLAIM_ID, clerk, contractor } from '../../../support/review-world.ts';
import { unreadableInpe, worldWith } from './keyed-review.ts';

async function asked() {
  const world = await worldWith(unreadableInpe);
  const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
  const request = { version, documents: ['INVOICE' as const], via: 'agency' as const };
  await requestDocument(CLAIM_ID, request, amina, world.dependencies);
  return world;
}

describe('documents that clerks ask the insured for', () => {
  it('are listed for the channel of the claim and no other, without a word of the care', async () => {
    const { dependencies } = await asked();
    expect(await listDocumentTasks('agency-rabat-01', undefined, dependencies)).toEqual({
      channelId: 'agency-rabat-01',
      tasks: [
        {
          claimId: CLAIM_ID,
          receipt: 'AAAA-BBBB-CCCC-DDDD',
          documents: ['INVOICE'],
          since: '2025-09-20',
        },
      ],
      nextCursor: undefined,
    });
    expect((await listDocumentTasks('agency-fes-01', undefined, dependencies)).tasks).toEqual([]);
  });

  it('are off the list once the clerk has received them', async () => {
    const { dependencies } = await asked();
    await recordDocument(CLAIM_ID, {}, clerk, dependencies);
    expect((await listDocumentTasks('agency-rabat-01', undefined, dependencies)).tasks).toEqual([]);
  });

  it('stand in the index of the channel only while they are waited for', async () => {
    const { memory } = await asked();
    const review = { ...(await memory.reviews.find(CLAIM_ID))!, assignedTo: contractor.userId };
    expect(toReviewItem(review)).toMatchObject({
      gsi3pk: 'DOCUMENTS#agency-rabat-01',
      gsi3sk: `2025-09-20#${CLAIM_ID}`,
    });
    expect(toReviewItem({ ...review, state: 'OPEN' })).toMatchObject({ gsi3pk: 'ASSIGNED#contractor-7' });
    const unassigned = toReviewItem({ ...review, state: 'OPEN', assignedTo: undefined });
    expect(unassigned).not.toHaveProperty('gsi3pk');
  });
});
