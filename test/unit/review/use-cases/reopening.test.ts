import { describe, expect, it } from 'vitest';
import { rejectClaim } from '../../../../contexts/review/use-cases/reject-claim.ts';
import { reopenClaim } from '../../../../contexts/review/use-cases/reopen-claim.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { settleDispute } from '../../../../contexts/review/use-cases/settle-dispute.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { amina, brahim, CLAIM_ID, contractor, supervisor } from '../../../support/review-world.ts';
import { key, large, save, unreadableInpe, worldWith } from './keyed-review.ts';

const request = { reason: 'The scan shows the number' };

/** A blank that the form has a label for, which the insured is asked to fill in. */
const blank = { inpe: undefined };

describe('a claim that was decided without a payment', () => {
  async function rejected() {
    const world = await worldWith(unreadableInpe);
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    await rejectClaim(CLAIM_ID, { version, code: 'CARE_NOT_PROVEN' }, amina, world.dependencies);
    await world.relay();
    expect((await world.claim()).state).toBe('REJECTED');
    return world;
  }

  it('waits for people again where a supervisor says why, and is paid once it is right', async () => {
    const world = await rejected();
    await reopenClaim(CLAIM_ID, request, supervisor, world.dependencies);
    const taken = await takeClaim(CLAIM_ID, brahim, world.dependencies);
    const inpe = { field: 'inpe' as const, value: '091024578' };
    const saved = await saveCorrections(
      CLAIM_ID,
      save(taken, { changes: [inpe] }),
      brahim,
      world.dependencies,
    );
    await submitReview(CLAIM_ID, { version: saved.version }, brahim, world.dependencies);
    await world.relay(2);
    expect((await world.claim()).state).toBe('APPROVED');
    expect(await world.memory.reviews.changes(CLAIM_ID)).toContainEqual(
      expect.objectContaining({ what: 'reopened', by: 'supervisor', reason: request.reason }),
    );
  });

  it('is opened once when the request comes twice', async () => {
    const world = await rejected();
    await reopenClaim(CLAIM_ID, request, supervisor, world.dependencies);
    await reopenClaim(CLAIM_ID, request, supervisor, world.dependencies);
    expect(world.count('claim.reopened.v1')).toBe(1);
  });

  it('is for somebody else than who had it opened again', async () => {
    const world = await rejected();
    await reopenClaim(CLAIM_ID, request, supervisor, world.dependencies);
    await expect(takeClaim(CLAIM_ID, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
  });

  it('is still for somebody else when the rules refer it again', async () => {
    const world = await rejected();
    await reopenClaim(CLAIM_ID, request, supervisor, world.dependencies);
    const { version } = await takeClaim(CLAIM_ID, brahim, world.dependencies);
    await submitReview(CLAIM_ID, { version }, brahim, world.dependencies);
    await world.relay();
    expect((await world.claim()).state).toBe('REFERRED');
    await expect(takeClaim(CLAIM_ID, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
    expect(await takeClaim(CLAIM_ID, brahim, world.dependencies)).toMatchObject({ state: 'OPEN' });
  });

  it('is still for somebody else when the insured was asked for something meanwhile', async () => {
    const world = await rejected();
    await reopenClaim(CLAIM_ID, request, supervisor, world.dependencies);
    const taken = await takeClaim(CLAIM_ID, brahim, world.dependencies);
    const emptied = save(taken, { changes: [{ field: 'inpe', value: null }] });
    const { version } = await saveCorrections(CLAIM_ID, emptied, brahim, world.dependencies);
    await submitReview(CLAIM_ID, { version }, brahim, world.dependencies);
    await world.relay();
    expect((await world.claim()).state).toBe('INCOMPLETE');
    await reopenClaim(CLAIM_ID, request, amina, world.dependencies);
    await expect(takeClaim(CLAIM_ID, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
  });

  it('is not for another account of whoever had it opened again', async () => {
    const world = await rejected();
    const registrationNumber = '184203958';
    await reopenClaim(CLAIM_ID, request, { ...supervisor, registrationNumber }, world.dependencies);
    const other = { ...brahim, registrationNumber };
    await expect(takeClaim(CLAIM_ID, other, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
  });

  it('is not settled by whoever had it opened again, where two keyed it differently', async () => {
    const world = await worldWith(large);
    const { dependencies } = world;
    const { version } = await takeClaim(CLAIM_ID, amina, dependencies);
    await rejectClaim(CLAIM_ID, { version, code: 'CARE_NOT_PROVEN' }, amina, dependencies);
    await world.relay();
    await reopenClaim(CLAIM_ID, request, supervisor, dependencies);
    const total = { field: 'totalCentimes' as const, value: 60_000 };
    await submitReview(CLAIM_ID, await key(world, amina, [total]), amina, dependencies);
    const second = await key(world, brahim);
    await submitReview(CLAIM_ID, second, brahim, dependencies);
    const settlement = { version: second.version + 1, values: [total], reason: 'Faint' };
    await expect(settleDispute(CLAIM_ID, settlement, supervisor, dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
  });

  it('is not opened again by a reviewer where it was rejected, nor by a contractor at all', async () => {
    const world = await rejected();
    await expect(reopenClaim(CLAIM_ID, request, brahim, world.dependencies)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    await expect(reopenClaim(CLAIM_ID, request, contractor, world.dependencies)).rejects.toMatchObject({
      code: 'REVIEW_NOT_FOUND',
    });
  });

  it('is not opened again while it waits for people, or once it is paid', async () => {
    const world = await worldWith(unreadableInpe);
    await expect(reopenClaim(CLAIM_ID, request, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
  });

  it('is looked at again by any reviewer where it waits for the insured', async () => {
    const world = await worldWith(blank);
    expect((await world.claim()).state).toBe('INCOMPLETE');
    await reopenClaim(CLAIM_ID, request, brahim, world.dependencies);
    expect(await takeClaim(CLAIM_ID, brahim, world.dependencies)).toMatchObject({ state: 'OPEN' });
  });
});
