import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { linkageModel } from '../../contexts/registration/domain/linkage/model.ts';
import type { BenchGroup, Figure, GroupResult, Report, Table } from './group.ts';
import { FEBRL_SETS, fetchFebrl, writeFebrl } from './linkage/febrl.ts';
import { judgeLinks, type LinkJudgement } from './linkage/judge-links.ts';
import { writeLabelledList } from './linkage/labelled-list.ts';
import { runLinkage, type LinkageRun } from './linkage/run-linkage.ts';
import { HOLD_OUT_SEED } from './linkage/seeds.ts';

const LEAST_PRECISION_PERCENT = 99.9;

/**
 * Record linkage: how right and how fast the people of a list are linked who have no number in common, on invented households as
 * dirty as life whose truth is known, and on the public FEBRL sets.
 */
export const linkageGroup: BenchGroup = {
  name: 'linkage',
  run: async ({ report, linkagePeople }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'milaf-linkage-'));
    try {
      return await measure(folder, linkagePeople, report);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

interface Measured {
  readonly name: string;
  readonly lines: number;
  readonly run: LinkageRun;
  readonly judgement: LinkJudgement;
}

async function measure(folder: string, people: number, report: Report): Promise<GroupResult> {
  report(`linkage: ${people} people of invented households`);
  const persons = await writeLabelledList(folder, 'HOUSEHOLDS', HOLD_OUT_SEED, people);
  const households = await link(folder, 'HOUSEHOLDS', 'invented households', persons);
  const febrl = await measureFebrl(folder, report);
  const all = [households, ...febrl.measured];
  return {
    figures: [...all.flatMap(figuresOf), ...speedOf(households)],
    tables: [tableOf(all), speedTable(households)],
    notes: [
      `Merges are automatic links from ${linkageModel.thresholds.sameBits} bits on; referred: possible or disputed, a person decides. Weights: ${linkageModel.id}.`,
      'The invented households are of a seed that neither weights nor thresholds were chosen by.',
      ...febrl.notes,
    ],
    details: all,
  };
}

async function link(folder: string, listId: string, name: string, persons: Int32Array): Promise<Measured> {
  const lines = persons.length - 1;
  const run = await runLinkage(folder, listId, lines);
  const judgement = await judgeLinks(folder, listId, run.unitCount, persons);
  return { name, lines, run, judgement };
}

async function measureFebrl(
  folder: string,
  report: Report,
): Promise<{ readonly measured: readonly Measured[]; readonly notes: readonly string[] }> {
  report('linkage: FEBRL');
  const found = await fetchFebrl();
  if ('reason' in found) return { measured: [], notes: [`FEBRL skipped: ${found.reason}.`] };
  const measured: Measured[] = [];
  const invalids: string[] = [];
  for (const set of FEBRL_SETS) {
    const listId = set.name.replace(' ', '');
    const { persons, invalid } = await writeFebrl(set, found.folder, folder, listId);
    measured.push(await link(folder, listId, set.name, persons));
    invalids.push(`${set.name}: ${invalid}`);
  }
  return {
    measured,
    notes: [
      `FEBRL: weights and thresholds are those of the households, not of these sets. Lines without a name or a possible birth date are invalid and in no figure (${invalids.join(', ')}).`,
    ],
  };
}

const percent = (part: number, whole: number): number =>
  whole === 0 ? 100 : Number(((100 * part) / whole).toFixed(3));

const precisionOf = ({ merges, wrongMerges }: LinkJudgement): number => percent(merges - wrongMerges, merges);

function figuresOf({ name, judgement }: Measured): readonly Figure[] {
  const { mergedRight, found, repetitions, referredRight, referred } = judgement;
  return [
    {
      name: `${name}: precision of merges %`,
      value: precisionOf(judgement),
      target: { atLeast: LEAST_PRECISION_PERCENT },
    },
    { name: `${name}: recall of merges %`, value: percent(mergedRight, repetitions) },
    { name: `${name}: recall of merges and referred %`, value: percent(found, repetitions) },
    { name: `${name}: precision of referred %`, value: percent(referredRight, referred) },
  ];
}

const speedOf = ({ run, lines }: Measured): readonly Figure[] => [
  { name: 'linkage: lines a second', value: Math.round(lines / run.seconds) },
  { name: 'linkage: pairs compared', value: run.pairsCompared },
  { name: 'linkage: pairs skipped at the most', value: run.pairsSkipped },
  { name: 'linkage: peak memory MB', value: Math.round(run.peakMegabytes) },
  { name: 'linkage: peak disk MB', value: Math.round(run.peakDiskMegabytes) },
  { name: 'linkage: pairs compared a line', value: Number((run.pairsCompared / lines).toFixed(2)) },
];

const tableOf = (all: readonly Measured[]): Table => ({
  title: 'Record linkage: how right',
  head: [
    'set',
    'lines',
    'repetitions',
    'merges',
    'wrong',
    'precision %',
    'recall %',
    'with referred %',
    'referred',
    'of them right %',
  ],
  rows: all.map(({ name, lines, judgement }) => {
    const { repetitions, merges, wrongMerges, mergedRight, found, referred, referredRight } = judgement;
    const recalls = [percent(mergedRight, repetitions), percent(found, repetitions)];
    return [
      name,
      ...[lines, repetitions, merges, wrongMerges, precisionOf(judgement), ...recalls, referred].map(String),
      String(percent(referredRight, referred)),
    ];
  }),
});

const speedTable = ({ run, lines }: Measured): Table => ({
  title: 'Record linkage: how fast (invented households)',
  head: [
    'lines',
    'seconds',
    'lines a second',
    'pairs compared',
    'pairs skipped at the most',
    'processor seconds',
    'peak memory MB',
    'peak disk MB',
  ],
  rows: [
    [
      lines,
      run.seconds.toFixed(1),
      Math.round(lines / run.seconds),
      run.pairsCompared,
      run.pairsSkipped,
      Math.round(run.processorSeconds),
      Math.round(run.peakMegabytes),
      Math.round(run.peakDiskMegabytes),
    ].map(String),
  ],
});
