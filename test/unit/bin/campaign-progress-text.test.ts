import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { campaignProgressText } from '../../../bin/view/campaign-progress-text.ts';
import type { Campaign } from '../../../contexts/messaging/domain/campaign.ts';
import { campaignProgress } from '../../../contexts/messaging/domain/campaign-progress.ts';

const now = new Date('2026-11-23T11:00:00.000Z');
const window = { fromHour: 9, untilHour: 20, timeZone: 'Etc/UTC' };

describe('what a person reads of SMS with registration numbers', () => {
  it('is that they are paused, also when nothing is left to send', () => {
    expect(textOf([campaignOf({ cursor: 3, sent: 3, state: 'DONE' })], { isPaused: true })).toContain(
      'Paused. Go on with: milaf sms resume',
    );
  });

  it('is how many are left, and when all will be notified', () => {
    const text = textOf([campaignOf({ total: 72_000 }), campaignOf({ listId: '39W6GXJBJMAEBYFT' })]);
    expect(text).toContain('72,003 left: all will be notified by 2026-11-23 12:00.');
    expect(text).toMatch(/39W6-GXJB-JMAE-BYFT │ dgi\s+│\s+3 │/);
  });

  it('names a check of rights by its id, which looks like that of a list and is none', () => {
    expect(textOf([campaignOf({ listId: '2026-11-22-2833b576', source: 'rights' })])).toContain(
      '2026-11-22-2833b576 ',
    );
  });
});

function textOf(campaigns: readonly Campaign[], { isPaused = false } = {}): string {
  const conditions = { isPaused, messagesPerSecond: 20, window };
  return stripVTControlCharacters(
    campaignProgressText(campaignProgress(campaigns, conditions, now), conditions),
  );
}

function campaignOf(more: Partial<Campaign>): Campaign {
  return {
    listId: 'YEEVF5W06PTCS9CY',
    source: 'dgi',
    openedAt: now.toISOString(),
    updatedAt: now.toISOString(),
    state: 'OPEN',
    total: 3,
    partSize: 500,
    letters: 0,
    cursor: 0,
    sent: 0,
    skipped: 0,
    ...more,
  };
}
