import * as Plot from '@observablehq/plot';
import type { Surroundings } from './chart.tsx';
import { fillOf } from './shades.ts';

export interface RowValue {
  readonly row: string;
  readonly series: string;
  readonly value: number;
}

/** One bar for each row, its series side by side on it, and its name and sum written at it. */
export function rowsOfBars(values: readonly RowValue[], series: readonly string[]) {
  return ({ isFromRight, locale }: Surroundings): Plot.PlotOptions => {
    const rows = [...new Set(values.map(({ row }) => row))];
    const number = new Intl.NumberFormat(locale);
    const sums = rows.map((row) => ({
      row,
      sum: values.reduce((sum, one) => (one.row === row ? sum + one.value : sum), 0),
    }));
    const start = isFromRight ? 'end' : 'start';
    return {
      height: rows.length * 46 + 12,
      marginTop: 4,
      marginBottom: 4,
      ...(isFromRight ? { marginRight: 4, marginLeft: 64 } : { marginLeft: 4, marginRight: 64 }),
      x: { axis: null, reverse: isFromRight, domain: [0, Math.max(...sums.map(({ sum }) => sum), 1)] },
      y: { axis: null, domain: rows, padding: 0 },
      marks: [
        ...series.map((_, index) =>
          Plot.barX(stackedAcross(values, series, index), {
            y: 'row',
            x1: 'from',
            x2: 'until',
            insetTop: 22,
            insetBottom: 5,
            fill: fillOf(index),
            stroke: 'var(--brand)',
            strokeWidth: 0.5,
          }),
        ),
        Plot.text(sums, {
          y: 'row',
          x: 0,
          text: 'row',
          textAnchor: start,
          dy: -12,
          dx: isFromRight ? -2 : 2,
        }),
        Plot.text(sums, {
          y: 'row',
          x: 'sum',
          text: ({ sum }: { sum: number }) => number.format(sum),
          textAnchor: start,
          fontWeight: '600',
          dy: 9,
          dx: isFromRight ? -6 : 6,
        }),
      ],
    };
  };
}

function stackedAcross(values: readonly RowValue[], series: readonly string[], index: number) {
  const before = new Set(series.slice(0, index));
  return values
    .filter((one) => one.series === series[index] && one.value > 0)
    .map(({ row, value }) => {
      const from = values.reduce(
        (sum, other) => (other.row === row && before.has(other.series) ? sum + other.value : sum),
        0,
      );
      return { row, from, until: from + value };
    });
}
