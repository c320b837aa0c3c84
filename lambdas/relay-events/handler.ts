import type { DynamoDBRecord } from 'aws-lambda';
import { relayEvents, type RelayDependencies } from '../../core/application/relay-events.ts';
import type { LogFields } from '../runtime/log.ts';
import { committedEvent } from './committed-event.ts';

export function createHandler(dependencies: RelayDependencies) {
  return async (record: DynamoDBRecord): Promise<LogFields | undefined> => {
    const event = committedEvent(record);
    if (event === undefined) return undefined;
    await relayEvents([event], dependencies);
    return { eventId: event.eventId, outcome: event.type };
  };
}
