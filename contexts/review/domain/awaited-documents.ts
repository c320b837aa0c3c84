import type { Claim } from '#claims';
import type { DocumentKind } from '#shared';
import type { SentDocument } from '../records/sent-documents.ts';
import type { ClaimReview, ReviewedFinding } from './claim-review.ts';

/** What the insured is waited for. */
export interface AwaitedDocuments {
  /** Names this wait among those of the claim. */
  readonly occasion: string;
  readonly wanted: readonly DocumentKind[];
}

const documentOf: Partial<Record<string, DocumentKind>> = {
  PRESCRIPTION_MISSING: 'PRESCRIPTION',
  PRIOR_APPROVAL_MISSING: 'PRIOR_APPROVAL',
};

/** Documents that what is missing stands for: the form itself where a field of it was left blank. */
export const documentsFor = (findings: readonly ReviewedFinding[]): DocumentKind[] => [
  ...new Set(
    findings.flatMap(({ kind, code }) => (kind === 'missing' ? [documentOf[code] ?? 'CARE_FORM'] : [])),
  ),
];

interface AwaitingClaim {
  readonly claim: Pick<Claim, 'state' | 'version'>;
  readonly review: Pick<ClaimReview, 'state' | 'suspensions' | 'documentsRequested'> | undefined;
  /** Of the decision. */
  readonly findings: readonly ReviewedFinding[];
}

/** What a claim waits for: what a reviewer asked for, or what an incomplete one lacks. Undefined while it waits for nothing. */
export function awaitedOf({ claim, review, findings }: AwaitingClaim): AwaitedDocuments | undefined {
  if (claim.state === 'INCOMPLETE')
    return { occasion: `claim#${claim.version}`, wanted: documentsFor(findings) };
  if (review?.state !== 'AWAITING_DOCUMENT') return undefined;
  return { occasion: occasionOf(review), wanted: review.documentsRequested };
}

const occasionOf = ({ suspensions }: Pick<ClaimReview, 'suspensions'>): string =>
  `review#${suspensions.length}`;

/** What was wanted and has not been sent yet. */
export function missingOf(
  { occasion, wanted }: AwaitedDocuments,
  sent: readonly Pick<SentDocument, 'kind' | 'occasion'>[],
): readonly DocumentKind[] {
  return wanted.filter((kind) => !sent.some((one) => one.kind === kind && one.occasion === occasion));
}

/** What a reviewer asked for last and the insured has not sent yet. */
export const requestedAndMissing = (review: ClaimReview): readonly DocumentKind[] =>
  missingOf({ occasion: occasionOf(review), wanted: review.documentsRequested }, review.documentsSent ?? []);

/** ISO date since which a document is waited for, of a review that waits for one. */
export const awaitedSince = ({ suspensions }: Pick<ClaimReview, 'suspensions'>): string =>
  suspensions.at(-1)?.from ?? '';
