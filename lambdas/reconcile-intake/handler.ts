import { countIntake, type CountDependencies } from '../../contexts/intake/use-cases/reconcile-intake.ts';
import type { UploadRef } from '../../contexts/claims/domain/scan-file.ts';
import { fileIdOf } from '../../contexts/intake/domain/receipt.ts';
import { describeError, logError, type LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export interface ReconcileDependencies extends CountDependencies {
  /** Announces an upload again, as S3 should have done. */
  readonly announce: (upload: UploadRef) => Promise<void>;
}

export function createHandler(dependencies: ReconcileDependencies) {
  return async (): Promise<LogFields> => {
    const failures: unknown[] = [];
    const notCounted = (channelId: string, error: unknown): void => {
      logError('CHANNEL_NOT_COUNTED', { channelId, ...describeError(error) });
      failures.push(error);
    };
    const counts = await countIntake({ ...dependencies, notCounted });
    for (const { channelId, missing } of counts) {
      for (const upload of missing) {
        logError('UPLOAD_MISSING', { channelId, fileId: fileIdOf(upload) });
        await dependencies.announce(upload);
      }
    }
    const received = counts.reduce((sum, channel) => sum + channel.received, 0);
    const missingCount = counts.reduce((sum, channel) => sum + channel.missing.length, 0);
    count('IntakeReceived', received);
    count('IntakeMissing', missingCount);
    if (failures.length > 0) throw failures[0];
    return { outcome: 'counted', count: received, missingCount };
  };
}
