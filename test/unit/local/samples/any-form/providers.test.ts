import { describe, expect, it } from 'vitest';
import { adjudicate } from '../../../../../contexts/adjudication/domain/adjudicate.ts';
import { linesToConfirm } from '../../../../../contexts/adjudication/domain/confirmed-values.ts';
import {
  draftReading,
  looksWanted,
  registryKeysOf,
  settleReading,
} from '../../../../../contexts/reading/domain/read-file.ts';
import { noWitnesses } from '../../../../../contexts/reading/domain/witnesses.ts';
import { currentRuleBook } from '../../../../../contexts/rules/rule-book.ts';
import { anyFormSample, type AnyFormSample } from '../../../../../local/samples/any-form/any-form-sample.ts';
import { claimWithProviders } from '../../../../../local/samples/any-form/claim/claim-with-providers.ts';
import { claimFactsOf } from '../../../../bench/accuracy/claim-facts.ts';
import { RegistryLookup } from '../../../../bench/accuracy/registry-lookup.ts';
import { trueForm } from '../../../../bench/accuracy/true-form.ts';
import { truthFieldsSchema } from '../../../../support/field-accuracy.ts';
import { looksAtWords } from '../../../../support/looks-at-words.ts';
import { documentOfPages } from '../../../../support/recognised-document.ts';

const DAY = '2026-11-20';
const HALVES = ['build', 'test'] as const;
const samples = HALVES.flatMap((half) =>
  Array.from({ length: 30 }, (_, seed) => anyFormSample(seed, { half, day: DAY, providers: true })),
);
const claims = Array.from({ length: 200 }, (_, number) => claimWithProviders(number, DAY));

const rowsOf = ({ meant: { actes } }: AnyFormSample) => actes;

const rules = currentRuleBook();

/** What is decided of a form that is read without a fault. */
function endOf({ id, claim, perfectPages }: AnyFormSample) {
  const document = documentOfPages(perfectPages);
  const lookup = new RegistryLookup(claim.records);
  const draft = draftReading(document);
  const witnesses = { ...noWitnesses, registry: lookup.factsOf(registryKeysOf(draft)).facts };
  const secondLooks = looksAtWords(
    document,
    looksWanted(draft, witnesses, linesToConfirm(rules, 'textract', DAY)),
  );
  const { forms, pageRoles } = settleReading(draft, { ...witnesses, secondLooks });
  const [form] = forms;
  if (form === undefined) throw new Error(`${id} has no form`);
  const decision = adjudicate(
    lookup.adjudicationInput({ form, pageRoles, ocrEngine: 'textract', claim: claimFactsOf(id, DAY) }),
  );
  return { form, decision };
}

describe('a claim whose form names several providers', () => {
  it('is the same for the same seed, and another one than with one provider', () => {
    const options = { half: 'build', day: DAY } as const;
    expect(anyFormSample(0, { ...options, providers: true }).truths).toEqual(samples[0]?.truths);
    expect(anyFormSample(0, options).claim.household.registrationNumber).not.toBe(
      samples[0]?.claim.household.registrationNumber,
    );
  });

  it('has acts of two or three providers, of both sectors and several specialties', () => {
    const providersOf = claims.map(
      ({ acts, provider }) => new Set(acts.map((act) => (act.provider ?? provider).inpe)).size,
    );
    expect(Math.min(...providersOf)).toBe(2);
    expect(Math.max(...providersOf)).toBe(3);
    const others = claims.flatMap(({ acts }) => acts.flatMap(({ provider }) => provider ?? []));
    expect(new Set(others.map(({ sector }) => sector))).toEqual(new Set(['PRIVATE', 'PUBLIC']));
    expect(new Set(others.map(({ specialty }) => specialty)).size).toBeGreaterThan(3);
  });

  it('has the number of each further provider in his row, and that of the form in its rows or nowhere', () => {
    for (const sample of samples) {
      const { claim, design } = sample;
      expect(rowsOf(sample).map(({ inpe }) => inpe)).toEqual(
        claim.acts.map(({ provider }) =>
          provider === undefined && design.table.isOwnInpeLeftOut === true
            ? undefined
            : (provider ?? claim.provider).inpe,
        ),
      );
    }
  });

  it('comes to what each row is worth at its own provider, by the rules too', () => {
    for (const { id, claim, meant } of samples) {
      const form = trueForm(truthFieldsSchema.parse(meant));
      const { outcome, paidCentimes } = adjudicate(
        new RegistryLookup(claim.records).adjudicationInput({
          form,
          pageRoles: ['care-form'],
          ocrEngine: 'textract',
          claim: claimFactsOf(id, DAY),
        }),
      );
      const { expected } = claim;
      const isPart = outcome === 'partly-referred';
      expect([id, claim.claimCase, outcome, paidCentimes]).toEqual([
        id,
        claim.claimCase,
        isPart && expected.orPartly !== undefined ? outcome : expected.outcome,
        isPart ? expected.orPartly?.paidCentimes : expected.paidCentimes,
      ]);
    }
  });

  it('is read row by row, and never paid otherwise than it should be', { timeout: 60_000 }, () => {
    let right = 0;
    let ended = 0;
    const built = samples.filter(({ half }) => half === 'build');
    for (const sample of built) {
      const { expected, acts, provider } = sample.claim;
      const { form, decision } = endOf(sample);
      const isPart = decision.outcome === 'partly-referred';
      const most = Math.max(expected.paidCentimes, expected.orPartly?.paidCentimes ?? 0);
      const mayBe = isPart && decision.paidCentimes < most ? decision.paidCentimes : most;
      expect([sample.id, [0, mayBe]]).toEqual([sample.id, expect.arrayContaining([decision.paidCentimes])]);
      const read = form.acts.map(({ inpe }) => inpe?.value ?? form.inpe?.value);
      const isRight = acts.every((act, row) => read[row] === (act.provider ?? provider).inpe);
      if (isRight) right += 1;
      if (decision.outcome === expected.outcome || (isPart && expected.orPartly !== undefined)) ended += 1;
    }
    expect(right / built.length).toBeGreaterThanOrEqual(0.95);
    expect(ended / built.length).toBeGreaterThanOrEqual(0.9);
  });
});
