import * as z from 'zod';
import { messageMachine } from '#claims';
import { personPk } from '#registry/aws';
import { registrationNumberSchema, statesOf } from '#shared';
import { preparedMessageSchema } from '../records/list-messages.ts';
import { campaignMachine, campaignSourceSchema, type Campaign } from '../domain/campaign.ts';

/** How the registry table keeps campaigns of SMS, their settings, and what each person was sent. Every read is parsed. */

export const campaignItemSchema = z.object({
  listId: z.string(),
  source: campaignSourceSchema,
  state: z.enum(statesOf(campaignMachine)),
  openedAt: z.string(),
  updatedAt: z.string(),
  total: z.int(),
  partSize: z.int(),
  letters: z.int(),
  cursor: z.int(),
  sent: z.int(),
  skipped: z.int(),
});

export const smsSettingsItemSchema = z.object({
  isPaused: z.boolean().default(false),
  messagesPerSecond: z.number().positive().optional(),
  changedAt: z.string().optional(),
});

export const personMessageItemSchema = z.object({
  registrationNumber: registrationNumberSchema,
  messageKey: z.string(),
  listId: z.string(),
  line: z.int(),
  kind: preparedMessageSchema.shape.kind,
  state: z.enum(statesOf(messageMachine)),
  language: z.string().optional(),
  text: z.string().optional(),
  segments: z.int().optional(),
  skippedBecause: z.string().optional(),
  providerMessageId: z.string().optional(),
  updatedAt: z.string(),
});

/** All campaigns are in one partition: one a list, written at checkpoints. */
export const CAMPAIGNS = 'CAMPAIGN';

export const campaignKey = ({ openedAt, listId }: Pick<Campaign, 'openedAt' | 'listId'>) => ({
  pk: CAMPAIGNS,
  sk: `${openedAt}#${listId}`,
});

export const SMS_SETTINGS_KEY = { pk: 'SETTING#SMS', sk: 'SETTING' } as const;
export const SENDING_LEASE_KEY = { pk: 'SETTING#SMS', sk: 'LEASE' } as const;

export const PERSON_MESSAGE_PREFIX = 'MESSAGE#';
export const personMessageKey = (registrationNumber: string, messageKey: string) => ({
  pk: personPk(registrationNumber),
  sk: `${PERSON_MESSAGE_PREFIX}${messageKey}`,
});
