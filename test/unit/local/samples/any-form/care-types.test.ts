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
import { claimFactsOf } from '../../../../bench/accuracy/claim-facts.ts';
import { RegistryLookup } from '../../../../bench/accuracy/registry-lookup.ts';
import { trueForm } from '../../../../bench/accuracy/true-form.ts';
import { truthFieldsSchema } from '../../../../support/field-accuracy.ts';
import { looksAtWords } from '../../../../support/looks-at-words.ts';
import { documentOfPages } from '../../../../support/recognised-document.ts';

const DAY = '2026-11-20';
const samples = Array.from({ length: 80 }, (_, seed) =>
  anyFormSample(seed, { half: 'build', day: DAY, careTypes: true }),
);
const rules = currentRuleBook();

/** What is decided of a form that is read without a fault. */
function endOf({ id, claim, perfectPages }: AnyFormSample) {
  const document = documentOfPages(perfectPages);
  const lookup = new RegistryLookup(claim.records);
  const draft = draftReading(document);
  const witnesses = { ...noWitnesses, registry: lookup.factsOf(registryKeysOf(draft)).facts };
  const wanted = looksWanted(draft, witnesses, linesToConfirm(rules, 'textract', DAY));
  const secondLooks = looksAtWords(document, wanted);
  const { forms, pageRoles } = settleReading(draft, { ...witnesses, secondLooks });
  const [form] = forms;
  if (form === undefined) throw new Error(`${id} has no form`);
  const facts = { form, pageRoles, ocrEngine: 'textract', claim: claimFactsOf(id, DAY) } as const;
  return { form, decision: adjudicate(lookup.adjudicationInput(facts)) };
}

describe('a form that asks for the kind of care', () => {
  it('has one box ticked of four, an accident now and then', () => {
    for (const { claim, truths } of samples) {
      const boxes = truths.flatMap(({ checkBoxes }) =>
        checkBoxes.filter(({ name }) => name.startsWith('type_soins.')),
      );
      expect(boxes).toHaveLength(4);
      expect(boxes.filter(({ selected }) => selected)).toHaveLength(1);
      expect(claim.careType).toBeDefined();
    }
    const accidents = samples.filter(({ claim }) => claim.careType === 'accident').length;
    expect(accidents).toBeGreaterThan(10);
    expect(accidents).toBeLessThan(40);
  });

  it('ends as it must by the rules, where it is read right', () => {
    for (const { id, claim, meant } of samples) {
      const form = trueForm(truthFieldsSchema.parse(meant));
      const facts = {
        form,
        pageRoles: ['care-form'],
        ocrEngine: 'textract',
        claim: claimFactsOf(id, DAY),
      } as const;
      const { outcome, paidCentimes } = adjudicate(
        new RegistryLookup(claim.records).adjudicationInput(facts),
      );
      expect([id, outcome, paidCentimes]).toEqual([id, claim.expected.outcome, claim.expected.paidCentimes]);
    }
  });

  it('pays nothing of an accident, and calls nothing else one', () => {
    const ends = samples.map((sample) => ({ ...sample, ...endOf(sample) }));
    const isAccident = ({ claim }: AnyFormSample): boolean => claim.careType === 'accident';
    const paid = ends.filter((end) => isAccident(end) && end.decision.paidCentimes > 0);
    const wrongly = ends.filter((end) => !isAccident(end) && end.form.careType?.value === 'accident');
    expect([...paid, ...wrongly].map(({ id }) => id)).toEqual([]);
  });

  it('is drawn of the half alone that the reader is built with', () => {
    expect(() => anyFormSample(0, { half: 'test', day: DAY, careTypes: true })).toThrow(RangeError);
  });
});
