import pc from 'picocolors';
import { formatReceipt, parseReceipt } from '../../contexts/shared/identifiers/receipt-number.ts';
import type {
  SendingConditions,
  CampaignProgress,
} from '../../contexts/messaging/domain/campaign-progress.ts';
import type { SendingWindow } from '../../contexts/messaging/domain/sending-window.ts';
import type { PersonMessage } from '../../contexts/messaging/ports/campaigns.ts';
import { plural, table } from './print.ts';
import { quantity } from './quantity.ts';

/** Campaigns, what is left of them, and why nothing goes out where nothing does. */
export function campaignProgressText(progress: CampaignProgress, conditions: SendingConditions): string {
  const { window, messagesPerSecond, isPaused } = conditions;
  const { campaigns, waits } = progress;
  const rows = campaigns.map(({ listId, source, total, sent, skipped, left, letters }) => [
    campaignName(listId),
    source,
    ...[total, sent, skipped, left, letters].map(quantity),
  ]);
  const counts = ['SMS', 'Sent', 'Skipped', 'Left', 'Letters'];
  return [
    campaigns.length === 0
      ? 'No list has been closed that someone is notified of. See lists with: milaf lists list'
      : table(['List', 'Source', ...counts], rows, { numbers: counts }),
    `${messagesPerSecond} SMS a second, ${hoursText(window)} (${window.timeZone}).`,
    ...leftText(progress, window),
    ...(isPaused ? [pc.yellow('Paused. Go on with: milaf sms resume')] : []),
    ...(waits?.because === 'window-closed'
      ? [`Nobody is texted at this hour. It goes on at ${momentText(waits.opensAt, window)}.`]
      : []),
  ].join('\n');
}

/** What a person was sent, oldest first. */
export function personMessagesText(messages: readonly PersonMessage[]): string {
  if (messages.length === 0) return 'This person was sent nothing about their registration.';
  return messages
    .flatMap(({ kind, listId, line, state, updatedAt, segments, text, skippedBecause }) => [
      `${updatedAt}  SMS ${kind}, by line ${line} of ${campaignName(listId)}: ${state}, ${skippedBecause ?? plural(segments ?? 0, 'part')}`,
      ...(text === undefined ? [] : [`  ${text}`]),
    ])
    .join('\n');
}

const hoursText = ({ fromHour, untilHour }: SendingWindow): string =>
  `from ${fromHour}:00 until ${untilHour}:00`;

function leftText({ campaigns, left }: CampaignProgress, window: SendingWindow): string[] {
  if (campaigns.length === 0) return [];
  if (left === 0) return [pc.green('All are notified.')];
  const last = campaigns.findLast(({ doneAt }) => doneAt !== undefined)?.doneAt;
  return [
    `${quantity(left)} left${last === undefined ? '' : `: all will be notified by ${momentText(last, window)}`}.`,
  ];
}

/** A list as its sender knows it. A check of rights tells people too, and has an id of another shape. */
const campaignName = (listId: string): string =>
  parseReceipt(listId) === listId ? formatReceipt(listId) : listId;

/** As the clock shows it where people are notified. */
function momentText(moment: Date, { timeZone }: SendingWindow): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    moment,
  );
}
