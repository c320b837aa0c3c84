import type { FieldDoubt, FieldEvidence } from '#rules';
import type { Candidate } from '../candidates/candidate.ts';
import type { ReadField } from '../care-form.ts';
import { toReadField, withEvidence } from '../read-field.ts';
import type { Seen } from './family-hypotheses.ts';
import type { NameSighting } from './name-index.ts';

export function fieldOfCandidate<T>(
  { parsed, words }: Candidate<T>,
  page: number,
  ...evidence: readonly FieldEvidence[]
): ReadField<T> {
  return withEvidence(toReadField(parsed, words, page), ...evidence);
}

/** A value that the form has in one place or more: the place that was read most surely. */
export function fieldOfSeen(
  places: readonly Seen<string>[],
  ...evidence: readonly FieldEvidence[]
): ReadField<string> | undefined {
  const fields = places.map(({ candidate, page }) => fieldOfCandidate(candidate, page, ...evidence));
  const [best] = fields.toSorted(
    (a, b) => a.doubts.length - b.doubts.length || b.confidencePercent - a.confidencePercent,
  );
  return best !== undefined && fields.length > 1 ? withEvidence(best, ...evidence, 'REPEATED') : best;
}

/** A name where it stands, as it was read there. */
export function fieldOfSighting(
  { text, words, page }: NameSighting,
  doubts: readonly FieldDoubt[] = [],
  ...evidence: readonly FieldEvidence[]
): ReadField<string> {
  return withEvidence(toReadField({ value: text.replace(/[,;:.]+$/, ''), doubts }, words, page), ...evidence);
}
