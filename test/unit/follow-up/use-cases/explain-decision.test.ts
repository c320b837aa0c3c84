import { describe, expect, it } from 'vitest';
import { explainDecision } from '../../../../contexts/follow-up/use-cases/explain-decision.ts';
import { explanationSchema } from '../../../../contexts/follow-up/api/follow-up.ts';
import type { DecisionRecord } from '../../../../contexts/claims/records/decision-record.ts';
import { priceLine } from '../../../../contexts/adjudication/domain/tariffs/price-line.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';

const rules = currentRuleBook();
const DAY = '2026-03-02';

function lineFor(billedCentimes: number, paidCentimes?: number): DecisionRecord['lines'][number] {
  const priced = priceLine(
    {
      keyLetter: 'C',
      coefficientHundredths: 100,
      billedCentimes,
      dateOfCare: DAY,
      scheme: 'AMO_SALARIE',
      provider: { sector: 'PRIVATE', specialty: 'medecine generale' },
      beneficiary: { kind: 'insured' },
      priorApprovals: [],
    },
    rules,
  );
  return {
    dateOfCare: DAY,
    keyLetter: 'C',
    coefficientHundredths: 100,
    billedCentimes,
    unitTariffCentimes: priced.unitTariffCentimes,
    basisCentimes: priced.basisCentimes,
    rateBasisPoints: priced.rateBasisPoints,
    paidCentimes: paidCentimes ?? priced.paidCentimes,
    outcome: 'paid',
    ruleIds: [...priced.ruleIds],
  };
}

function decisionWith(more: Partial<DecisionRecord>): DecisionRecord {
  return {
    outcome: 'approved',
    lines: [],
    billedCentimes: 0,
    paidCentimes: 0,
    findings: [],
    ruleBookVersion: rules.version,
    ...more,
  };
}

describe('the amount of a line is explained', () => {
  it('by tariff, coefficient and rate, with the dated rules and where they come from', () => {
    const { lines } = explainDecision(decisionWith({ lines: [lineFor(15_000)] }), rules);

    expect(lines[0]).toMatchObject({
      line: 1,
      billedCentimes: 15_000,
      unitTariffCentimes: 8000,
      referenceCentimes: 8000,
      basisCentimes: 8000,
      basisIs: 'tariff',
      rateBasisPoints: 7000,
      paidCentimes: 5600,
      isCapped: false,
    });
    const tariff = lines[0]?.rules.find(({ subject }) => subject === 'tariffs');
    expect(tariff).toMatchObject({
      id: 'tariff-c-private-2006',
      validFrom: '2006-09-01',
      facts: { code: 'C', unitCentimes: 8000 },
    });
    expect(tariff?.sources[0]?.text).toContain('Arrêté 1961-06');
    expect(lines[0]?.rules.map(({ subject }) => subject)).toContain('rates');
  });

  it('says that less was billed than the tariff gives', () => {
    const { lines } = explainDecision(decisionWith({ lines: [lineFor(6000)] }), rules);

    expect(lines[0]).toMatchObject({ basisIs: 'billed', basisCentimes: 6000, paidCentimes: 4200 });
  });

  it('says that a ceiling left less, but takes a centime of rounding for none', () => {
    const { lines } = explainDecision(
      decisionWith({ lines: [lineFor(15_000, 1000), lineFor(15_000, 5599)] }),
      rules,
    );

    expect(lines.map(({ isCapped }) => isCapped)).toEqual([true, false]);
  });

  it('puts findings to their line, and the others to the claim', () => {
    const decision = decisionWith({
      lines: [lineFor(15_000), lineFor(15_000)],
      findings: [
        { kind: 'signal', code: 'BILLED_ABOVE_TARIFF', line: 1 },
        { kind: 'doubt', code: 'CIN_UNREADABLE', field: 'cin' },
      ],
    });

    const { lines, findings } = explainDecision(decision, rules);

    expect(lines.map((line) => line.findings.map(({ code }) => code))).toEqual([[], ['BILLED_ABOVE_TARIFF']]);
    expect(findings).toEqual([{ kind: 'doubt', code: 'CIN_UNREADABLE', field: 'cin' }]);
  });

  it('of years ago stands as it was decided, with rules that are gone told by their ids', () => {
    const old = { ...lineFor(15_000), ruleIds: ['tariff-of-old', 'approval-A7'], unitTariffCentimes: 7000 };
    const explained = explainDecision(decisionWith({ lines: [old], ruleBookVersion: 'rules-of-old' }), rules);

    expect(explained.isOlderRuleBook).toBe(true);
    expect(explained.lines[0]).toMatchObject({ unitTariffCentimes: 7000, referenceCentimes: 7000 });
    expect(explained.lines[0]?.rules).toMatchObject([
      { id: 'tariff-of-old', subject: 'unknown' },
      { id: 'approval-A7', subject: 'approval', facts: { approvalId: 'A7' } },
    ]);
  });

  it('has every rule of the rule book in the form of the API', () => {
    const ruleIds = Object.values({ ...rules.data, sources: [] }).flatMap((rows: readonly { id: string }[]) =>
      rows.map(({ id }) => id),
    );
    const line = { ...lineFor(15_000), ruleIds };

    const explained = explainDecision(decisionWith({ lines: [line] }), rules);

    expect(explanationSchema.parse(explained).lines[0]?.rules).toHaveLength(ruleIds.length);
    expect(explained.lines[0]?.rules.filter(({ subject }) => subject === 'unknown')).toEqual([]);
  });
});

describe('the amount of boxes is explained', () => {
  it('by their name, boxes times base, and the price of the list', () => {
    const boxes: DecisionRecord['lines'][number] = {
      kind: 'medicine',
      ...{ medicineCode: '6119900227425', quantity: 2, dateOfCare: DAY },
      ...{ billedCentimes: 16_100, unitTariffCentimes: 7000, basisCentimes: 14_000, rateBasisPoints: 7000 },
      outcome: 'paid',
      ...{ paidCentimes: 9800, ruleIds: ['medicine-6119900227425-2025-01-01'] },
    };
    const names = new Map([['6119900227425', 'GLYNACILINE 1 G']]);

    const { lines } = explainDecision(decisionWith({ lines: [boxes] }), rules, names);

    expect(lines[0]).toMatchObject({
      kind: 'medicine',
      medicineName: 'GLYNACILINE 1 G',
      quantity: 2,
      referenceCentimes: 14_000,
      basisIs: 'tariff',
      isCapped: false,
      rules: [{ subject: 'medicinePrice' }],
    });
  });
});
