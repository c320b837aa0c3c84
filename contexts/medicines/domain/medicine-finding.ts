import type { Finding } from '#claims';

/** A finding about one medicine of a claim; which line it is, the caller knows. */
export type MedicineFinding = Omit<Finding, 'line'>;
