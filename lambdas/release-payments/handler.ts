import {
  releasePayments,
  type ReleasePaymentsDependencies,
} from '../../contexts/payments/use-cases/release-payments.ts';
import type { ReleasePayments } from '../../contexts/payments/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: ReleasePaymentsDependencies) {
  return async (message: ReleasePayments): Promise<LogFields> => {
    const released = await releasePayments(message, dependencies);
    count('PaymentsReleased', released);
    return { outcome: message.kind, count: released };
  };
}
