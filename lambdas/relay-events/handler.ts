import type { DynamoDBRecord } from 'aws-lambda';
import {
  askForReleases,
  askToAttach,
  relayEvents,
  type RelayDependencies,
} from '../../contexts/relay/use-cases/relay-events.ts';
import type { MilafEvent } from '../../contexts/events/events.ts';
import type { ReleaseQueue } from '../../contexts/payments/ports/release-queue.ts';
import type { AttachmentQueue } from '../../contexts/review/ports.ts';
import type { LogFields } from '../runtime/log.ts';
import { committedEvent } from './committed-event.ts';
import { releasingChange } from './releasing-change.ts';
import { sentDocuments } from './sent-documents.ts';

export interface RelayHandlerDependencies extends RelayDependencies {
  readonly releases: ReleaseQueue;
  readonly attachments: AttachmentQueue;
}

export function createHandler({ releases, attachments, ...dependencies }: RelayHandlerDependencies) {
  return async (records: readonly DynamoDBRecord[]): Promise<readonly LogFields[]> => {
    const events = records.flatMap((record) => committedEvent(record) ?? []);
    const changes = records.flatMap((record) => releasingChange(record) ?? []);
    const sent = records.flatMap((record) => sentDocuments(record) ?? []);
    if (events.length > 0) await relayEvents(events, dependencies);
    await askForReleases(changes, releases);
    await askToAttach(sent, attachments);
    return [
      ...events.filter((event) => !isOfPerson(event)).map(describe),
      ...countsOfPersons(events),
      ...(changes.length === 0 ? [] : [{ outcome: 'releases-asked-for', count: changes.length }]),
      ...sent.map(({ claimId, channelId }) => ({ claimId, channelId, outcome: 'documents-sent' })),
    ];
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
