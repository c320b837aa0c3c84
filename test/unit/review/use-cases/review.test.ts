import { describe, expect, it } from 'vitest';
import { overrideFindings } from '../../../../contexts/review/use-cases/override-findings.ts';
import { rejectClaim } from '../../../../contexts/review/use-cases/reject-claim.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { reviewSchema, type FieldChange } from '../../../../contexts/review/api/review.ts';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import { amina, brahim, CLAIM_ID, doctor, supervisor } from '../../../support/review-world.ts';
import { act, field } from '../../adjudication/domain/claim-builder.ts';
import { unreadableName, unreadableInpe, worldWith, save } from './keyed-review.ts';

describe('what a reviewer has to look at', () => {
  const weakly = { confidencePercent: 60, doubts: ['LOW_CONFIDENCE' as const] };
  const cinOf = async (cin: Partial<CareForm>['cin']) => {
    const world = await worldWith({ ...unreadableInpe, cin });
    const { fields } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    return fields.find(({ field: name }) => name === 'cin');
  };

  it('is no value that OCR was unsure of and the registry bears out', async () => {
    const known = { ...field('BK412087', weakly), evidence: ['REGISTRY' as const] };
    expect(await cinOf(known)).toMatchObject({ status: 'read', doubts: [], confidencePercent: 98 });
  });

  it('is the same value where nothing bears it out, with how likely it is right', async () => {
    const alone = await cinOf(field('BK412087', weakly));
    expect(alone).toMatchObject({ status: 'doubtful', doubts: ['LOW_CONFIDENCE'] });
    expect(alone?.confidencePercent).toBeLessThan(98);
  });

  it('is a value with any other doubt, whatever bears it out', async () => {
    const doubts = ['BARCODE_DIFFERS' as const];
    const other = { ...field('BK412087', { doubts }), evidence: ['REGISTRY' as const] };
    expect(await cinOf(other)).toMatchObject({ status: 'doubtful', doubts });
  });
});

describe('the review of a referred claim', () => {
  it('is paid by the rules once a reviewer has read what the OCR could not', async () => {
    const world = await worldWith(unreadableInpe);
    expect((await world.claim()).state).toBe('REFERRED');

    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    expect(reviewSchema.parse(taken)).toEqual(taken);
    expect(taken.fields[0]).toMatchObject({ field: 'inpe', status: 'doubtful', readText: '091024573' });
    const saved = await saveCorrections(
      CLAIM_ID,
      save(taken, { changes: [{ field: 'inpe', value: '091024578' }] }),
      amina,
      world.dependencies,
    );
    expect(saved.fields.find(({ field: name }) => name === 'inpe')).toMatchObject({
      value: '091024578',
      status: 'corrected',
    });
    const { result } = await submitReview(CLAIM_ID, saved, amina, world.dependencies);
    await world.relay();

    expect(result).toBe('sent-to-adjudication');
    expect(await world.claim()).toMatchObject({ state: 'APPROVED', paidCentimes: 10_500 });
    expect((await world.memory.reviews.find(CLAIM_ID))?.state).toBe('CLOSED');
    expect(await world.memory.reviews.changes(CLAIM_ID)).toMatchObject([
      { what: 'taken', by: 'amina', at: '2025-09-20T09:00:00.000Z' },
      { what: 'corrected', by: 'amina', field: 'inpe', before: '091024573', after: '091024578' },
      { what: 'submitted', by: 'amina' },
    ]);
  });

  it('opens again with the doubts that remain, and is paid when they are settled too', async () => {
    const world = await worldWith({ ...unreadableInpe, ...unreadableName });
    const first = await takeClaim(CLAIM_ID, amina, world.dependencies);
    expect(first.group).toBe('identity');
    const named = await saveCorrections(
      CLAIM_ID,
      save(first, { changes: [{ field: 'insuredName', value: 'BENNANI Youssef' }] }),
      amina,
      world.dependencies,
    );
    await submitReview(CLAIM_ID, named, amina, world.dependencies);
    await world.relay();

    const again = await takeClaim(CLAIM_ID, brahim, world.dependencies);
    expect(again).toMatchObject({ state: 'OPEN', group: 'provider' });
    const done = await saveCorrections(
      CLAIM_ID,
      save(again, { changes: [{ field: 'inpe', value: '091024578' }] }),
      brahim,
      world.dependencies,
    );
    await submitReview(CLAIM_ID, done, brahim, world.dependencies);
    await world.relay(3);

    expect((await world.claim()).state).toBe('APPROVED');
    expect(world.count('claim.approved.v1')).toBe(1);
  });

  it('lets a reviewer say what stands on the paper, but not override a rule', async () => {
    const acts = [act({ dateOfCare: '2025-09-17' })];
    const world = await worldWith({ acts });
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    expect(taken.findings.map(({ code }) => code)).toContain('CARE_DATE_IN_FUTURE');
    const saved = await saveCorrections(
      CLAIM_ID,
      save(taken, { confirmed: [{ field: 'dateOfCare', line: 0 }] }),
      amina,
      world.dependencies,
    );
    await submitReview(CLAIM_ID, saved, amina, world.dependencies);
    await world.relay();
    expect((await world.claim()).state).toBe('REFERRED');

    const open = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
    const findings = open.findings
      .filter(({ kind }) => kind === 'doubt')
      .map(({ code, line }) => ({ code, line }));
    const request = { version: open.version, findings, reason: 'The clinic confirmed it in writing' };
    await expect(overrideFindings(CLAIM_ID, request, amina, world.dependencies)).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const set = await overrideFindings(CLAIM_ID, request, supervisor, world.dependencies);
    await submitReview(CLAIM_ID, set, supervisor, world.dependencies);
    await world.relay();

    expect((await world.claim()).state).toBe('APPROVED');
    expect((await world.decision())?.findings).toContainEqual(
      expect.objectContaining({ code: 'CARE_DATE_IN_FUTURE', kind: 'signal' }),
    );
    expect(await world.memory.reviews.changes(CLAIM_ID)).toContainEqual(
      expect.objectContaining({ what: 'overridden', by: 'supervisor', reason: request.reason }),
    );
  });

  it('does not let a supervisor set aside what is needed to know whom to pay', async () => {
    const world = await worldWith(unreadableInpe);
    const taken = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
    const request = {
      version: taken.version,
      findings: [{ code: 'FIELD_UNREADABLE' }],
      reason: 'It will be all right',
    };
    await expect(overrideFindings(CLAIM_ID, request, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'FINDING_NOT_OVERRIDABLE',
    });
  });

  it('asks a supervisor for what the rules leave open', async () => {
    const world = await worldWith({ acts: [act({ keyLetter: 'XYZ' })] });
    const { version } = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
    const findings = [{ code: 'ACT_UNKNOWN', line: 0 }];
    const request = { version, findings, reason: 'It will be all right' };
    await expect(overrideFindings(CLAIM_ID, request, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'VALUE_INVALID',
      places: [{ field: 'referenceCentimes', line: 0 }],
    });
  });

  it('rejects with a code, and pays nothing', async () => {
    const world = await worldWith(unreadableInpe);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    await expect(
      rejectClaim(
        CLAIM_ID,
        { version: taken.version, code: 'MEDICALLY_NOT_JUSTIFIED' },
        amina,
        world.dependencies,
      ),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    const request = { version: taken.version, code: 'ILLEGIBLE' as const };
    await rejectClaim(CLAIM_ID, request, amina, world.dependencies);
    await rejectClaim(CLAIM_ID, request, amina, world.dependencies);
    await world.relay(2);

    expect(await world.claim()).toMatchObject({ state: 'REJECTED', paidCentimes: 0 });
    expect((await world.decision())?.findings[0]).toEqual({ kind: 'rejection', code: 'ILLEGIBLE' });
    expect(world.count('claim.rejected.v1')).toBe(1);
  });

  it('lets medical control reject what was not justified', async () => {
    const world = await worldWith(unreadableInpe);
    const { version } = await takeClaim(CLAIM_ID, doctor, world.dependencies);
    await rejectClaim(CLAIM_ID, { version, code: 'MEDICALLY_NOT_JUSTIFIED' }, doctor, world.dependencies);
    await world.relay();
    expect((await world.claim()).state).toBe('REJECTED');
  });

  it('refuses a value that is none, and names the field', async () => {
    const world = await worldWith(unreadableInpe);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const wrong: FieldChange[] = [
      { field: 'inpe', value: '12' },
      { field: 'signatureDate', value: '2025-02-30' },
      { field: 'billedCentimes', line: 4, value: 100 },
    ];
    await expect(
      saveCorrections(CLAIM_ID, save(taken, { changes: wrong }), amina, world.dependencies),
    ).rejects.toMatchObject({
      code: 'VALUE_INVALID',
      places: wrong.map(({ field: name, line }) => ({ field: name, line })),
    });
  });

  it('adds a line that the reader missed and removes one that is none', async () => {
    const world = await worldWith({
      acts: [act(), act({ billedCentimes: 99_900 })],
      totalCentimes: field(50_000),
    });
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const saved = await saveCorrections(
      CLAIM_ID,
      save(taken, {
        addLines: 1,
        changes: [
          { field: 'dateOfCare', line: 2, value: '2025-09-04' },
          { field: 'keyLetter', line: 2, value: 'CS' },
          { field: 'coefficientHundredths', line: 2, value: 100 },
          { field: 'billedCentimes', line: 2, value: 25_000 },
        ],
        removeLines: [1],
      }),
      amina,
      world.dependencies,
    );
    expect(saved.lineCount).toBe(2);
    await submitReview(CLAIM_ID, saved, amina, world.dependencies);
    await world.relay();
    // The total speaks for the line that is added, but not for taking out the other: somebody else looks at it.
    expect((await world.claim()).payment).toBeUndefined();
    const again = await takeClaim(CLAIM_ID, brahim, world.dependencies);
    const confirmed = again.fields
      .filter(({ doubts }) => doubts.includes('CHANGED_BY_ONE'))
      .map(({ field: name, line }) => ({ field: name, line }));
    const seen = await saveCorrections(CLAIM_ID, save(again, { confirmed }), brahim, world.dependencies);
    await submitReview(CLAIM_ID, seen, brahim, world.dependencies);
    await world.relay();
    expect(await world.claim()).toMatchObject({ state: 'APPROVED', paidCentimes: 21_000 });
  });
});
