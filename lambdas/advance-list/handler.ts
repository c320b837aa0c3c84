import * as z from 'zod';
import {
  advanceList,
  type AdvanceListDependencies,
} from '../../contexts/registration/use-cases/advance-list.ts';
import { listEventSchema } from '../../contexts/events/events.ts';
import type { LogFields } from '../runtime/log.ts';

/** A list's event as EventBridge delivers it. */
export const advancingEventSchema = z.object({ detail: listEventSchema });

export function createHandler(dependencies: AdvanceListDependencies) {
  return async ({ detail }: z.output<typeof advancingEventSchema>): Promise<LogFields> => {
    const outcome = await advanceList(detail, dependencies);
    return { listId: detail.listId, eventId: detail.eventId, outcome };
  };
}
