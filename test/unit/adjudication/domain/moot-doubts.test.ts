import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { CareForm, CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import { act, claimInput, field, personFile } from './claim-builder.ts';

/** Covered until the end of 2024, long before the care of September 2025. */
const closed = personFile({
  coverages: [
    {
      type: 'coverage',
      registrationNumber: '184203957',
      scheme: 'AMO_SALARIE',
      from: '2015-01-01',
      to: '2024-12-31',
    },
  ],
});
const unsure = { confidencePercent: 60, doubts: ['SECOND_LOOK_DIFFERS'] } as const;
const total = { totalCentimes: field(25_000) };

const decide = (row: Partial<CareFormAct>, form: Partial<CareForm> = {}) =>
  adjudicate(claimInput({ form: { acts: [{ ...act(), ...row }], ...total, ...form }, person: closed }));

const ofTheAct: readonly [string, Partial<CareFormAct>][] = [
  ['unsure letter', { keyLetter: field('CS', unsure) }],
  ['unsure coefficient', { coefficientHundredths: field(100, unsure) }],
  ['unsure count', { quantity: field(2, unsure) }],
  ['unsure amount', { billedCentimes: field(25_000, unsure) }],
  ['blank letter', { keyLetter: undefined }],
  ['blank amount', { billedCentimes: undefined }],
];

describe('where rights were closed on a sure day', () => {
  it.each(ofTheAct)('the claim is rejected and says no more of its %s', (_, row) => {
    const decision = decide(row);
    expect(decision).toMatchObject({ outcome: 'rejected', paidCentimes: 0, lines: [{ paidCentimes: 0 }] });
    expect(decision.findings).toEqual([
      expect.objectContaining({ kind: 'rejection', code: 'RIGHTS_CLOSED_AT_CARE_DATE', line: 0 }),
    ]);
  });

  it.each(ofTheAct)('an unread row says no more of its %s either', (_, row) => {
    expect(decide(row, { unlabelledFields: ['keyLetter', 'billedCentimes'] }).outcome).toBe('rejected');
  });

  it.each<[string, Partial<CareForm>]>([
    ['unread', { inpe: undefined }],
    ['unsure', { inpe: field('091024578', unsure) }],
  ])('nobody asks who gave the care: the number is %s', (_, form) => {
    const decision = adjudicate(
      claimInput({ form: { acts: [act()], ...total, ...form }, person: closed, provider: undefined }),
    );
    expect(decision.outcome).toBe('rejected');
    expect(decision.findings.map(({ code }) => code)).toEqual(['RIGHTS_CLOSED_AT_CARE_DATE']);
  });

  it.each<[string, Partial<CareFormAct>, Partial<CareForm>, string]>([
    [
      'a day that is unsure',
      { dateOfCare: field('2025-09-03', unsure), keyLetter: field('CS', unsure) },
      {},
      'FIELD_UNREADABLE',
    ],
    ['a total that does not fit', {}, { totalCentimes: field(26_000) }, 'AMOUNT_MISMATCH'],
    ['a total that is unsure', {}, { totalCentimes: field(25_000, unsure) }, 'FIELD_UNREADABLE'],
    [
      'a person who is not sure',
      {},
      { insuredName: field('BENNANI Youssef', unsure), insuredBirthDate: undefined },
      'NAME_UNREADABLE',
    ],
    ['a patient who is not sure', {}, { patientName: field('TAHIRI Salma') }, 'BENEFICIARY_AMBIGUOUS'],
    ['other items that are billed', {}, { otherAmounts: [field(4_500)] }, 'OTHER_ITEMS_BILLED'],
  ])('%s refers the claim all the same', (_, row, form, code) => {
    const decision = decide(row, form);
    expect(decision.outcome).toBe('referred');
    expect(decision.findings).toContainEqual(expect.objectContaining({ kind: 'doubt', code }));
  });
});

describe('a doubt of one line', () => {
  const open = personFile({
    coverages: closed.coverages.map((coverage) => ({ ...coverage, from: '2025-09-01', to: undefined })),
  });
  const before = act({ dateOfCare: '2025-08-25' });
  const after = act({ dateOfCare: '2025-09-03' });
  const doubted = { keyLetter: field('CS', unsure) };
  const rowsOf = (...acts: readonly CareFormAct[]) =>
    adjudicate(claimInput({ form: { acts }, person: open }));
  const reasons = (...acts: readonly CareFormAct[]) =>
    rowsOf(...acts)
      .findings.filter(({ kind }) => kind === 'doubt' || kind === 'rejection')
      .map(({ kind, code, line }) => `${kind} ${code} ${line}`);

  it('is dropped with the rejection of its own line', () => {
    expect(reasons({ ...before, ...doubted }, after)).toEqual(reasons(before, after));
    expect(reasons(before, after)).toContain('rejection RIGHTS_CLOSED_AT_CARE_DATE 0');
  });

  it('about who gave the care stays where one line is not rejected', () => {
    const decision = adjudicate(
      claimInput({ form: { acts: [before, after], inpe: undefined }, person: open, provider: undefined }),
    );
    expect(decision.findings.map(({ field: name }) => name)).toContain('inpe');
    expect(decision.outcome).not.toBe('rejected');
  });

  it('is none of the rejection of another line', () => {
    expect(reasons(before, { ...after, ...doubted })).toContain('doubt FIELD_UNREADABLE 1');
    expect(rowsOf(before, { ...after, ...doubted }).outcome).toBe('referred');
  });
});

describe('a rejection of the whole claim', () => {
  it('makes the doubts of every line moot', () => {
    const acts = [{ ...act(), keyLetter: field('CS', unsure) }, act({ dateOfCare: '2025-09-04' })];
    const late = { submissionDate: '2025-12-15', receivedOn: '2025-12-15', decidedOn: '2025-12-16' };
    const decision = adjudicate(claimInput({ claim: late, form: { acts } }));
    expect(decision.outcome).toBe('rejected');
    expect(decision.findings.map(({ code }) => code)).not.toContain('FIELD_UNREADABLE');
  });
});

describe('a provider who may not practise on the day of care', () => {
  it('is paid nothing, whatever the line says', () => {
    const decision = adjudicate(
      claimInput({
        form: { acts: [{ ...act(), keyLetter: field('CS', unsure) }], ...total },
        provider: { ...claimInput().provider!, from: '2026-01-01' },
      }),
    );
    expect(decision.outcome).toBe('rejected');
    expect(decision.findings.map(({ code }) => code)).toEqual(['PROVIDER_NOT_ACTIVE']);
  });
});

describe('a patient whom nobody declared', () => {
  const stranger: Partial<CareForm> = {
    beneficiaryLink: field('child'),
    patientName: field('BENNANI Sara'),
    patientBirthDate: field('2020-01-01'),
  };
  const decideFor = (row: Partial<CareFormAct>) =>
    adjudicate(claimInput({ form: { ...stranger, acts: [{ ...act(), ...row }], ...total } }));

  it.each(ofTheAct)('is rejected whatever the %s', (_, row) => {
    expect(decideFor(row).outcome).toBe('rejected');
  });

  it('is referred where the day is unsure', () => {
    expect(decideFor({ dateOfCare: field('2025-09-03', unsure) }).outcome).toBe('referred');
  });
});

describe('a duplicate', () => {
  it('makes no doubt moot: what it repeats rests on what the line says', () => {
    const [fingerprint = ''] = adjudicate(claimInput()).fingerprints;
    const knownFingerprints = new Map([[fingerprint, 'claim-0']]);
    expect(adjudicate(claimInput({ knownFingerprints })).outcome).toBe('rejected');
    const acts = [{ ...act(), coefficientHundredths: field(100, unsure) }];
    const decision = adjudicate(claimInput({ form: { acts }, knownFingerprints }));
    expect(decision.outcome).toBe('referred');
    expect(decision.findings.map(({ kind, code }) => `${kind} ${code}`)).toEqual(
      expect.arrayContaining(['doubt FIELD_UNREADABLE', 'rejection DUPLICATE']),
    );
  });
});
