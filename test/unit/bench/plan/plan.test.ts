import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stageDefaults } from '../../../../lib/stages/stages.ts';
import { inRepository } from '../../../../local/cloud/folders.ts';
import { listPrices } from '../../../bench/cost/list-prices.ts';
import { planValues, type PlanValues } from '../../../bench/plan/inputs.ts';
import { migrationCost } from '../../../bench/plan/migration-cost.ts';
import { migrationPlan, registrationWriteUnits } from '../../../bench/plan/migration-plan.ts';
import { planDocs } from '../../../bench/plan/plan-docs.ts';
import { settingsOf } from '../../../bench/plan/plan-page.ts';
import { smsDays } from '../../../bench/plan/sms-days.ts';

const stage = stageDefaults.production;
const values = planValues();
const [asSet, ...turnedUp] = settingsOf(stage, values);

const withFacts = (facts: Partial<PlanValues['facts']>): PlanValues => ({
  ...values,
  facts: { ...values.facts, ...facts },
});

describe('the plan for the 11 million', () => {
  it.each(['docs/plan-11-million.md', 'docs/plan-11-million.svg'])(
    'is on %s as it is computed now: run `npm run docs` if not',
    async (path) => {
      const doc = (await planDocs()).find((one) => one.path === path);
      expect(readFileSync(inRepository(path), 'utf8')).toBe(doc?.content);
    },
  );

  it('writes what its people need', () => {
    const none = withFacts({ registeredHeads: 0, registeredDependants: 0 });
    const people = registrationWriteUnits(values, stage) - registrationWriteUnits(none, stage);
    const { facts, measured } = values;
    expect(people).toBe(
      facts.registeredHeads * measured.writeUnitsPerHead +
        facts.registeredDependants * measured.writeUnitsPerDependant,
    );
  });

  it('never plans more write units a second than the table is ready for', () => {
    for (const settings of [asSet, ...turnedUp])
      for (const { writeUnitsPerSecond } of migrationPlan(values, stage, settings!).phases)
        expect(writeUnitsPerSecond + values.facts.claimsWriteUnitsPerSecond).toBeLessThanOrEqual(
          settings!.tableWriteUnitsPerSecond * values.limits.headroom + 1e-6,
        );
  });

  it('takes less time with a warmer table, and never gains from one step what it does not bound', () => {
    const [slow, fast] = [asSet!, turnedUp[0]!].map((settings) => migrationPlan(values, stage, settings));
    expect(fast!.hours).toBeLessThan(slow!.hours);
    const link = (plan: typeof slow) => plan?.phases.find(({ step }) => step === 'link')?.hours;
    expect(link(fast)).toBe(link(slow));
  });

  it('costs each service by its list price', () => {
    const prices = listPrices();
    const lines = migrationCost(values, stage, migrationPlan(values, stage, asSet!), prices);
    const writes = lines.filter(({ unit }) => unit === 'write units');
    for (const { quantity, usd } of writes)
      expect(usd).toBeCloseTo(quantity * prices.prices.dynamoDbWriteUnit.usd, 6);
  });

  it('sends only in the hours of the window', () => {
    const day = smsDays(792_000, { ...stage.registrationSms, fromHour: 9, untilHour: 20 }, 20);
    expect(day).toEqual({ messagesPerSecond: 20, messagesPerDay: 792_000, days: 1 });
  });
});
