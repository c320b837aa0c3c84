import type { Finding } from '#claims';

/** A finding about one line; which line it is, the caller knows. */
export type PricingFinding = Omit<Finding, 'line'>;
