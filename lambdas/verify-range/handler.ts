import {
  verifyRange,
  type VerifyRangeDependencies,
} from '../../contexts/registration/use-cases/verify-range.ts';
import type { VerifyRange } from '../../contexts/registration/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: VerifyRangeDependencies) {
  return async (message: VerifyRange): Promise<LogFields> => {
    const { outcome, lineCount } = await verifyRange(message, dependencies);
    count('ListLinesVerified', lineCount);
    return { listId: message.listId, range: message.range.number, outcome, count: lineCount };
  };
}
