import type { ObjectCreated } from '../../contexts/shared/records/object-created.ts';
import { receiveEvidence, type ReceivedEvidence } from '../../contexts/portal/use-cases/receive-evidence.ts';
import {
  receiveFile,
  type ReceivedFile,
  type ReceiveFileDependencies,
  type ReceiveFileOutcome,
} from '../../contexts/intake/use-cases/receive-file.ts';
import { logError, type LogFields } from '../runtime/log.ts';
import type { Delivery } from '../runtime/queue-consumer.ts';
import { count, type MetricName } from '../runtime/metrics.ts';

/** A machine that is busy is slow now and then; a file that takes too long does so each time. */
const DELIVERIES_TO_INSPECT = 3;

const METRIC_OF: Partial<Record<ReceiveFileOutcome, MetricName>> = {
  accepted: 'FilesAccepted',
  duplicate: 'FilesDuplicate',
  quarantined: 'FilesQuarantined',
};

export interface ReceiveFileHandlerDependencies extends ReceiveFileDependencies {
  /** Where documents of the portal are put, with forms like those of channels. */
  readonly evidenceBucket: string;
}

export function createHandler({ evidenceBucket, ...dependencies }: ReceiveFileHandlerDependencies) {
  return async ({ detail }: ObjectCreated, { deliveryCount }: Delivery): Promise<LogFields> => {
    const upload = {
      bucket: detail.bucket.name,
      key: detail.object.key,
      versionId: detail.object['version-id'] ?? '',
    };
    if (upload.bucket === evidenceBucket) {
      const received = await receiveEvidence(upload, dependencies);
      reportReuse(received);
      return { fileId: received.fileId, outcome: received.outcome };
    }
    const isLastTry = deliveryCount >= DELIVERIES_TO_INSPECT;
    const received = await receiveFile(upload, { ...dependencies, isLastTry });
    for (const { outcome } of received) {
      const metric = METRIC_OF[outcome];
      if (metric !== undefined) count(metric);
    }
    received.forEach(reportReuse);
    const { fileId, outcome } = received.at(-1) ?? {};
    return { fileId, outcome };
  };
}

/** Whoever gave the form out, and whatever it was for: one figure, one alarm. */
function reportReuse({ outcome, ...ids }: ReceivedFile | ReceivedEvidence): void {
  if (outcome !== 'form-used') return;
  count('UploadFormsReused');
  logError('UPLOAD_FORM_REUSED', ids);
}
