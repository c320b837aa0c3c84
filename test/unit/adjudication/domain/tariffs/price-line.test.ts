import { describe, expect, it } from 'vitest';

import type { PriorApproval } from '../../../../../contexts/registry/records/registry-records.ts';
import { priceLine } from '../../../../../contexts/adjudication/domain/tariffs/price-line.ts';
import type { PricingRequest } from '../../../../../contexts/adjudication/domain/tariffs/price-line.ts';
import { createRuleBook, currentRuleBook } from '../../../../../contexts/rules/rule-book.ts';
import { specialtyBilling } from '../claim-builder.ts';
import type { RuleBookData } from '../../../../../contexts/rules/rule-book-schema.ts';

const rules = currentRuleBook();
const PRIVATE = { sector: 'PRIVATE', specialty: 'Cardiologie' } as const;
const PUBLIC = { sector: 'PUBLIC', specialty: 'Cardiologie' } as const;

const request = ({ provider = PRIVATE, ...changes }: Partial<PricingRequest> = {}): PricingRequest => ({
  keyLetter: 'CS',
  coefficientHundredths: 100,
  billedCentimes: 1_000_000,
  dateOfCare: '2025-09-03',
  scheme: 'AMO_SALARIE',
  provider:
    provider.specialty === 'Cardiologie'
      ? { ...provider, specialty: specialtyBilling(changes.keyLetter ?? 'CS') }
      : provider,
  beneficiary: { kind: 'insured' },
  priorApprovals: [],
  ...changes,
});
const price = (changes: Partial<PricingRequest> = {}, book = rules) => priceLine(request(changes), book);
const serious = (line: ReturnType<typeof price>) =>
  line.findings.filter(({ kind }) => kind !== 'signal').map(({ kind, code }) => `${kind} ${code}`);
const withData = (changes: Partial<RuleBookData>) => createRuleBook({ ...rules.data, ...changes });

const approval = (changes: Partial<PriorApproval> = {}): PriorApproval => ({
  type: 'prior-approval',
  registrationNumber: '184203957',
  approvalId: 'PA-1',
  keyLetter: 'AMM',
  from: '2025-08-01',
  to: '2025-12-31',
  ...changes,
});

describe('what an act comes to', () => {
  it.each<[string, Partial<PricingRequest>, number]>([
    [
      'a general practitioner’s consultation',
      { keyLetter: 'C', provider: { ...PRIVATE, specialty: 'Généraliste' } },
      5_600,
    ],
    ['a specialist’s consultation', {}, 10_500],
    ['a psychiatrist’s consultation', { keyLetter: 'CNPSY' }, 13_300],
    ['a visit at home', { keyLetter: 'V' }, 8_400],
    ['a specialist’s visit', { keyLetter: 'VS' }, 13_300],
    ['a cardiologist’s consultation with ECG', { keyLetter: 'CSC' }, 13_300],
    ['radiology Z25', { keyLetter: 'Z', coefficientHundredths: 2_500 }, 17_500],
    ['pathology P100', { keyLetter: 'P', coefficientHundredths: 10_000 }, 7_700],
    ['biology B120', { keyLetter: 'B', coefficientHundredths: 12_000 }, 9_240],
    ['surgery KC40', { keyLetter: 'KC', coefficientHundredths: 4_000 }, 63_000],
    ['surgery KA40', { keyLetter: 'KA', coefficientHundredths: 4_000 }, 63_000],
    ['orthoptics', { keyLetter: 'AMY' }, 3_500],
    ['a consultation whose coefficient goes without saying', { coefficientHundredths: undefined }, 10_500],
    ['half a unit', { keyLetter: 'Z', coefficientHundredths: 150 }, 1_050],
    ['less than the tariff', { billedCentimes: 10_000 }, 7_000],
    ['a letter with a dot', { keyLetter: ' c.s. ' }, 10_500],
    ['a public consultation', { provider: PUBLIC }, 5_250],
    ['surgery K16 in public', { provider: PUBLIC, keyLetter: 'K', coefficientHundredths: 1_600 }, 14_560],
    ['a dental act in public', { provider: PUBLIC, keyLetter: 'D', coefficientHundredths: 1_500 }, 10_500],
    ['TNS', { scheme: 'AMO_TNS' }, 10_500],
    ['Achamil', { scheme: 'AMO_ACHAMIL' }, 10_500],
    ['Tadamon in private', { scheme: 'AMO_TADAMON' }, 10_500],
    ['Tadamon in public: nothing is left to the patient', { scheme: 'AMO_TADAMON', provider: PUBLIC }, 7_500],
  ])('prices %s', (_, changes, paidCentimes) => {
    const line = price(changes);
    expect(serious(line)).toEqual([]);
    expect(line.paidCentimes).toBe(paidCentimes);
  });

  it('says how it got there', () => {
    expect(price({ keyLetter: 'Z', coefficientHundredths: 2_500, billedCentimes: 125_000 })).toEqual({
      code: 'Z',
      coefficientHundredths: 2_500,
      unitTariffCentimes: 1_000,
      basisCentimes: 25_000,
      rateBasisPoints: 7_000,
      paidCentimes: 17_500,
      findings: [
        {
          kind: 'signal',
          code: 'BILLED_ABOVE_TARIFF',
          details: { billedCentimes: 125_000, referenceCentimes: 25_000 },
        },
      ],
      ruleIds: ['letter-z', 'letter-profession-z', 'tariff-z-private-2006', 'rate-salarie-private'],
    });
  });

  it('notes an amount far above or far below the tariff', () => {
    const codes = (billedCentimes: number) => price({ billedCentimes }).findings.map(({ code }) => code);
    expect(codes(150_000)).toContain('AMOUNT_UNUSUAL');
    expect(codes(149_999)).not.toContain('AMOUNT_UNUSUAL');
    expect(codes(1_500)).toEqual(['AMOUNT_UNUSUAL']);
    expect(codes(1_501)).toEqual([]);
  });
});

describe('what cannot be priced is doubted, never 0', () => {
  it.each<[string, Partial<PricingRequest>, string]>([
    ['a letter nobody knows', { keyLetter: 'GS' }, 'doubt ACT_UNKNOWN'],
    ['a letter of the other sector', { keyLetter: 'CP' }, 'doubt ACT_UNKNOWN'],
    ['a private K, whose tariff was not found', { keyLetter: 'K' }, 'doubt TARIFF_UNKNOWN'],
    ['nursing care', { keyLetter: 'AMI' }, 'doubt TARIFF_UNKNOWN'],
    ['a private KE', { keyLetter: 'KE' }, 'doubt TARIFF_UNKNOWN'],
    ['care before its tariff', { dateOfCare: '2006-08-31' }, 'doubt TARIFF_UNKNOWN'],
    ['a private D, which is dental care or a prosthesis', { keyLetter: 'D' }, 'doubt TARIFF_NOT_CERTAIN'],
    ['three consultations in one', { coefficientHundredths: 300 }, 'doubt AMOUNT_UNUSUAL'],
    ['half a consultation', { keyLetter: 'C', coefficientHundredths: 50 }, 'doubt AMOUNT_UNUSUAL'],
    ['two visits in one', { keyLetter: 'V', coefficientHundredths: 200 }, 'doubt AMOUNT_UNUSUAL'],
    ['a letter with a digit, which is no consultation', { keyLetter: 'C2' }, 'doubt ACT_UNKNOWN'],
    [
      'a specialist’s letter of a general practitioner',
      { provider: { ...PRIVATE, specialty: 'Médecine Générale' } },
      'doubt ACT_NOT_OF_SPECIALTY',
    ],
    [
      'a unit letter without coefficient',
      { keyLetter: 'B', coefficientHundredths: undefined },
      'missing FORM_INCOMPLETE',
    ],
    ['Tadamon before it began', { scheme: 'AMO_TADAMON', dateOfCare: '2022-11-30' }, 'doubt RATE_UNKNOWN'],
  ])('%s', (_, changes, expected) => {
    const line = price(changes);
    expect(serious(line)).toEqual([expected]);
    expect(line.paidCentimes).not.toBe(0);
  });

  it('does not say in a finding what a misread letter was, if it is no letter', () => {
    expect(price({ keyLetter: 'BENNANI YOUSSEF' }).findings).toEqual([
      { kind: 'doubt', code: 'ACT_UNKNOWN', field: 'keyLetter', details: { sector: 'PRIVATE' } },
    ]);
  });

  it('never uses a tariff that is signed and not in force', () => {
    expect(price({ keyLetter: 'C', dateOfCare: '2026-09-01' }).unitTariffCentimes).toBe(8_000);
  });

  it('refers a price from a third party’s notes where the settings do not accept such', () => {
    const settings = rules.data.settings.map((row) => ({
      ...row,
      acceptedConfidences: row.acceptedConfidences.filter((confidence) => confidence !== '2ND'),
    }));
    const line = price({ provider: PUBLIC }, withData({ settings }));
    expect(serious(line)).toEqual(['doubt TARIFF_NOT_CERTAIN']);
    expect(line.findings[0]?.details).toMatchObject({ cause: 'CONFIDENCE_2ND' });
    expect(serious(price({}, withData({ settings })))).toEqual([]);
  });

  it('refers a day on which two tariffs may apply and differ', () => {
    const next = {
      id: 'tariff-cs-next',
      unitCentimes: 20_000,
      validFrom: '2025-09-01',
      startUncertain: true,
    };
    const tariffs = rules.data.tariffs.flatMap((row) =>
      row.id === 'tariff-cs-private-2006'
        ? [
            { ...row, validTo: '2025-09-30' },
            { ...row, ...next },
          ]
        : [row],
    );
    const book = withData({ tariffs });
    expect(serious(price({}, book))).toEqual(['doubt TARIFF_NOT_CERTAIN']);
    expect(price({ dateOfCare: '2025-08-31' }, book)).toMatchObject({ unitTariffCentimes: 15_000 });
    expect(price({ dateOfCare: '2025-10-01' }, book)).toMatchObject({ unitTariffCentimes: 20_000 });
  });
});

describe('prior approvals', () => {
  it('rejects physiotherapy and speech therapy without an approval', () => {
    expect(serious(price({ keyLetter: 'AMM' }))).toEqual(['rejection PRIOR_APPROVAL_MISSING']);
    expect(serious(price({ keyLetter: 'AMO' }))).toEqual(['rejection PRIOR_APPROVAL_MISSING']);
  });

  it('pays them with one, on its days and for its person only', () => {
    const paid = (changes: Partial<PriorApproval>, act: Partial<PricingRequest> = {}) =>
      serious(price({ keyLetter: 'AMM', priorApprovals: [approval(changes)], ...act })).length === 0;
    expect(paid({})).toBe(true);
    expect(paid({ from: '2025-09-04' })).toBe(false);
    expect(paid({ to: '2025-09-02' })).toBe(false);
    expect(paid({ dependantId: '1' })).toBe(false);
    expect(paid({ dependantId: '1' }, { beneficiary: { kind: 'dependant', dependantId: '1' } })).toBe(true);
    expect(paid({ keyLetter: 'AMO' }, { keyLetter: 'AMO' })).toBe(true);
    expect(paid({ keyLetter: 'AMO' })).toBe(false);
  });

  it('pays a long-term disease at the rate that was granted, never below the ordinary one', () => {
    const rate = (rateBasisPoints: number, changes: Partial<PricingRequest> = {}) =>
      price({
        priorApprovals: [approval({ keyLetter: 'CS', rateBasisPoints, diseases: ['E11'] })],
        diseaseCode: 'E11.2',
        ...changes,
      }).rateBasisPoints;
    expect(rate(9_800)).toBe(9_800);
    expect(rate(5_000)).toBe(7_000);
    expect(rate(9_800, { scheme: 'AMO_TADAMON', provider: PUBLIC })).toBe(10_000);
    expect(rate(9_800, { keyLetter: 'C' })).toBe(7_000);
  });

  it('pays an act of another disease, and none that nobody can tell, at the granted rate', () => {
    const priced = (diseases: string[] | undefined, diseaseCode?: string) => {
      const line = price({
        priorApprovals: [
          approval({ keyLetter: 'CS', rateBasisPoints: 9_500, ...(diseases && { diseases }) }),
        ],
        diseaseCode,
      });
      return [line.rateBasisPoints, ...serious(line)];
    };
    expect(priced(['E11'], 'E11')).toEqual([9_500]);
    expect(priced(['I10', 'E11'], 'E11.9')).toEqual([9_500]);
    expect(priced(['E11'], 'E10')).toEqual([7_000]);
    expect(priced(['E11.2'], 'E11')).toEqual([7_000]);
    expect(priced(['E11'], undefined)).toEqual([7_000, 'doubt DISEASE_NOT_SHOWN']);
    expect(priced(undefined, 'E11')).toEqual([7_000, 'doubt DISEASE_NOT_SHOWN']);
  });

  it('doubts two granted rates that differ', () => {
    const priorApprovals = [9_500, 9_800].map((rateBasisPoints) =>
      approval({ keyLetter: 'CS', rateBasisPoints, diseases: ['E11'] }),
    );
    expect(serious(price({ priorApprovals, diseaseCode: 'E11' }))).toEqual(['doubt RATE_UNKNOWN']);
  });
});
