import type { Claim } from '../../contexts/claims/domain/claim.ts';

/** A paid claim, with what differs for another one. */
export function claimWith(more: Partial<Claim> = {}): Claim {
  return {
    claimId: '0123456789ABCDEF-1',
    state: 'APPROVED',
    version: 5,
    fileId: '0123456789ABCDEF',
    channelId: 'agency-rabat-01',
    submissionDate: '2026-03-02',
    receivedOn: '2026-03-02',
    submissionSignals: [],
    formNumber: 1,
    formsInFile: 1,
    registrationNumber: '100000001',
    scheme: 'AMO_SALARIE',
    billedCentimes: 15_000,
    paidCentimes: 5600,
    ...more,
  };
}
