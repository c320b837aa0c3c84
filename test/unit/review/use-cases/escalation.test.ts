import { describe, expect, it } from 'vitest';
import { escalateClaim } from '../../../../contexts/review/use-cases/escalate-claim.ts';
import { listQueue } from '../../../../contexts/review/use-cases/list-queue.ts';
import { previewDecision } from '../../../../contexts/review/use-cases/preview-decision.ts';
import { releaseClaim } from '../../../../contexts/review/use-cases/release-claim.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { amina, brahim, CLAIM_ID, supervisor } from '../../../support/review-world.ts';
import { act } from '../../adjudication/domain/claim-builder.ts';
import { save, unreadableInpe, worldWith } from './keyed-review.ts';

describe('a claim that a reviewer passes on to supervisors', () => {
  async function passedOn() {
    const world = await worldWith(unreadableInpe);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const changes = [{ field: 'inpe' as const, value: '091024578' }];
    const { version } = await saveCorrections(CLAIM_ID, save(taken, { changes }), amina, world.dependencies);
    await escalateClaim(CLAIM_ID, { version, note: 'Ask the clinic' }, amina, world.dependencies);
    await escalateClaim(CLAIM_ID, { version, note: 'Ask the clinic' }, amina, world.dependencies);
    return world;
  }

  it('is a supervisor’s, with what was keyed, and stays so when they give it back', async () => {
    const world = await passedOn();
    await expect(takeClaim(CLAIM_ID, brahim, world.dependencies)).rejects.toMatchObject({
      code: 'WRONG_STATE',
    });
    const query = { state: 'ESCALATED' as const, order: 'age' as const, limit: 10 };
    expect((await listQueue(query, supervisor, world.dependencies)).items).toHaveLength(1);
    const taken = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
    expect(taken).toMatchObject({ state: 'OPEN', holder: 'supervisor' });
    expect(taken.fields.find(({ field }) => field === 'inpe')).toMatchObject({ value: '091024578' });
    await releaseClaim(CLAIM_ID, supervisor, world.dependencies);
    expect((await world.memory.reviews.find(CLAIM_ID))?.state).toBe('ESCALATED');
  });

  it('says so once in the record, with the note', async () => {
    const world = await passedOn();
    const changes = await world.memory.reviews.changes(CLAIM_ID);
    expect(changes.filter(({ what }) => what === 'escalated')).toMatchObject([
      { by: 'amina', reason: 'Ask the clinic' },
    ]);
  });
});

describe('who can lift a doubt', () => {
  it('is a supervisor where the paper says what the rules doubt, and a person looked', async () => {
    const world = await worldWith({ acts: [act({ dateOfCare: '2025-09-17' })] });
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const lifting = async (version: number) =>
      (await previewDecision(CLAIM_ID, { version }, amina, world.dependencies)).findings;
    expect(await lifting(taken.version)).toContainEqual(
      expect.objectContaining({ code: 'CARE_DATE_IN_FUTURE', liftedBy: 'reader' }),
    );
    const confirmed = [{ field: 'dateOfCare' as const, line: 0 }];
    const { version } = await saveCorrections(
      CLAIM_ID,
      save(taken, { confirmed }),
      amina,
      world.dependencies,
    );
    expect(await lifting(version)).toContainEqual(
      expect.objectContaining({ code: 'CARE_DATE_IN_FUTURE', liftedBy: 'supervisor' }),
    );
  });

  it('is the reader where they only have to look', async () => {
    const world = await worldWith(unreadableInpe);
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const { findings } = await previewDecision(CLAIM_ID, { version }, amina, world.dependencies);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'FIELD_UNREADABLE', liftedBy: 'reader' }),
    );
  });
});
