import type { MilafEvent } from './events.ts';

export interface EventPublisher {
  /** @throws Error when one event was not taken: all are sent again then, receivers know repeats */
  publish(events: readonly MilafEvent[]): Promise<void>;
}
