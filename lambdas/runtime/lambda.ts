import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { powertoolsLogger } from './log.ts';
import { powertoolsMetrics } from './metrics.ts';

/** What every function has around it: clean log keys for each call, and its metrics written at the end. */
export function lambda<Event, Result>(handle: (event: Event, context: Context) => Promise<Result>) {
  return middy<Event, Result>()
    .use(injectLambdaContext(powertoolsLogger, { resetKeys: true, logEvent: false }))
    .use(logMetrics(powertoolsMetrics))
    .handler(handle);
}
