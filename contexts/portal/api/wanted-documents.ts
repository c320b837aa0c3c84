import type { ClaimHistory } from '#claims';
import { type AwaitedDocuments, awaitedOf, type ClaimReview, type SentDocument } from '#review';
import type { WantedDocument } from './portal.ts';

export const awaitedOfOwn = ({ claim, decision }: ClaimHistory, review: ClaimReview | undefined) =>
  awaitedOf({ claim, review, findings: decision?.findings ?? [] });

/** What a claim waits for as its owner sees it. */
export function wantedDocuments(
  awaited: AwaitedDocuments | undefined,
  sent: readonly SentDocument[],
): WantedDocument[] {
  return (awaited?.wanted ?? []).map((kind) => {
    const last = sent.findLast((one) => one.kind === kind && one.occasion === awaited?.occasion);
    return { kind, sentAt: last?.sentAt };
  });
}
