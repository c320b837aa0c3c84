import { chanceRightPercent } from '../../../contexts/reading/domain/reading-chance.ts';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';
import type { FieldScore } from '../../support/field-accuracy.ts';
import type { Table } from '../group.ts';
import { percentText } from '../number-text.ts';
import type { Judgement } from './judgement.ts';

/** Of the rule book's chances, in per cent; each band ends where the one before it begins. */
const BANDS = [99.5, 98, 95, 90, 70, 40, 0] as const;
const BAR_LENGTH = 25;

/** The engine that reads the scans of the benchmark. */
const ENGINE = 'tesseract';

/** Whether the fitted chances mean what they say: what they promise of typed fields, and how many were right. */
export function calibrationTable(judgements: readonly Judgement[]): Table {
  const model = currentRuleBook().data.readingChances.find(({ engine }) => engine === ENGINE);
  const fields = judgements
    .flatMap(({ scores }) => scores)
    .flatMap((score) => {
      const { confidencePercent } = score;
      if (model === undefined || score.class !== 'typed' || confidencePercent === undefined) return [];
      return [{ score, chancePercent: chanceRightPercent({ ...score, confidencePercent }, model) }];
    });
  return {
    title: 'Calibration: the chance that the rule book gives, and how often values were right',
    head: ['chance', 'fields', 'promised', 'right', ''],
    rows: BANDS.flatMap((from, at) => {
      const below = BANDS[at - 1] ?? 101;
      const own = fields.filter(({ chancePercent }) => chancePercent >= from && chancePercent < below);
      if (own.length === 0) return [];
      const promised = own.reduce((sum, { chancePercent }) => sum + chancePercent, 0) / own.length / 100;
      const right = own.filter(({ score }) => isRight(score)).length / own.length;
      return [
        [
          below > 100 ? `${from} % and more` : `${from} to ${below} %`,
          String(own.length),
          percentText(promised),
          percentText(right),
          '█'.repeat(Math.round(right * BAR_LENGTH)),
        ],
      ];
    }),
  };
}

function isRight({ outcome }: FieldScore): boolean {
  return outcome === 'right';
}
