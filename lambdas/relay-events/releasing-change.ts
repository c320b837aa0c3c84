import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import type { ReleasePayments } from '../../contexts/payments/records/work-messages.ts';
import { unmarshallItem } from '../../contexts/shared/aws/unmarshall.ts';

const accountItemSchema = z.object({
  record: z.union([z.object({ inpe: z.string() }), z.object({ registrationNumber: z.string() })]),
});
const claimItemSchema = z.object({
  claimId: z.string(),
  payment: z.object({ state: z.string() }).optional(),
  secondPayment: z.object({ state: z.string() }).optional(),
});

/**
 * What may release held payments: an account that was written, or a claim of which a payment is held now. Undefined for every other
 * item. An item may be written again with nothing changed: asking twice does no harm.
 */
export function releasingChange(record: DynamoDBRecord): ReleasePayments | undefined {
  const image = record.dynamodb?.NewImage;
  if (image === undefined) return undefined;
  const sk = record.dynamodb?.Keys?.['sk']?.S ?? '';
  if (sk.startsWith('ACCOUNT#')) {
    const { record } = accountItemSchema.parse(unmarshallItem(image));
    return 'inpe' in record ? { kind: 'provider', ...record } : { kind: 'person', ...record };
  }
  if (sk !== 'CLAIM') return undefined;
  const { claimId, payment, secondPayment } = claimItemSchema.parse(unmarshallItem(image));
  const isHeld = payment?.state === 'HELD' || secondPayment?.state === 'HELD';
  return isHeld ? { kind: 'claim', claimId } : undefined;
}
