import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { AdjudicationInput } from '../../../../contexts/adjudication/domain/adjudication-input.ts';
import { rejectedByPerson } from '../../../../contexts/adjudication/domain/rejected-by-person.ts';
import type { CareFormAct } from '../../../../contexts/reading/domain/care-form.ts';
import type {
  PriorApproval,
  ProviderAccount,
} from '../../../../contexts/registry/records/registry-records.ts';
import { child, claimInput, field, personFile, provider } from './claim-builder.ts';
import { CLINIC, CLINIC_RIB, clinicAccount, priseEnCharge, stay } from './third-party-builder.ts';

interface Filed {
  readonly by?: string | undefined;
  readonly accounts?: readonly ProviderAccount[];
  readonly approvals?: readonly PriorApproval[];
  readonly acts?: readonly CareFormAct[];
}

function input({ by, accounts = [clinicAccount()], approvals, acts = [stay()] }: Filed): AdjudicationInput {
  return claimInput({
    form: { acts },
    provider: provider({ inpe: CLINIC, specialty: 'Clinique' }),
    person: personFile({ priorApprovals: approvals ?? [priseEnCharge()], dependants: [child()] }),
    filedBy: by === undefined ? undefined : { inpe: by, accounts },
  });
}

const decide = (filed: Filed, more: Partial<AdjudicationInput> = {}) =>
  adjudicate({ ...input(filed), ...more });

const doubts = ({ findings }: ReturnType<typeof decide>) =>
  findings.filter(({ kind }) => kind === 'doubt').map(({ code }) => code);

describe('a stay whose days nobody counted', () => {
  it.each(['HOSP_MED_JOUR', 'SOINS_INTENSIFS_JOUR', 'REANIMATION_JOUR', 'DIALYSE_SEANCE'])(
    'is not paid as one day: the number is asked for (%s)',
    (letter) => {
      const filed = { by: CLINIC, approvals: [priseEnCharge({ keyLetter: letter })] };
      const decision = decide({ ...filed, acts: [stay({ letter, count: undefined })] });
      expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0, toEstablishment: undefined });
      expect(decision.findings).toContainEqual({
        ...{ kind: 'missing', code: 'FORM_INCOMPLETE' },
        ...{ field: 'quantity', line: 0 },
      });
    },
  );

  it('is not paid as one day by its coefficient either, which says nothing of which days were paid', () => {
    const three = { ...stay({ count: undefined }), coefficientHundredths: field(300) };
    expect(decide({ by: CLINIC, acts: [three] })).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
  });

  it('is paid as one day where one is counted', () => {
    const one = decide({ by: CLINIC, acts: [stay({ count: 1, dirhams: 700 })] });
    expect(one).toMatchObject({ outcome: 'approved', paidCentimes: 38_500 });
  });
});

describe('a stay that a clinic files, and that it is to be paid for by an approval on file', () => {
  it('is paid to the account of the clinic, and nothing of it to the insured', () => {
    const decision = decide({ by: CLINIC });
    expect(decision).toMatchObject({
      outcome: 'approved',
      paidCentimes: 115_500,
      destination: undefined,
      toEstablishment: {
        inpe: CLINIC,
        centimes: 115_500,
        destination: { kind: 'account', rib: CLINIC_RIB },
      },
      lines: [{ payeeInpe: CLINIC, billedCentimes: 210_000, paidCentimes: 115_500 }],
    });
    expect(decision.lines[0]?.ruleIds).toContain('approval-PEC-1');
  });

  it.each<[string, readonly ProviderAccount[], string]>([
    ['has none', [], 'ACCOUNT_MISSING'],
    ['has one that begins later', [clinicAccount({ from: '2026-01-01' })], 'ACCOUNT_MISSING'],
    ['has one that ended', [clinicAccount({ to: '2025-06-30' })], 'ACCOUNT_MISSING'],
    ['has one that nobody confirmed', [clinicAccount({ confirmed: undefined })], 'ACCOUNT_CHANGING'],
    [
      'has a new one that nobody confirmed, whatever was there before',
      [clinicAccount(), clinicAccount({ from: '2025-09-01', confirmed: undefined })],
      'ACCOUNT_CHANGING',
    ],
    ['has one with a wrong key', [clinicAccount({ rib: '011780000000000000009900' })], 'ACCOUNT_INVALID'],
  ])('waits, as for an insured person, where the clinic %s', (_, accounts, reason) => {
    expect(decide({ by: CLINIC, accounts })).toMatchObject({
      outcome: 'approved',
      destination: undefined,
      toEstablishment: { destination: { kind: 'held', reason } },
    });
  });

  it('pays the insured what the approval does not cover', () => {
    const consultation = stay({ letter: 'C', day: '2025-09-09', count: undefined, dirhams: 100 });
    const decision = decide({ by: CLINIC, acts: [stay(), consultation] });
    expect(decision).toMatchObject({
      outcome: 'approved',
      paidCentimes: 121_100,
      destination: { kind: 'account', rib: '007780000123456789012396' },
      toEstablishment: { centimes: 115_500 },
      lines: [{ payeeInpe: CLINIC }, { paidCentimes: 5_600 }],
    });
    expect(decision.lines[1]?.payeeInpe).toBeUndefined();
  });

  it('is decided as a whole: one doubtful line keeps the clinic waiting for a person', () => {
    const unknown = stay({ letter: 'K', day: '2025-09-09', count: undefined, dirhams: 300 });
    expect(decide({ by: CLINIC, acts: [stay(), unknown] })).toMatchObject({
      outcome: 'referred',
      paidCentimes: 0,
      toEstablishment: undefined,
      settledPart: undefined,
    });
  });

  it('goes to a person where something is missing: nobody asks the insured for what the clinic left out', () => {
    const filed = input({
      by: CLINIC,
      approvals: [],
      acts: [stay({ letter: 'C', count: undefined, dirhams: 100 })],
    });
    const form = { ...filed.form, inpe: undefined };
    expect(adjudicate({ ...filed, form })).toMatchObject({ outcome: 'referred' });
    expect(adjudicate({ ...filed, form, filedBy: undefined })).toMatchObject({ outcome: 'incomplete' });
  });

  it('is paid to nobody where a person rejects it', () => {
    const rejected = rejectedByPerson(decide({ by: CLINIC }), 'CARE_NOT_PROVEN');
    expect(rejected).toMatchObject({ paidCentimes: 0, toEstablishment: undefined, destination: undefined });
    expect(rejected.lines[0]?.payeeInpe).toBeUndefined();
  });
});

describe('what an approval is to pay an establishment for', () => {
  it.each<[string, Filed]>([
    ['the insured files', {}],
    ['another establishment files', { by: '071000001' }],
    [
      'another establishment is to be paid for',
      { by: CLINIC, approvals: [priseEnCharge({ paidToInpe: '071000001' })] },
    ],
    [
      'two establishments are to be paid for',
      {
        by: CLINIC,
        approvals: [priseEnCharge(), priseEnCharge({ approvalId: 'PEC-2', paidToInpe: '071000001' })],
      },
    ],
    [
      'is approved without a word of who is paid',
      { by: CLINIC, approvals: [priseEnCharge({ paidToInpe: undefined })] },
    ],
  ])('is paid to nobody before a person has looked, where %s', (_, filed) => {
    const decision = decide(filed);
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0, toEstablishment: undefined });
    expect(doubts(decision)).toContain('WORK_ACCIDENT_OR_OTHER_PAYER');
  });

  it.each<[string, Partial<PriorApproval>]>([
    ['for a child', { dependantId: '1' }],
    ['for days before', { to: '2025-09-02' }],
    ['for another act', { keyLetter: 'REANIMATION_JOUR' }],
  ])('is not what the clinic files where it was approved %s', (_, changes) => {
    const decision = decide({ by: CLINIC, approvals: [priseEnCharge(changes)] });
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0, toEstablishment: undefined });
    expect(doubts(decision)).toEqual(['PRIOR_APPROVAL_MISSING']);
  });

  it('is not paid to a clinic that files what another one gave', () => {
    const { form, ...filed } = input({ by: CLINIC });
    const other = provider({ inpe: '071000001', specialty: 'Clinique' });
    const decision = adjudicate({ ...filed, form: { ...form, inpe: field('071000001') }, provider: other });
    expect(decision).toMatchObject({ outcome: 'referred', toEstablishment: undefined });
    expect(doubts(decision)).toEqual(['WORK_ACCIDENT_OR_OTHER_PAYER']);
  });

  it('is an act of any kind, also one that needs no approval', () => {
    const approvals = [priseEnCharge({ keyLetter: 'C' })];
    const acts = [stay({ letter: 'C', count: undefined, dirhams: 100 })];
    expect(decide({ by: CLINIC, approvals, acts })).toMatchObject({
      toEstablishment: { centimes: 5_600 },
      destination: undefined,
    });
    expect(doubts(decide({ approvals, acts }))).toEqual(['WORK_ACCIDENT_OR_OTHER_PAYER']);
  });

  it('has no tariff for sessions of dialysis: it is referred, and a supervisor’s price is paid to the centre', () => {
    const filed = {
      by: CLINIC,
      approvals: [priseEnCharge({ keyLetter: 'DIALYSE_SEANCE' })],
      acts: [stay({ letter: 'DIALYSE_SEANCE', count: 12, dirhams: 9_600 })],
    };
    const decision = decide(filed);
    expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
    expect(doubts(decision)).toContain('TARIFF_UNKNOWN');
    const terms = { referenceCentimes: 900_000 };
    const overrides = [{ code: 'TARIFF_UNKNOWN', line: 0, terms }];
    expect(decide(filed, { overrides })).toMatchObject({
      outcome: 'approved',
      toEstablishment: { inpe: CLINIC, centimes: 630_000 },
    });
  });
});

describe('days of a stay', () => {
  it('that go beyond what was approved are looked at', () => {
    const approvals = [priseEnCharge({ to: '2025-09-04' })];
    const decision = decide({ by: CLINIC, approvals });
    expect(decision).toMatchObject({ outcome: 'referred', toEstablishment: undefined });
    expect(doubts(decision)).toEqual(['AMOUNT_UNUSUAL']);
  });

  it('that another line bills too are looked at', () => {
    const again = stay({ day: '2025-09-05', count: 2, dirhams: 1_400 });
    const decision = decide({ by: CLINIC, acts: [stay(), again] });
    expect(decision).toMatchObject({ outcome: 'referred', toEstablishment: undefined });
    expect(decision.findings).toContainEqual({
      kind: 'doubt',
      code: 'DUPLICATE',
      line: 1,
      details: { withLine: 0 },
    });
  });

  it('that another claim was paid for are looked at, whoever files and whoever was paid', () => {
    const paid = decide({ by: CLINIC }).fingerprintsOfPerson ?? [];
    const knownFingerprints = new Map(paid.map(({ fingerprint }) => [fingerprint, 'claim-0']));
    const later = { acts: [stay({ day: '2025-09-05', count: 3, dirhams: 2_100 })] };
    for (const by of [CLINIC, undefined]) {
      const decision = decide({ ...later, by }, { knownFingerprints });
      expect(decision).toMatchObject({ outcome: 'referred', paidCentimes: 0 });
      expect(doubts(decision)).toContain('DUPLICATE');
    }
    const after = { by: CLINIC, acts: [stay({ day: '2025-09-06', count: 3, dirhams: 2_100 })] };
    expect(decide(after, { knownFingerprints })).toMatchObject({ outcome: 'approved' });
  });
});
