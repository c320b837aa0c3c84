import * as Plot from '@observablehq/plot';
import type { Surroundings } from './chart.tsx';
import { dayNames } from './day-name.ts';
import { fillOf } from './shades.ts';

export interface DayValue {
  /** ISO date. */
  readonly day: string;
  readonly series: string;
  readonly value: number;
}

/** As many numbers as can stand above bars without touching. */
const MOST_LABELLED = 16;

/** Stacked bars for each day, with the day's sum above where there is room. */
export function barsByDay(values: readonly DayValue[], series: readonly string[]) {
  return ({ width, isFromRight, locale }: Surroundings): Plot.PlotOptions => {
    const days = [...new Set(values.map(({ day }) => day))];
    const number = new Intl.NumberFormat(locale);
    const nameOf = dayNames(locale);
    const sums = days.map((day) => ({
      day,
      sum: values.reduce((sum, one) => (one.day === day ? sum + one.value : sum), 0),
    }));
    const everyNth = Math.ceil(days.length / Math.max(Math.floor(width / 56), 1));
    return {
      height: 260,
      marginTop: 24,
      ...(isFromRight ? { marginRight: 56, marginLeft: 12 } : { marginLeft: 56, marginRight: 12 }),
      x: {
        type: 'band',
        domain: days,
        reverse: isFromRight,
        label: null,
        ticks: days.filter((_, index) => index % everyNth === 0),
        tickFormat: (day: string) => nameOf(new Date(day)),
      },
      y: {
        axis: isFromRight ? 'right' : 'left',
        grid: true,
        label: null,
        ticks: 5,
        tickFormat: (value: number) => (Number.isInteger(value) ? number.format(value) : ''),
      },
      marks: [
        ...series.map((_, index) =>
          Plot.barY(stackedFrom(values, series, index), {
            x: 'day',
            y1: 'from',
            y2: 'until',
            fill: fillOf(index),
            stroke: 'var(--brand)',
            strokeWidth: 0.5,
          }),
        ),
        Plot.ruleY([0]),
        ...(days.length <= MOST_LABELLED
          ? [
              Plot.text(
                sums.filter(({ sum }) => sum > 0),
                { x: 'day', y: 'sum', text: ({ sum }: { sum: number }) => number.format(sum), dy: -8 },
              ),
            ]
          : []),
      ],
    };
  };
}

/** Where the bars of one series begin and end on those of the series before it. */
export function stackedFrom(values: readonly DayValue[], series: readonly string[], index: number) {
  const below = new Set(series.slice(0, index));
  return values
    .filter((one) => one.series === series[index])
    .map(({ day, value }) => {
      const from = values.reduce(
        (sum, other) => (other.day === day && below.has(other.series) ? sum + other.value : sum),
        0,
      );
      return { day, from, until: from + value };
    });
}
