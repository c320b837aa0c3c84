import { closeList, type CloseListDependencies } from '../../core/application/close-list.ts';
import type { CloseList } from '../../core/contracts/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

export function createHandler(dependencies: CloseListDependencies) {
  return async (message: CloseList): Promise<LogFields> => {
    const { outcome, lineCount } = await closeList(message, dependencies);
    if (outcome === 'closed') count('ListsClosed');
    return { listId: message.listId, outcome, count: lineCount };
  };
}
