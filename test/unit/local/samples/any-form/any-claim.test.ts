import { describe, expect, it } from 'vitest';
import { anyFormSample } from '../../../../../local/samples/any-form/any-form-sample.ts';
import { anyClaim } from '../../../../../local/samples/any-form/claim/any-claim.ts';
import { exchangedDigits, otherDigit } from '../../../../../local/samples/any-form/claim/neighbours.ts';
import { seededRandom } from '../../../../../local/samples/random.ts';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import { claimFactsOf } from '../../../../bench/accuracy/claim-facts.ts';
import { RegistryLookup } from '../../../../bench/accuracy/registry-lookup.ts';
import { trueForm } from '../../../../bench/accuracy/true-form.ts';
import { truthFieldsSchema } from '../../../../support/field-accuracy.ts';

const DAY = '2026-11-20';
const NUMBERS = Array.from({ length: 250 }, (_, number) => number);

describe('an invented claim', () => {
  it('must end as the rules say of the form that means it', () => {
    for (const half of ['build', 'test'] as const) {
      for (let seed = 0; seed < 30; seed += 1) {
        const { claim, meant, id } = anyFormSample(seed, { half, day: DAY });
        const input = new RegistryLookup(claim.records).adjudicationInput({
          form: trueForm(truthFieldsSchema.parse(meant)),
          pageRoles: ['care-form'],
          ocrEngine: 'textract',
          claim: claimFactsOf(id, DAY),
        });
        const { outcome, paidCentimes, destination } = adjudicate(input);
        const rib = destination?.kind === 'account' ? destination.rib : undefined;
        const { expected } = claim;
        const isPart = outcome === 'partly-referred';
        expect([id, outcome, paidCentimes, rib]).toEqual([
          id,
          isPart && expected.orPartly !== undefined ? outcome : expected.outcome,
          isPart ? expected.orPartly?.paidCentimes : expected.paidCentimes,
          outcome === 'referred' ? undefined : expected.toRib,
        ]);
      }
    }
  });

  it('is in order most of the time, and wrong in every way now and then', () => {
    const cases = Map.groupBy(NUMBERS, (number) => anyClaim(number, DAY).claimCase);
    expect(cases.get('in-order')?.length).toBeGreaterThan(NUMBERS.length / 2);
    expect([...cases.keys()].toSorted()).toEqual([
      'in-order',
      'late-filing',
      'no-tariff',
      'not-declared',
      'other-name',
      'provider-not-active',
      'rights-closed',
      'waiting-period',
      'wrong-total',
    ]);
  });

  it('has neighbours in the registry: numbers a digit off or with two exchanged, namesakes, siblings, providers', () => {
    for (const number of NUMBERS.slice(0, 40)) {
      const { records, household, provider } = anyClaim(number, DAY);
      const people = records.flatMap((record) => (record.type === 'person' ? [record] : []));
      const others = people.filter(
        ({ registrationNumber }) => registrationNumber !== household.registrationNumber,
      );
      const apart = (one: string, other: string): number =>
        Array.from(one).filter((digit, at) => digit !== other[at]).length;
      const distances = others.map((one) => apart(one.registrationNumber, household.registrationNumber));
      expect(distances).toContain(1);
      expect(
        others.some(({ name }) => name.family === household.family && name.given === household.given),
      ).toBe(true);
      const inpes = records.flatMap((record) => (record.type === 'provider' ? [record.inpe] : []));
      expect(inpes.map((inpe) => apart(inpe, provider.inpe))).toContain(1);
      expect(new Set(people.map(({ registrationNumber }) => registrationNumber)).size).toBe(people.length);
    }
  });
});

describe('a misread number', () => {
  it('differs in one digit, or in two that are exchanged', () => {
    const random = seededRandom(1);
    expect(otherDigit('123456789', random)).toMatch(/^\d{9}$/);
    expect(otherDigit('123456789', random)).not.toBe('123456789');
    expect(Array.from(exchangedDigits('123456789', random)).toSorted().join('')).toBe('123456789');
    expect(exchangedDigits('123456789', random)).not.toBe('123456789');
    expect(exchangedDigits('111111111', random)).not.toBe('111111111');
  });
});
