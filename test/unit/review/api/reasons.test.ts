import { describe, expect, it } from 'vitest';
import { settlePaymentsSchema } from '../../../../contexts/payments/api/payments.ts';
import { overrideFindingsSchema, settleDisputeSchema } from '../../../../contexts/review/api/review.ts';

const asks = [
  [
    'to set a finding aside',
    (reason: string) =>
      overrideFindingsSchema.safeParse({ version: 1, findings: [{ code: 'LATE_FILING' }], reason }),
  ],
  [
    'to settle a dispute',
    (reason: string) =>
      settleDisputeSchema.safeParse({ version: 1, values: [{ field: 'cin', value: 'BK412087' }], reason }),
  ],
  [
    'to settle payments',
    (reason: string) =>
      settlePaymentsSchema.safeParse({
        action: 'settle-paid',
        payments: [{ claimId: 'AAAABBBBCCCCDDDD-1', version: 1 }],
        reason,
      }),
  ],
] as const;

describe('the reason for a step of money', () => {
  it.each(asks)('says something: %s', (_, ask) => {
    expect(ask('the bank told us').success).toBe(true);
    for (const nothing of [' '.repeat(20), '\u200b'.repeat(20), '\u202e \u2066 '.repeat(9)])
      expect(ask(nothing).success).toBe(false);
  });
});
