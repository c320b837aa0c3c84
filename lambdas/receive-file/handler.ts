import type { ObjectCreated } from '../../core/contracts/work-messages.ts';
import {
  receiveFile,
  type ReceiveFileDependencies,
  type ReceiveFileOutcome,
} from '../../core/application/receive-file.ts';
import type { LogFields } from '../runtime/log.ts';
import { count, type MetricName } from '../runtime/metrics.ts';

const METRIC_OF: Partial<Record<ReceiveFileOutcome, MetricName>> = {
  accepted: 'FilesAccepted',
  duplicate: 'FilesDuplicate',
  quarantined: 'FilesQuarantined',
};

export function createHandler(dependencies: ReceiveFileDependencies) {
  return async ({ detail }: ObjectCreated): Promise<LogFields> => {
    const upload = {
      bucket: detail.bucket.name,
      key: detail.object.key,
      versionId: detail.object['version-id'] ?? '',
    };
    const { fileId, outcome } = await receiveFile(upload, dependencies);
    const metric = METRIC_OF[outcome];
    if (metric !== undefined) count(metric);
    return { fileId, outcome };
  };
}
