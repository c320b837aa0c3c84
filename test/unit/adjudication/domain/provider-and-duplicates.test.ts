import { describe, expect, it } from 'vitest';

import {
  actFingerprint,
  fingerprintGroup,
  monthGroup,
} from '../../../../contexts/adjudication/domain/act-fingerprint.ts';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { careGroupsOf } from '../../../../contexts/adjudication/domain/care-groups.ts';
import { aroundDay, familyGroup } from '../../../../contexts/adjudication/domain/taken-care.ts';
import { isOverridable } from '../../../../contexts/adjudication/domain/attestations.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { addDays } from '../../../../contexts/shared/time/calendar.ts';
import { act, claimInput, field, form, provider } from './claim-builder.ts';

const decide = (changes: Parameters<typeof claimInput>[0]) => adjudicate(claimInput(changes));

describe('who gave the care', () => {
  it('refers an INPE that is in no register instead of rejecting it: it may be misread', () => {
    const decision = decide({ provider: undefined });
    expect(decision.outcome).toBe('referred');
    expect(decision.findings).toContainEqual({ kind: 'doubt', code: 'INPE_UNKNOWN', field: 'inpe' });
  });

  it('refers an INPE that was read badly and that no name bears out', () => {
    const inpe = field('091024578', { confidencePercent: 60 });
    expect(decide({ form: { inpe } }).outcome).toBe('approved');
    expect(decide({ form: { inpe, providerName: undefined } }).outcome).toBe('referred');
    expect(decide({ form: { inpe, providerName: field('Dr ZNIBER Amal') } }).outcome).toBe('referred');
    expect(decide({ form: { inpe }, provider: undefined }).findings).toContainEqual({
      kind: 'doubt',
      code: 'FIELD_UNREADABLE',
      field: 'inpe',
    });
  });

  it('notes another name than that of the register, and pays', () => {
    const decision = decide({ form: { providerName: field('Clinique Atlas') } });
    expect(decision.outcome).toBe('approved');
    expect(decision.findings).toContainEqual({
      kind: 'signal',
      code: 'PROVIDER_MISMATCH',
      field: 'providerName',
    });
  });

  it('believes an INPE that the stamp has with another digit where the register and the name bear it out', () => {
    const inpe = field('091024578', { doubts: ['CONFLICTING_VALUES'], confidencePercent: 72 });
    expect(decide({ form: { inpe } }).outcome).toBe('approved');
    expect(decide({ form: { inpe, providerName: undefined } }).outcome).toBe('referred');
    expect(decide({ form: { inpe, providerName: field('Dr ZNIBER Amal') } }).outcome).toBe('referred');
    const short = field('091024578', { doubts: ['CONFLICTING_VALUES', 'WRONG_LENGTH'] });
    expect(decide({ form: { inpe: short } }).outcome).toBe('referred');
  });

  it('rejects the act of a provider who was not in the register on its day, and pays the other', () => {
    const acts = [act({ dateOfCare: '2025-09-03' }), act({ dateOfCare: '2025-09-10' })];
    const decision = decide({ form: { acts }, provider: provider({ to: '2025-09-05' }) });
    expect(decision).toMatchObject({
      outcome: 'partly-approved',
      lines: [
        { outcome: 'paid', paidCentimes: 10_500 },
        { outcome: 'rejected', paidCentimes: 0 },
      ],
    });
    expect(decision.findings).toContainEqual(
      expect.objectContaining({ kind: 'rejection', code: 'PROVIDER_NOT_ACTIVE', line: 1 }),
    );
  });

  it('refers instead where only the number says who the provider is', () => {
    const decision = decide({
      form: { providerName: undefined },
      provider: provider({ from: '2025-09-04' }),
    });
    expect(decision.outcome).toBe('referred');
  });
});

describe('acts that were claimed before', () => {
  const first = decide({});
  const known = (claimId: string, fingerprint: string | undefined) => new Map([[fingerprint ?? '', claimId]]);

  it('rejects a claim all of whose acts another claim has', () => {
    const decision = decide({
      claim: { claimId: 'claim-2' },
      knownFingerprints: known('claim-1', first.fingerprints[0]),
    });
    expect(decision).toMatchObject({ outcome: 'rejected', paidCentimes: 0, destination: undefined });
    expect(decision.findings).toContainEqual({
      kind: 'rejection',
      code: 'DUPLICATE',
      details: { claimId: 'claim-1' },
      line: 0,
    });
  });

  it('pays the acts that are new', () => {
    const acts = [act(), act({ keyLetter: 'Z', coefficientHundredths: 1000, billedCentimes: 9_000 })];
    const decision = decide({ form: { acts }, knownFingerprints: known('claim-1', first.fingerprints[0]) });
    expect(decision).toMatchObject({
      outcome: 'partly-approved',
      paidCentimes: 6_300,
      billedCentimes: 34_000,
    });
  });

  it('refers the same act twice on one form: it may be two', () => {
    const decision = decide({ form: { acts: [act(), act()] } });
    expect(decision.outcome).toBe('referred');
    expect(decision.findings).toContainEqual({
      kind: 'doubt',
      code: 'DUPLICATE',
      details: { sameAsLine: 0 },
      line: 1,
    });
  });

  const same = {
    registrationNumber: '184203957',
    beneficiary: { kind: 'insured' },
    inpe: '091024578',
    dateOfCare: '2025-09-03',
    keyLetter: 'CS',
    billedCentimes: 25_000,
  } as const;

  it('knows an act again whatever the writing of its letter', () => {
    expect(first.fingerprints).toEqual([actFingerprint(same)]);
    expect(actFingerprint({ ...same, keyLetter: 'Cs.' })).toBe(actFingerprint(same));
    expect(actFingerprint(same)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    { registrationNumber: '184203958' },
    { beneficiary: { kind: 'dependant', dependantId: '1' } as const },
    { inpe: '091024579' },
    { dateOfCare: '2025-09-04' },
    { keyLetter: 'C' },
    { billedCentimes: 25_001 },
  ])('takes an act with %o for another one', (change) => {
    expect(actFingerprint({ ...same, ...change })).not.toBe(actFingerprint(same));
  });

  describe('nearly', () => {
    const owner = 'claim-1';
    const doubt = { kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: owner }, line: 0 };
    const paid = (changes: Partial<Parameters<typeof actFingerprint>[0]>) => {
      const other = { ...same, ...changes };
      return {
        knownFingerprints: new Map([[actFingerprint(other), owner]]),
        knownGroups: new Map([[fingerprintGroup(other), owner]]),
      };
    };

    it.each([
      ['amount', { billedCentimes: 25_001 }],
      ['letter', { keyLetter: 'C' }],
      ['person of the family', { beneficiary: { kind: 'dependant', dependantId: '1' } }],
      ['day, the day before', { dateOfCare: '2025-09-02' }],
      ['day, the day after', { dateOfCare: '2025-09-04' }],
      ['amount, 260 DH for 250', { billedCentimes: 26_000 }],
      ['day and amount', { dateOfCare: '2025-09-04', billedCentimes: 20_000 }],
      ['day and letter', { dateOfCare: '2025-09-02', keyLetter: 'C' }],
      [
        'day and person of the family',
        { dateOfCare: '2025-09-04', beneficiary: { kind: 'dependant', dependantId: '1' } },
      ],
    ] as const)('the same, with another %s, go to a person', (_, changes) => {
      const decision = decide({ claim: { claimId: 'claim-2' }, ...paid(changes) });
      expect(decision.outcome).toBe('referred');
      expect(decision.findings).toContainEqual(doubt);
    });

    it.each([
      ['of two days later', { dateOfCare: '2025-09-05' }],
      ['of another week', { dateOfCare: '2025-09-10' }],
      ['at another provider', { inpe: '091024586' }],
      ['of another family', { registrationNumber: '184203958' }],
    ] as const)('the same as none: acts %s are paid', (_, changes) => {
      expect(decide({ claim: { claimId: 'claim-2' }, ...paid(changes) }).outcome).toBe('approved');
    });

    it('the same are paid once people say that the paper says so', () => {
      const seen = <T>(value: T) => ({ ...field(value), attestedBy: ['amina'] });
      const row = {
        ...act(),
        dateOfCare: seen('2025-09-03'),
        keyLetter: seen('CS'),
        billedCentimes: seen(25_000),
      };
      const near = paid({ beneficiary: { kind: 'dependant', dependantId: '1' } });
      const patient = { beneficiaryLink: { ...form().beneficiaryLink!, attestedBy: ['amina'] } };
      expect(decide({ form: { acts: [row] }, ...near }).outcome).toBe('referred');
      expect(decide({ form: { acts: [row], ...patient }, ...near }).outcome).toBe('approved');
    });
  });

  it('looks for duplicates in the groups that its acts will have, and in those that acts had before', () => {
    const acts = [act(), act({ keyLetter: 'C' }), act({ dateOfCare: '2025-09-04' })];
    const { held, older } = careGroupsOf(
      form({ acts, registrationNumber: field('184 203 957') }),
      undefined,
      aroundDay('2025-09-16'),
      currentRuleBook(),
    );
    const on = (dateOfCare: string) => fingerprintGroup({ ...same, dateOfCare });
    const days = ['2025-09-03', '2025-09-02', '2025-09-04', '2025-09-05'].map(on);
    const group = familyGroup(same.registrationNumber, '2025-09-03', '2025-09-16');
    expect(held).toEqual([group, expect.any(String)]);
    expect(older.toSorted()).toEqual([...days, monthGroup(same)].toSorted());
    expect([...new Set(decide({ form: { acts } }).fingerprintGroups)]).toEqual([group]);
    expect(
      careGroupsOf(
        form({ registrationNumber: undefined, inpe: undefined }),
        undefined,
        aroundDay('2025-09-16'),
        currentRuleBook(),
      ),
    ).toEqual({
      held: [],
      older: [],
    });
  });
});

describe('a form with care on very many days', () => {
  const onDays = (count: number, apart: number) => ({
    form: {
      acts: Array.from({ length: count }, (_, index) =>
        act({ dateOfCare: addDays('2025-09-03', -apart * index) }),
      ),
    },
  });

  it('is looked at by a person where it cannot be compared as a whole, however it is answered', () => {
    for (const [count, apart] of [
      [33, 3],
      [60, 2],
      [200, 5],
    ] as const) {
      const many = onDays(count, apart);
      const overrides = [{ code: 'TOO_MANY_CARE_DAYS' }];
      const decision = decide(many);
      expect(decision.outcome).not.toMatch(/approved/);
      expect(decision.findings).toContainEqual(
        expect.objectContaining({ kind: 'doubt', code: 'TOO_MANY_CARE_DAYS' }),
      );
      expect(overrides.every(({ code }) => !isOverridable({ kind: 'doubt', code }))).toBe(true);
    }
  });

  it('is compared as a whole otherwise: all of its days and those beside fit into one decision', () => {
    for (const [count, apart] of [
      [1, 1],
      [29, 3],
      [60, 1],
    ] as const) {
      const { findings } = decide(onDays(count, apart));
      expect(findings.map(({ code }) => code)).not.toContain('TOO_MANY_CARE_DAYS');
    }
  });
});
