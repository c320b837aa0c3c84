import { fillOf } from './shades.ts';

/** Which fill is which series, in the order of the series. */
export function Legend({ series }: { readonly series: readonly string[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="figure-legend" aria-hidden>
      {series.map((name, index) => (
        <li key={name}>
          <svg width={22} height={14} focusable={false}>
            <rect x={0.5} y={0.5} width={21} height={13} fill={fillOf(index)} stroke="var(--brand)" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
