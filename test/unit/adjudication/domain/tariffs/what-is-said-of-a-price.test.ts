import { describe, expect, it } from 'vitest';
import type { PriorApproval } from '../../../../../contexts/registry/records/registry-records.ts';
import { findActCode } from '../../../../../contexts/adjudication/domain/tariffs/act-code.ts';
import {
  approvalsFor,
  checkApproval,
  longTermRate,
} from '../../../../../contexts/adjudication/domain/tariffs/approvals.ts';
import { applyCeilings } from '../../../../../contexts/adjudication/domain/tariffs/ceilings.ts';
import {
  priceLine,
  unitCentimesOf,
  type PricingRequest,
} from '../../../../../contexts/adjudication/domain/tariffs/price-line.ts';
import { roundOnce } from '../../../../../contexts/adjudication/domain/tariffs/rounding.ts';
import { specialtyBilling } from '../claim-builder.ts';
import { createRuleBook, currentRuleBook } from '../../../../../contexts/rules/rule-book.ts';
import type { RuleBookData } from '../../../../../contexts/rules/rule-book-schema.ts';

const rules = currentRuleBook();
const careDay = '2025-09-03';
const PRIVATE = { sector: 'PRIVATE', specialty: 'Cardiologie' } as const;
const withData = (changes: Partial<RuleBookData>) => createRuleBook({ ...rules.data, ...changes });
const price = (changes: Partial<PricingRequest> = {}, book = rules) =>
  priceLine(
    {
      keyLetter: 'CS',
      coefficientHundredths: 100,
      billedCentimes: 15_000,
      dateOfCare: careDay,
      scheme: 'AMO_SALARIE',
      provider: { ...PRIVATE, specialty: specialtyBilling(changes.keyLetter ?? 'CS') },
      beneficiary: { kind: 'insured' },
      priorApprovals: [],
      ...changes,
    },
    book,
  );

describe('a key letter', () => {
  const find = (letter: string, book = rules, specialty = 'Cardiologie') =>
    findActCode(letter, { sector: 'PRIVATE', specialty }, careDay, book);

  it('that stands for several acts is doubted with their codes, and stands for none of them', () => {
    expect(find('D', rules, 'Chirurgie dentaire')).toMatchObject({
      code: undefined,
      findings: [
        {
          kind: 'doubt',
          code: 'TARIFF_NOT_CERTAIN',
          field: 'keyLetter',
          details: { sector: 'PRIVATE', keyLetter: 'D', codes: 'D_SOINS,D_PROTHESE' },
        },
      ],
    });
  });

  it('that nobody knows is named, and means nothing', () => {
    expect(find('GS')).toMatchObject({
      code: undefined,
      impliedCoefficientHundredths: undefined,
      maxCoefficientHundredths: undefined,
      findings: [{ code: 'ACT_UNKNOWN', details: { sector: 'PRIVATE', keyLetter: 'GS' } }],
    });
  });

  it('that two rows give one code is doubted as soon as one of them is not known well enough', () => {
    const keyLetters = rules.data.keyLetters.flatMap((row) =>
      row.letter === 'CS'
        ? [
            row,
            { ...row, id: 'letter-cs-private', sector: 'PRIVATE' as const, confidence: 'UNCERTAIN' as const },
          ]
        : [row],
    );
    const found = find('CS', withData({ keyLetters }));
    expect(found.findings).toMatchObject([{ code: 'TARIFF_NOT_CERTAIN', details: { keyLetter: 'CS' } }]);
    // Two rows: which of their coefficients goes without saying is not disclosed.
    expect(found).toMatchObject({
      code: 'CS',
      impliedCoefficientHundredths: undefined,
      maxCoefficientHundredths: undefined,
    });
  });

  it('gives a unit only where letter and tariff are certain', () => {
    const unit = (letter: string, specialty: string = PRIVATE.specialty, book = rules) =>
      unitCentimesOf(letter, { provider: { ...PRIVATE, specialty }, dateOfCare: careDay }, book);
    const unsure = withData({
      tariffs: rules.data.tariffs.map((row) =>
        row.code === 'CS' ? { ...row, confidence: 'UNCERTAIN' as const } : row,
      ),
    });
    expect(unit('CS')).toBe(15_000);
    expect(unit('GS')).toBeUndefined();
    expect(unit('CS', 'Médecine Générale')).toBeUndefined();
    expect(unit('K')).toBeUndefined();
    expect(unit('CS', PRIVATE.specialty, unsure)).toBeUndefined();
  });
});

describe('what is said of an amount', () => {
  it('names the coefficient and the most there can be', () => {
    expect(price({ coefficientHundredths: 300, billedCentimes: 45_000 }).findings).toEqual([
      {
        kind: 'doubt',
        code: 'AMOUNT_UNUSUAL',
        field: 'coefficientHundredths',
        details: { coefficientHundredths: 300, mostHundredths: 100 },
      },
    ]);
  });

  it('names how often an act was done that is done once', () => {
    expect(price({ quantity: 2, billedCentimes: 30_000 }).findings).toEqual([
      { kind: 'doubt', code: 'AMOUNT_UNUSUAL', field: 'quantity', details: { quantity: 2 } },
    ]);
  });

  it('is nothing of a tariff where the coefficient is not there', () => {
    expect(price({ keyLetter: 'B', coefficientHundredths: undefined })).toMatchObject({
      basisCentimes: undefined,
      paidCentimes: undefined,
      findings: [{ kind: 'missing', code: 'FORM_INCOMPLETE', field: 'coefficientHundredths' }],
    });
  });

  it('names the act and the sector without a tariff, and the scheme without a rate', () => {
    expect(price({ keyLetter: 'K', billedCentimes: 100 }).findings).toEqual([
      { kind: 'doubt', code: 'TARIFF_UNKNOWN', details: { code: 'K', sector: 'PRIVATE' } },
    ]);
    expect(price({ scheme: 'AMO_TADAMON', dateOfCare: '2022-11-30' }).findings).toEqual([
      { kind: 'doubt', code: 'RATE_UNKNOWN', details: { scheme: 'AMO_TADAMON', sector: 'PRIVATE' } },
    ]);
  });

  it('names a rate that is not known well enough', () => {
    const rates = rules.data.rates.map((row) => ({ ...row, confidence: 'UNCERTAIN' as const }));
    expect(price({}, withData({ rates })).findings).toEqual([
      {
        kind: 'doubt',
        code: 'RATE_UNKNOWN',
        details: { scheme: 'AMO_SALARIE', sector: 'PRIVATE', cause: 'CONFIDENCE_UNCERTAIN' },
      },
    ]);
  });

  it('names the day on which two tariffs may apply, and takes a row without an amount for none', () => {
    const tariffs = (next: number | null) =>
      rules.data.tariffs.flatMap((row) =>
        row.id === 'tariff-cs-private-2006'
          ? [
              row,
              { ...row, id: 'tariff-cs-next', unitCentimes: next, validFrom: careDay, startUncertain: true },
            ]
          : [row],
      );
    expect(price({}, withData({ tariffs: tariffs(20_000) })).findings).toMatchObject([
      {
        code: 'TARIFF_NOT_CERTAIN',
        details: { code: 'CS', sector: 'PRIVATE', cause: 'RULE_START_UNCERTAIN' },
      },
    ]);
    expect(price({}, withData({ tariffs: tariffs(null) }))).toMatchObject({
      unitTariffCentimes: 15_000,
      paidCentimes: 10_500,
    });
  });
});

describe('a prior approval', () => {
  const approval = (changes: Partial<PriorApproval> = {}): PriorApproval => ({
    type: 'prior-approval',
    registrationNumber: '184203957',
    approvalId: 'PA-1',
    keyLetter: 'AMM',
    from: careDay,
    to: careDay,
    ...changes,
  });
  const act = {
    keyLetter: 'AMM',
    code: 'AMM',
    dateOfCare: careDay,
    beneficiary: { kind: 'insured' },
  } as const;

  it('holds on its first and its last day', () => {
    expect(approvalsFor(act, [approval()])).toHaveLength(1);
  });

  it('of the insured person is none of the family’s, and the other way round', () => {
    const child = { ...act, beneficiary: { kind: 'dependant', dependantId: '1' } } as const;
    expect(approvalsFor(child, [approval()])).toEqual([]);
    expect(approvalsFor(act, [approval({ dependantId: '1' })])).toEqual([]);
    expect(approvalsFor(child, [approval({ dependantId: '1' })])).toHaveLength(1);
  });

  it('that is missing rejects the act by name, and names its rule', () => {
    expect(checkApproval(act, [], rules)).toEqual({
      findings: [{ kind: 'rejection', code: 'PRIOR_APPROVAL_MISSING', details: { code: 'AMM' } }],
      ruleIds: ['approval-amm'],
    });
    expect(checkApproval(act, [approval()], rules)).toEqual({ findings: [], ruleIds: ['approval-amm'] });
  });

  it.each([
    ['whose start is uncertain', { startUncertain: true, validFrom: '2025-01-01' }],
    ['that is not known well enough', { confidence: 'UNCERTAIN' as const }],
  ])('that a rule asks for %s only refers the act', (_, changes) => {
    const certain = rules.data.priorApprovals.find(({ code }) => code === 'AMM')!;
    const rows = [
      { ...certain, validTo: '2025-12-31' },
      { ...certain, startUncertain: true, validFrom: '2025-01-01', id: 'other', ...changes },
    ];
    expect(checkApproval(act, [], withData({ priorApprovals: rows })).findings).toMatchObject([
      { kind: 'doubt' },
    ]);
    const alone = [{ ...certain, ...changes }];
    expect(checkApproval(act, [], withData({ priorApprovals: alone })).findings).toMatchObject([
      { kind: 'doubt' },
    ]);
  });

  it('without a rate of its own changes none, and is not named as a reason of it', () => {
    expect(longTermRate([approval()], 'E11', 7_000)).toEqual({
      rateBasisPoints: undefined,
      findings: [],
      ruleIds: [],
    });
    expect(
      longTermRate(
        [
          approval({ rateBasisPoints: 9_800, diseases: ['E11'] }),
          approval({ approvalId: 'PA-2', rateBasisPoints: 9_800, diseases: ['E11'] }),
        ],
        'E11',
        7_000,
      ),
    ).toEqual({
      rateBasisPoints: 9_800,
      findings: [],
      ruleIds: ['approval-PA-1', 'approval-PA-2'],
    });
  });

  it('of another rate is doubted with the cause', () => {
    expect(
      longTermRate(
        [9_800, 9_500].map((rateBasisPoints) => approval({ rateBasisPoints, diseases: ['E11'] })),
        'E11',
        7_000,
      ).findings,
    ).toEqual([{ kind: 'doubt', code: 'RATE_UNKNOWN', details: { cause: 'SEVERAL_APPROVED_RATES' } }]);
  });
});

describe('a ceiling', () => {
  const CEILING = 'ceiling-dental-prostheses';
  const line = (paidCentimes: number, code: string | undefined = 'D_PROTHESE') => ({
    code,
    dateOfCare: careDay,
    paidCentimes,
  });
  const details = { ceiling: CEILING, ceilingCentimes: 300_000 };

  it('is named with its amount where it cuts, rejects, or cannot be determined', () => {
    const [cut, none] = applyCeilings([line(200_000), line(1)], new Map([[CEILING, 200_000]]), rules);
    expect(cut).toEqual({
      paidCentimes: 100_000,
      findings: [{ kind: 'signal', code: 'CEILING_REACHED', details }],
      ruleIds: [CEILING],
    });
    expect(none).toEqual({
      paidCentimes: 0,
      findings: [{ kind: 'rejection', code: 'CEILING_REACHED', details }],
      ruleIds: [CEILING],
    });
    expect(applyCeilings([line(1)], new Map(), rules)).toEqual([
      {
        paidCentimes: 1,
        findings: [
          { kind: 'doubt', code: 'CEILING_REACHED', details: { ...details, cause: 'PAID_BEFORE_UNKNOWN' } },
        ],
        ruleIds: [CEILING],
      },
    ]);
  });

  it('says nothing where just enough is left, and nothing of acts it is not about or that have no code', () => {
    const capped = applyCeilings(
      [line(100_000), line(5, 'CS'), { ...line(5), code: undefined }],
      new Map([[CEILING, 200_000]]),
      rules,
    );
    expect(capped.flatMap(({ findings }) => findings)).toEqual([]);
    expect(capped.map(({ ruleIds }) => ruleIds)).toEqual([[CEILING], [], []]);
  });
});

describe('centimes left over by rounding once', () => {
  it('go to the largest remainders, and to the first lines where they are equal', () => {
    const share = (basisCentimes: number, rateBasisPoints = 7_000) => ({ basisCentimes, rateBasisPoints });
    // 0.7 each: 2.8 in all is 3, so one line goes without.
    expect(roundOnce([share(1), share(1), share(1), share(1)])).toEqual([1, 1, 1, 0]);
    // 0.7, 2.1, 0.7: 3.5 is 4, of which 2 are whole; the two largest remainders get the rest.
    expect(roundOnce([share(1), share(3), share(1)])).toEqual([1, 2, 1]);
    // 2.1, 0.7, 2.1: 4.9 is 5, of which 4 are whole.
    expect(roundOnce([share(3), share(1), share(3)])).toEqual([2, 1, 2]);
  });
});
