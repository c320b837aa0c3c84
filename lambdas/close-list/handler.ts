import { closeList, type CloseListDependencies } from '../../contexts/registration/use-cases/close-list.ts';
import type { CloseList } from '../../contexts/registration/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: CloseListDependencies) {
  return async (message: CloseList): Promise<LogFields> => {
    const { outcome, lineCount } = await closeList(message, dependencies);
    if (outcome === 'closed') count('ListsClosed');
    return { listId: message.listId, outcome, count: lineCount };
  };
}
