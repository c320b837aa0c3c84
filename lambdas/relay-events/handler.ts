import type { DynamoDBRecord } from 'aws-lambda';
import { relayEvents, type RelayDependencies } from '../../core/application/relay-events.ts';
import type { MilafEvent } from '../../core/contracts/events.ts';
import type { LogFields } from '../runtime/log.ts';
import { committedEvent } from './committed-event.ts';

export function createHandler(dependencies: RelayDependencies) {
  return async (record: DynamoDBRecord): Promise<LogFields | undefined> => {
    const event = committedEvent(record);
    if (event === undefined) return undefined;
    await relayEvents([event], dependencies);
    return { eventId: loggableId(event), outcome: event.type };
  };
}

/** Ids of events about a person hold the person's number, which belongs in no log. */
function loggableId(event: MilafEvent): string | undefined {
  return 'registrationNumber' in event ? undefined : event.eventId;
}
