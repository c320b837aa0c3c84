import {
  accuracyFigures,
  effortTable,
  fieldTable,
  outcomeTable,
  paymentTable,
  silentErrorTable,
} from './accuracy/accuracy-tables.ts';
import type { AccuracySample } from './accuracy/accuracy-sample.ts';
import { calibrationTable } from './accuracy/calibration-table.ts';
import { degradedScans } from './accuracy/degraded-scans.ts';
import { generatedScans } from './accuracy/generated-scans.ts';
import { judgeAll } from './accuracy/judge-all.ts';
import type { Judgement } from './accuracy/judgement.ts';
import { reliabilityTable } from './accuracy/reliability-table.ts';
import { sharedLayouts } from './accuracy/shared-layouts.ts';
import { sharedScans } from './accuracy/shared-scans.ts';
import type { BenchGroup, BenchOptions, GroupResult } from './group.ts';
import { figureTable } from './number-text.ts';

/** How much of a scan is read right with the local OCR engine, and above all: whether money goes wrong by what is not. */
export const accuracyGroup: BenchGroup = { name: 'accuracy', run: measure };

/** Sets in classes, for the figures of each. */
const CLASSES = [
  { name: 'known layouts', holds: (set: string) => set === 'shared scans' || set.startsWith('own ') },
  { name: 'generated, test half', holds: (set: string) => set.startsWith('test ') },
  { name: 'shared layouts', holds: (set: string) => set.startsWith('layout ') },
] as const;

async function measure(options: BenchOptions): Promise<GroupResult> {
  const { report, today, scansPerKind, generatedClaims } = options;
  const shared = [...sharedScans(), ...sharedLayouts()];
  const samples: AccuracySample[] = [...shared];
  if (shared.length === 0) report('accuracy: ../shared/data is not there: own scans only');
  report('accuracy: drawing degraded scans');
  for await (const sample of degradedScans(scansPerKind, today)) samples.push(sample);
  report(`accuracy: drawing ${generatedClaims} claims on forms of random structure`);
  for await (const sample of generatedScans({ half: 'test', count: generatedClaims })) samples.push(sample);
  const judgements = await judgeAll(samples, report);
  const bySet = Map.groupBy(judgements, ({ sample }) => sample.set);
  const sets = new Map([...bySet].toSorted(([one], [other]) => one.localeCompare(other)));
  for (const { name, holds } of CLASSES) {
    const own = judgements.filter(({ sample }) => holds(sample.set));
    if (own.length > 0) sets.set(`all ${name}`, own);
  }
  const figures = [
    ...accuracyFigures(judgements),
    ...CLASSES.flatMap(({ name, holds }) => {
      const own = judgements.filter(({ sample }) => holds(sample.set));
      return accuracyFigures(own).map((figure) => ({
        name: `${name}: ${figure.name}`,
        value: figure.value,
        target: figure.target,
      }));
    }).filter(({ value }) => !Number.isNaN(value)),
  ];
  return {
    figures,
    tables: [
      figureTable(`Accuracy on ${judgements.length} scanned files`, figures),
      fieldTable(sets),
      outcomeTable(sets),
      paymentTable(sets),
      effortTable(sets),
      reliabilityTable(judgements),
      calibrationTable(judgements.filter(({ sample }) => sample.set.startsWith('test '))),
      silentErrorTable(judgements),
    ],
    notes: [
      shared.length > 0
        ? 'shared scans, layout …: scans that this project did not make; the registry of the first is made up of what is printed on them.'
        : 'Skipped: the scans of ../shared/data, which are not there.',
      'test …: claims on forms of random structure, whose wordings, fonts and structures nothing was built with; by family of structure. Their registry holds neighbours: numbers a digit off, namesakes, brothers and sisters.',
      'Typed: numbers, dates, codes, amounts. A claim is paid wrongly where amount, person, beneficiary, scheme or account are not what the true form gives.',
      ...judgements.filter(isToLookAt).map(describeJudgement),
    ],
    details: judgements.map(rawJudgement),
  };
}

function isToLookAt({ verdict, perfectVerdict }: Judgement): boolean {
  return [verdict, perfectVerdict].some((one) => one === 'wrong' || one === 'refused-wrongly');
}

/** Samples show invented people only, so what was read may be shown. */
function describeJudgement(judgement: Judgement): string {
  const { sample, verdict, decision, truePaidCentimes } = judgement;
  const isOfScan = verdict === 'wrong' || verdict === 'refused-wrongly';
  const scores = isOfScan ? judgement.scores : judgement.perfectScores;
  const kind = isOfScan ? verdict : judgement.perfectVerdict;
  const wrong = scores
    .filter(({ outcome }) => outcome !== 'right')
    .map(
      ({ field, outcome, expected, actual }) => `${field} ${outcome}: ${expected} read as ${actual ?? '-'}`,
    );
  return `${kind === 'wrong' ? 'PAID WRONGLY' : 'REFUSED WRONGLY'}${isOfScan ? '' : ' with perfect OCR'}: ${sample.id} (${sample.set}): ${decision?.paidCentimes ?? 0} centimes and not ${truePaidCentimes}; ${wrong.join('; ')}`;
}

function rawJudgement(judgement: Judgement): object {
  const { sample, formsFound, scores, perfectScores, decision, trueOutcome, truePaidCentimes } = judgement;
  const { verdict, perfectVerdict, readByOcr } = judgement;
  return {
    id: sample.id,
    set: sample.set,
    formsFound,
    verdict,
    perfectVerdict,
    outcome: decision?.outcome,
    paidCentimes: decision?.paidCentimes,
    trueOutcome,
    truePaidCentimes,
    doubts: decision?.findings
      .filter(({ kind }) => kind !== 'signal')
      .map(({ code, field }) => [code, field]),
    notRight: scores
      .filter(({ outcome }) => outcome !== 'right')
      .map((score) => ({ ...score, wasReadByOcr: readByOcr.has(score.field) })),
    notRightOfPerfect: perfectScores.filter(({ outcome }) => outcome !== 'right'),
  };
}
