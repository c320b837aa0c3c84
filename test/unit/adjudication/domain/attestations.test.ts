import { describe, expect, it } from 'vitest';

import { fingerprintGroup } from '../../../../contexts/adjudication/domain/act-fingerprint.ts';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { isOverridable } from '../../../../contexts/adjudication/domain/attestations.ts';
import { rejectedByPerson } from '../../../../contexts/adjudication/domain/rejected-by-person.ts';
import type { CareForm, ReadField } from '../../../../contexts/reading/domain/care-form.ts';
import { act, claimInput, field, personFile } from './claim-builder.ts';

const attested = <T>(value: T): ReadField<T> => ({
  ...field(value),
  confidencePercent: 100,
  attestedBy: ['amina'],
});
const codesOf = (kind: string, { findings }: ReturnType<typeof adjudicate>) =>
  findings.filter((finding) => finding.kind === kind).map(({ code }) => code);

describe('what people say of a claim', () => {
  it('answers the doubt about an unusual amount when someone looked at each of its amounts', () => {
    const large = act({ billedCentimes: 1_200_000 });
    const doubted = adjudicate(claimInput({ form: { acts: [large] } }));
    expect(doubted.outcome).toBe('referred');
    expect(codesOf('doubt', doubted)).toEqual(['AMOUNT_UNUSUAL']);

    const totalCentimes = attested(1_200_000);
    const half = adjudicate(claimInput({ form: { acts: [large], totalCentimes } }));
    expect(half.outcome).toBe('referred');

    const acts = [{ ...large, billedCentimes: attested(1_200_000) }];
    const whole = adjudicate(claimInput({ form: { acts, totalCentimes } }));
    expect(whole.outcome).toBe('approved');
    expect(whole.paidCentimes).toBe(10_500);
  });

  it('answers no doubt about a value by the word of who put it there', () => {
    const put = (attestedBy: readonly string[]) => ({
      ...attested(1_200_000),
      isCorrected: true,
      attestedBy,
    });
    const decided = (attestedBy: readonly string[]) =>
      adjudicate(
        claimInput({
          form: {
            acts: [{ ...act(), billedCentimes: put(attestedBy) }],
            totalCentimes: put(attestedBy),
          },
        }),
      ).outcome;
    expect(decided(['amina'])).toBe('referred');
    expect(decided(['amina', 'brahim'])).toBe('approved');
  });

  it('answers no doubt about a count that one person put there by what is said of the amounts', () => {
    const decided = (quantity: ReadField<number>) => {
      const acts = [{ ...act({ billedCentimes: 100_000 }), billedCentimes: attested(100_000), quantity }];
      return codesOf('doubt', adjudicate(claimInput({ form: { acts, totalCentimes: attested(100_000) } })));
    };
    const put = (attestedBy: readonly string[]) => ({ ...attested(5), isCorrected: true, attestedBy });
    expect(decided(field(5))).toContain('AMOUNT_UNUSUAL');
    expect(decided(put(['amina']))).toContain('AMOUNT_UNUSUAL');
    expect(decided(put(['amina', 'brahim']))).not.toContain('AMOUNT_UNUSUAL');
    expect(decided(attested(5))).not.toContain('AMOUNT_UNUSUAL');
  });

  it('answers no doubt about a near duplicate by the word of who alone made it another act', () => {
    const day = { registrationNumber: '184203957', inpe: '091024578', dateOfCare: '2025-09-03' };
    const knownGroups = new Map([[fingerprintGroup(day), 'claim-1']]);
    const seen = {
      ...act(),
      dateOfCare: attested('2025-09-03'),
      keyLetter: attested('CS'),
      billedCentimes: attested(25_000),
    };
    const decided = (more: Partial<CareForm>) =>
      adjudicate(
        claimInput({ form: { acts: [seen], beneficiaryLink: attested('insured'), ...more }, knownGroups }),
      ).outcome;
    const put = (value: string, attestedBy: readonly string[]) => ({
      ...attested(value),
      isCorrected: true,
      attestedBy,
    });
    expect(decided({})).toBe('approved');
    for (const [name, value] of [
      ['inpe', '091024578'],
      ['registrationNumber', '184203957'],
    ] as const) {
      expect(decided({ [name]: put(value, ['amina']) })).toBe('referred');
      expect(decided({ [name]: put(value, ['amina', 'brahim']) })).toBe('approved');
    }
  });

  it('pays two equal rows when someone says that they are two acts', () => {
    const row = act();
    expect(adjudicate(claimInput({ form: { acts: [row, row] } })).outcome).toBe('referred');
    const seen = {
      ...row,
      dateOfCare: attested('2025-09-03'),
      keyLetter: attested('CS'),
      billedCentimes: attested(25_000),
    };
    const decision = adjudicate(claimInput({ form: { acts: [seen, seen] } }));
    expect(decision).toMatchObject({ outcome: 'approved', paidCentimes: 21_000 });
  });

  it('does not make a rule give way: late is late, whoever looked at the date', () => {
    const late = { ...act(), dateOfCare: attested('2025-05-03') };
    expect(adjudicate(claimInput({ form: { acts: [late] } })).outcome).toBe('rejected');
  });

  it('pays a late claim where a supervisor set the lateness aside, and says so', () => {
    const input = claimInput({ form: { acts: [act({ dateOfCare: '2025-05-03' })] } });
    const decision = adjudicate({ ...input, overrides: [{ code: 'LATE_FILING' }] });
    expect(decision).toMatchObject({ outcome: 'approved', paidCentimes: 10_500 });
    expect(decision.findings.find(({ code }) => code === 'LATE_FILING')).toMatchObject({
      kind: 'signal',
      details: { settledBy: 'supervisor' },
    });
  });

  it('sets aside the finding of the line that was meant, and no other', () => {
    const acts = [act({ dateOfCare: '2025-09-16' }), act({ dateOfCare: '2025-09-17' })];
    const overrides = [{ code: 'CARE_DATE_IN_FUTURE', line: 0 }];
    const decision = adjudicate({ ...claimInput({ form: { acts } }), overrides });
    expect(decision.outcome).toBe('referred');
    expect(decision.findings.filter(({ kind }) => kind === 'doubt').map(({ line }) => line)).toContain(1);
  });

  it('never pays where what was set aside is needed to know what to pay', () => {
    const input = claimInput({ provider: undefined });
    const plain = adjudicate(input);
    const decision = adjudicate({ ...input, overrides: [{ code: 'INPE_UNKNOWN' }] });
    expect(decision.outcome).toBe('referred');
    expect(decision.paidCentimes).toBe(plain.paidCentimes);
  });

  it('prices what no rule prices by what a supervisor says, never above what was billed', () => {
    const input = claimInput({ form: { acts: [act({ keyLetter: 'K', coefficientHundredths: 1_000 })] } });
    const priced = (referenceCentimes?: number) =>
      adjudicate({
        ...input,
        overrides: [{ code: 'TARIFF_UNKNOWN', line: 0, terms: { referenceCentimes } }],
      });
    expect(priced()).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(priced(12_000)).toMatchObject({ outcome: 'approved', paidCentimes: 8_400 });
    expect(priced(99_999)).toMatchObject({ outcome: 'approved', paidCentimes: 17_500 });
  });

  it('lets the rules price what they do price, whatever a supervisor says of it', () => {
    const overrides = [{ code: 'TARIFF_UNKNOWN', line: 0, terms: { referenceCentimes: 25_000 } }];
    expect(adjudicate({ ...claimInput(), overrides }).paidCentimes).toBe(10_500);
  });

  it('takes the word of a supervisor for one of the coverages of the day, and for no other scheme', () => {
    const [coverage] = personFile().coverages;
    const coverages = [coverage!, { ...coverage!, scheme: 'AMO_TNS' as const }];
    const input = claimInput({ person: personFile({ coverages }) });
    const chosen = (scheme: 'AMO_SALARIE' | 'AMO_TADAMON') =>
      adjudicate({ ...input, overrides: [{ code: 'SEVERAL_COVERAGES', line: 0, terms: { scheme } }] });
    expect(chosen('AMO_SALARIE')).toMatchObject({ outcome: 'approved', scheme: 'AMO_SALARIE' });
    expect(chosen('AMO_TADAMON')).toMatchObject({ outcome: 'referred', scheme: undefined });
  });

  it('lets nobody set aside an act that another claim was paid for', () => {
    expect(isOverridable({ kind: 'rejection', code: 'DUPLICATE', details: { claimId: 'other-1' } })).toBe(
      false,
    );
    expect(isOverridable({ kind: 'doubt', code: 'DUPLICATE', details: { sameAsLine: 0 } })).toBe(true);
  });

  it('rejects all lines where a person found nothing to pay, and keeps what the rules found', () => {
    const decision = rejectedByPerson(adjudicate(claimInput()), 'ALTERED_DOCUMENT');
    expect(decision).toMatchObject({ outcome: 'rejected', paidCentimes: 0, destination: undefined });
    expect(
      decision.lines.every(({ outcome, paidCentimes }) => outcome === 'rejected' && paidCentimes === 0),
    ).toBe(true);
  });
});
