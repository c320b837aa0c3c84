import type { Figure, Table } from '../group.ts';
import { percentText } from '../number-text.ts';
import type { FieldScore } from '../../support/field-accuracy.ts';
import type { Judgement, PaymentVerdict } from './judgement.ts';

/** Shares of fields that are right, and what became of the others, over some pages. */
export interface FieldFigures {
  readonly pages: number;
  readonly formsFound: number;
  readonly typedFields: number;
  readonly typedRight: number;
  /** Typed fields whose words OCR read right where they stand. */
  readonly typedRead: number;
  readonly typedRightOfRead: number;
  readonly typedRightOfPerfect: number;
  readonly textRight: number;
  readonly tickedRight: number;
  readonly rightButDoubted: number;
  readonly missing: number;
  readonly doubted: number;
  readonly silent: number;
}

export function fieldFigures(judgements: readonly Judgement[]): FieldFigures {
  const scores = judgements.flatMap((one) => one.scores);
  const typed = scores.filter(isTyped);
  const typedRead = judgements.flatMap(({ scores: own, readByOcr }) =>
    own.filter((score) => isTyped(score) && readByOcr.has(score.field)),
  );
  const count = (outcome: FieldScore['outcome']): number =>
    scores.filter((score) => score.outcome === outcome).length;
  return {
    pages: judgements.length,
    formsFound: judgements.filter(({ formsFound }) => formsFound === 1).length,
    typedFields: typed.length,
    typedRight: shareRight(typed),
    typedRead: typedRead.length,
    typedRightOfRead: shareRight(typedRead),
    typedRightOfPerfect: shareRight(judgements.flatMap(({ perfectScores }) => perfectScores).filter(isTyped)),
    textRight: shareRight(scores.filter((score) => score.class === 'text')),
    tickedRight: shareRight(scores.filter((score) => score.class === 'ticked')),
    rightButDoubted: typed.filter((score) => score.outcome === 'right' && score.isDoubted).length,
    missing: count('missing'),
    doubted: count('doubted'),
    silent: count('silent'),
  };
}

const isTyped = (score: FieldScore): boolean => score.class === 'typed';

/** NaN where there is no field. */
function shareRight(scores: readonly FieldScore[]): number {
  return scores.filter(({ outcome }) => outcome === 'right').length / scores.length;
}

export function fieldTable(sets: ReadonlyMap<string, readonly Judgement[]>): Table {
  return {
    title: 'Fields: from the scan to the form',
    head: [
      'scans',
      'pages',
      'one form found',
      'typed fields',
      'typed right',
      'read by OCR',
      'right of these',
      'right with perfect OCR',
      'names right',
      'ticks right',
      'right but doubted',
      'missing',
      'wrong, doubted',
      'wrong, silent',
    ],
    rows: [...sets].map(([set, judgements]) => {
      const figures = fieldFigures(judgements);
      return [
        set,
        String(figures.pages),
        String(figures.formsFound),
        String(figures.typedFields),
        percentText(figures.typedRight),
        String(figures.typedRead),
        percentText(figures.typedRightOfRead),
        percentText(figures.typedRightOfPerfect),
        percentText(figures.textRight),
        percentText(figures.tickedRight),
        String(figures.rightButDoubted),
        String(figures.missing),
        String(figures.doubted),
        String(figures.silent),
      ];
    }),
  };
}

const VERDICTS = [
  'right',
  'right-in-part',
  'referred',
  'incomplete',
  'rightly-refused',
  'refused-wrongly',
  'wrong',
] as const satisfies readonly PaymentVerdict[];

function isPayable({ truePaidCentimes }: Judgement): boolean {
  return truePaidCentimes > 0;
}

export function countVerdict(judgements: readonly Judgement[], verdict: PaymentVerdict): number {
  return judgements.filter((one) => one.verdict === verdict).length;
}

export function paymentTable(sets: ReadonlyMap<string, readonly Judgement[]>): Table {
  return {
    title: 'Money: what was decided from the scan, against the truth',
    head: [
      'scans',
      'claims',
      'truth pays',
      'paid right',
      'paid right in part',
      'referred',
      'incomplete',
      'refused rightly',
      'refused wrongly',
      'PAID WRONGLY',
    ],
    rows: [...sets].map(([set, judgements]) => [
      set,
      String(judgements.length),
      String(judgements.filter(isPayable).length),
      ...VERDICTS.map((verdict) => String(countVerdict(judgements, verdict))),
    ]),
  };
}

const TRUE_OUTCOMES = ['approved', 'rejected', 'referred', 'partly-referred'] as const;

/** What became of the claims that the truth approves, rejects and refers: from the scan, and with perfect OCR. */
export function outcomeTable(sets: ReadonlyMap<string, readonly Judgement[]>): Table {
  return {
    title: 'Claims: decided without a person, of those that the truth decides so',
    head: [
      'scans',
      'approved',
      'rejected',
      'left to a person rightly',
      'approved, perfect OCR',
      'rejected, perfect OCR',
    ],
    rows: [...sets].map(([set, judgements]) => {
      const ofTruth = Map.groupBy(judgements, ({ trueOutcome }) => trueOutcome);
      const [approved = [], rejected = [], whole = [], part = []] = TRUE_OUTCOMES.map(
        (outcome) => ofTruth.get(outcome) ?? [],
      );
      const referred = [...whole, ...part];
      const share = (own: readonly Judgement[], isDone: (one: Judgement) => boolean): string =>
        `${own.filter(isDone).length} of ${own.length}`;
      return [
        set,
        share(approved, ({ verdict }) => verdict === 'right'),
        share(rejected, ({ verdict }) => verdict === 'rightly-refused'),
        share(
          referred,
          ({ verdict, decision }) =>
            verdict === 'referred' ||
            verdict === 'incomplete' ||
            (verdict !== 'wrong' && decision?.outcome === 'partly-referred'),
        ),
        share(approved, ({ perfectVerdict }) => perfectVerdict === 'right'),
        share(rejected, ({ perfectVerdict }) => perfectVerdict === 'rightly-refused'),
      ];
    }),
  };
}

/** What reading costs. */
export function effortTable(sets: ReadonlyMap<string, readonly Judgement[]>): Table {
  return {
    title: 'Effort of reading',
    head: [
      'scans',
      'claims',
      'pages',
      'OCR calls a claim',
      'registry read units a claim',
      'milliseconds a page, without OCR',
    ],
    rows: [...sets].map(([set, judgements]) => {
      const sum = (of: (one: Judgement) => number): number =>
        judgements.reduce((total, one) => total + of(one), 0);
      const pages = sum((one) => one.pages);
      const perClaim = (total: number): string => (total / judgements.length).toFixed(2);
      return [
        set,
        String(judgements.length),
        String(pages),
        perClaim(sum(({ ocrCalls }) => ocrCalls)),
        perClaim(sum(({ readUnits }) => readUnits)),
        (sum(({ milliseconds }) => milliseconds) / pages).toFixed(1),
      ];
    }),
  };
}

/** Fields that are wrong without a doubt: the reader must learn of each of them. The people on the scans are invented. */
export function silentErrorTable(judgements: readonly Judgement[]): Table {
  return {
    title: 'Silent errors',
    head: ['scan', 'field', 'printed', 'read as', 'what was decided'],
    rows: judgements.flatMap(({ sample, scores, verdict }) =>
      scores
        .filter(({ outcome }) => outcome === 'silent')
        .map(({ field, expected, actual }) => [sample.id, field, expected, actual ?? '', verdict]),
    ),
  };
}

export function accuracyFigures(judgements: readonly Judgement[]): readonly Figure[] {
  const fields = fieldFigures(judgements);
  return [
    { name: 'typed fields right end to end, share', value: fields.typedRight, target: { atLeast: 0.95 } },
    {
      name: 'typed fields right where OCR read them, share',
      value: fields.typedRightOfRead,
      target: { atLeast: 0.97 },
    },
    {
      name: 'typed fields right with perfect OCR, share',
      value: fields.typedRightOfPerfect,
      target: { atLeast: 0.97 },
    },
    { name: 'silent errors', value: fields.silent },
    { name: 'wrong payments', value: countVerdict(judgements, 'wrong'), target: { atMost: 0 } },
    { name: 'wrong refusals', value: countVerdict(judgements, 'refused-wrongly'), target: { atMost: 0 } },
    {
      name: 'wrong payments with perfect OCR',
      value: judgements.filter(({ perfectVerdict }) => perfectVerdict === 'wrong').length,
      target: { atMost: 0 },
    },
    {
      name: 'payable claims paid right without a person, share',
      value: countVerdict(judgements, 'right') / judgements.filter(isPayable).length,
    },
    { name: 'claims paid right', value: countVerdict(judgements, 'right') },
    { name: 'claims paid right in part', value: countVerdict(judgements, 'right-in-part') },
    {
      name: 'claims left to a person',
      value: countVerdict(judgements, 'referred') + countVerdict(judgements, 'incomplete'),
    },
  ];
}
