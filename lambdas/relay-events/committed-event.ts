import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { eventSchema, type MilafEvent } from '../../contexts/events/events.ts';
import { unmarshallItem } from '../../contexts/shared/aws/unmarshall.ts';

const eventItemSchema = z.object({ event: eventSchema });
/** A person loaded by hand has none: only registration from a list is an event. */
const profileSchema = z.object({ event: eventSchema.optional() });

/**
 * The event a stream record brings: an item of its own, or the one that a new person's profile carries (one item less to write
 * for each of millions). Undefined for every other item, and for changes of an item that was there.
 */
export function committedEvent(record: DynamoDBRecord): MilafEvent | undefined {
  if (record.eventName !== 'INSERT' || record.dynamodb?.NewImage === undefined) return undefined;
  const { NewImage: image } = record.dynamodb;
  const sk = record.dynamodb.Keys?.['sk']?.S ?? '';
  if (sk.startsWith('EVENT#')) return eventItemSchema.parse(unmarshallItem(image)).event;
  if (sk === 'PROFILE') return profileSchema.parse(unmarshallItem(image)).event;
  return undefined;
}
