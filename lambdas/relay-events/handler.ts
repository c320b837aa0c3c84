import type { DynamoDBRecord } from 'aws-lambda';
import { relayEvents, type RelayDependencies } from '../../core/application/relay-events.ts';
import type { MilafEvent } from '../../core/contracts/events.ts';
import type { LogFields } from '../runtime/log.ts';
import { committedEvent } from './committed-event.ts';

export function createHandler(dependencies: RelayDependencies) {
  return async (records: readonly DynamoDBRecord[]): Promise<readonly LogFields[]> => {
    const events = records.flatMap((record) => committedEvent(record) ?? []);
    if (events.length > 0) await relayEvents(events, dependencies);
    return [...events.filter((event) => !isOfPerson(event)).map(describe), ...countsOfPersons(events)];
  };
}

function describe({ eventId, type }: MilafEvent): LogFields {
  return { eventId, outcome: type };
}

/** Ids of events about a person hold the person's number, which belongs in no log; and there are millions of them. */
function countsOfPersons(events: readonly MilafEvent[]): LogFields[] {
  const counts = new Map<string, number>();
  for (const { type } of events.filter(isOfPerson)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].map(([outcome, count]) => ({ outcome, count }));
}

function isOfPerson(event: MilafEvent): boolean {
  return 'registrationNumber' in event;
}
