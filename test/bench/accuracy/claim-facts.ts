import type { ClaimFacts } from '../../../contexts/adjudication/domain/adjudication-input.ts';

/** The only form of a file that was handed in, sent and decided on one day (ISO date). */
export function claimFactsOf(fileId: string, day: string): ClaimFacts {
  return {
    claimId: `${fileId}-1`,
    fileId,
    channelId: 'agency-bench',
    submissionDate: day,
    receivedOn: day,
    decidedOn: day,
    formIndex: 0,
    formsInFile: 1,
  };
}
