import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { Context } from 'aws-lambda';
import { powertoolsLogger } from './log.ts';
import { powertoolsMetrics } from './metrics.ts';

/** A call that counted nothing is a usual one: powertools would write a warning about each into the log. */
const publishMetrics = (): void => {
  if (powertoolsMetrics.hasStoredMetrics()) powertoolsMetrics.publishStoredMetrics();
};

/** What every function has around it: clean log keys for each call, and its metrics written at the end, failed or not. */
export function lambda<Event, Result>(handle: (event: Event, context: Context) => Promise<Result>) {
  return middy<Event, Result>()
    .use(injectLambdaContext(powertoolsLogger, { resetKeys: true, logEvent: false }))
    .use({ after: publishMetrics, onError: publishMetrics })
    .handler(handle);
}
