import { describe, expect, it } from 'vitest';
import { adjudicateClaim } from '../../../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import type { AdjudicateClaim } from '../../../../contexts/claims/records/work-messages.ts';
import { relayEvents } from '../../../../contexts/relay/use-cases/relay-events.ts';
import { rejectClaim } from '../../../../contexts/review/use-cases/reject-claim.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeBack } from '../../../../contexts/review/use-cases/take-back.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { amina, brahim, CLAIM_ID, type ReviewWorld } from '../../../support/review-world.ts';
import { key, large, save, unreadableInpe, worldWith } from './keyed-review.ts';

const noOtherQueue = {
  startReading: () => Promise.reject(new Error('Nothing is read')),
  checkReading: () => Promise.reject(new Error('Nothing is read')),
  readForms: () => Promise.reject(new Error('Nothing is read')),
};

const corrected = { changes: [{ field: 'inpe' as const, value: '091024578' }] };

async function submitted(world: ReviewWorld) {
  const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
  const saved = await saveCorrections(CLAIM_ID, save(taken, corrected), amina, world.dependencies);
  const { undoUntil } = await submitReview(CLAIM_ID, { version: saved.version }, amina, world.dependencies);
  return { version: saved.version + 1, undoUntil };
}

const worldWithUndo = () => worldWith(unreadableInpe, undefined, { undoSeconds: 30 });

describe('a claim that was validated a moment ago', () => {
  it('is taken back by whoever validated it: they hold it again with all that they keyed, and nothing was decided', async () => {
    const world = await worldWithUndo();
    const { version, undoUntil } = await submitted(world);
    expect(undoUntil).toBe('2025-09-20T09:00:30.000Z');
    const back = await takeBack(CLAIM_ID, { version }, amina, world.dependencies);
    world.now = new Date('2025-09-20T09:00:31Z');
    await world.relay(2);

    expect(back).toMatchObject({ state: 'OPEN', holder: 'amina' });
    expect(back.fields.find(({ field }) => field === 'inpe')).toMatchObject({ value: '091024578' });
    expect(await world.claim()).toMatchObject({ state: 'REFERRED' });
    expect(world.count('claim.approved.v1')).toBe(0);
    expect((await world.memory.reviews.changes(CLAIM_ID)).at(-1)).toMatchObject({
      what: 'taken-back',
      by: 'amina',
    });
  });

  it('is taken back once when the request comes twice', async () => {
    const world = await worldWithUndo();
    const { version } = await submitted(world);
    await takeBack(CLAIM_ID, { version }, amina, world.dependencies);
    await takeBack(CLAIM_ID, { version }, amina, world.dependencies);
    expect(world.count('claim.reopened.v1')).toBe(1);
  });

  it('is decided once it is validated again, and not by the message of the first time', async () => {
    const world = await worldWithUndo();
    const first = await submitted(world);
    const again = await takeBack(CLAIM_ID, { version: first.version }, amina, world.dependencies);
    world.now = new Date('2025-09-20T09:00:20Z');
    const { undoUntil } = await submitReview(CLAIM_ID, { version: again.version }, amina, world.dependencies);
    expect(undoUntil).toBe('2025-09-20T09:00:50.000Z');

    world.now = new Date('2025-09-20T09:00:30Z');
    await world.relay();
    expect((await world.claim()).state).toBe('DRAFTED');
    world.now = new Date('2025-09-20T09:00:50Z');
    await world.redeliver();
    expect(await world.claim()).toMatchObject({ state: 'APPROVED', decidableFrom: undefined });
  });

  it('is decided by its own message also where the clock of whoever decides it is far behind', async () => {
    const world = await worldWithUndo();
    await submitted(world);
    const sent = new Array<AdjudicateClaim>();
    const queue = { adjudicateClaim: (message: AdjudicateClaim) => Promise.resolve(void sent.push(message)) };
    await relayEvents(
      world.memory.events.filter(({ type }) => type === 'claim.corrected.v1'),
      {
        publisher: { publish: () => Promise.resolve() },
        queues: { ...noOtherQueue, ...queue },
        clock: () => new Date('2025-09-20T09:00:00Z'),
      },
    );
    world.now = new Date('2025-09-20T08:59:00Z');
    for (const message of sent) await adjudicateClaim(message, world.dependencies);
    expect((await world.claim()).state).toBe('APPROVED');
  });

  it('is not taken back once it is decided', async () => {
    const world = await worldWithUndo();
    const { version } = await submitted(world);
    world.now = new Date('2025-09-20T09:00:31Z');
    await world.relay();
    await expect(takeBack(CLAIM_ID, { version }, amina, world.dependencies)).rejects.toMatchObject({
      code: 'TOO_LATE',
    });
    expect((await world.claim()).state).toBe('APPROVED');
  });

  it('is not taken back by somebody else', async () => {
    const world = await worldWithUndo();
    const { version } = await submitted(world);
    await expect(takeBack(CLAIM_ID, { version }, brahim, world.dependencies)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('is decided by what was validated last, where it is taken back while the rules decide it', async () => {
    const world = await worldWithUndo();
    const { version } = await submitted(world);
    world.now = new Date('2025-09-20T09:00:30Z');
    const { claims } = world.dependencies;
    const sendAgain = async (): Promise<void> => {
      const again = await takeBack(CLAIM_ID, { version }, amina, world.dependencies);
      const amounts = [
        { field: 'totalCentimes' as const, value: 1_000 },
        { field: 'billedCentimes' as const, line: 0, value: 1_000 },
      ];
      const less = save(again, { changes: amounts });
      const saved = await saveCorrections(CLAIM_ID, less, amina, world.dependencies);
      await submitReview(CLAIM_ID, { version: saved.version }, amina, world.dependencies);
    };
    let isFirst = true;
    const decide: typeof claims.decide = async (...given) => {
      if (isFirst) await sendAgain();
      isFirst = false;
      return claims.decide(...given);
    };
    const message = { claimId: CLAIM_ID, channelId: 'agency-rabat-01' };
    const dependencies = { ...world.dependencies, claims: { ...claims, decide } };
    expect(await adjudicateClaim(message, dependencies)).toBe('not-yet');
    expect((await world.claim()).state).toBe('DRAFTED');
    world.now = new Date('2025-09-20T09:01:00Z');
    await world.relay();
    expect(await world.claim()).toMatchObject({ billedCentimes: 1_000 });
  });

  it('has what was keyed blind again when its rejection is taken back, for whoever keyed it', async () => {
    const world = await worldWith(large, undefined, { undoSeconds: 30 });
    await submitReview(CLAIM_ID, await key(world, amina), amina, world.dependencies);
    const { version } = await key(world, brahim);
    await rejectClaim(CLAIM_ID, { version, code: 'CARE_NOT_PROVEN' }, brahim, world.dependencies);
    const back = await takeBack(CLAIM_ID, { version: version + 1 }, brahim, world.dependencies);
    expect(back.state).toBe('SECOND_KEYING');
    expect(back.fields.find(({ field }) => field === 'totalCentimes')).toMatchObject({ value: 600_000 });
    const seen = await showReview(CLAIM_ID, amina, world.dependencies);
    expect(seen.fields.find(({ field }) => field === 'totalCentimes')).toMatchObject({ value: null });
  });

  it('is no longer rejected when its rejection is taken back', async () => {
    const world = await worldWithUndo();
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const saved = await saveCorrections(CLAIM_ID, save(taken, corrected), amina, world.dependencies);
    const rejection = { version: saved.version, code: 'CARE_NOT_PROVEN' as const };
    await rejectClaim(CLAIM_ID, rejection, amina, world.dependencies);
    const back = await takeBack(CLAIM_ID, { version: saved.version + 1 }, amina, world.dependencies);
    await submitReview(CLAIM_ID, { version: back.version }, amina, world.dependencies);
    world.now = new Date('2025-09-20T09:00:31Z');
    await world.relay();
    expect((await world.claim()).state).toBe('APPROVED');
  });
});
