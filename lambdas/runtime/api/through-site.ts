import type { MiddlewareHandler } from 'hono';
import type { ApiEnv } from './api-app.ts';
import { ApiProblem } from './problem.ts';

/** What CloudFront adds to each request to the API; it overwrites what a client sends under this name. */
const ORIGIN_HEADER = 'x-milaf-origin';

/** Whether a request came through the site. */
export interface SiteOrigin {
  admits(shown: string): Promise<boolean>;
}

/** Refuses requests that reach the API beside CloudFront, where nothing limits how many there are and who they say they are. */
export function throughSite(origin: SiteOrigin): MiddlewareHandler<ApiEnv> {
  return async (context, next) => {
    if (!(await origin.admits(context.req.header(ORIGIN_HEADER) ?? '')))
      throw new ApiProblem(403, 'NOT_THROUGH_SITE', 'Use the address of the site.');
    await next();
  };
}
