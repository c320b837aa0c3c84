import { randomUUID } from 'node:crypto';
import {
  sendRegistrationSms,
  type SendRegistrationSmsDependencies,
} from '../../contexts/messaging/use-cases/send-registration-sms.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: Omit<SendRegistrationSmsDependencies, 'holder'>) {
  return async (): Promise<LogFields> => {
    const { ended, sent, skipped } = await sendRegistrationSms({ ...dependencies, holder: randomUUID() });
    count('RegistrationSmsSent', sent);
    count('RegistrationSmsSkipped', skipped);
    if (ended === 'provider-unavailable') count('RegistrationSmsDelayed');
    if (ended === 'paused') count('RegistrationSmsPaused');
    return { outcome: ended, count: sent };
  };
}
