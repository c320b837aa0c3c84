import { isDeepStrictEqual } from 'node:util';
import { adjudicate } from '../../contexts/adjudication/domain/adjudicate.ts';
import type { CareForm, CareFormAct } from '../../contexts/reading/domain/care-form.ts';
import { randomClaim } from '../../local/samples/random/random-claim.ts';
import { seededRandom } from '../../local/samples/random.ts';
import { truthFieldsSchema } from '../support/field-accuracy.ts';
import { claimFactsOf } from './accuracy/claim-facts.ts';
import { verdictOf, type PaymentVerdict } from './accuracy/judgement.ts';
import { MISREADS, type Misread } from './accuracy/misread.ts';
import { RegistryLookup } from './accuracy/registry-lookup.ts';
import { trueForm } from './accuracy/true-form.ts';
import type { BenchGroup, Figure, GroupResult } from './group.ts';

const CLAIMS = 400;
const FIRST_SEED = 20_000;

/**
 * What a misread that nobody notices would do: one fact of a form is changed, everything is said to be read for sure, and the
 * claim is decided. Shows which facts have no second witness on the form or in the registry, whatever OCR is used.
 */
export const misreadsGroup: BenchGroup = {
  name: 'misreads',
  run: ({ today, report }) => {
    report(`misreads: ${CLAIMS} claims, ${MISREADS.length} misreads each`);
    return Promise.resolve(measure(today));
  },
};

function measure(today: string): GroupResult {
  const verdicts = MISREADS.map(({ name }) => ({ name, of: new Map<PaymentVerdict, number>() }));
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CLAIMS; seed += 1) {
    const decide = deciderOf(seed, today);
    for (const [index, misread] of MISREADS.entries()) {
      const verdict = decide(misread);
      const counts = verdicts[index]?.of;
      if (verdict !== undefined) counts?.set(verdict, (counts.get(verdict) ?? 0) + 1);
    }
  }
  const count = (name: string, verdict: PaymentVerdict): number =>
    verdicts.find((one) => one.name === name)?.of.get(verdict) ?? 0;
  const figures = MISREADS.map(({ name }): Figure => ({
    name: `${name} misread: wrong payments of ${CLAIMS} claims`,
    value: count(name, 'wrong'),
  }));
  const columns = ['referred', 'incomplete', 'refused-wrongly', 'right', 'right-in-part', 'wrong'] as const;
  return {
    figures,
    tables: [
      {
        title: `What one misread would do that nobody notices (${CLAIMS} claims)`,
        head: [
          'misread',
          'referred',
          'incomplete',
          'refused wrongly',
          'paid right',
          'paid right in part',
          'PAID WRONGLY',
        ],
        rows: MISREADS.map(({ name }) => [name, ...columns.map((verdict) => String(count(name, verdict)))]),
      },
    ],
    notes: [
      'Each misread comes with full confidence and without a doubt, which no OCR gives to all of its errors: the last column says what rests on confidence alone.',
    ],
  };
}

function deciderOf(seed: number, today: string): (misread: Misread) => PaymentVerdict | undefined {
  const { fields, records, provider } = randomClaim(seed, today);
  const registry = new RegistryLookup([...records, provider]);
  const claim = claimFactsOf(`misread-${seed}`, today);
  const decide = (form: CareForm) =>
    adjudicate(
      registry.adjudicationInput({
        form,
        pageRoles: ['care-form'],
        ocrEngine: 'tesseract',
        claim,
      }),
    );
  const printed = truthFieldsSchema.parse(fields);
  const right = trueForm(printed);
  const truth = decide(right);
  const random = seededRandom(seed);
  return (misread) => {
    const changed = misread.of(printed, random);
    return changed && verdictOf(decide(withoutSecondReading(trueForm(changed), right)), truth);
  };
}

/** A second look reads what stands there: it bears out what was read right, and not what was misread. */
function withoutSecondReading(form: CareForm, right: CareForm): CareForm {
  const values = (act: CareFormAct | undefined) =>
    act &&
    [act.keyLetter, act.coefficientHundredths, act.quantity, act.billedCentimes].map((one) => one?.value);
  return {
    ...form,
    acts: form.acts.map((act, index) =>
      isDeepStrictEqual(values(act), values(right.acts[index])) ? act : readOnce(act),
    ),
  };
}

function readOnce(act: CareFormAct): CareFormAct {
  const { keyLetter, coefficientHundredths: coefficient } = act;
  return {
    ...act,
    keyLetter: keyLetter && { ...keyLetter, evidence: undefined },
    coefficientHundredths: coefficient && { ...coefficient, evidence: undefined },
  };
}
