import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import { linesToConfirm } from '../../../../contexts/adjudication/domain/confirmed-values.ts';
import type { Decision } from '../../../../contexts/claims/domain/decision.ts';
import type { CareForm, FileReading } from '../../../../contexts/reading/domain/care-form.ts';
import {
  draftReading,
  looksWanted,
  registryKeysOf,
  settleReading,
} from '../../../../contexts/reading/domain/read-file.ts';
import { noWitnesses } from '../../../../contexts/reading/domain/witnesses.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { anyFormSample, type AnyFormSample } from '../../../../local/samples/any-form/any-form-sample.ts';
import { seededRandom } from '../../../../local/samples/random.ts';
import type { PageTruth } from '../../../../local/samples/truth.ts';
import { claimFactsOf } from '../../../bench/accuracy/claim-facts.ts';
import { verdictOf, type PaymentVerdict } from '../../../bench/accuracy/judgement.ts';
import { RegistryLookup } from '../../../bench/accuracy/registry-lookup.ts';
import { trueForm } from '../../../bench/accuracy/true-form.ts';
import { WORD_MISREADS } from '../../../bench/accuracy/word-misread.ts';
import { scoreFields, truthFieldsSchema } from '../../../support/field-accuracy.ts';
import { looksAtWords } from '../../../support/looks-at-words.ts';
import { documentOfTruths } from '../../../support/recognised-document.ts';

const DAY = '2026-11-20';
/** Apart from the claims that the benchmarks read. */
const FIRST_SEED = 300_000;
const CLAIMS = 40;
const MISREAD_CLAIMS = 60;

/** Labels of hardly two forms name them alike, and no decision rests on them. */
const DECIDES_NOTHING: ReadonlySet<string> = new Set(['dossier', 'pieces_jointes']);

interface Judged {
  readonly sample: AnyFormSample;
  readonly reading: FileReading;
  /** Undefined where no form was found: the file goes to a person. */
  readonly decision: Decision | undefined;
  readonly verdict: PaymentVerdict;
}

/** Reads the words of a claim, a second time where it is wanted and right then, and decides it on the day it is handed in. */
function judge(sample: AnyFormSample, pages: readonly PageTruth[]): Judged {
  const document = documentOfTruths(pages);
  const registry = new RegistryLookup(sample.claim.records);
  const draft = draftReading(document);
  const { facts } = registry.factsOf(registryKeysOf(draft));
  const witnesses = { ...noWitnesses, registry: facts };
  const wanted = looksWanted(draft, witnesses, linesToConfirm(currentRuleBook(), 'textract', DAY));
  const secondLooks = looksAtWords(documentOfTruths(sample.truths), wanted);
  const reading = settleReading(draft, { ...witnesses, secondLooks });
  const { pageRoles, forms } = reading;
  const claim = claimFactsOf(sample.id, DAY);
  const decide = (form: CareForm, roles: FileReading['pageRoles']): Decision =>
    adjudicate(registry.adjudicationInput({ form, pageRoles: roles, ocrEngine: 'textract', claim }));
  const [form] = forms;
  const decision = form && decide(form, pageRoles);
  const truth = decide(trueForm(truthFieldsSchema.parse(sample.meant)), ['care-form']);
  return { sample, reading, decision, verdict: verdictOf(decision, truth) };
}

/** What is wrong with a decision: money that should not be paid, or a refusal of what should be paid. */
const faultsOf = (judged: readonly Judged[]): readonly string[] =>
  judged
    .filter(({ verdict }) => verdict === 'wrong' || verdict === 'refused-wrongly')
    .map(({ sample, verdict }) => `${sample.id} is ${verdict} (${sample.claim.claimCase})`);

function samplesOf(first: number, count: number): readonly AnyFormSample[] {
  return Array.from({ length: count }, (_, index) =>
    anyFormSample(first + index, { half: 'test', day: DAY }),
  );
}

describe('forms of random structure whose words are read right', () => {
  const judged = samplesOf(FIRST_SEED, CLAIMS).map((sample) => judge(sample, sample.truths));

  it('give one form each', () => {
    for (const { sample, reading } of judged)
      expect([sample.id, reading.forms.length]).toEqual([sample.id, 1]);
  });

  it('give at least 97 % of the numbers, days and amounts that decide a claim', () => {
    const scores = judged.flatMap(({ sample, reading }) =>
      scoreFields(truthFieldsSchema.parse(sample.fields), reading.forms[0]).filter(
        (score) => score.class === 'typed' && !DECIDES_NOTHING.has(score.field),
      ),
    );
    const right = scores.filter(({ outcome }) => outcome === 'right');
    expect(scores.length).toBeGreaterThan(10 * CLAIMS);
    expect(right.length / scores.length).toBeGreaterThanOrEqual(0.97);
  });

  it('lead to no wrong payment and no wrong refusal', () => {
    expect(faultsOf(judged)).toEqual([]);
  });

  it('lead to a payment without a person more often than not', () => {
    const paid = judged.filter(({ decision }) => (decision?.paidCentimes ?? 0) > 0);
    expect(paid.length).toBeGreaterThan(CLAIMS / 2);
  });
});

describe('one misread word on a form of random structure', () => {
  it('leads to no wrong payment and no wrong refusal', () => {
    const judged = samplesOf(FIRST_SEED + CLAIMS, MISREAD_CLAIMS).flatMap((sample, index) => {
      const misread = WORD_MISREADS[index % WORD_MISREADS.length]!;
      const pages = misread.of(sample, seededRandom(index));
      return pages === undefined ? [] : [judge(sample, pages)];
    });
    expect(judged.length).toBeGreaterThan(MISREAD_CLAIMS / 2);
    expect(faultsOf(judged)).toEqual([]);
  });
});
