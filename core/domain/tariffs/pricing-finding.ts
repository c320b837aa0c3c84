import type { Finding } from '../adjudication/decision.ts';

/** A finding about one line; which line it is, the caller knows. */
export type PricingFinding = Omit<Finding, 'line'>;
