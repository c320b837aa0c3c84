import { PutEventsCommand, type EventBridgeClient } from '@aws-sdk/client-eventbridge';
import pMap from 'p-map';
import { EVENT_SOURCE, type EventPublisher, type MilafEvent } from '#events';

/** What EventBridge takes in one call. */
const EVENTS_PER_CALL = 10;
/** A batch of the stream has up to a hundred events. */
const PARALLEL_CALLS = 5;

export class EventBridgePublisher implements EventPublisher {
  readonly #client: EventBridgeClient;
  readonly #busName: string;

  constructor(client: EventBridgeClient, busName: string) {
    this.#client = client;
    this.#busName = busName;
  }

  async publish(events: readonly MilafEvent[]): Promise<void> {
    const starts = Array.from(
      { length: Math.ceil(events.length / EVENTS_PER_CALL) },
      (_, call) => call * EVENTS_PER_CALL,
    );
    await pMap(starts, async (start) => this.#put(events.slice(start, start + EVENTS_PER_CALL)), {
      concurrency: PARALLEL_CALLS,
    });
  }

  async #put(batch: readonly MilafEvent[]): Promise<void> {
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
