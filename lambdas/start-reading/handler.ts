import {
  startReading,
  type StartReadingDependencies,
} from '../../contexts/reading/use-cases/start-reading.ts';
import type { StartReading } from '../../contexts/reading/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: StartReadingDependencies) {
  return async (message: StartReading): Promise<LogFields> => {
    const outcome = await startReading(message, dependencies);
    if (outcome === 'throttled') count('TextractThrottled');
    if (outcome === 'quarantined') count('FilesQuarantined');
    return { fileId: message.fileId, channelId: message.channelId, outcome };
  };
}
