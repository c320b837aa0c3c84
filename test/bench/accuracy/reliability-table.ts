import type { FieldEvidence } from '../../../contexts/rules/reading-signs.ts';
import type { FieldScore } from '../../support/field-accuracy.ts';
import type { Table } from '../group.ts';
import { percentText } from '../number-text.ts';
import type { Judgement } from './judgement.ts';

/** The weightiest first. */
const WITNESSES: readonly (readonly [FieldEvidence, string])[] = [
  ['REGISTRY', 'the registry'],
  ['CHECK_DIGITS', 'check digits'],
  ['BARCODE', 'a barcode'],
  ['SUM', 'the sum'],
  ['SECOND_LOOK', 'a second look'],
];
const ALONE = 'one reading alone';

const BANDS = [
  { name: '90 % and more', holds: (percent: number) => percent >= 90 },
  { name: '80 to 90 %', holds: (percent: number) => percent >= 80 && percent < 90 },
  { name: '60 to 80 %', holds: (percent: number) => percent >= 60 && percent < 80 },
  { name: 'below 60 %', holds: (percent: number) => percent < 60 },
] as const;

/** How often typed values were right, by what spoke for them and how sure the reading was: whether confidence means something. */
export function reliabilityTable(judgements: readonly Judgement[]): Table {
  const read = judgements
    .flatMap(({ scores }) => scores)
    .filter((score) => score.class === 'typed' && score.confidencePercent !== undefined);
  const witnesses = [...WITNESSES.map(([, name]) => name), ALONE];
  return {
    title: 'Reliability: how often a value was right, by its witness and its confidence',
    head: ['witness', 'confidence', 'without a doubt', 'right of these', 'with a doubt', 'right of these'],
    rows: witnesses.flatMap((witness) =>
      BANDS.flatMap(({ name, holds }) => {
        const own = read.filter(
          (score) => witnessOf(score) === witness && holds(score.confidencePercent ?? 0),
        );
        if (own.length === 0) return [];
        const [doubted = [], plain = []] = [true, false].map((isDoubted) =>
          own.filter((score) => score.isDoubted === isDoubted),
        );
        return [
          [witness, name, String(plain.length), rightOf(plain), String(doubted.length), rightOf(doubted)],
        ];
      }),
    ),
  };
}

function witnessOf({ evidence }: FieldScore): string {
  return WITNESSES.find(([witness]) => evidence.includes(witness))?.[1] ?? ALONE;
}

function rightOf(scores: readonly FieldScore[]): string {
  if (scores.length === 0) return '';
  return percentText(scores.filter(({ outcome }) => outcome === 'right').length / scores.length);
}
