import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoFigures } from '../../contexts/reporting/aws/figures-store.ts';
import { lambda } from '../runtime/lambda.ts';
import { describeError, logError, logInfo } from '../runtime/log.ts';
import { readEnv } from './env.ts';
import { createHandler, type ShardEvent } from './handler.ts';

const env = readEnv();

const keep = createHandler({
  counters: new DynamoFigures(createDocumentClient(), env.FIGURES_TABLE, () => new Date()),
  shards: env.STREAM_SHARDS,
});

export const handler = lambda(async (event: ShardEvent): Promise<{ readonly state: object }> => {
  try {
    logInfo('FIGURES_KEPT', { count: await keep(event) });
    // Nothing is carried from call to call: the window is only there because its calls name their shard.
    return { state: {} };
  } catch (error) {
    logError('STATISTICS_NOT_RECORDED', describeError(error));
    throw error;
  }
});
