import { isMet, type Figure, type Table, type Target } from './group.ts';

/** A number as people read it: three significant digits below 100, whole above; a dash where there is none. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Number.isInteger(value)) return value.toLocaleString('en-GB');
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumFractionDigits: 8 });
}

/** A share of 0 to 1 as a percentage with one decimal. */
export function percentText(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '-';
}

export function targetText(target: Target | undefined): string {
  if (target === undefined) return '';
  return 'atMost' in target ? `≤ ${numberText(target.atMost)}` : `≥ ${numberText(target.atLeast)}`;
}

export function verdictText({ value, target }: Pick<Figure, 'value' | 'target'>): string {
  if (target === undefined) return '';
  return isMet(value, target) ? 'met' : 'MISSED';
}

/** Figures one below the other, with their targets. */
export function figureTable(title: string, figures: readonly Figure[]): Table {
  return {
    title,
    head: ['figure', 'value', 'target', ''],
    rows: figures.map((figure) => [
      figure.name,
      numberText(figure.value),
      targetText(figure.target),
      verdictText(figure),
    ]),
  };
}
