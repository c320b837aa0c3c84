import { adjudicate } from '../../contexts/adjudication/domain/adjudicate.ts';
import { anyFormSample } from '../../local/samples/any-form/any-form-sample.ts';
import { seededRandom } from '../../local/samples/random.ts';
import { documentOfTruths } from '../support/recognised-document.ts';
import { truthFieldsSchema } from '../support/field-accuracy.ts';
import { looksAtWords } from '../support/looks-at-words.ts';
import { claimFactsOf } from './accuracy/claim-facts.ts';
import { GENERATED_ON } from './accuracy/generated-scans.ts';
import { verdictOf, type PaymentVerdict } from './accuracy/judgement.ts';
import { readClaims } from './accuracy/read-claims.ts';
import { RegistryLookup } from './accuracy/registry-lookup.ts';
import { trueForm } from './accuracy/true-form.ts';
import { WORD_MISREADS, type WordMisread } from './accuracy/word-misread.ts';
import type { BenchGroup, BenchOptions, Figure, GroupResult } from './group.ts';

/** Apart from the claims that are scanned. */
const FIRST_SEED = 100_000;
const REPORT_EVERY = 1_000;
const WRONG_SHOWN = 40;

/**
 * What one misread word does that OCR is sure of, on forms of random structure: their words are known without drawing them,
 * so that thousands can be read. One misread a claim, in turns; the registry holds the neighbours that a misread may find. Every
 * other claim of a kind is looked at again.
 */
export const wordMisreadsGroup: BenchGroup = { name: 'word-misreads', run: measure };

async function measure({ report, misreadClaims }: BenchOptions): Promise<GroupResult> {
  report(`word-misreads: ${misreadClaims} claims, ${WORD_MISREADS.length} kinds of misread in turns`);
  const counts = WORD_MISREADS.map(() => new Map<PaymentVerdict, number>());
  const wrong: string[] = [];
  for (let number = 0; number < misreadClaims; number += 1) {
    const kind = number % WORD_MISREADS.length;
    const misread = WORD_MISREADS[kind];
    if (misread === undefined) continue;
    // Each kind in turns with a second look and without.
    const isLookedAgain = Math.floor(number / WORD_MISREADS.length) % 2 === 0;
    const judged = await judgeMisread(FIRST_SEED + number, misread, isLookedAgain);
    if (judged === undefined) continue;
    const { verdict, id } = judged;
    const own = counts[kind];
    own?.set(verdict, (own.get(verdict) ?? 0) + 1);
    if (verdict === 'wrong' || verdict === 'refused-wrongly')
      wrong.push(`${verdict}: ${id}, ${misread.name}${isLookedAgain ? ', looked at again' : ''}`);
    if ((number + 1) % REPORT_EVERY === 0) report(`word-misreads: ${number + 1} claims read`);
  }
  const total = (verdict: PaymentVerdict): number =>
    counts.reduce((sum, one) => sum + (one.get(verdict) ?? 0), 0);
  const figures: readonly Figure[] = [
    { name: 'claims with a misread word: wrong payments', value: total('wrong'), target: { atMost: 0 } },
    {
      name: 'claims with a misread word: refused wrongly',
      value: total('refused-wrongly'),
      target: { atMost: 0 },
    },
    { name: 'claims with a misread word: left to a person', value: total('referred') + total('incomplete') },
    { name: 'claims with a misread word: paid right all the same', value: total('right') },
  ];
  const columns = [
    'right',
    'right-in-part',
    'rightly-refused',
    'referred',
    'incomplete',
    'refused-wrongly',
    'wrong',
  ] as const;
  return {
    figures,
    tables: [
      {
        title: `What one misread word does that OCR is sure of (${misreadClaims} claims)`,
        head: [
          'misread',
          'claims',
          'paid right',
          'paid right in part',
          'refused rightly',
          'referred',
          'incomplete',
          'refused wrongly',
          'PAID WRONGLY',
        ],
        rows: WORD_MISREADS.map(({ name }, index) => {
          const own = counts[index] ?? new Map<PaymentVerdict, number>();
          const claims = [...own.values()].reduce((sum, one) => sum + one, 0);
          return [name, String(claims), ...columns.map((verdict) => String(own.get(verdict) ?? 0))];
        }),
      },
    ],
    notes: wrong.slice(0, WRONG_SHOWN),
    details: wrong,
  };
}

/** Undefined where the form gives no chance for the misread. */
async function judgeMisread(
  seed: number,
  misread: WordMisread,
  isLookedAgain: boolean,
): Promise<{ readonly verdict: PaymentVerdict; readonly id: string } | undefined> {
  const sample = anyFormSample(seed, { half: 'build', day: GENERATED_ON });
  const pages = misread.of(sample, seededRandom(seed));
  if (pages === undefined) return undefined;
  const document = documentOfTruths(pages);
  const registry = new RegistryLookup(sample.claim.records);
  const claim = claimFactsOf(sample.id, GENERATED_ON);
  const { reading } = await readClaims({
    document,
    ocrEngine: 'textract',
    registry,
    day: GENERATED_ON,
    // It reads what stands on the paper: the misread is chance.
    lookAgain: isLookedAgain ? (looks) => looksAtWords(documentOfTruths(sample.truths), looks) : undefined,
  });
  const { forms, pageRoles } = reading;
  const [form] = forms;
  const decision =
    form && adjudicate(registry.adjudicationInput({ form, pageRoles, ocrEngine: 'textract', claim }));
  const truth = adjudicate(
    registry.adjudicationInput({
      form: trueForm(truthFieldsSchema.parse(sample.meant)),
      pageRoles: ['care-form'],
      ocrEngine: 'textract',
      claim,
    }),
  );
  return { verdict: verdictOf(decision, truth), id: sample.id };
}
