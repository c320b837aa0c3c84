import { describe, expect, it } from 'vitest';

import { adjudicate } from '../../../../contexts/adjudication/domain/adjudicate.ts';
import type { PriorApproval } from '../../../../contexts/registry/records/registry-records.ts';
import { act, claimInput, field, personFile, provider, readTwice } from './claim-builder.ts';

const approval = (changes: Partial<PriorApproval> = {}): PriorApproval => ({
  type: 'prior-approval',
  registrationNumber: '184203957',
  approvalId: 'PA-1',
  keyLetter: 'AMM',
  from: '2025-08-01',
  to: '2026-01-31',
  ...changes,
});

/** Ten sessions of physiotherapy under 3 September 2025, filed on 20 November: more than two months after that day. */
const decide = (approvals: readonly PriorApproval[], row = {}, submissionDate = '2025-11-20') =>
  adjudicate(
    claimInput({
      person: personFile({ priorApprovals: approvals }),
      provider: provider({ specialty: 'Kinésithérapie' }),
      claim: { submissionDate, receivedOn: submissionDate, decidedOn: submissionDate },
      form: {
        acts: [{ ...act({ keyLetter: 'AMM', billedCentimes: 50_000 }), quantity: readTwice(10), ...row }],
      },
    }),
  );
const late = ({ findings }: ReturnType<typeof decide>) =>
  findings.filter(({ code }) => code === 'LATE_FILING').map(({ kind }) => kind);

describe('sessions of a treatment under one date, filed after two months', () => {
  it('are referred while the approval runs: sixty days count from the end of the treatment', () => {
    expect(late(decide([approval()]))).toEqual(['doubt']);
    expect(late(decide([approval({ to: '2025-09-21' })]))).toEqual(['doubt']);
  });

  it('are rejected sixty days after the approval ended, and where there is none', () => {
    expect(late(decide([approval({ to: '2025-09-20' })]))).toEqual(['rejection']);
    expect(late(decide([]))).toEqual(['rejection']);
  });

  it('are referred too where the letter may be that of the sessions', () => {
    const keyLetter = field('AM', { confidencePercent: 20 });
    expect(late(decide([approval()], { keyLetter }))).toEqual(['doubt']);
  });

  it('are no reason for an act that is none of them', () => {
    expect(late(decide([approval({ keyLetter: 'CS' })], { keyLetter: readTwice('CS') }))).toEqual([
      'rejection',
    ]);
    expect(late(decide([approval()], { keyLetter: readTwice('CS') }))).toEqual(['rejection']);
  });

  it('are filed in time within the two months, approval or not', () => {
    expect(late(decide([approval()], {}, '2025-11-03'))).toEqual([]);
  });
});
