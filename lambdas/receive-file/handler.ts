import type { ObjectCreated } from '../../core/contracts/work-messages.ts';
import {
  receiveFile,
  type ReceiveFileDependencies,
  type ReceiveFileOutcome,
} from '../../core/application/receive-file.ts';
import { logError, type LogFields } from '../runtime/log.ts';
import type { Delivery } from '../runtime/queue-consumer.ts';
import { count, type MetricName } from '../runtime/metrics.ts';

/** A machine that is busy is slow now and then; a file that takes too long does so each time. */
const DELIVERIES_TO_INSPECT = 3;

const METRIC_OF: Partial<Record<ReceiveFileOutcome, MetricName>> = {
  accepted: 'FilesAccepted',
  duplicate: 'FilesDuplicate',
  quarantined: 'FilesQuarantined',
  'form-used': 'UploadFormsReused',
};

export function createHandler(dependencies: ReceiveFileDependencies) {
  return async ({ detail }: ObjectCreated, { deliveryCount }: Delivery): Promise<LogFields> => {
    const upload = {
      bucket: detail.bucket.name,
      key: detail.object.key,
      versionId: detail.object['version-id'] ?? '',
    };
    const isLastTry = deliveryCount >= DELIVERIES_TO_INSPECT;
    const received = await receiveFile(upload, { ...dependencies, isLastTry });
    for (const { outcome } of received) {
      const metric = METRIC_OF[outcome];
      if (metric !== undefined) count(metric);
    }
    for (const { outcome, ...ids } of received)
      if (outcome === 'form-used') logError('UPLOAD_FORM_REUSED', ids);
    const { fileId, outcome } = received.at(-1) ?? {};
    return { fileId, outcome };
  };
}
