import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';

const imageSchema = z.record(
  z.string(),
  z.custom<AttributeValue>((value) => typeof value === 'object' && value !== null),
);

/** An item as a stream brings it, as plain values. */
export function unmarshallItem(image: unknown): Record<string, unknown> {
  return unmarshall(imageSchema.parse(image));
}
