import { describe, expect, it } from 'vitest';
import type { CareForm } from '../../../../contexts/reading/domain/care-form.ts';
import type { FieldChange, SaveCorrections } from '../../../../contexts/review/api/review.ts';
import { overrideFindings } from '../../../../contexts/review/use-cases/override-findings.ts';
import { showReview } from '../../../../contexts/review/use-cases/show-review.ts';
import { splitClaim } from '../../../../contexts/review/use-cases/split-claim.ts';
import { takeClaim } from '../../../../contexts/review/use-cases/take-claim.ts';
import type { Staff } from '../../../../contexts/shared/access/actor.ts';
import { amina, brahim, CLAIM_ID, ReviewWorld, supervisor } from '../../../support/review-world.ts';
import { act, child, field, form, personFile, provider } from '../../adjudication/domain/claim-builder.ts';
import { medicineCodeOf } from '../../../support/medicine-examples.ts';
import { unreadableInpe } from './keyed-review.ts';
import { doAs, OTHER_INPE, TRUE_INPE } from './lone-reviewer.ts';
import { box, cardiopex, dispensing, pharmacy } from './walk-parts.ts';

const OTHER_PHARMACY = '092307426';
const INPE: FieldChange = { field: 'inpe', value: TRUE_INPE };
const change = (name: FieldChange['field'], value: FieldChange['value'], line?: number): FieldChange =>
  line === undefined ? { field: name, value } : { field: name, value, line };

/** A claim whose INPE one person has to complete. */
async function drafted(changes: Partial<CareForm> = {}): Promise<ReviewWorld> {
  const world = new ReviewWorld({
    people: [personFile({ dependants: [child()] })],
    providers: [
      provider(),
      provider({ inpe: OTHER_INPE }),
      provider({ inpe: '091024594', specialty: 'Chirurgie dentaire' }),
      pharmacy,
      provider({ inpe: OTHER_PHARMACY, name: 'Pharmacie Atlas', specialty: 'Pharmacie' }),
    ],
    medicines: [cardiopex],
  });
  await world.draft(form({ ...unreadableInpe, ...changes }), {});
  return world;
}

async function saveAs(world: ReviewWorld, who: Staff, request: Partial<SaveCorrections>): Promise<void> {
  await doAs(who, request, world);
  await doAs(who, 'submit', world);
}

async function doubts(world: ReviewWorld): Promise<readonly string[]> {
  const { findings = [] } = (await world.decision()) ?? {};
  return findings.flatMap(({ kind, code, field: name, line }) =>
    kind === 'signal' ? [] : [`${code} ${name ?? ''} ${line ?? ''}`.trim()],
  );
}

/** What the page shows as to be looked at because one person changed it. */
async function toSee(world: ReviewWorld): Promise<SaveCorrections['confirmed']> {
  const { fields } = await showReview(CLAIM_ID, brahim, world.dependencies);
  return fields
    .filter((one) => one.doubts.includes('CHANGED_BY_ONE'))
    .map(({ field: name, line }) => (line === undefined ? { field: name } : { field: name, line }));
}

const row = { ...act(), inpe: field(TRUE_INPE, { evidence: ['NEIGHBOURS'] }) };
const boxes: Partial<CareForm> = { dispensing: dispensing(), totalCentimes: field(25_000 + 9_620) };
const unnamed: Partial<CareForm> = { inpe: field(TRUE_INPE), insuredName: undefined };
const NAME = change('insuredName', 'BENNANI Youssef');
const twice = { acts: [act(), act({ dateOfCare: '2025-08-28' })] };

describe('what one person puts in the place of a sure reading', () => {
  it('is not paid by, and the acts are, where it is who sold the boxes of one line', async () => {
    const world = await drafted(boxes);
    const sold = change('pharmacyInpe', OTHER_PHARMACY, 1);
    await saveAs(world, amina, { changes: [sold, INPE] });
    expect(await doubts(world)).toEqual(['CHANGED_BY_ONE pharmacyInpe 1']);
    expect((await world.claim()).payment).toMatchObject({ amountCentimes: 10_500 });
    await saveAs(world, brahim, { confirmed: await toSee(world) });
    expect((await world.claim()).state).toBe('APPROVED');
  });

  it.each<[string, Partial<CareForm>, readonly FieldChange[]]>([
    ['day', {}, [change('dateOfCare', '2025-08-20', 0)]],
    [
      'letter',
      { acts: [act({ keyLetter: 'K', coefficientHundredths: 1_600 })] },
      [change('keyLetter', 'CS', 0), change('coefficientHundredths', 100, 0)],
    ],
    ['amount', {}, [change('billedCentimes', 31_000, 0), change('totalCentimes', 31_000)]],
    ['provider of the row', unnamed, [change('inpe', OTHER_INPE, 0), NAME]],
    [
      'provider of the row, taken out',
      { ...unnamed, acts: [row], inpe: field(OTHER_INPE) },
      [change('inpe', null, 0), NAME],
    ],
    [
      'patient',
      {},
      [
        change('beneficiaryLink', 'child'),
        change('patientName', 'BENNANI Adam'),
        change('patientBirthDate', '2017-06-02'),
      ],
    ],
    ['patient, taken out', {}, [change('patientName', null)]],
    ['kind of care', { careType: field('accident') }, [change('careType', 'illness')]],
    ['kind of care, taken out', { careType: field('accident') }, [change('careType', null)]],
    ['day long ago', { acts: [act({ dateOfCare: '2023-09-03' })] }, [change('dateOfCare', '2025-09-03', 0)]],
    ['day of signature', {}, [change('signatureDate', '2025-09-12')]],
    ['day of the boxes', boxes, [change('dispensedOn', '2025-09-09')]],
    ['day of the boxes of one line', boxes, [change('dispensedOn', '2025-09-09', 1)]],
    [
      'day of the boxes that was believed because it stands there twice',
      {
        ...boxes,
        dispensing: dispensing({
          dispensedOn: field('2025-09-03', { confidencePercent: 70, evidence: ['REPEATED'] }),
        }),
      },
      [change('dispensedOn', '2025-09-09')],
    ],
    ['count of the boxes', boxes, [change('boxes', 2, 1), change('totalCentimes', 25_000 + 2 * 9_620)]],
  ])('is not paid by until somebody else has looked: %s', async (_, read, changes) => {
    const world = await drafted(read);
    const isUnread = read.inpe === undefined;
    await saveAs(world, amina, { changes: [...changes, ...(isUnread ? [INPE] : [])] });
    await saveAs(world, amina, { confirmed: await toSee(world) });
    expect((await world.claim()).payment).toBeUndefined();
    expect((await doubts(world)).every((one) => one.startsWith('CHANGED_BY_ONE'))).toBe(true);
    const shown = await showReview(CLAIM_ID, amina, world.dependencies);
    expect(shown.otherPerson.map(({ because }) => because)).toEqual(['OWN_CHANGE']);
    await saveAs(world, brahim, { confirmed: await toSee(world) });
    expect(await doubts(world)).toEqual([]);
    expect((await world.claim()).payment).toBeDefined();
  });

  it('is paid by at once where it is what was read, or the registry’s way of writing it', async () => {
    const world = await drafted({ insuredName: field('BENNANI Yousef') });
    const back = [change('dateOfCare', '2025-09-03', 0), change('insuredName', 'BENNANI Youssef'), INPE];
    await doAs(amina, { changes: [change('dateOfCare', '2025-08-20', 0)] }, world);
    await saveAs(world, amina, { changes: back });
    expect(await doubts(world)).toEqual([]);
    expect((await world.claim()).state).toBe('APPROVED');
  });

  it.each<[string, Partial<CareForm>, readonly FieldChange[]]>([
    ['an amount below it', {}, [change('billedCentimes', 20_000, 0), change('totalCentimes', 20_000)]],
    [
      'the row that no total bears out',
      { totalCentimes: field(31_000) },
      [change('billedCentimes', 31_000, 0)],
    ],
    [
      'the total that the rows do not bear out',
      { totalCentimes: field(31_000) },
      [change('totalCentimes', 25_000)],
    ],
    [
      'a number that finds nobody',
      { registrationNumber: field('184203951') },
      [change('registrationNumber', '184203957')],
    ],
    [
      'a day that is to come',
      { acts: [act({ dateOfCare: '2025-10-03' })] },
      [change('dateOfCare', '2025-09-03', 0)],
    ],
    [
      'a letter that was read once',
      { ...unnamed, acts: [{ ...act(), keyLetter: field('CSC') }] },
      [change('keyLetter', 'CS', 0), NAME],
    ],
  ])('is paid by at once where it is %s', async (_, read, changes) => {
    const world = await drafted(read);
    await saveAs(world, amina, { changes: read.inpe === undefined ? [...changes, INPE] : [...changes] });
    expect(await doubts(world)).toEqual([]);
    expect((await world.claim()).state).toBe('APPROVED');
  });

  it('is asked about also where it is a count that the form does not have', async () => {
    const world = await drafted();
    await saveAs(world, amina, { changes: [change('quantity', 2, 0), INPE] });
    expect(await doubts(world)).toContain('CHANGED_BY_ONE quantity 0');
  });

  it('is not explained by one misreading where more than one value gave way to it', async () => {
    const world = await drafted({ totalCentimes: field(31_000) });
    const raised = [change('billedCentimes', 40_000, 0), change('totalCentimes', 40_000)];
    await saveAs(world, amina, { changes: [...raised, INPE] });
    expect(await doubts(world)).toEqual(['CHANGED_BY_ONE totalCentimes', 'CHANGED_BY_ONE billedCentimes 0']);
  });

  it('is not set aside by a supervisor', async () => {
    const world = await drafted();
    await saveAs(world, supervisor, { changes: [change('dateOfCare', '2025-08-20', 0), INPE] });
    const { version } = await takeClaim(CLAIM_ID, supervisor, world.dependencies);
    const findings = [{ code: 'CHANGED_BY_ONE', line: 0 }];
    const request = { version, findings, reason: 'It was another day' };
    await expect(overrideFindings(CLAIM_ID, request, supervisor, world.dependencies)).rejects.toMatchObject({
      code: 'FINDING_NOT_OVERRIDABLE',
    });
  });

  it('is asked about also where it is a code in bars that no list has', async () => {
    const unknown = { ...box, code: field(medicineCodeOf(77), { evidence: ['BARCODE' as const] }) };
    const world = await drafted({ ...boxes, dispensing: dispensing({ medicines: [unknown] }) });
    expect(await doubts(world)).toContain('FIELD_UNREADABLE inpe');
    await saveAs(world, amina, { changes: [change('medicineCode', cardiopex.code, 1), INPE] });
    expect(await doubts(world)).toEqual(['CHANGED_BY_ONE medicineCode 1']);
  });

  it('says which code of several a letter stands for', async () => {
    const dental = act({ keyLetter: 'D', coefficientHundredths: 500, billedCentimes: 8_750 });
    const world = await drafted({ acts: [dental], providerName: undefined });
    const changes = [change('keyLetter', 'D_SOINS', 0), change('inpe', '091024594')];
    await saveAs(world, amina, { changes });
    expect((await doubts(world)).filter((one) => one.startsWith('CHANGED_BY_ONE'))).toEqual([]);
  });
});

const anew = (line: number, billedCentimes: number): FieldChange[] => [
  change('dateOfCare', '2025-09-08', line),
  change('keyLetter', 'CS', line),
  change('coefficientHundredths', 100, line),
  change('billedCentimes', billedCentimes, line),
];

describe('a line that one person adds', () => {
  it('is paid where the total, as it was read, lacked it', async () => {
    const world = await drafted({ totalCentimes: field(50_000) });
    await saveAs(world, amina, { addLines: 1, changes: [...anew(1, 25_000), INPE] });
    expect(await doubts(world)).toEqual([]);
    expect((await world.claim()).payment).toMatchObject({ amountCentimes: 21_000 });
  });

  it.each<[string, Partial<CareForm>, Partial<SaveCorrections>]>([
    ['with another total', {}, { changes: [...anew(1, 25_000), change('totalCentimes', 50_000), INPE] }],
    [
      'with a total that was not read',
      { totalCentimes: undefined },
      { changes: [...anew(1, 25_000), change('totalCentimes', 50_000), INPE] },
    ],
    ['in the place of another', twice, { changes: [...anew(2, 25_000), INPE], removeLines: [1] }],
  ])('is not paid %s until somebody else has looked', async (_, read, request) => {
    const world = await drafted(read);
    await saveAs(world, amina, { addLines: 1, ...request });
    await saveAs(world, amina, { confirmed: await toSee(world) });
    expect((await doubts(world)).every((one) => one.startsWith('CHANGED_BY_ONE'))).toBe(true);
    expect((await world.claim()).payment).toBeUndefined();
    await saveAs(world, brahim, { confirmed: await toSee(world) });
    expect((await world.claim()).payment).toMatchObject({ amountCentimes: 21_000 });
  });

  it('is not paid either where it is boxes of a medicine', async () => {
    const world = await drafted({ ...boxes, dispensing: dispensing({ medicines: [box] }) });
    const changes = [
      change('medicineCode', cardiopex.code, 2),
      change('boxes', 1, 2),
      change('unitPriceCentimes', 9_620, 2),
      change('totalCentimes', 25_000 + 2 * 9_620),
    ];
    await saveAs(world, amina, { addBoxes: 1, changes: [...changes, INPE] });
    expect(await doubts(world)).toContain('CHANGED_BY_ONE  2');
    expect((await world.claim()).payment).toBeUndefined();
  });
});

describe('a claim of which nobody knows what was read', () => {
  it('has somebody else look at all that one person put there', async () => {
    const world = await drafted();
    Object.assign(world.dependencies.readings, { findFormAsRead: () => Promise.resolve(undefined) });
    await saveAs(world, amina, { changes: [INPE] });
    expect(await doubts(world)).toEqual(['CHANGED_BY_ONE inpe']);
    await saveAs(world, brahim, { confirmed: [{ field: 'inpe' }] });
    expect((await world.claim()).state).toBe('APPROVED');
  });

  it('is none that was split off: what was read goes with its pages', async () => {
    const source = { page: 2, box: { left: 0.1, top: 0.2, width: 0.2, height: 0.02 } };
    const { dateOfCare, keyLetter, coefficientHundredths, billedCentimes } = act();
    const onPage = <T extends object>(read: T | undefined) => read && { ...read, source };
    const second = {
      ...{ actCode: undefined, source, dateOfCare: onPage(dateOfCare), keyLetter: onPage(keyLetter) },
      coefficientHundredths: onPage(coefficientHundredths),
      billedCentimes: onPage(billedCentimes),
    };
    const world = await drafted({ pages: [1, 2], acts: [act({ dateOfCare: '2025-08-28' }), second] });
    await doAs(amina, { changes: [change('dateOfCare', '2025-09-10', 1)] }, world);
    const { version } = await takeClaim(CLAIM_ID, amina, world.dependencies);
    const { claimId } = await splitClaim(CLAIM_ID, { version, pages: [2] }, amina, world.dependencies);
    await world.relay();
    const { findings = [] } = (await world.decision(claimId)) ?? {};
    expect(findings.filter(({ code }) => code === 'CHANGED_BY_ONE')).toMatchObject([
      { kind: 'doubt', field: 'dateOfCare', line: 0 },
    ]);
  });
});
