/**
 * Fills that are told apart in colour, in grey and on paper: two full shades, then patterns. Never more series than these in one
 * chart.
 */
export const fills = [
  'var(--brand)',
  'url(#figures-hatch)',
  '#9cc7c1',
  'url(#figures-dots)',
  'url(#figures-grid)',
] as const;

export const fillOf = (index: number): string => fills[index % fills.length] ?? fills[0];
