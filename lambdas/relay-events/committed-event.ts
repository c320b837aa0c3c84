import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { eventSchema, type MilafEvent } from '../../core/contracts/events.ts';
import { unmarshallItem } from '../../adapters/dynamodb/unmarshall.ts';

const eventItemSchema = z.object({ sk: z.string().startsWith('EVENT#'), event: eventSchema });

/** The event a stream record brings; undefined for every other item, and for changes of an item that was there. */
export function committedEvent(record: DynamoDBRecord): MilafEvent | undefined {
  if (record.eventName !== 'INSERT' || record.dynamodb?.NewImage === undefined) return undefined;
  if (record.dynamodb.Keys?.['sk']?.S?.startsWith('EVENT#') !== true) return undefined;
  return eventItemSchema.parse(unmarshallItem(record.dynamodb.NewImage)).event;
}
