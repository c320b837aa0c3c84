import type { EventPublisher, MilafEvent } from '#events';
import type { ReleasePayments, ReleaseQueue } from '#payments';
import type { WorkQueues } from '#reading';
import type { AttachDocuments, AttachmentQueue } from '#review';
import type { Clock } from '#shared';

export interface RelayDependencies {
  readonly publisher: EventPublisher;
  readonly queues: WorkQueues;
  readonly clock: Clock;
}

/**
 * Sends what was committed on to those who work on it. Work goes straight to its queue, with the channel as its group, so
 * that one loud channel cannot make the others wait; every event also goes to the bus for whoever listens. Events of lists and
 * persons go to the bus only: advance-list listens there, and a registration of millions never stands in a claim's way.
 */
export async function relayEvents(
  events: readonly MilafEvent[],
  { publisher, queues, clock }: RelayDependencies,
): Promise<void> {
  await Promise.all(events.map((event) => sendWork(event, queues, clock)));
  await publisher.publish(events);
}

async function sendWork(event: MilafEvent, queues: WorkQueues, clock: Clock): Promise<void> {
  if (event.type === 'file.accepted.v1' || event.type === 'file.reading-failed.v1') {
    await queues.startReading({ fileId: event.fileId, channelId: event.channelId, throttledCount: 0 }, 0);
  } else if (event.type === 'claim.drafted.v1') {
    await queues.adjudicateClaim({ claimId: event.claimId, channelId: event.channelId }, 0);
  } else if (event.type === 'claim.corrected.v1') {
    const { claimId, channelId, decidableFrom } = event;
    // Until then it can be taken back; a message that comes late is not delayed again.
    const milliseconds = decidableFrom === undefined ? 0 : Date.parse(decidableFrom) - clock().getTime();
    await queues.adjudicateClaim({ claimId, channelId, decidableFrom }, Math.max(0, milliseconds / 1000));
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

/** Asks for what an insured person sent to be put beside its claim: again a change of a record, in the person's own file. */
export async function askToAttach(sent: readonly AttachDocuments[], queue: AttachmentQueue): Promise<void> {
  await Promise.all(sent.map((message) => queue.attachDocuments(message)));
}
