import { PutEventsCommand, type EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE, type MilafEvent } from '../../core/contracts/events.ts';
import type { EventPublisher } from '../../core/ports/services.ts';

/** What EventBridge takes in one call. */
const EVENTS_PER_CALL = 10;

export class EventBridgePublisher implements EventPublisher {
  readonly #client: EventBridgeClient;
  readonly #busName: string;

  constructor(client: EventBridgeClient, busName: string) {
    this.#client = client;
    this.#busName = busName;
  }

  async publish(events: readonly MilafEvent[]): Promise<void> {
    for (let start = 0; start < events.length; start += EVENTS_PER_CALL) {
      const batch = events.slice(start, start + EVENTS_PER_CALL);
      const { FailedEntryCount } = await this.#client.send(
        new PutEventsCommand({
          Entries: batch.map((event) => ({
            EventBusName: this.#busName,
            Source: EVENT_SOURCE,
            DetailType: event.type,
            Time: new Date(event.occurredAt),
            Detail: JSON.stringify(event),
          })),
        }),
      );
      if (FailedEntryCount !== undefined && FailedEntryCount > 0) {
        throw new Error(`EventBridge refused ${FailedEntryCount} of ${batch.length} events`);
      }
    }
  }
}
