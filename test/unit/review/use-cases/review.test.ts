import { describe, expect, it } from 'vitest';
import { assignClaims } from '../../../../contexts/review/use-cases/assign-claims.ts';
import { listQueue } from '../../../../contexts/review/use-cases/list-queue.ts';
import { overrideFindings } from '../../../../contexts/review/use-cases/override-findings.ts';
import { recordDocument } from '../../../../contexts/review/use-cases/record-document.ts';
import { rejectClaim } from '../../../../contexts/review/use-cases/reject-claim.ts';
import { releaseClaim } from '../../../../contexts/review/use-cases/release-claim.ts';
import { requestDocument } from '../../../../contexts/review/use-cases/request-document.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { settleDispute } from '../../../../contexts/review/use-cases/settle-dispute.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { splitClaim } from '../../../../contexts/review/use-cases/split-claim.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import {
  reviewSchema,
  type FieldChange,
  type Review,
  type SaveCorrections,
} from '../../../../contexts/review/api/review.ts';
import type { CareForm, PageRole } from '../../../../contexts/reading/domain/care-form.ts';
import {
  amina,
  brahim,
  CLAIM_ID,
  clerk,
  contractor,
  doctor,
  FILE_ID,
  ReviewWorld,
  supervisor,
} from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';

const weak = { confidencePercent: 30, doubts: ['LOW_CONFIDENCE' as const] };
/** Its name cannot be read: a matter of identity. */
const unreadableName = { insuredName: field('B?NN?', weak) };
const unreadableInpe = { inpe: field('091024573', weak) };
/** 6,000 DH: two people key it. */
const large = {
  acts: [act({ billedCentimes: 600_000 })],
  totalCentimes: { ...field(600_000), evidence: ['SUM' as const] },
  ...unreadableInpe,
};

async function worldWith(
  changes: Partial<CareForm>,
  pages: readonly PageRole[] = ['care-form'],
): Promise<ReviewWorld> {
  const world = new ReviewWorld({ people: [personFile()], providers: [provider()] });
  await world.draft(form(changes), {}, pages);
  return world;
}

const save = (review: Review, request: Partial<SaveCorrections>): SaveCorrections => ({
  version: review.version,
  changes: [],
  confirmed: [],
  addLines: 0,
  removeLines: [],
  ...request,
});

/** Keys all that has to be keyed twice. */
async function key(world: ReviewWorld, who: Staff, changes: readonly FieldChange[] = []): Promise<Review> {
  const taken = await takeClaim(CLAIM_ID, who, world.dependencies);
  const values: FieldChange[] = [
    { field: 'registrationNumber', value: '184203957' },
    { field: 'cin', value: 'BK412087' },
    { field: 'totalCentimes', value: 600_000 },
    { field: 'billedCentimes', line: 0, value: 600_000 },
    { field: 'coefficientHundredths', line: 0, value: 100 },
  ];
  const keyed = values.map(
    (value) => changes.find(({ field: name, line }) => name === value.field && line === value.line) ?? value,
  );
  return saveCorrections(CLAIM_ID, save(taken, { changes: keyed }), who, world.dependencies);
}

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
    expect(await world.claim()).toMatchObject({ state: 'APPROVED', paidCentimes: 21_000 });
  });
});

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

describe('what two people key', () => {
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

describe('a document that is asked for', () => {
  it('stops the clock until the agency says that it came', async () => {
    const world = await worldWith(unreadableInpe);
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const request = { version, documents: ['INVOICE' as const], via: 'sms' as const };
    await requestDocument(CLAIM_ID, request, amina, world.dependencies);
    await requestDocument(CLAIM_ID, request, amina, world.dependencies);
    expect(world.memory.events.at(-1)).toMatchObject({
      type: 'claim.document-requested.v1',
      documents: ['INVOICE'],
      via: 'sms',
    });
    world.now = new Date('2025-09-30T09:00:00Z');
    await expect(
      recordDocument(CLAIM_ID, {}, { ...clerk, channelId: 'elsewhere' }, world.dependencies),
    ).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await recordDocument(CLAIM_ID, {}, clerk, world.dependencies);
    await recordDocument(CLAIM_ID, {}, clerk, world.dependencies);
    expect(await showReview(CLAIM_ID, amina, world.dependencies)).toMatchObject({
      state: 'OPEN',
      waitingDays: 5,
    });
  });

  it('is asked for by the agency where it is not certain whose claim it is', async () => {
    const world = await worldWith(unreadableName);
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const request = { version, documents: ['ID_CARD' as const] };
    await expect(
      requestDocument(CLAIM_ID, { ...request, via: 'sms' }, amina, world.dependencies),
    ).rejects.toMatchObject({ code: 'NOBODY_TO_TELL' });
    await requestDocument(CLAIM_ID, { ...request, via: 'agency' }, amina, world.dependencies);
    expect((await world.memory.reviews.find(CLAIM_ID))?.state).toBe('AWAITING_DOCUMENT');
  });

  it('brings an incomplete claim to a reviewer', async () => {
    const world = await worldWith({ inpe: undefined });
    expect((await world.claim()).state).toBe('INCOMPLETE');
    await recordDocument(CLAIM_ID, {}, clerk, world.dependencies);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    expect(taken).toMatchObject({ state: 'OPEN', group: 'provider' });
    const saved = await saveCorrections(
      CLAIM_ID,
      save(taken, { changes: [{ field: 'inpe', value: '091024578' }] }),
      amina,
      world.dependencies,
    );
    await submitReview(CLAIM_ID, saved, amina, world.dependencies);
    await world.relay();
    expect((await world.claim()).state).toBe('APPROVED');
  });
});

describe('a page that the OCR could not read', () => {
  it('is read by a person: what they key of it is decided', async () => {
    const world = new ReviewWorld({ people: [personFile()], providers: [provider()] });
    await world.draft(form({ acts: [], totalCentimes: undefined }), {}, ['care-form', 'failed']);
    expect((await world.claim()).state).toBe('INCOMPLETE');
    await recordDocument(CLAIM_ID, {}, clerk, world.dependencies);
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const changes: FieldChange[] = [
      { field: 'totalCentimes', value: 25_000 },
      { field: 'dateOfCare', line: 0, value: '2025-09-03' },
      { field: 'keyLetter', line: 0, value: 'CS' },
      { field: 'coefficientHundredths', line: 0, value: 100 },
      { field: 'billedCentimes', line: 0, value: 25_000 },
    ];
    const saved = await saveCorrections(
      CLAIM_ID,
      save(taken, { addLines: 1, changes }),
      amina,
      world.dependencies,
    );
    await submitReview(CLAIM_ID, saved, amina, world.dependencies);
    await world.relay();
    expect(await world.claim()).toMatchObject({ state: 'APPROVED', paidCentimes: 10_500 });
  });
});

describe('a file that holds two forms', () => {
  const onPage = <T>(value: T, page: number) => ({
    ...field(value),
    source: { page, box: { left: 0.1, top: 0.1, width: 0.2, height: 0.02 } },
  });

  it('is divided by its pages into two claims, once', async () => {
    const second = act({ billedCentimes: 30_000 });
    const elsewhere = {
      ...second,
      source: { ...second.source, page: 2 },
      billedCentimes: onPage(30_000, 2),
      dateOfCare: onPage('2025-09-05', 2),
      keyLetter: onPage('CS', 2),
    };
    const world = await worldWith(
      {
        pages: [1, 2],
        acts: [act(), elsewhere],
        totalCentimes: field(25_000),
        patientName: onPage('AUTRE', 2),
      },
      ['care-form', 'care-form'],
    );
    const taken = await takeClaim(CLAIM_ID, amina, world.dependencies);
    await expect(
      splitClaim(CLAIM_ID, { version: taken.version, pages: [1, 2] }, amina, world.dependencies),
    ).rejects.toMatchObject({ code: 'PAGES_INVALID' });
    const request = { version: taken.version, pages: [2] };
    const made = await splitClaim(CLAIM_ID, request, amina, world.dependencies);
    expect(await splitClaim(CLAIM_ID, request, amina, world.dependencies)).toEqual(made);
    expect(made).toEqual({ claimId: `${FILE_ID}-2` });
    await world.relay();

    expect((await world.claim(made.claimId)).state).toBe('REFERRED');
    const left = await showReview(CLAIM_ID, amina, world.dependencies);
    expect(left).toMatchObject({ lineCount: 1, holder: 'amina' });
    expect(left.pages.map(({ isOfClaim }) => isOfClaim)).toEqual([true, false]);
    const other = await showReview(made.claimId, amina, world.dependencies);
    expect(other).toMatchObject({ lineCount: 1, formNumber: 2 });
    expect(other.fields.find(({ field: name }) => name === 'patientName')?.value).toBe('AUTRE');
  });
});
