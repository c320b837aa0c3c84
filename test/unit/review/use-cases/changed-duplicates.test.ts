import { describe, expect, it } from 'vitest';
import type { CareForm, ReadField } from '../../../../contexts/reading/domain/care-form.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { FieldChange, SaveCorrections } from '../../../../contexts/review/api/review.ts';
import { overrideFindings } from '../../../../contexts/review/use-cases/override-findings.ts';
import { saveCorrections } from '../../../../contexts/review/use-cases/save-corrections.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { splitClaim } from '../../../../contexts/review/use-cases/split-claim.ts';
import { submitReview } from '../../../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import { amina, brahim, CLAIM_ID, ReviewWorld, supervisor } from '../../../support/review-world.ts';
import { act, child, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import { cardiopex, dispensing, pharmacy } from './walk-parts.ts';

const EARLIER = 'EEEEFFFFEEEEFFFF-1';
const OTHER_INPE = '091024586';

/** An act that nobody can price, so that the claim goes to people whatever becomes of the other. */
const unpriced = act({ dateOfCare: '2025-09-08', keyLetter: 'K', coefficientHundredths: 1_600 });

/** A claim of two acts, of which another claim was paid for the first. */
async function withDuplicate(
  changes: Partial<CareForm> = {},
  earlier: Partial<CareForm> = {},
): Promise<ReviewWorld> {
  const world = new ReviewWorld({
    people: [personFile({ dependants: [child()] })],
    providers: [provider(), provider({ inpe: OTHER_INPE }), pharmacy],
    medicines: [cardiopex],
  });
  const stored = { pageRoles: ['care-form'], ocrEngine: 'tesseract' } as const;
  await world.dependencies.readings.saveForm(EARLIER, { form: form(earlier), ...stored });
  const draft: Claim = {
    claimId: EARLIER,
    fileId: EARLIER.slice(0, -2),
    state: 'DRAFTED',
    version: 1,
    channelId: 'agency-rabat-01',
    submissionDate: '2025-09-12',
    receivedOn: '2025-09-12',
    submissionSignals: [],
    formNumber: 1,
    formsInFile: 1,
  };
  world.memory.addDraft(draft);
  await world.relay();
  expect((await world.claim(EARLIER)).payment).toBeDefined();
  await world.draft(form({ acts: [act(), unpriced], ...changes }), {});
  expect((await world.claim()).state).toContain('REFERRED');
  return world;
}

async function saveAs(
  world: ReviewWorld,
  who: Staff,
  request: Partial<SaveCorrections>,
  claimId = CLAIM_ID,
): Promise<void> {
  const { version } = await takeClaim(claimId, who, world.dependencies);
  const nothing = { changes: [], confirmed: [], addLines: 0, removeLines: [] };
  await saveCorrections(claimId, { ...nothing, ...request, version }, who, world.dependencies);
}

async function submitAs(world: ReviewWorld, who: Staff, claimId = CLAIM_ID): Promise<Claim> {
  const { version } = await takeClaim(claimId, who, world.dependencies);
  await submitReview(claimId, { version }, who, world.dependencies);
  await world.relay();
  return world.claim(claimId);
}

/** The findings of the newest decision that keep it from being paid. */
async function doubts(world: ReviewWorld, claimId = CLAIM_ID): Promise<readonly string[]> {
  const decision = await world.decision(claimId);
  return (decision?.findings ?? []).flatMap(({ kind, code, line }) =>
    kind === 'signal' ? [] : [`${code} ${String(line)}`],
  );
}

const change = (name: FieldChange['field'], value: FieldChange['value'], line?: number): FieldChange => ({
  field: name,
  value,
  line,
});
const FAR: FieldChange = change('dateOfCare', '2025-08-20', 0);
/** All that makes a line the act that it is. */
const seenOf = (line: number): SaveCorrections['confirmed'] => [
  { field: 'dateOfCare', line },
  { field: 'keyLetter', line },
  { field: 'billedCentimes', line },
  { field: 'inpe' },
  { field: 'beneficiaryLink' },
];
/** A line that is added to the two. */
const anew = [
  change('dateOfCare', '2025-08-20', 2),
  change('keyLetter', 'CS', 2),
  change('coefficientHundredths', 100, 2),
  change('billedCentimes', 25_000, 2),
];
const insured: Partial<CareForm> = { beneficiaryLink: field('insured') };

describe('a line that another claim was paid for', () => {
  it.each([
    ['day', [FAR]],
    ['letter and day', [FAR, change('keyLetter', 'C', 0)]],
    [
      'amount and day',
      [
        FAR,
        change('billedCentimes', 20_000, 0),
        change('totalCentimes', 20_000 + (unpriced.billedCentimes?.value ?? 0)),
      ],
    ],
    ['provider and day', [FAR, change('inpe', OTHER_INPE, 0)]],
    ['provider of the form and day', [FAR, change('inpe', OTHER_INPE)]],
    [
      'patient and day',
      [
        FAR,
        change('beneficiaryLink', 'child'),
        change('patientName', 'BENNANI Adam'),
        change('patientBirthDate', '2017-06-02'),
      ],
    ],
  ])('is not paid where one person changes its %s, whatever they say of it', async (_, changes) => {
    const world = await withDuplicate(insured);
    expect(await doubts(world)).toContain('DUPLICATE 0');
    await saveAs(world, amina, { changes });
    await saveAs(world, amina, { confirmed: seenOf(0) });
    const claim = await submitAs(world, amina);
    expect(claim.state).toBe('REFERRED');
    expect(claim.payment).toBeUndefined();
    expect(await doubts(world)).toContain('DUPLICATE_CHANGED 0');
    // Once more, with all that they can say.
    await saveAs(world, amina, { confirmed: seenOf(0) });
    expect((await submitAs(world, amina)).payment).toBeUndefined();
  });

  it.each([
    ['one step', [{ addLines: 1, changes: anew, removeLines: [0] }]],
    ['two steps', [{ addLines: 1, changes: anew }, { removeLines: [0] }]],
  ])('is not paid where one person takes it out and writes it anew in %s', async (_, steps) => {
    const world = await withDuplicate(insured);
    for (const step of steps) {
      await saveAs(world, amina, step);
      expect((await submitAs(world, amina)).payment).toBeUndefined();
    }
    expect(await doubts(world)).toContain('DUPLICATE_CHANGED 1');
  });

  /** Care after the day of the signature: one of the two was misread. */
  const signedBefore: Partial<CareForm> = { ...insured, signatureDate: field('2025-08-25') };
  const faint: Partial<ReadField<never>> = { confidencePercent: 20, doubts: ['LOW_CONFIDENCE'] };
  const copyOf = (line: number): FieldChange[] => [
    change('dateOfCare', '2025-09-03', line),
    change('keyLetter', 'CS', line),
    change('coefficientHundredths', 100, line),
    change('billedCentimes', 25_000, line),
  ];

  it.each<[string, Partial<CareForm>, Partial<SaveCorrections>]>([
    ['that its signature speaks against', {}, { changes: [FAR] }],
    [
      'and adds a line that is what it was',
      { acts: [act()], totalCentimes: field(25_000, faint) },
      { addLines: 1, changes: [FAR, ...copyOf(1), change('totalCentimes', 50_000)] },
    ],
    [
      'and makes another line, whose day was not read, what it was',
      { acts: [act(), { ...act(), dateOfCare: field('2025-09-08', faint) }], totalCentimes: field(50_000) },
      { changes: [FAR, change('dateOfCare', '2025-09-03', 1)] },
    ],
  ])('is not paid where one person moves its day %s', async (_, read, request) => {
    const world = await withDuplicate({ ...signedBefore, ...read });
    expect(await doubts(world)).toContain('DUPLICATE 0');
    await saveAs(world, amina, request);
    await submitAs(world, amina);
    expect(await doubts(world)).toContain('CHANGED_BY_ONE 0');
    expect((await world.claim()).payment).toBeUndefined();
    await saveAs(world, brahim, { confirmed: seenOf(0) });
    await submitAs(world, brahim);
    expect((await doubts(world)).filter((one) => one.endsWith(' 0'))).toEqual([]);
  });

  it('is missed also where a copy is added of it, and the number that shows it was keyed', async () => {
    const world = await withDuplicate({
      ...signedBefore,
      acts: [act()],
      inpe: field('091024573', faint),
      totalCentimes: field(25_000, faint),
    });
    await saveAs(world, amina, { changes: [change('inpe', '091024578')] });
    await submitAs(world, amina);
    expect(await doubts(world)).toContain('DUPLICATE 0');
    await saveAs(world, amina, {
      addLines: 1,
      changes: [FAR, ...copyOf(1), change('totalCentimes', 50_000)],
    });
    await submitAs(world, amina);
    expect(await doubts(world)).toContain('DUPLICATE_CHANGED 0');
  });

  it('is not paid where the number of its row is taken out, so that it is the form’s provider’s', async () => {
    const row = { ...act(), inpe: field('091024578') };
    const world = await withDuplicate({ ...insured, acts: [row, unpriced], inpe: field(OTHER_INPE) });
    expect(await doubts(world)).toContain('DUPLICATE 0');
    await saveAs(world, amina, { changes: [change('inpe', null, 0)] });
    await saveAs(world, amina, { confirmed: seenOf(0) });
    expect((await submitAs(world, amina)).payment).toBeUndefined();
    expect(await doubts(world)).toContain('DUPLICATE_CHANGED 0');
  });

  it('is not paid in a claim that it is split off to', async () => {
    const source = { ...field('').source, page: 2 };
    const onPage = <T>(read: ReadField<T> | undefined) => read && { ...read, source };
    const { dateOfCare, keyLetter, coefficientHundredths, billedCentimes } = act();
    const second = {
      ...{ ...act(), source, dateOfCare: onPage(dateOfCare), keyLetter: onPage(keyLetter) },
      coefficientHundredths: onPage(coefficientHundredths),
      billedCentimes: onPage(billedCentimes),
    };
    const world = await withDuplicate({ ...insured, pages: [1, 2], acts: [second, unpriced] });
    expect(await doubts(world)).toContain('DUPLICATE 0');
    await saveAs(world, amina, { changes: [FAR] });
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const { claimId } = await splitClaim(CLAIM_ID, { version, pages: [2] }, amina, world.dependencies);
    await world.relay();
    // Whoever keys there what the page lacks does not find it new.
    await saveAs(
      world,
      amina,
      {
        changes: [
          change('registrationNumber', '184203957'),
          change('cin', 'BK412087'),
          change('insuredName', 'BENNANI Youssef'),
          change('beneficiaryLink', 'insured'),
          change('inpe', '091024578'),
          change('totalCentimes', 25_000),
        ],
      },
      claimId,
    );
    expect((await submitAs(world, amina, claimId)).payment).toBeUndefined();
    expect(await doubts(world, claimId)).toContain('DUPLICATE_CHANGED 0');
  });

  it('is not let through by a supervisor alone either', async () => {
    const world = await withDuplicate(insured);
    await saveAs(world, supervisor, { changes: [FAR] });
    await submitAs(world, supervisor);
    const { version } = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
    const request = {
      version,
      findings: [{ code: 'DUPLICATE_CHANGED', line: 0 }],
      reason: 'It was another day',
    };
    await expect(overrideFindings(CLAIM_ID, request, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'FINDING_NOT_OVERRIDABLE',
    });
  });

  it('is paid as another act where a second person says that all of it stands on the paper', async () => {
    const world = await withDuplicate(insured);
    await saveAs(world, amina, { changes: [FAR] });
    await submitAs(world, amina);
    const shown = await showReview(CLAIM_ID, amina, world.dependencies);
    expect(shown.otherPerson).toEqual([
      { because: 'OWN_CHANGE', isBlocking: false, fields: [{ field: 'dateOfCare', line: 0 }] },
    ]);
    await saveAs(world, brahim, { confirmed: seenOf(0) });
    const claim = await submitAs(world, brahim);
    expect(await doubts(world)).toEqual(['TARIFF_UNKNOWN 1']);
    expect(claim).toMatchObject({ state: 'PARTLY_REFERRED', payment: { amountCentimes: 10_500 } });
  });

  it('is a duplicate again where it is put back', async () => {
    const world = await withDuplicate(insured);
    await saveAs(world, amina, { changes: [FAR] });
    await submitAs(world, amina);
    await saveAs(world, amina, { changes: [change('dateOfCare', '2025-09-03', 0)] });
    await submitAs(world, amina);
    expect(await doubts(world)).toEqual(['DUPLICATE 0', 'TARIFF_UNKNOWN 1']);
  });

  it('keeps nothing waiting where it is left as it is, or is only taken out', async () => {
    const priced = [change('keyLetter', 'CS', 1), change('coefficientHundredths', 100, 1)];
    const left = await withDuplicate(insured);
    await saveAs(left, amina, { changes: priced });
    await submitAs(left, amina);
    await saveAs(left, brahim, { confirmed: priced.map(({ field: name, line }) => ({ field: name, line })) });
    expect((await submitAs(left, brahim)).state).toBe('PARTLY_APPROVED');

    const certain = act({ dateOfCare: '2025-09-08' });
    const out = await withDuplicate({ ...insured, acts: [act(), certain, unpriced] });
    const total = change('totalCentimes', 25_000 + (unpriced.billedCentimes?.value ?? 0));
    await saveAs(out, amina, { removeLines: [0], changes: [total] });
    await submitAs(out, amina);
    expect(await doubts(out)).toEqual(['TARIFF_UNKNOWN 1']);
  });

  it('is remembered also where it was only nearly the same, and where the number that shows it was keyed', async () => {
    const near = await withDuplicate({ ...insured, acts: [act({ billedCentimes: 26_000 }), unpriced] });
    expect(await doubts(near)).toContain('NEAR_DUPLICATE 0');
    await saveAs(near, amina, { changes: [FAR] });
    await submitAs(near, amina);
    expect(await doubts(near)).toContain('DUPLICATE_CHANGED 0');

    const unread = await withDuplicate({
      ...insured,
      inpe: field('091024573', { confidencePercent: 30, doubts: ['LOW_CONFIDENCE'] }),
    });
    expect(await doubts(unread)).not.toContain('DUPLICATE 0');
    await saveAs(unread, amina, { changes: [change('inpe', '091024578')] });
    await submitAs(unread, amina);
    expect(await doubts(unread)).toContain('DUPLICATE 0');
    await saveAs(unread, amina, { changes: [FAR] });
    await submitAs(unread, amina);
    expect(await doubts(unread)).toContain('DUPLICATE_CHANGED 0');
  });

  it('is remembered also of boxes of a medicine', async () => {
    const sold = { dispensing: dispensing(), totalCentimes: field(25_000 + 9_620) };
    const world = await withDuplicate(
      { ...insured, acts: [unpriced], dispensing: dispensing(), totalCentimes: field(25_000 + 9_620) },
      { ...sold, acts: [act({ dateOfCare: '2025-08-28' })] },
    );
    expect(await doubts(world)).toContain('DUPLICATE 1');
    await saveAs(world, amina, { changes: [change('dispensedOn', '2025-06-20')] });
    await submitAs(world, amina);
    expect(await doubts(world)).toContain('DUPLICATE_CHANGED 1');
  });

  it('is decided the same however often the corrected claim is delivered', async () => {
    const world = await withDuplicate(insured);
    await saveAs(world, amina, { changes: [FAR] });
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    await submitReview(CLAIM_ID, { version }, amina, world.dependencies);
    await world.relay(3);
    expect((await world.claim()).payment).toBeUndefined();
    expect(world.count('claim.referred.v1')).toBe(2);
  });
});
