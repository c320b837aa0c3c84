import { describe, expect, it } from 'vitest';
import {
  actFingerprint,
  fingerprintGroup,
} from '../../../../contexts/adjudication/domain/act-fingerprint.ts';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../contexts/adjudication/domain/adjudication-input.ts';
import { createRuleBook, currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { act, type ActValues, child, claimInput, field, personFile, provider } from './claim-builder.ts';

const laboratory = provider({
  inpe: '081000001',
  name: 'Laboratoire Ibn Zohr',
  specialty: 'Biologie médicale',
});
const radiologist = provider({ inpe: '081000002', name: 'Centre Atlas', specialty: 'Radiologie' });
const b30: ActValues = { keyLetter: 'B', coefficientHundredths: 3_000, billedCentimes: 3_300 };
const z10: ActValues = { keyLetter: 'Z', coefficientHundredths: 1_000, billedCentimes: 10_000 };

type Changes = Parameters<typeof claimInput>[0];

const billOf = (lines: readonly ActValues[], by = laboratory, changes: Changes = {}): AdjudicationInput =>
  claimInput({
    provider: by,
    ...changes,
    form: {
      inpe: field(by.inpe),
      providerName: field(by.name),
      acts: lines.map((values) => act(values)),
      ...changes.form,
    },
  });

const problems = (input: AdjudicationInput): string[] =>
  adjudicate(input)
    .findings.filter(({ kind }) => kind !== 'signal')
    .map(({ kind, code, line }) => [kind, code, line].filter((part) => part !== undefined).join(' '));

/** The second claim, after the first one was paid. */
function after(first: AdjudicationInput, second: AdjudicationInput): AdjudicationInput {
  const { fingerprints, fingerprintsOfPerson = [] } = adjudicate({
    ...first,
    claim: { ...first.claim, claimId: 'claim-0' },
  });
  const taken = [...fingerprints, ...fingerprintsOfPerson.map(({ fingerprint }) => fingerprint)];
  const groups = fingerprintsOfPerson.map(({ group }) => group);
  return {
    ...second,
    knownFingerprints: new Map(taken.flatMap((one) => (one === undefined ? [] : [[one, 'claim-0']]))),
    knownGroups: new Map(groups.map((group) => [group, 'claim-0'])),
  };
}

describe('equal analyses and pictures of one day', () => {
  it.each([
    ['analyses', [b30, b30], laboratory, 4_620],
    ['analyses, three of them', [b30, b30, b30], laboratory, 6_930],
    ['pictures', [z10, z10], radiologist, 14_000],
  ] as const)('are all paid on one form whose total counts each: %s', (_, lines, by, paidCentimes) => {
    expect(adjudicate(billOf(lines, by))).toMatchObject({ outcome: 'approved', paidCentimes });
  });

  it('are looked at where the total counts one of them', () => {
    const input = billOf([b30, b30], laboratory, { form: { totalCentimes: field(3_300) } });
    expect(problems(input)).toEqual(['doubt AMOUNT_MISMATCH', 'doubt DUPLICATE 1']);
  });

  it('are looked at where two laboratories gave one each: one may have two numbers', () => {
    const other = { ...laboratory, inpe: '081000003' };
    const acts = [act(b30), { ...act(b30), inpe: { ...field(other.inpe), attestedBy: ['amina'] } }];
    const input = billOf([], laboratory, {
      rowProviders: new Map([[other.inpe, other]]),
      form: { acts, totalCentimes: field(6_600) },
    });
    expect(problems(input)).toContain('doubt DUPLICATE 1');
  });

  it('are looked at where they are no analyses and pictures', () => {
    expect(problems(billOf([{}, {}], provider()))).toEqual(['doubt DUPLICATE 1']);
  });

  it('are what the rules of the day say', () => {
    const { data } = currentRuleBook();
    const severalADay = data.severalADay.map((row) => ({ ...row, validFrom: '2026-01-01' }));
    const rules = createRuleBook({ ...data, severalADay });
    expect(problems(billOf([b30, b30], laboratory, { rules }))).toEqual(['doubt DUPLICATE 1']);
  });
});

describe('an equal analysis on another form', () => {
  const other: ActValues = { ...b30, coefficientHundredths: 5_000, billedCentimes: 5_500 };

  it('is looked at, and not rejected, where anything else is on the form', () => {
    for (const second of [
      [b30, other],
      [b30, b30],
    ])
      expect(problems(after(billOf([b30]), billOf(second)))).toContain('doubt DUPLICATE 0');
    expect(problems(after(billOf([b30, other]), billOf([b30])))).toEqual(['doubt DUPLICATE 0']);
  });

  it('is rejected with the whole form where it is the very same: provider, day, patient, lines and total', () => {
    const form = billOf([b30, b30, other]);
    const again = after(form, form);
    expect(problems(again)).toEqual([0, 1, 2].map((line) => `rejection DUPLICATE ${line}`));
    expect(adjudicate(again)).toMatchObject({ outcome: 'rejected', paidCentimes: 0 });
    const turned = after(form, billOf([other, b30, b30]));
    expect(adjudicate(turned).outcome).toBe('rejected');
  });

  it('is rejected as ever where it is a consultation', () => {
    const first = billOf([{}], provider());
    expect(problems(after(first, billOf([{}, z10], provider())))).toContain('rejection DUPLICATE 0');
  });

  it('is looked at where it was paid before claims left their forms behind', () => {
    const day = { registrationNumber: '184203957', inpe: laboratory.inpe, dateOfCare: '2025-09-03' };
    const what = { ...day, beneficiary: { kind: 'insured' }, keyLetter: 'B', billedCentimes: 3_300 } as const;
    const input = {
      ...billOf([b30]),
      knownFingerprints: new Map([[actFingerprint(what), 'claim-0']]),
      knownGroups: new Map([[fingerprintGroup(day), 'claim-0']]),
    };
    expect(problems(input)).toEqual(['doubt DUPLICATE 0']);
  });

  it('is paid beside the first where a supervisor finds it another one, and takes nothing from it', () => {
    const second = after(billOf([b30, other]), billOf([b30]));
    const decision = adjudicate({ ...second, overrides: [{ code: 'DUPLICATE', line: 0 }] });
    expect(decision).toMatchObject({ outcome: 'approved', paidCentimes: 2_310 });
    expect(decision.fingerprintGroups).toEqual([undefined]);
    expect(decision.fingerprintsOfPerson?.length).toBeGreaterThan(0);
  });

  it('of a child whom both parents declare is looked at too', () => {
    const father = personFile({ dependants: [child()] });
    const again = personFile({ dependants: [child({ dependantId: '7' })] });
    const ofAdam = {
      beneficiaryLink: field('child' as const),
      patientName: field('BENNANI Adam'),
      patientBirthDate: field('2017-06-02'),
    };
    const of = (person: typeof father) => billOf([b30], laboratory, { person, form: ofAdam });
    expect(problems(after(of(father), of(again)))).toEqual(['doubt NEAR_DUPLICATE 0']);
  });
});
