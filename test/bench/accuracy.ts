import { accuracyFigures, fieldTable, paymentTable, silentErrorTable } from './accuracy/accuracy-tables.ts';
import type { AccuracySample } from './accuracy/accuracy-sample.ts';
import { degradedScans, OWN_SETS } from './accuracy/degraded-scans.ts';
import { judge, type Judgement } from './accuracy/judgement.ts';
import { PAGES_AT_ONCE, withLocalReader } from './accuracy/local-reader.ts';
import { RegistryLookup } from './accuracy/registry-lookup.ts';
import { sharedScans } from './accuracy/shared-scans.ts';
import type { BenchGroup, BenchOptions, GroupResult } from './group.ts';
import { figureTable } from './number-text.ts';

/** How much of a scan is read right with the local OCR engine, and above all: whether money goes wrong by what is not. */
export const accuracyGroup: BenchGroup = { name: 'accuracy', run: measure };

async function measure({ report, today, scansPerKind }: BenchOptions): Promise<GroupResult> {
  const samples: AccuracySample[] = [...sharedScans()];
  const hasShared = samples.length > 0;
  if (!hasShared) report('accuracy: ../shared/data/scans is not there: own scans only');
  report('accuracy: drawing degraded scans');
  for await (const sample of degradedScans(scansPerKind, today)) samples.push(sample);
  const judgements = await judgeAll(samples, report);
  const bySet = Map.groupBy(judgements, ({ sample }) => sample.set);
  const sets = new Map(
    ['shared', ...OWN_SETS]
      .map((set) => [set, bySet.get(set) ?? []] as const)
      .filter(([, own]) => own.length > 0),
  );
  const withAll = new Map([...sets, ['all', judgements] as const]);
  const figures = accuracyFigures(judgements);
  return {
    figures,
    tables: [
      figureTable(`Accuracy on ${judgements.length} scanned pages`, figures),
      fieldTable(withAll),
      paymentTable(withAll),
      silentErrorTable(judgements),
    ],
    notes: [
      hasShared
        ? 'shared: scans that this project did not make; their registry is made up of what is printed on them.'
        : 'Skipped: the scans of ../shared/data/scans, which are not there.',
      'Typed: numbers, dates, codes, amounts. A claim is paid wrongly where amount, person, beneficiary, scheme or account are not what the true form gives.',
      ...judgements.filter(isToLookAt).map(describeJudgement),
    ],
    details: judgements.map(rawJudgement),
  };
}

async function judgeAll(
  samples: readonly AccuracySample[],
  report: BenchOptions['report'],
): Promise<readonly Judgement[]> {
  const registry = new RegistryLookup(samples.flatMap(({ records }) => records));
  return withLocalReader(async (read) => {
    const judgements: Judgement[] = [];
    for (let start = 0; start < samples.length; start += PAGES_AT_ONCE) {
      const batch = samples.slice(start, start + PAGES_AT_ONCE);
      const readings = await Promise.all(
        batch.map(async (sample) => judge(sample, await read(sample.bytes), registry)),
      );
      judgements.push(...readings);
      report(`accuracy: ${judgements.length} of ${samples.length} pages read`);
    }
    return judgements;
  });
}

function isToLookAt({ verdict }: Judgement): boolean {
  return verdict === 'wrong' || verdict === 'refused-wrongly';
}

/** Samples show invented people only, so what was read may be shown. */
function describeJudgement({ sample, verdict, decision, truth, scores }: Judgement): string {
  const wrong = scores
    .filter(({ outcome }) => outcome !== 'right')
    .map(
      ({ field, outcome, expected, actual }) => `${field} ${outcome}: ${expected} read as ${actual ?? '-'}`,
    );
  return `${verdict === 'wrong' ? 'PAID WRONGLY' : 'REFUSED WRONGLY'}: ${sample.id} (${sample.set}): ${decision?.paidCentimes ?? 0} centimes and not ${truth.paidCentimes}; ${wrong.join('; ')}`;
}

function rawJudgement({ sample, formsFound, scores, decision, truth, verdict }: Judgement): object {
  return {
    id: sample.id,
    set: sample.set,
    formsFound,
    verdict,
    outcome: decision?.outcome,
    paidCentimes: decision?.paidCentimes,
    truePaidCentimes: truth.paidCentimes,
    doubts: decision?.findings
      .filter(({ kind }) => kind !== 'signal')
      .map(({ code, field }) => [code, field]),
    notRight: scores.filter(({ outcome }) => outcome !== 'right'),
  };
}
