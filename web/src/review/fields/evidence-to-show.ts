import type { ReviewEvidence } from '../../../../contexts/review/api/review.ts';

/** What is said of a value: beside anything weightier it goes without saying that it stands in its place. */
export function evidenceToShow(evidence: readonly ReviewEvidence[]): readonly ReviewEvidence[] {
  return evidence.length > 1 ? evidence.filter((code) => code !== 'PLACE') : evidence;
}
