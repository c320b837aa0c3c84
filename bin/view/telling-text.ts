import pc from 'picocolors';
import { formatReceipt, parseReceipt } from '../../core/domain/intake/receipt.ts';
import type { TellingConditions, TellingProgress } from '../../core/domain/messages/campaign-progress.ts';
import type { SendingWindow } from '../../core/domain/messages/sending-window.ts';
import type { PersonMessage } from '../../core/ports/campaigns.ts';
import { table } from './print.ts';

/** Campaigns, what is left of them, and why nothing goes out where nothing does. */
export function tellingText(progress: TellingProgress, conditions: TellingConditions): string {
  const { window, messagesPerSecond } = conditions;
  if (progress.campaigns.length === 0)
    return 'No list has been closed that somebody is told of. See lists with: milaf lists list';
  const rows = progress.campaigns.map(
    ({ listId, source, state, total, sent, skipped, left, letters, doneAt }) => [
      // A check of rights tells people too, and has an id of another shape.
      parseReceipt(listId) === undefined ? listId : formatReceipt(listId),
      source,
      state,
      ...[total, sent, skipped, left, letters].map(String),
      doneAt === undefined ? '' : momentText(doneAt, window),
    ],
  );
  return [
    table(['List', 'Source', 'State', 'SMS', 'Sent', 'Skipped', 'Left', 'Letters', 'Done'], rows),
    `${messagesPerSecond} a second, ${hoursText(window)} (${window.timeZone}).`,
    ...waitText(progress.waits, window),
  ].join('\n');
}

/** What a person was sent, oldest first. */
export function personMessagesText(messages: readonly PersonMessage[]): string {
  if (messages.length === 0) return 'This person was sent nothing about their registration.';
  return table(
    ['Message', 'List', 'Line', 'State', 'When', 'Parts', 'Text or reason'],
    messages.map(({ kind, listId, line, state, updatedAt, segments, text, skippedBecause }) => [
      kind,
      listId,
      String(line),
      state,
      updatedAt,
      segments === undefined ? '' : String(segments),
      skippedBecause ?? text ?? '',
    ]),
  );
}

const hoursText = ({ fromHour, untilHour }: SendingWindow): string =>
  `from ${fromHour}:00 until ${untilHour}:00`;

function waitText(waits: TellingProgress['waits'], window: SendingWindow): string[] {
  if (waits === undefined) return [];
  if (waits.because === 'paused') return [pc.yellow('Paused. Go on with: milaf sms resume')];
  return [`Nobody is texted at this hour. It goes on at ${momentText(waits.opensAt, window)}.`];
}

/** As the clock shows it where people are told. */
function momentText(moment: Date, { timeZone }: SendingWindow): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    moment,
  );
}
