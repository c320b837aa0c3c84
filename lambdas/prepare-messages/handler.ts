import * as z from 'zod';
import {
  prepareMessages,
  type PrepareMessagesDependencies,
} from '../../contexts/messaging/use-cases/prepare-messages.ts';
import { listClosedSchema } from '../../contexts/events/events.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

/** A closed list as EventBridge delivers it. */
export const closedEventSchema = z.object({ detail: listClosedSchema });

export function createHandler(dependencies: PrepareMessagesDependencies) {
  return async ({ detail }: z.output<typeof closedEventSchema>): Promise<LogFields> => {
    const { outcome, messages, letters } = await prepareMessages(detail, dependencies);
    if (outcome === 'prepared') count('LettersListed', letters);
    return { listId: detail.listId, eventId: detail.eventId, outcome, count: messages };
  };
}
