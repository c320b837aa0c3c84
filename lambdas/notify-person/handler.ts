import * as z from 'zod';
import {
  notifyPerson,
  type NotifyPersonDependencies,
  type NotifyPersonOutcome,
} from '../../core/application/notify-person.ts';
import { claimEventSchema } from '../../core/contracts/events.ts';
import { ProviderUnavailableError } from '../../core/ports/services.ts';
import type { LogFields } from '../runtime/log.ts';
import { count, type MetricName } from '../runtime/metrics.ts';

/** A claim's event as EventBridge delivers it. */
export const toldEventSchema = z.object({ detail: claimEventSchema });

const METRIC_OF: Partial<Record<NotifyPersonOutcome, MetricName>> = {
  sent: 'SmsSent',
  skipped: 'SmsSkipped',
};

export function createHandler(dependencies: NotifyPersonDependencies) {
  return async ({ detail }: z.output<typeof toldEventSchema>): Promise<LogFields> => {
    try {
      const outcome = await notifyPerson(detail, dependencies);
      const metric = METRIC_OF[outcome];
      if (metric !== undefined) count(metric);
      return { claimId: detail.claimId, eventId: detail.eventId, outcome };
    } catch (error) {
      if (error instanceof ProviderUnavailableError) count('SmsDelayed');
      throw error;
    }
  };
}
