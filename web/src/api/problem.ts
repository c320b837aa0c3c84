import type { components } from './schema.d.ts';

/** Why the API, or the way to it, could not do what it was asked. */
export type Problem = components['schemas']['Problem'];

export const isProblem = (fault: unknown): fault is Problem =>
  typeof fault === 'object' && fault !== null && 'code' in fault && typeof fault.code === 'string';

/** Any fault as a problem: what is none comes of our own program. */
export const problemOf = (fault: unknown): Problem =>
  isProblem(fault) ? fault : { code: 'PAGE_FAILED', title: 'The page failed.', status: 0 };
