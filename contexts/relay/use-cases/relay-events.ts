import type { EventPublisher, MilafEvent } from '#events';
import type { ReleasePayments, ReleaseQueue } from '#payments';
import type { WorkQueues } from '#reading';

export interface RelayDependencies {
  readonly publisher: EventPublisher;
  readonly queues: WorkQueues;
}

/**
 * Sends what was committed on to those who work on it. Work goes straight to its queue, with the channel as its group, so
 * that one loud channel cannot make the others wait; every event also goes to the bus for whoever listens. Events of lists and
 * persons go to the bus only: advance-list listens there, and a registration of millions never stands in a claim's way.
 */
export async function relayEvents(
  events: readonly MilafEvent[],
  { publisher, queues }: RelayDependencies,
): Promise<void> {
  await Promise.all(events.map((event) => sendWork(event, queues)));
  await publisher.publish(events);
}

async function sendWork(event: MilafEvent, queues: WorkQueues): Promise<void> {
  if (event.type === 'file.accepted.v1' || event.type === 'file.reading-failed.v1') {
    await queues.startReading({ fileId: event.fileId, channelId: event.channelId, throttledCount: 0 }, 0);
  } else if (event.type === 'claim.drafted.v1' || event.type === 'claim.corrected.v1') {
    await queues.adjudicateClaim({ claimId: event.claimId, channelId: event.channelId });
  }
}

/**
 * Asks for held payments to be looked at because something changed that may release them: an account, or the payment itself,
 * which became held. These are changes of records, not events: whoever writes an account, by whatever way, is heard.
 */
export async function askForReleases(
  changes: readonly ReleasePayments[],
  queue: ReleaseQueue,
): Promise<void> {
  await Promise.all(changes.map((change) => queue.releasePayments(change)));
}
