import {
  receiveList,
  type ReceiveListDependencies,
  type ReceiveListOutcome,
} from '../../contexts/registration/use-cases/receive-list.ts';
import type { ObjectCreated } from '../../contexts/shared/records/object-created.ts';
import type { LogFields } from '../runtime/log.ts';
import { count, type MetricName } from '../runtime/metrics.ts';

const METRIC_OF: Partial<Record<ReceiveListOutcome, MetricName>> = {
  planned: 'ListsReceived',
  refused: 'ListsRefused',
};

export function createHandler(dependencies: ReceiveListDependencies) {
  return async (message: ObjectCreated): Promise<LogFields> => {
    const { listId, outcome, refusal, lineCount } = await receiveList(message, dependencies);
    const metric = METRIC_OF[outcome];
    if (metric !== undefined) count(metric);
    return { listId, outcome: refusal ?? outcome, count: lineCount };
  };
}
