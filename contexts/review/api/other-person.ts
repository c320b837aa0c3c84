import { isAnswered, isOverridable } from '#adjudication';
import type { Finding } from '#claims';
import type { CareForm } from '#reading';
import type { OtherPerson } from './review.ts';
import type { ClaimReview, FieldPlace, ReviewedFinding } from '../domain/claim-review.ts';
import { confirmFields } from '../domain/correct-form.ts';
import { emptiedAt, fieldAt, placesOf } from '../domain/form-fields.ts';
import { placesOfFinding } from '../domain/finding-places.ts';
import type { ReviewMaterial } from '../domain/review-material.ts';

type Reader = ReviewMaterial['reader'];

/**
 * Whether a claim is for others than somebody: they keyed what is to be compared now, or had it looked at again after it was
 * rejected.
 */
export function isForOthers(
  {
    state,
    firstKeying,
    secondKeying,
    reopenedBy,
  }: Pick<ClaimReview, 'state' | 'firstKeying' | 'secondKeying' | 'reopenedBy'>,
  userId: string,
): boolean {
  if (reopenedBy === userId) return true;
  if (state === 'SECOND_KEYING') return firstKeying?.by === userId;
  return state === 'DISPUTED' && [firstKeying, secondKeying].some((keying) => keying?.by === userId);
}

/**
 * Why this reader cannot settle the claim alone, or at all: to be said before they begin, since their work would be in vain.
 * @param toKey places that two people have to key
 */
export function otherPersonNeeded(
  { review, stored, reader }: Pick<ReviewMaterial, 'review' | 'stored' | 'reader'>,
  toKey: readonly FieldPlace[],
): OtherPerson[] {
  if (review.state === 'CLOSED') return [];
  if (reader.isOwnFamily === true) return [{ because: 'OWN_FAMILY', isBlocking: true, fields: [] }];
  if (reader.isOfTaker === true || isForOthers(review, reader.userId))
    return [{ because: 'KEYED_BEFORE', isBlocking: true, fields: [] }];
  const needed: OtherPerson[] = [];
  const doubted = ownChanges(review, stored.form, reader);
  if (doubted !== undefined) needed.push({ because: 'OWN_CHANGE', isBlocking: false, fields: doubted });
  if (review.state === 'OPEN' && toKey.length > 0)
    needed.push({ because: 'TWO_PEOPLE', isBlocking: false, fields: [...toKey] });
  return needed;
}

/** Fields that this reader changed, of doubts that only somebody else's word answers; undefined where there are none. */
function ownChanges(
  { findings, state }: ClaimReview,
  form: CareForm,
  { userId }: Reader,
): OtherPerson['fields'] | undefined {
  if (state !== 'OPEN') return undefined;
  const places = placesOf(form).filter(
    (place) => fieldAt(form, place) !== undefined || emptiedAt(form, place) !== undefined,
  );
  // What this reader says of the whole form, and what another says of all of it but some places.
  const own = confirmFields(form, places, [userId]).form;
  const other = (left: readonly FieldPlace[]): CareForm =>
    confirmFields(
      own,
      places.filter((place) => !left.includes(place)),
      [userId, SOMEBODY_ELSE],
    ).form;
  const open = findings
    .filter(isOpen)
    .filter((finding) => !isAnswered(finding, own) && isAnswered(finding, other([])));
  if (open.length === 0) return undefined;
  return places
    .filter((place) => open.some((finding) => !isAnswered(finding, other([place]))))
    .map(({ field, line }) => ({ field, line }));
}

/** Who can lift a finding that stays: whoever reads, as long as they have not looked at all that it is about. */
export function liftedBy(
  finding: Finding,
  form: CareForm,
  userId: string,
): 'reader' | 'other-person' | 'supervisor' | 'nobody' {
  const isSeen = (place: FieldPlace): boolean => fieldAt(form, place)?.attestedBy?.includes(userId) === true;
  if (finding.kind === 'missing' || !placesOfFinding(finding, form).every(isSeen)) return 'reader';
  const byAnother = confirmFields(form, placesOf(form), [userId, SOMEBODY_ELSE]).form;
  if (isAnswered(finding, byAnother)) return 'other-person';
  return isOverridable(finding) ? 'supervisor' : 'nobody';
}

/** No user id. */
const SOMEBODY_ELSE = '';

/** Codes of older rules are among them, and are answered by nothing. */
const isOpen = (finding: ReviewedFinding): finding is ReviewedFinding & Finding => finding.kind !== 'signal';
