/** Ranges as deployed stages cut them. */
export const RANGE_SETTINGS = {
  maxRangeLines: 1_000,
  maxRangeBytes: 256 * 1024,
  maxListLines: 20_000_000,
} as const;
