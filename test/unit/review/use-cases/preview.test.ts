import { describe, expect, it } from 'vitest';
import { assignClaims } from '../../../../contexts/review/use-cases/assign-claims.ts';
import { previewDecision } from '../../../../contexts/review/use-cases/preview-decision.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { FieldChange } from '../../../../contexts/review/api/review.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import {
  amina,
  brahim,
  CLAIM_ID,
  contractor,
  type ReviewWorld,
  supervisor,
} from '../../../support/review-world.ts';
import { key, large, save, unreadableInpe, unreadableName, worldWith } from './keyed-review.ts';

const preview = async (world: ReviewWorld, query = {}, who = amina) => {
  const version = (await world.memory.reviews.find(CLAIM_ID))?.version ?? 0;
  return previewDecision(CLAIM_ID, { version, ...query }, who, world.dependencies);
};

const phone = '+212612345678';

async function held(changes: Partial<CareForm>, keyed: readonly FieldChange[] = []) {
  const world = await worldWith(changes, undefined, { phone });
  const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
  const { version } = await saveCorrections(
    CLAIM_ID,
    save(taken, { changes: [...keyed] }),
    amina,
    world.dependencies,
  );
  return { world, version };
}

describe('what becomes of a claim under review', () => {
  it('is what the rules then decide, with the amount and the very SMS', async () => {
    const { world, version } = await held(unreadableInpe, [{ field: 'inpe', value: '091024578' }]);
    const shown = await preview(world);
    expect(shown).toMatchObject({ version, step: 'decided', outcome: 'approved', paidCentimes: 10_500 });
    expect(shown.message).toHaveProperty('text', expect.stringContaining('105,00'));
    await submitReview(CLAIM_ID, { version }, amina, world.dependencies);
    await world.relay();
    expect(await world.claim()).toMatchObject({ state: 'APPROVED', paidCentimes: 10_500 });
  });

  it('names each doubt that would refer it again, with the fields to look at', async () => {
    const { world } = await held({ ...unreadableInpe, ...unreadableName }, [
      { field: 'inpe', value: '091024578' },
    ]);
    const shown = await preview(world);
    expect(shown).toMatchObject({ outcome: 'referred', message: { isSent: false } });
    expect(shown.findings.flatMap(({ places }) => places)).toContainEqual({ field: 'insuredName' });
  });

  it('says what the insured would be asked for, and the field that they would be asked for it because of', async () => {
    const { world } = await held(unreadableInpe, [{ field: 'inpe', value: null }]);
    const shown = await preview(world);
    expect(shown.outcome).toBe('incomplete');
    expect(shown.findings).toContainEqual(
      expect.objectContaining({ kind: 'missing', places: [{ field: 'inpe' }] }),
    );
    expect(shown.message).toHaveProperty('text', expect.stringContaining('incomplet'));
  });

  it('is a rejection where it would be rejected for a reason', async () => {
    const { world } = await held(unreadableInpe);
    const shown = await preview(world, { rejection: 'CARE_NOT_PROVEN' });
    expect(shown).toMatchObject({ outcome: 'rejected', paidCentimes: 0 });
    expect((await world.claim()).attestations?.rejection).toBeUndefined();
  });

  it('is the SMS that names each document that would be asked for', async () => {
    const { world } = await held(unreadableInpe);
    const { message } = await preview(world, { documents: ['PRESCRIPTION', 'INVOICE'] });
    expect(message).toHaveProperty(
      'text',
      expect.stringContaining("l'ordonnance et les factures originales"),
    );
  });

  it('is no SMS for a contractor, whatever they ask for: it says whether the insured has a phone, and their language', async () => {
    const world = await worldWith(unreadableInpe, undefined, { phone });
    await assignClaims({ claimIds: [CLAIM_ID], to: contractor.userId }, supervisor, world.dependencies);
    await takeClaim(CLAIM_ID, contractor, world.dependencies);
    expect(await preview(world, {}, contractor)).not.toHaveProperty('message.text');
    const asked = await preview(world, { documents: ['INVOICE'] }, contractor);
    expect(asked.message).toBeUndefined();
  });

  it('is another person where two people key it, and says nothing of whether they agree', async () => {
    const world = await worldWith(large);
    await takeClaim(CLAIM_ID, amina, world.dependencies);
    expect(await preview(world)).toMatchObject({ step: 'keying-incomplete', findings: [] });
    await key(world, amina);
    const { version, step } = await preview(world);
    expect(step).toBe('second-keying');
    await submitReview(CLAIM_ID, { version }, amina, world.dependencies);
    await key(world, brahim, [{ field: 'totalCentimes', value: 600_100 }]);
    const second = await preview(world, {}, brahim);
    expect(second).toEqual({ version: second.version, step: 'comparison', findings: [] });
  });

  it('is a rejection that tells nothing of what is to be keyed without seeing it', async () => {
    const world = await worldWith(large);
    await takeClaim(CLAIM_ID, amina, world.dependencies);
    const shown = await preview(world, { rejection: 'CARE_NOT_PROVEN' });
    expect(shown).toMatchObject({ outcome: 'rejected', paidCentimes: 0, findings: [] });
    expect(JSON.stringify(shown)).not.toContain('600000');
  });

  it('changes nothing, and is shown to whoever holds the claim alone', async () => {
    const { world } = await held(unreadableInpe);
    const before = [await world.claim(), await world.memory.reviews.find(CLAIM_ID)];
    await preview(world);
    expect([await world.claim(), await world.memory.reviews.find(CLAIM_ID)]).toEqual(before);
    await expect(preview(world, {}, brahim)).rejects.toMatchObject({ code: 'NOT_HELD' });
    await expect(preview(world, { version: 1 })).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    expect(world.accesses).toContainEqual(
      expect.objectContaining({ actor: 'amina', operation: 'previewDecision' }),
    );
  });
});
