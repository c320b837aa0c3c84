import type { Claim } from '#claims';
import { dayInMorocco, daysBetween } from '#shared';
import { documentsFor } from './awaited-documents.ts';
import type { ClaimReview, ReviewedFinding, Suspension } from './claim-review.ts';
import { groupOfReasons } from './reason-groups.ts';

/** What a referral says: the claim, and the findings of its decision. */
export interface Referral {
  readonly claim: Pick<Claim, 'claimId' | 'fileId' | 'channelId' | 'submissionDate' | 'formRevision'>;
  readonly findings: readonly ReviewedFinding[];
  readonly billedCentimes: number;
  /** ISO instant. */
  readonly at: string;
  /** The certain lines are paid, and the insured was told what is missing of the others. */
  readonly isTold?: boolean | undefined;
}

/**
 * The review of a claim that was referred. One that was reviewed before opens again with the doubts that remain; what people
 * settled stays settled, and a contractor keeps it only while no doubt is about a person. One that waits for nothing but what the
 * insured was asked to bring is for nobody until that comes.
 */
export function openReview(
  { claim, findings, billedCentimes, at, isTold = false }: Referral,
  before: ClaimReview | undefined,
): ClaimReview {
  // What is missing is looked for on the scan as well: the reader may have overlooked it.
  const reasons = findings.filter(({ kind }) => kind === 'doubt' || kind === 'missing');
  const group = groupOfReasons(reasons);
  const isAwaiting = isTold && before === undefined && reasons.every(({ kind }) => kind === 'missing');
  return {
    claimId: claim.claimId,
    fileId: claim.fileId,
    channelId: claim.channelId,
    state: isAwaiting ? 'AWAITING_DOCUMENT' : 'OPEN',
    version: (before?.version ?? 0) + 1,
    group,
    reasons: [...new Set(reasons.map(({ code }) => code))],
    findings,
    submissionDate: claim.submissionDate,
    billedCentimes: Math.max(billedCentimes, before?.billedCentimes ?? 0),
    openedAt: at,
    assignedTo: isGroupAssignable(group) ? before?.assignedTo : undefined,
    suspensions: isAwaiting ? [{ from: dayInMorocco(new Date(at)) }] : (before?.suspensions ?? []),
    documentsRequested: isAwaiting ? documentsFor(findings) : (before?.documentsRequested ?? []),
    documentsSent: before?.documentsSent,
    formRevision: claim.formRevision,
    takenBy: before?.takenBy,
    reopenedBy: before?.reopenedBy,
    settled: before?.settled ?? [],
    attestations: { overrides: before?.attestations.overrides },
    lastChange: `opened#${at}`,
  };
}

const assignable = new Set<ClaimReview['group']>(['acts', 'amounts', 'dates', 'provider', 'form']);

/** Whether the doubts of a group can be processed without knowing whose claim it is. */
export function isGroupAssignable(group: ClaimReview['group']): boolean {
  return assignable.has(group);
}

/** Whole days in which a document was waited for; an open suspension counts until today (ISO date). */
export function suspendedDays(suspensions: readonly Suspension[], today: string): number {
  return suspensions.reduce((days, { from, to = today }) => days + daysBetween(from, to), 0);
}

/** The days count again from today (ISO date) on. */
export function endSuspension(suspensions: readonly Suspension[], today: string): readonly Suspension[] {
  return suspensions.map((suspension) => ({ ...suspension, to: suspension.to ?? today }));
}

/** Whole days since submission (ISO dates), without those in which a document was waited for. */
export function waitingDays(
  submissionDate: string,
  suspensions: readonly Suspension[],
  today: string,
): number {
  return Math.max(0, daysBetween(submissionDate, today) - suspendedDays(suspensions, today));
}
