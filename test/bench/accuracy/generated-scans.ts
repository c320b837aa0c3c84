/** ISO date on which generated claims are handed in: one day for all runs, so that a scan that was read once need not be read again. */
export const GENERATED_ON = '2026-11-20';
