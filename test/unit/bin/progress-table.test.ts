import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { FollowedProgress } from '../../../bin/view/followed-progress.ts';
import { progressTable } from '../../../bin/view/progress-table.ts';
import type { Claim } from '../../../contexts/claims/domain/claim.ts';
import type { MessageRecord } from '../../../contexts/claims/ports/message-record.ts';
import type { ClaimProgress } from '../../../contexts/follow-up/use-cases/follow-file.ts';
import { demoScenarios } from '../../../local/samples/scenarios/demonstration.ts';
import type { ExpectedClaim, Scenario } from '../../../local/samples/scenarios/scenario.ts';
import { claimWith } from '../../support/claim-examples.ts';

const claimOf = ({ state, billedCentimes, paidCentimes, payment }: ExpectedClaim): Claim =>
  claimWith({
    state,
    registrationNumber: '184203957',
    billedCentimes,
    paidCentimes,
    payment: payment && {
      state: payment.state,
      attempt: 1,
      amountCentimes: paidCentimes,
      ...(payment.state === 'HELD' ? { heldReason: payment.reason } : {}),
    },
  });

function messagesOf({ sms }: ExpectedClaim): readonly MessageRecord[] {
  if (sms.kind === 'none') return [];
  const common = { claimId: 'FILE-1', messageKey: '1', updatedAt: '2026-11-21T10:00:00Z' };
  return sms.kind === 'skipped'
    ? [{ ...common, kind: 'claim-approved', state: 'SKIPPED', skippedBecause: sms.reason }]
    : [
        {
          ...common,
          kind: sms.event.replace(/\.v1$/, '').replace('.', '-'),
          state: 'SENT',
          language: sms.language,
          segments: 2,
        },
      ];
}

const claimProgressOf = (expected: ExpectedClaim): ClaimProgress => ({
  claim: claimOf(expected),
  decision: {
    outcome: 'referred',
    lines: [],
    ...{ billedCentimes: 0, paidCentimes: 0, ruleBookVersion: '1' },
    findings: expected.reasonCodes.map((code) => ({ kind: 'doubt', code, field: 'totalCentimes' })),
  },
  messages: messagesOf(expected),
});

/** A sample as it stands in the table once it has ended. */
const rowOf = ({ id, expected }: Scenario): FollowedProgress => ({
  name: `${id}.tiff`,
  progress: {
    fileId: '01JD2Z0000000000000000000A',
    state: expected.file,
    quarantineReason: expected.quarantineReason,
    duplicateOf: expected.file === 'DUPLICATE' ? '01JD2Z0000000000000000000A' : undefined,
    claims: expected.claims.map(claimProgressOf),
    isSettled: true,
  },
});

const printed = (rows: readonly FollowedProgress[]): string => stripVTControlCharacters(progressTable(rows));

describe('the table of files that are followed', () => {
  it('fits a screen of 100 columns with all samples of the demonstration', () => {
    const lines = printed(demoScenarios('2026-11-21').map(rowOf)).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
  });

  it('says what was decided, of whom, what becomes of the money, and why', () => {
    const [sample] = demoScenarios('2026-11-21').filter(({ id }) => id === 'medicine-in-no-list');
    const text = sample && printed([rowOf(sample)]);
    for (const part of [
      'medicine-in-no-list',
      '184203957',
      'part to a reviewer',
      'payment pending',
      'SMS in ar, 2 parts',
      '257.20',
      '107.24',
      'medicine unknown',
    ])
      expect(text).toContain(part);
  });
});
