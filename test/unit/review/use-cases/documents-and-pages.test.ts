import { describe, expect, it } from 'vitest';
import { recordDocument } from '../../../../contexts/review/use-cases/record-document.ts';
import { requestDocument } from '../../../../contexts/review/use-cases/request-document.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { splitClaim } from '../../../../contexts/review/use-cases/split-claim.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import { type FieldChange } from '../../../../contexts/review/api/review.ts';
import { amina, CLAIM_ID, clerk, FILE_ID, ReviewWorld } from '../../../support/review-world.ts';
import { act, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import { unreadableName, unreadableInpe, worldWith, save } from './keyed-review.ts';

describe('a document that is asked for', () => {
  it('stops the clock until the agency says that it came', async () => {
    const world = await worldWith(unreadableInpe, undefined, { phone: '+212612345678' });
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

  it('is asked for by the agency where the insured has no phone', async () => {
    const world = await worldWith(unreadableInpe);
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const request = { version, documents: ['INVOICE' as const], via: 'sms' as const };
    await expect(requestDocument(CLAIM_ID, request, amina, world.dependencies)).rejects.toMatchObject({
      code: 'NO_SMS_POSSIBLE',
    });
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
