import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { decisionRecordSchema } from '../../contexts/claims/records/decision-record.ts';
import { eventFactsSchema, reviewFactsSchema } from '../../contexts/events/event-facts.ts';
import { eventSchema } from '../../contexts/events/events.ts';
import type { CountedChange, PlacedChange } from '../../contexts/reporting/domain/counted-change.ts';
import { unmarshallItem } from '../../contexts/shared/aws/unmarshall.ts';

const eventItemSchema = z.object({
  event: eventSchema,
  facts: eventFactsSchema.default({}),
  decision: decisionRecordSchema.optional(),
});
const messageItemSchema = z.object({
  state: z.string(),
  updatedAt: z.iso.datetime(),
  segments: z.int().optional(),
});
const changesItemSchema = z.object({
  changes: z.array(z.object({ at: z.iso.datetime(), by: z.string().min(1), what: z.string().min(1) })),
  facts: reviewFactsSchema.default({}),
});

/**
 * What a stream record counts for. A record that cannot be understood counts for nothing: were it an error, it would hold up
 * all figures behind it, and figures are no record of anything.
 * @throws Error when the record has no place in its stream, which never happens
 */
export function countedRecord(record: DynamoDBRecord): PlacedChange {
  const sequenceNumber = record.dynamodb?.SequenceNumber;
  if (sequenceNumber === undefined) throw new Error('A stream record came without its sequence number');
  return { sequenceNumber, change: changeOf(record) };
}

function changeOf({ eventName, dynamodb }: DynamoDBRecord): CountedChange | undefined {
  const image = dynamodb?.NewImage;
  if (eventName !== 'INSERT' || image === undefined) return undefined;
  const item = itemOf(image);
  if (item === undefined) return undefined;
  const sk = dynamodb?.Keys?.['sk']?.S ?? '';
  if (sk.startsWith('EVENT#') || sk === 'PROFILE') return eventOf(item);
  if (sk.startsWith('MESSAGE#')) return messageOf(item);
  return sk.startsWith('REVIEW#CHANGE#') ? movesOf(item) : undefined;
}

/** @returns undefined where it holds what JavaScript has no value for */
function itemOf(image: unknown): Record<string, unknown> | undefined {
  try {
    return unmarshallItem(image);
  } catch {
    return undefined;
  }
}

function eventOf(item: Record<string, unknown>): CountedChange | undefined {
  const { data } = eventItemSchema.safeParse(item);
  return data && { kind: 'event', ...data };
}

function messageOf(item: Record<string, unknown>): CountedChange | undefined {
  const { data } = messageItemSchema.safeParse(item);
  if (data === undefined) return undefined;
  const parts = data.state === 'SKIPPED' ? 0 : (data.segments ?? 0);
  return { kind: 'message', at: data.updatedAt, parts };
}

function movesOf(item: Record<string, unknown>): CountedChange | undefined {
  const { data } = changesItemSchema.safeParse(item);
  return data && { kind: 'review', moves: data.changes.map((change) => ({ ...change, ...data.facts })) };
}
