import { linkList, type LinkListDependencies } from '../../contexts/registration/use-cases/link-list.ts';
import type { LinkList } from '../../contexts/registration/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';

export function createHandler(dependencies: LinkListDependencies) {
  return async (message: LinkList): Promise<LogFields> => {
    const { outcome, unitCount } = await linkList(message, dependencies);
    return { listId: message.listId, outcome, count: unitCount };
  };
}
