import * as z from 'zod';
import { defineStateMachine, listSourceSchema } from '#shared';
import type { PreparedMessage } from '../records/list-messages.ts';

/** The SMS and letters to one list’s people: open until the last of its messages was sent or decided against. */
export type CampaignState = 'OPEN' | 'DONE';

export const campaignMachine = defineStateMachine<CampaignState>({
  name: 'campaign',
  initial: ['OPEN', 'DONE'],
  moves: { OPEN: ['DONE'], DONE: [] },
});

/** Where a campaign goes on: the next message, counted over all parts from 0. */
export interface CampaignProgress {
  readonly state: CampaignState;
  readonly cursor: number;
  /** Messages before the cursor that went out, and that did not. Together they are the cursor. */
  readonly sent: number;
  readonly skipped: number;
  /** ISO instant. */
  readonly updatedAt: string;
}

/** A list, or the check of rights: its people are notified in the same way. */
export const campaignSourceSchema = z.enum([...listSourceSchema.options, 'rights']);

export interface Campaign extends CampaignProgress {
  /** Of a check of rights: the id of its run. */
  readonly listId: string;
  readonly source: z.infer<typeof campaignSourceSchema>;
  /** ISO instant at which the list was closed: the oldest campaign goes first. */
  readonly openedAt: string;
  /** Messages in all parts. */
  readonly total: number;
  /** Messages in each part but the last. */
  readonly partSize: number;
  /** People without a mobile, in the list of letters. */
  readonly letters: number;
}

/** What became of a message. */
export type MessageFate = 'sent' | 'skipped';

/** A campaign after the next messages in its order had these fates. */
export function advanced(
  campaign: Campaign,
  fates: readonly MessageFate[],
  updatedAt: string,
): CampaignProgress {
  const sent = fates.filter((fate) => fate === 'sent').length;
  const cursor = campaign.cursor + fates.length;
  return {
    state: cursor === campaign.total ? 'DONE' : 'OPEN',
    cursor,
    sent: campaign.sent + sent,
    skipped: campaign.skipped + fates.length - sent,
    updatedAt,
  };
}

/** Where in the parts a message lies: the part's number from 1, and the place in it from 0. */
export function placeOf(
  { partSize }: Pick<Campaign, 'partSize'>,
  cursor: number,
): { readonly part: number; readonly offset: number } {
  return { part: Math.floor(cursor / partSize) + 1, offset: cursor % partSize };
}

/**
 * What makes a message the same message. A number is given once in a person's life, so it is sent once, whatever list it
 * comes from; a coverage can change again and again, each time by another line.
 */
export function personMessageKeyOf(
  listId: string,
  { kind, line }: Pick<PreparedMessage, 'kind' | 'line'>,
): string {
  return kind === 'registered' ? kind : `${kind}#${listId}#${line}`;
}
