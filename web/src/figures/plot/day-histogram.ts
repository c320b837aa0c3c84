import * as Plot from '@observablehq/plot';
import type { DurationFigures } from '../../../../contexts/reporting/api/figures.ts';
import type { Surroundings } from './chart.tsx';

interface Words {
  readonly median: string;
  readonly p95: string;
  readonly target: string;
  /** Below the axis. */
  readonly days: string;
}

/** Days shown at least: with fewer, the target could not be seen. */
const FEWEST_DAYS = 12;
/** What took longer stands in the last bar. */
const MOST_DAYS = 30;

/** How many claims took how many days, with median, 95 % and target written at their days. */
export function dayHistogram(figures: DurationFigures, targetDays: number, words: Words) {
  return ({ isFromRight, locale }: Surroundings): Plot.PlotOptions => {
    const number = new Intl.NumberFormat(locale);
    const last = Math.min(Math.max(FEWEST_DAYS, ...figures.histogram.map(({ days }) => days)), MOST_DAYS);
    const bars = barsUpTo(figures, last);
    const top = Math.max(...bars.map(({ count }) => count), 1);
    const marks = [
      { days: Math.min(targetDays, last), word: words.target, row: 0 },
      ...(figures.medianDays === undefined
        ? []
        : [{ days: Math.min(figures.medianDays, last), word: words.median, row: 1 }]),
      ...(figures.p95Days === undefined
        ? []
        : [{ days: Math.min(figures.p95Days, last), word: words.p95, row: 2 }]),
    ];
    const isLate = (days: number): boolean => days > last / 2;
    return {
      height: 260,
      marginTop: 64,
      marginBottom: 40,
      ...(isFromRight ? { marginRight: 56, marginLeft: 12 } : { marginLeft: 56, marginRight: 12 }),
      x: {
        domain: [-0.5, last + 0.5],
        reverse: isFromRight,
        label: words.days,
        labelAnchor: 'center',
        labelArrow: 'none',
        ticks: Array.from({ length: last + 1 }, (_, days) => days).filter((days) => days % 3 === 0),
        tickFormat: (days: number) => (days === MOST_DAYS ? `≥ ${number.format(days)}` : number.format(days)),
      },
      y: {
        axis: isFromRight ? 'right' : 'left',
        grid: true,
        label: null,
        ticks: 4,
        tickFormat: (value: number) => (Number.isInteger(value) ? number.format(value) : ''),
      },
      marks: [
        Plot.rectY(bars, {
          x1: ({ days }: { days: number }) => days - 0.4,
          x2: ({ days }: { days: number }) => days + 0.4,
          y: 'count',
          fill: ({ days }: { days: number }) => (days <= targetDays ? 'var(--brand)' : 'url(#figures-hatch)'),
          stroke: 'var(--brand)',
          strokeWidth: 0.5,
        }),
        Plot.ruleY([0]),
        ...marks.flatMap(({ days, word, row }) => [
          Plot.ruleX([days + (row === 0 ? 0.5 : 0)], {
            stroke: 'var(--ink)',
            strokeDasharray: row === 0 ? '6,3' : '1,3',
            insetTop: -58 + row * 18,
          }),
          Plot.text([word], {
            x: days + (row === 0 ? 0.5 : 0),
            y: top,
            dy: -52 + row * 18,
            dx: isLate(days) === isFromRight ? 5 : -5,
            textAnchor: isLate(days) === isFromRight ? 'start' : 'end',
            fontWeight: '600',
          }),
        ]),
      ],
    };
  };
}

function barsUpTo({ histogram }: DurationFigures, last: number) {
  return Array.from({ length: last + 1 }, (_, days) => ({
    days,
    count: histogram.reduce(
      (sum, one) => (one.days === days || (days === last && one.days > last) ? sum + one.count : sum),
      0,
    ),
  }));
}
