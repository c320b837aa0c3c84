import {
  sendCode,
  type SendCodeOutcome,
  type SignInCodeDependencies,
} from '../../contexts/portal/use-cases/sign-in-codes.ts';
import type { SendSignInCode } from '../../contexts/portal/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count, type MetricName } from '../runtime/metrics.ts';

const METRIC_OF: Partial<Record<SendCodeOutcome, MetricName>> = {
  sent: 'SignInCodesSent',
  'no-room': 'SignInCodesWithoutRoom',
  'spare-sent': 'SignInCodesWithoutRoom',
  'not-delivered': 'SignInCodesNotDelivered',
};

/** Sends the code of a sign-in. The sign-in is in no log: whoever knows it can answer it. */
export function createHandler(dependencies: SignInCodeDependencies) {
  return async ({ flowId }: SendSignInCode): Promise<LogFields> => {
    const outcome = await sendCode(flowId, dependencies);
    const metric = METRIC_OF[outcome];
    if (metric !== undefined) count(metric);
    return { outcome };
  };
}
