import { handle } from 'hono/aws-lambda';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Actor } from '../../../contexts/shared/access/actor.ts';
import { lambda } from '../lambda.ts';
import { createApiApp, type ApiEnv } from './api-app.ts';
import { throughSite, type SiteOrigin } from './through-site.ts';

/** An API as it is served: to requests that came through the site, and to no others. */
export function servedApp<A extends Actor>(
  app: OpenAPIHono<ApiEnv<A>>,
  origin: SiteOrigin,
): OpenAPIHono<ApiEnv<A>> {
  const served = createApiApp<A>();
  served.use(throughSite(origin));
  served.route('/', app);
  return served;
}

/** A function that serves an API behind CloudFront and API Gateway. */
export function apiLambda<A extends Actor>(app: OpenAPIHono<ApiEnv<A>>, origin: SiteOrigin) {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the package named in its place is not on the registry
  const serve = handle(servedApp(app, origin));
  return lambda((event: Parameters<typeof serve>[0]) => serve(event));
}
