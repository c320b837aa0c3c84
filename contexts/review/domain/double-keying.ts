import type { Claim } from '#claims';
import { billedForBoxes, type CareForm } from '#reading';
import type { RuleBook } from '#rules';
import type { Centimes } from '#shared';
import type { ClaimReview, FieldPlace, FieldValue, KeyedValue, Keying } from './claim-review.ts';
import { correctFields } from './correct-form.ts';
import { emptiedAt, fieldAt, placesOf, samePlace } from './form-fields.ts';
import { isOfLine, paidLinesOf } from './paid-lines.ts';
import { reviewFields } from './review-names.ts';

/**
 * Double keying (double saisie): where much money is billed, two people key amounts, identity numbers and whatever one of them changed
 * without seeing what stands there, nor each other; what they agree on is taken.
 */

/** Whether the amounts billed call for it: as they were read, as they were corrected since, or as someone keys them now. */
export function needsTwoPeople(
  { billedCentimes, keying, firstKeying }: Pick<ClaimReview, 'billedCentimes' | 'keying' | 'firstKeying'>,
  form: CareForm,
  rules: RuleBook,
  day: string,
): boolean {
  const keyed = [keying, firstKeying].flatMap((one) =>
    one === undefined ? [] : [billedBy(correctFields(form, one.values, [one.by]).form)],
  );
  const highest = Math.max(billedCentimes, billedBy(form), ...keyed);
  return highest >= rules.reviewSettingsOn(day).doubleKeyingFromCentimes;
}

function billedBy({ acts, totalCentimes, dispensing }: CareForm): Centimes {
  const ofActs = acts.reduce((sum, act) => sum + (act.billedCentimes?.value ?? 0), 0);
  const boxes = dispensing?.medicines ?? [];
  const ofBoxes = boxes.reduce((sum, medicine) => sum + (billedForBoxes(medicine) ?? 0), 0);
  return Math.max(ofActs + ofBoxes, totalCentimes?.value ?? 0);
}

/**
 * What two people still have to key: amounts and identity numbers that are neither settled nor of a line that was paid; and what
 * somebody changed of the rest that makes a price.
 */
export function placesToKey(
  form: CareForm,
  { settled }: Pick<ClaimReview, 'settled'>,
  claim: Pick<Claim, 'settledPart'>,
): readonly FieldPlace[] {
  const paid = paidLinesOf(claim, form);
  const isChanged = (place: FieldPlace): boolean =>
    fieldAt(form, place)?.isCorrected === true || emptiedAt(form, place) !== undefined;
  const isKeyedTwice = (place: FieldPlace): boolean => {
    const { keyedTwice } = reviewFields[place.field];
    return keyedTwice === 'always' || (keyedTwice === 'once-changed' && isChanged(place));
  };
  return placesOf(form).filter(
    (place) =>
      isKeyedTwice(place) && !isOfLine(place, paid) && !settled.some((other) => samePlace(other, place)),
  );
}

/** What a claim's review is about; of the claim, whether it can still be taken back. */
interface Keyable {
  readonly review: ClaimReview;
  readonly claim: Pick<Claim, 'settledPart' | 'decidableFrom'>;
  readonly form: CareForm;
}

/** What two people have yet to key of a claim; nothing of one that was sent to be decided and cannot be taken back. */
export function placesYetToKey(
  { review, claim, form }: Keyable,
  rules: RuleBook,
  day: string,
): readonly FieldPlace[] {
  const isOver = review.state === 'CLOSED' && claim.decidableFrom === undefined;
  return !isOver && needsTwoPeople(review, form, rules, day) ? placesToKey(form, review, claim) : [];
}

/** Whether somebody does not see what is yet to be keyed; whoever compares does. */
export function isKeyedBlind(
  { state }: Pick<ClaimReview, 'state'>,
  toKey: readonly FieldPlace[],
  isSupervisor: boolean,
): boolean {
  return toKey.length > 0 && !(state === 'DISPUTED' && isSupervisor);
}

export function keyedAt(keying: Keying | undefined, place: FieldPlace): FieldValue | undefined {
  return keying?.values.find((keyed) => samePlace(keyed, place))?.value;
}

/** The keying with further values; a value keyed again replaces the former one. What someone else began is not kept. */
export function withKeyed(keying: Keying | undefined, by: string, values: readonly KeyedValue[]): Keying {
  const kept = keying?.by === by ? keying.values : [];
  return {
    by,
    values: [...kept.filter((old) => !values.some((value) => samePlace(value, old))), ...values],
  };
}

/** The keying without what was written into the form by now: it is no secret any more, and counts no more. */
export function withoutKeyed(keying: Keying | undefined, written: readonly FieldPlace[]): Keying | undefined {
  return (
    keying && {
      ...keying,
      values: keying.values.filter((keyed) => !written.some((place) => samePlace(place, keyed))),
    }
  );
}

/** Places that have not been keyed. */
export function unkeyed(places: readonly FieldPlace[], keying: Keying | undefined): readonly FieldPlace[] {
  return places.filter((place) => keyedAt(keying, place) === undefined);
}

/** Places where the two differ, and those where they agree with what they agree on. */
export function compareKeyings(
  places: readonly FieldPlace[],
  first: Keying | undefined,
  second: Keying | undefined,
): { readonly agreed: readonly KeyedValue[]; readonly disputed: readonly FieldPlace[] } {
  const agreed: KeyedValue[] = [];
  const disputed: FieldPlace[] = [];
  for (const place of places) {
    const value = keyedAt(first, place);
    if (value !== undefined && value === keyedAt(second, place)) agreed.push({ ...place, value });
    else disputed.push(place);
  }
  return { agreed, disputed };
}

/** What was keyed when a line is taken out of the form: its own values go, those of later lines move up. */
export function withoutLine<Place extends FieldPlace>(
  places: readonly Place[],
  removed: number,
): readonly Place[] {
  return places
    .filter(({ line }) => line !== removed)
    .map((place) =>
      place.line !== undefined && place.line > removed ? { ...place, line: place.line - 1 } : place,
    );
}
