import * as z from 'zod';
import {
  notifyPerson,
  type NotifyPersonDependencies,
  type NotifyPersonOutcome,
} from '../../contexts/messaging/use-cases/notify-person.ts';
import {
  tellInsured,
  type TellInsuredDependencies,
  type TellInsuredOutcome,
} from '../../contexts/portal/use-cases/tell-insured.ts';
import { claimEventSchema, ownFileEventSchema } from '../../contexts/events/events.ts';
import { ProviderUnavailableError } from '../../contexts/shared/ports/sms-sender.ts';
import type { LogFields } from '../runtime/log.ts';
import { count, type MetricName } from '../runtime/metrics.ts';

/** An event of a claim, or of what an insured person changed of their own file, as EventBridge delivers it. */
export const toldEventSchema = z.object({ detail: z.union([claimEventSchema, ownFileEventSchema]) });

const METRIC_OF: Partial<Record<NotifyPersonOutcome | TellInsuredOutcome, MetricName>> = {
  sent: 'SmsSent',
  skipped: 'SmsSkipped',
};

export function createHandler(dependencies: NotifyPersonDependencies & TellInsuredDependencies) {
  const tell = async (
    detail: z.output<typeof toldEventSchema>['detail'],
  ): Promise<LogFields & { readonly outcome: NotifyPersonOutcome | TellInsuredOutcome }> => {
    // The id of an event about a person holds the person's number, which belongs in no log.
    if ('registrationNumber' in detail) return { outcome: await tellInsured(detail, dependencies) };
    const { claimId, eventId } = detail;
    return { claimId, eventId, outcome: await notifyPerson(detail, dependencies) };
  };
  return async ({ detail }: z.output<typeof toldEventSchema>): Promise<LogFields> => {
    try {
      const told = await tell(detail);
      const metric = METRIC_OF[told.outcome];
      if (metric !== undefined) count(metric);
      return told;
    } catch (error) {
      if (error instanceof ProviderUnavailableError) count('SmsDelayed');
      throw error;
    }
  };
}
