import * as Plot from '@observablehq/plot';
import type { Surroundings } from './chart.tsx';
import { dayNames } from './day-name.ts';

export interface DayShare {
  /** ISO date. */
  readonly day: string;
  /** 0 to 100; days without one are left out of the line. */
  readonly percent: number | undefined;
}

/** A share over days, with the last one written at its end. */
export function lineByDay(shares: readonly DayShare[]) {
  return ({ isFromRight, locale }: Surroundings): Plot.PlotOptions => {
    const nameOf = dayNames(locale);
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
    const points = shares.flatMap(({ day, percent: value }) =>
      value === undefined ? [] : [{ at: new Date(day), value, text: percent.format(value / 100) }],
    );
    const days = shares.map(({ day }) => new Date(day));
    const last = points.at(-1);
    return {
      height: 220,
      marginTop: 16,
      ...(isFromRight ? { marginRight: 56, marginLeft: 48 } : { marginLeft: 56, marginRight: 48 }),
      x: {
        type: 'utc',
        domain: [days[0] ?? new Date(), days.at(-1) ?? new Date()],
        reverse: isFromRight,
        label: null,
        ticks: 6,
        tickFormat: (day: Date) => nameOf(day),
      },
      y: {
        axis: isFromRight ? 'right' : 'left',
        domain: [0, 100],
        grid: true,
        label: null,
        ticks: 5,
        tickFormat: (value: number) => percent.format(value / 100),
      },
      marks: [
        Plot.ruleY([0]),
        Plot.lineY(points, { x: 'at', y: 'value', stroke: 'var(--brand)', strokeWidth: 2 }),
        Plot.dot(points, { x: 'at', y: 'value', fill: 'var(--brand)', r: 3 }),
        ...(last === undefined
          ? []
          : [
              Plot.text([last], {
                x: 'at',
                y: 'value',
                text: 'text',
                textAnchor: isFromRight ? 'end' : 'start',
                dx: isFromRight ? -8 : 8,
                fontWeight: '600',
              }),
            ]),
      ],
    };
  };
}
