import * as z from 'zod';

/** What a request is answered with when it cannot be done (RFC 9457), in words for whoever wrote the client. */
export const problemSchema = z
  .object({
    /** What a client may act on; the page has a sentence for each. */
    code: z.string(),
    title: z.string(),
    status: z.int(),
    /** What is wrong with which part of the request. */
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;

/** A request that cannot be done, for a reason that the person may see. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 422 | 429 | 503;
  readonly code: string;
  readonly faults: Problem['faults'];

  /**
   * @param code in capitals, for the client
   * @param title says it in English and holds nothing personal
   * @param faults which parts of the request it is about
   */
  constructor(status: ApiProblem['status'], code: string, title: string, faults?: Problem['faults']) {
    super(title);
    this.status = status;
    this.code = code;
    this.faults = faults;
  }
}
