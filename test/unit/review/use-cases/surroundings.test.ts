import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { showSurroundings } from '../../../../contexts/review/use-cases/show-surroundings.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { amina, brahim, CLAIM_ID, contractor, type ReviewWorld } from '../../../support/review-world.ts';
import { field } from '../../adjudication/domain/claim-builder.ts';
import { key, large, save, unreadableInpe, unreadableName, worldWith } from './keyed-review.ts';
import { box, dispensing } from './walk-parts.ts';

const NUMBER = '184203957';

const other = (claimId: string, receivedOn: string): Claim => ({
  claimId,
  receivedOn,
  fileId: claimId.slice(0, 16),
  channelId: 'shop-1',
  state: 'APPROVED',
  version: 2,
  submissionDate: receivedOn,
  submissionSignals: [],
  formNumber: 1,
  formsInFile: 1,
  registrationNumber: NUMBER,
  billedCentimes: 15_000,
  paidCentimes: 10_500,
});

const around = (world: ReviewWorld, claims: readonly Claim[] = [], who = amina) =>
  showSurroundings(CLAIM_ID, who, {
    ...world.dependencies,
    claimsOfPerson: { list: () => Promise.resolve({ claims }) },
  });

describe('what is on file around a claim', () => {
  it('is whose it is with the rights on each day of care, and whoever gave it', async () => {
    const world = await worldWith({ ...unreadableName, inpe: field('091024578') });
    const found = await around(world);
    expect(found.person).toMatchObject({ registrationNumber: NUMBER, name: 'BENNANI Youssef' });
    expect(found.rights).toEqual([{ day: expect.any(String) as string, schemes: ['AMO_SALARIE'] }]);
    expect(found.providers).toMatchObject([{ inpe: '091024578', sector: 'PRIVATE' }]);
  });

  it('has the pharmacy and the day of a box that names its own', async () => {
    const own = { ...box, pharmacyInpe: field('091024578'), dispensedOn: field('2025-09-11') };
    const world = await worldWith({ ...unreadableName, dispensing: dispensing({ medicines: [own] }) });
    const found = await around(world);
    expect(found.rights).toContainEqual({ day: '2025-09-11', schemes: ['AMO_SALARIE'] });
    expect(found.providers).toMatchObject([{ inpe: '091024578' }]);
  });

  it('is found by the card where the number is nobody’s', async () => {
    const world = await worldWith({ ...unreadableInpe, registrationNumber: field('184203950') });
    expect((await around(world)).person).toMatchObject({ registrationNumber: NUMBER });
  });

  it('has the claims of twelve months, and not this one', async () => {
    const world = await worldWith(unreadableInpe);
    const claims = [other('NEW1NEW1NEW1NEW1-1', '2025-08-01'), other('OLD1OLD1OLD1OLD1-1', '2024-09-19')];
    const found = await around(world, [...claims, await world.claim()]);
    expect(found.claims).toMatchObject([{ claimId: 'NEW1NEW1NEW1NEW1-1', paidCentimes: 10_500 }]);
  });

  it('is nothing of what two people key without seeing it, nor of what the first of them changed', async () => {
    const world = await worldWith(large);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const inpe = { field: 'inpe' as const, value: '091024578' };
    const day = { field: 'dateOfCare' as const, line: 0, value: '2025-09-04' };
    const changed = save(taken, { changes: [inpe, day] });
    await saveCorrections(CLAIM_ID, changed, amina, world.dependencies);
    await submitReview(CLAIM_ID, await key(world, amina), amina, world.dependencies);
    await takeClaim(CLAIM_ID, brahim, world.dependencies);
    const found = await around(world, [], brahim);
    expect(found).toMatchObject({ person: { name: 'BENNANI Youssef' }, rights: [], providers: [] });
    expect(JSON.stringify(found)).not.toContain(NUMBER);
  });

  it('is not shown to a contractor, and on record for the claim and for the person', async () => {
    const world = await worldWith(unreadableInpe);
    await around(world);
    expect(world.accesses).toEqual(
      expect.arrayContaining([
        { actor: 'amina', operation: 'showSurroundings', subject: `claim:${CLAIM_ID}` },
        { actor: 'amina', operation: 'showSurroundings', subject: `person:${NUMBER}` },
      ]),
    );
    await expect(around(world, [], contractor)).rejects.toMatchObject({ code: 'REVIEW_NOT_FOUND' });
  });
});
