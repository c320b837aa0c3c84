import type { Campaign } from './campaign.ts';
import { doneAt, isOpen, opensAt, type SendingWindow } from './sending-window.ts';

export interface SendingConditions {
  readonly isPaused: boolean;
  readonly messagesPerSecond: number;
  readonly window: SendingWindow;
}

export interface CampaignProgressView extends Campaign {
  /** Neither sent nor skipped yet. */
  readonly left: number;
  /** When the last will have been sent at this rate, those of older campaigns before it; unknown while it is paused. */
  readonly doneAt: Date | undefined;
}

export interface CampaignProgress {
  readonly campaigns: readonly CampaignProgressView[];
  /** Over all campaigns. */
  readonly left: number;
  /** Why nothing goes out although something is left, and from when on it does. */
  readonly waits:
    | { readonly because: 'paused' }
    | { readonly because: 'window-closed'; readonly opensAt: Date }
    | undefined;
}

/**
 * How far campaigns are and when they will be done: they go one after the other.
 * @param campaigns oldest first
 */
export function campaignProgress(
  campaigns: readonly Campaign[],
  { isPaused, messagesPerSecond, window }: SendingConditions,
  now: Date,
): CampaignProgress {
  let left = 0;
  const views = campaigns.map((campaign) => {
    const leftOfIt = campaign.total - campaign.cursor;
    left += leftOfIt;
    const isKnown = leftOfIt > 0 && !isPaused;
    return {
      ...campaign,
      left: leftOfIt,
      doneAt: isKnown ? doneAt(window, now, left, messagesPerSecond) : undefined,
    };
  });
  return { campaigns: views, left, waits: left === 0 ? undefined : waitOf(isPaused, window, now) };
}

function waitOf(isPaused: boolean, window: SendingWindow, now: Date): CampaignProgress['waits'] {
  if (isPaused) return { because: 'paused' };
  return isOpen(window, now) ? undefined : { because: 'window-closed', opensAt: opensAt(window, now) };
}
