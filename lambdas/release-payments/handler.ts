import {
  releasePayments,
  type ReleasePaymentsDependencies,
} from '../../core/application/payments/release-payments.ts';
import type { ReleasePayments } from '../../core/contracts/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: ReleasePaymentsDependencies) {
  return async (message: ReleasePayments): Promise<LogFields> => {
    const released = await releasePayments(message, dependencies);
    count('PaymentsReleased', released);
    return { outcome: message.kind, count: released };
  };
}
