import { randomUUID } from 'node:crypto';
import {
  tellRegistered,
  type TellRegisteredDependencies,
} from '../../contexts/messaging/use-cases/tell-registered.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: Omit<TellRegisteredDependencies, 'holder'>) {
  return async (): Promise<LogFields> => {
    const { ended, sent, skipped } = await tellRegistered({ ...dependencies, holder: randomUUID() });
    count('RegistrationSmsSent', sent);
    count('RegistrationSmsSkipped', skipped);
    if (ended === 'provider-unavailable') count('RegistrationSmsDelayed');
    if (ended === 'paused') count('RegistrationSmsPaused');
    return { outcome: ended, count: sent };
  };
}
