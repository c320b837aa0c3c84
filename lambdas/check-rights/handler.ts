import { checkRights, type CheckRightsDependencies } from '../../contexts/rights/use-cases/check-rights.ts';
import type { CheckRights } from '../../contexts/rights/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: CheckRightsDependencies) {
  return async (message: CheckRights): Promise<LogFields> => {
    const { outcome, runId, people, closed } = await checkRights(message, dependencies);
    count('RightsChecked', people);
    count('RightsClosed', closed);
    return { runId, outcome, count: people };
  };
}
