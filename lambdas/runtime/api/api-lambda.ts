import { handle } from 'hono/aws-lambda';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Actor } from '../../../core/contracts/actor.ts';
import { lambda } from '../lambda.ts';
import type { ApiEnv } from './api-app.ts';

/** A function that serves an API behind API Gateway. */
export function apiLambda<A extends Actor>(app: OpenAPIHono<ApiEnv<A>>) {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the package named in its place is not on the registry
  const serve = handle(app);
  return lambda((event: Parameters<typeof serve>[0]) => serve(event));
}
