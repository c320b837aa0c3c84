import { describe, expect, it } from 'vitest';
import { rejectClaim } from '../../../../contexts/review/use-cases/reject-claim.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { settleDispute } from '../../../../contexts/review/use-cases/settle-dispute.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { type FieldChange } from '../../../../contexts/review/api/review.ts';
import { amina, brahim, CLAIM_ID, supervisor } from '../../../support/review-world.ts';
import { large, worldWith, save, key } from './keyed-review.ts';

describe('what two people key', () => {
  it('is not shown either while a rejection can be taken back, to be keyed after all', async () => {
    const world = await worldWith(large, undefined, { undoSeconds: 30 });
    const { dependencies } = world;
    const first = await key(world, amina);
    const inpe = save(first, { changes: [{ field: 'inpe', value: '091024578' }] });
    const changed = await saveCorrections(CLAIM_ID, inpe, amina, dependencies);
    await submitReview(CLAIM_ID, { version: changed.version }, amina, dependencies);
    const { version } = await takeClaim(CLAIM_ID, brahim, dependencies);
    await rejectClaim(CLAIM_ID, { version, code: 'CARE_NOT_PROVEN' }, brahim, dependencies);
    const closed = await showReview(CLAIM_ID, brahim, dependencies);
    expect(closed.state).toBe('CLOSED');
    expect(JSON.stringify(closed)).not.toMatch(/600000|091024578/);
    world.now = new Date('2025-09-20T09:00:31Z');
    await world.relay();
    expect(JSON.stringify(await showReview(CLAIM_ID, brahim, dependencies))).toMatch(/600000/);
  });

  it('is taken when they agree, without either having seen it', async () => {
    const world = await worldWith(large);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const blind = taken.fields.filter(({ isBlind }) => isBlind);
    expect(blind).toHaveLength(5);
    expect(blind.every(({ value, readText }) => value === null && readText === undefined)).toBe(true);
    expect(blind.flatMap(({ evidence }) => evidence)).toEqual([]);
    await expect(submitReview(CLAIM_ID, taken, amina, world.dependencies)).rejects.toMatchObject({
      code: 'KEYING_INCOMPLETE',
    });
    await saveCorrections(
      CLAIM_ID,
      save(taken, { changes: [{ field: 'inpe', value: '091024578' }] }),
      amina,
      world.dependencies,
    );
    const first = await key(world, amina);
    expect(await submitReview(CLAIM_ID, first, amina, world.dependencies)).toEqual({
      result: 'second-keying',
    });
    await expect(takeClaim(CLAIM_ID, amina, world.dependencies)).rejects.toMatchObject({
      code: 'OTHER_PERSON_NEEDED',
    });
    const seen = await takeClaim(CLAIM_ID, brahim, world.dependencies);
    expect(JSON.stringify(seen)).not.toContain('600000');
    await saveCorrections(
      CLAIM_ID,
      save(seen, { changes: [{ field: 'inpe', value: '091024578' }] }),
      brahim,
      world.dependencies,
    );
    const second = await key(world, brahim);
    expect(await submitReview(CLAIM_ID, second, brahim, world.dependencies)).toEqual({
      result: 'sent-to-adjudication',
    });
    await world.relay();
    expect((await world.claim()).state).toBe('APPROVED');
    const changes = await world.memory.reviews.changes(CLAIM_ID);
    expect(
      changes.filter(
        ({ what, field: name, after }) => what === 'keyed' && name === 'cin' && after !== undefined,
      ),
    ).toMatchObject([{ by: 'amina' }, { by: 'brahim' }]);
  });

  it('is settled by a supervisor when they differ, and by neither of them', async () => {
    const world = await worldWith(large);
    const total: FieldChange = { field: 'totalCentimes', value: 60_000 };
    await submitReview(CLAIM_ID, await key(world, amina, [total]), amina, world.dependencies);
    const second = await key(world, brahim);
    expect(await submitReview(CLAIM_ID, second, brahim, world.dependencies)).toEqual({ result: 'disputed' });
    await expect(takeClaim(CLAIM_ID, brahim, world.dependencies)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    const shown = await showReview(CLAIM_ID, supervisor, world.dependencies);
    expect(shown.fields.find(({ field: name }) => name === 'totalCentimes')?.alternatives).toEqual([
      { value: 60_000, because: 'KEYED_FIRST' },
      { value: 600_000, because: 'KEYED_SECOND' },
    ]);
    const settlement = {
      version: shown.version,
      values: [{ field: 'totalCentimes' as const, value: 600_000 }],
      reason: 'The last nought is faint',
    };
    await settleDispute(CLAIM_ID, settlement, supervisor, world.dependencies);
    await settleDispute(CLAIM_ID, settlement, supervisor, world.dependencies);
    await world.relay();
    // The professional's number is still in doubt: it opens again, and nobody keys the amounts a third time.
    const again = await takeClaim(CLAIM_ID, amina, world.dependencies);
    expect(again.fields.some(({ isBlind }) => isBlind)).toBe(false);
    await expect(
      saveCorrections(
        CLAIM_ID,
        save(again, { changes: [{ field: 'totalCentimes', value: 1 }] }),
        amina,
        world.dependencies,
      ),
    ).rejects.toMatchObject({ code: 'FIELD_SETTLED' });
  });
});
