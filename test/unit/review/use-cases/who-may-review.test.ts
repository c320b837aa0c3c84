import { describe, expect, it } from 'vitest';
import { assignClaims } from '../../../../contexts/review/use-cases/assign-claims.ts';
import { listQueue } from '../../../../contexts/review/use-cases/list-queue.ts';
import { releaseClaim } from '../../../../contexts/review/use-cases/release-claim.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import { type Review } from '../../../../contexts/review/api/review.ts';
import { amina, brahim, CLAIM_ID, contractor, supervisor } from '../../../support/review-world.ts';
import { act, field } from '../../adjudication/domain/claim-builder.ts';
import { unreadableName, unreadableInpe, large, worldWith, save, weak } from './keyed-review.ts';

describe('who may take a claim', () => {
  it('gives it to one of two, until it is released', async () => {
    const world = await worldWith(unreadableInpe);
    await takeClaim(CLAIM_ID, amina, world.dependencies);
    await expect(takeClaim(CLAIM_ID, brahim, world.dependencies)).rejects.toMatchObject({
      code: 'CLAIM_HELD',
      status: 409,
    });
    await releaseClaim(CLAIM_ID, amina, world.dependencies);
    expect(await takeClaim(CLAIM_ID, brahim, world.dependencies)).toMatchObject({ holder: 'brahim' });
  });

  it('gives it to another one after half an hour without a change', async () => {
    const world = await worldWith(unreadableInpe);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    world.now = new Date('2025-09-20T09:29:00Z');
    const kept = await saveCorrections(CLAIM_ID, save(taken, {}), amina, world.dependencies);
    expect(kept.heldUntil).toBe('2025-09-20T09:59:00.000Z');
    world.now = new Date('2025-09-20T10:00:00Z');
    await takeClaim(CLAIM_ID, brahim, world.dependencies);
    await expect(saveCorrections(CLAIM_ID, save(kept, {}), amina, world.dependencies)).rejects.toMatchObject({
      code: 'CLAIM_HELD',
    });
  });

  it('stays with who goes on reading it, and what they then key is stored', async () => {
    const world = await worldWith(unreadableInpe);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const wait = (minutes: number): void => {
      world.now = new Date(world.now.getTime() + minutes * 60_000);
    };
    wait(2);
    expect((await takeClaim(CLAIM_ID, amina, world.dependencies)).version).toBe(taken.version);
    wait(18);
    const held = await takeClaim(CLAIM_ID, amina, world.dependencies);
    wait(20);
    await expect(takeClaim(CLAIM_ID, brahim, world.dependencies)).rejects.toMatchObject({
      code: 'CLAIM_HELD',
    });
    const changes = [{ field: 'inpe' as const, value: '091024578' }];
    await saveCorrections(CLAIM_ID, save(held, { changes }), amina, world.dependencies);
    const { history } = await showReview(CLAIM_ID, amina, world.dependencies);
    expect(history.map(({ what }) => what)).toEqual(['taken', 'corrected']);
  });

  it('shows a contractor only what was given to them, without the identity', async () => {
    const world = await worldWith(unreadableInpe);
    await expect(showReview(CLAIM_ID, contractor, world.dependencies)).rejects.toMatchObject({
      code: 'REVIEW_NOT_FOUND',
    });
    expect(world.accesses).toEqual([]);
    const query = { order: 'age', limit: 10 } as const;
    expect((await listQueue(query, contractor, world.dependencies)).items).toEqual([]);

    const assigned = await assignClaims(
      { claimIds: [CLAIM_ID, 'NONE-1'], to: contractor.userId },
      supervisor,
      world.dependencies,
    );
    expect(assigned).toEqual({
      assigned: [CLAIM_ID],
      refused: [{ claimId: 'NONE-1', code: 'REVIEW_NOT_FOUND' }],
    });
    expect((await listQueue(query, contractor, world.dependencies)).items).toHaveLength(1);
    const shown = await takeClaim(CLAIM_ID, contractor, world.dependencies);
    expect(shown.isMasked).toBe(true);
    const text = JSON.stringify(shown);
    for (const secret of ['184203957', 'BK412087', 'BENNANI', 'Youssef', '1979-03-14'])
      expect(text).not.toContain(secret);
    expect(text).toContain('091024573');
    expect(world.accesses).toEqual([
      { actor: 'contractor-7', operation: 'takeClaim', subject: `claim:${CLAIM_ID}` },
    ]);
    await expect(
      saveCorrections(
        CLAIM_ID,
        save(shown, { changes: [{ field: 'cin', value: 'AB1' }] }),
        contractor,
        world.dependencies,
      ),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('has a contractor key a name in doubt without seeing it, and confirm none that is not shown', async () => {
    const world = await worldWith({
      ...unreadableInpe,
      providerName: field('Dr BENNANI Youssef', { doubts: ['CONFLICTING_VALUES'] }),
    });
    await assignClaims({ claimIds: [CLAIM_ID], to: contractor.userId }, supervisor, world.dependencies);
    const taken = await takeClaim(CLAIM_ID, contractor, world.dependencies);
    const nameIn = ({ fields }: Review) => fields.find(({ field: name }) => name === 'providerName');
    expect(nameIn(taken)).toMatchObject({ value: null, isBlind: true, status: 'missing' });

    const confirmed = [{ field: 'providerName' as const }];
    await expect(
      saveCorrections(CLAIM_ID, save(taken, { confirmed }), contractor, world.dependencies),
    ).rejects.toMatchObject({ code: 'VALUE_INVALID', places: confirmed });

    const changes = [{ field: 'providerName' as const, value: 'Dr ALAOUI Samira' }];
    const saved = await saveCorrections(CLAIM_ID, save(taken, { changes }), contractor, world.dependencies);
    expect(nameIn(saved)).toMatchObject({ value: 'Dr ALAOUI Samira', isBlind: false, status: 'corrected' });
    expect(JSON.stringify(saved)).not.toContain('BENNANI');
  });

  it('tells a contractor nothing that the registry has of a person', async () => {
    const registered = { evidence: ['REGISTRY', 'LABEL'] as const };
    const world = await worldWith({
      inpe: { ...field('091024573', weak), ...registered },
      sex: { ...field('M'), ...registered },
    });
    await assignClaims({ claimIds: [CLAIM_ID], to: contractor.userId }, supervisor, world.dependencies);
    const evidenceOf = async (who: Staff) => {
      const { fields } = await showReview(CLAIM_ID, who, world.dependencies);
      return ['inpe', 'sex'].map((name) => fields.find(({ field: other }) => other === name)?.evidence);
    };
    const all = ['REGISTRY', 'LABEL'];
    expect(await evidenceOf(amina)).toEqual([all, all]);
    expect(await evidenceOf(contractor)).toEqual([all, ['LABEL']]);
  });

  it('shows where each value stands, and the line of one that was not found', async () => {
    const row = { page: 1, box: { left: 0.05, top: 0.5, width: 0.9, height: 0.03 } };
    const acts = [{ ...act(), source: row, coefficientHundredths: undefined }];
    const world = await worldWith({ ...unreadableInpe, acts });
    const { fields } = await showReview(CLAIM_ID, amina, world.dependencies);
    const unplaced = fields.filter(({ source }) => source === undefined);
    expect(unplaced.map(({ field: name }) => name)).toEqual(['careType', 'patientCin', 'attachmentsCount']);
    const sourceOf = (wanted: string) => fields.find(({ field: name }) => name === wanted)?.source;
    expect(sourceOf('coefficientHundredths')).toEqual(row);
    expect(sourceOf('billedCentimes')).toEqual(field(0).source);
  });

  it('is given to nobody who is no contractor', async () => {
    const world = await worldWith(unreadableInpe);
    await expect(
      assignClaims({ claimIds: [CLAIM_ID], to: brahim.userId }, supervisor, world.dependencies),
    ).rejects.toMatchObject({ code: 'NOT_A_CONTRACTOR' });
  });

  it('gives no contractor a claim with a doubt about a person, nor one that two people key', async () => {
    for (const changes of [unreadableName, large]) {
      const world = await worldWith(changes);
      expect(
        await assignClaims({ claimIds: [CLAIM_ID], to: contractor.userId }, supervisor, world.dependencies),
      ).toEqual({ assigned: [], refused: [{ claimId: CLAIM_ID, code: 'NOT_ASSIGNABLE' }] });
    }
  });

  it('puts what is found on record before it is shown', async () => {
    const world = await worldWith(unreadableInpe);
    await showReview(CLAIM_ID, amina, world.dependencies);
    expect(world.accesses).toEqual([
      { actor: 'amina', operation: 'showReview', subject: `claim:${CLAIM_ID}` },
    ]);
  });
});
