import type { Claim } from '#claims';
import type { CareForm } from '#reading';
import { dayInMorocco, type Staff } from '#shared';
import type { Review, SaveCorrections } from '../api/review.ts';
import type { ClaimReview, FieldPlace, KeyedValue } from '../domain/claim-review.ts';
import {
  addBoxes,
  addLines,
  confirmFields,
  correctFields,
  removeLine,
  type FormChange,
  withTotalSaidBy,
} from '../domain/correct-form.ts';
import {
  needsTwoPeople,
  placesToKey,
  withKeyed,
  withoutKeyed,
  withoutLine,
} from '../domain/double-keying.ts';
import { paidLinesOf } from '../domain/paid-lines.ts';
import { fieldAt, samePlace } from '../domain/form-fields.ts';
import { checkValues, isHiddenFrom, requireConfirmable, requireUnmasked } from './check-values.ts';
import { presentReview } from './present-review.ts';
import { findReviewFor } from './review-access.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { ReviewRefusal } from './review-refusal.ts';
import {
  beginStep,
  claimOf,
  holdUntil,
  nextReview,
  recorded,
  requireHeld,
  requireState,
  requireWritten,
  saveRevision,
  type StepOf,
} from './review-step.ts';

/**
 * Saves what a person read on the scan. Lines are added first and removed last: the changes count them as they are in
 * between. What two people key is kept apart until they agree.
 * @throws ReviewRefusal NOT_HELD, CLAIM_HELD, VERSION_CHANGED, WRONG_STATE, VALUE_INVALID, FIELD_SETTLED,
 *   LINE_PAID, NOT_ALLOWED
 */
export async function saveCorrections(
  claimId: string,
  request: SaveCorrections,
  staff: Staff,
  dependencies: ReviewDependencies,
): Promise<Review> {
  const step = await beginStep('saveCorrections', claimId, request, staff, dependencies);
  if (step === undefined)
    return presentReview(
      'saveCorrections',
      await findReviewFor(claimId, staff, dependencies),
      staff,
      dependencies,
    );
  requireHeld(step);
  requireState(step, 'OPEN', 'SECOND_KEYING');
  const { review } = step;
  const stored = await dependencies.readings.loadForm(claimId, review.formRevision);
  const claim = await claimOf(review, dependencies);
  const corrected = correct(stored.form, request, { ...step, claim }, dependencies);
  const isFormChanged = corrected.form !== stored.form;
  const next = nextReview(step, {
    heldUntil: holdUntil(step.now, dependencies),
    keying: corrected.keying,
    settled: corrected.settled,
    formRevision: isFormChanged
      ? await saveRevision(step, { ...stored, form: corrected.form }, dependencies)
      : review.formRevision,
  });
  const changes = corrected.changes.map((change) => recorded(step, change));
  requireWritten(await dependencies.reviews.save({ review: next, changes }));
  return presentReview('saveCorrections', next, staff, dependencies);
}

interface Corrected extends Pick<ClaimReview, 'keying' | 'settled'> {
  readonly form: CareForm;
  readonly changes: readonly FormChange[];
}

function correct(
  form: CareForm,
  request: SaveCorrections,
  { review, staff, now, claim }: StepOf & { readonly claim: Claim },
  { rules }: ReviewDependencies,
): Corrected {
  const { addBoxes: boxCount = 0 } = request;
  const isReshaped = request.addLines > 0 || boxCount > 0 || request.removeLines.length > 0;
  if (isReshaped && review.state !== 'OPEN')
    throw new ReviewRefusal('WRONG_STATE', 'Lines cannot be added or removed between the two keyings.');
  const acts = addLines(form, request.addLines);
  const boxes = addBoxes(acts.form, boxCount);
  const added = { form: boxes.form, changes: [...acts.changes, ...boxes.changes] };
  const values = checkValues(added.form, request.changes);
  const touched = [...values, ...request.confirmed, ...request.removeLines.map((line) => ({ line }))];
  requireUnpaid(touched, paidLinesOf(claim, added.form));
  const attestedBy = [staff.userId];
  const today = dayInMorocco(now);
  if (needsTwoPeople(review, form, rules, today)) requireUnsettled(values, review);
  // What two people agreed on is theirs only while it stands: another value begins anew.
  const settled = review.settled.filter(
    (place) => !values.some((value) => samePlace(value, place) && isOther(added.form, value)),
  );
  const asKeyed = { ...review, keying: withKeyed(review.keying, staff.userId, values) };
  const isTwice = needsTwoPeople(asKeyed, added.form, rules, today);
  const toKey = isTwice ? placesToKey(added.form, { settled }, claim) : [];
  const isToKey = (place: FieldPlace): boolean => toKey.some((other) => samePlace(other, place));
  const keyed = values.filter(isToKey);
  const open = values.filter((value) => !isToKey(value));
  requireUnmasked([...values, ...request.confirmed], staff);
  requireConfirmable(
    added.form,
    request.confirmed,
    (place) => isToKey(place) || isHiddenFrom(staff, place, added.form, rules),
  );
  const corrected = correctFields(added.form, open, attestedBy);
  const confirmed = confirmFields(corrected.form, request.confirmed, attestedBy);
  // What one person changes of a large bill is keyed by it: the other one keys it too.
  const toKeyNow = isTwice ? placesToKey(confirmed.form, { settled }, claim) : [];
  const changed = open.filter((value) => toKeyNow.some((place) => samePlace(place, value)));
  const changes: FormChange[] = [
    ...added.changes,
    ...corrected.changes,
    ...confirmed.changes,
    // Without values: what one person keys, the other must not find in the record.
    ...keyed.map(({ field, line }): FormChange => ({ what: 'keyed', field, line })),
  ];
  const before = withoutKeyed(review.keying, open);
  const own = [...keyed, ...changed];
  const keying = own.length > 0 ? withKeyed(before, staff.userId, own) : before;
  const result = withoutLines({ form: confirmed.form, changes, keying, settled }, request.removeLines);
  return isReshaped ? { ...result, form: withTotalSaidBy(result.form, staff.userId) } : result;
}

/** Takes lines out from the last one up, so that each is counted as the person saw it. */
function withoutLines(corrected: Corrected, lines: readonly number[]): Corrected {
  const { acts, dispensing } = corrected.form;
  const last = acts.length + (dispensing?.medicines.length ?? 0) - 1;
  const downwards = [...new Set(lines)].toSorted((a, b) => b - a);
  if (downwards.some((line) => line > last))
    throw new ReviewRefusal('VALUE_INVALID', 'There is no such line to remove.');
  return downwards.reduce<Corrected>(({ form, changes, keying, settled }, line) => {
    const removed = removeLine(form, line);
    return {
      form: removed.form,
      changes: [...changes, ...removed.changes],
      keying: keying && { ...keying, values: withoutLine<KeyedValue>(keying.values, line) },
      settled: withoutLine(settled, line),
    };
  }, corrected);
}

const isOther = (form: CareForm, value: KeyedValue): boolean =>
  (fieldAt(form, value)?.value ?? null) !== value.value;

/** What a payment was for stands as it was paid. */
function requireUnpaid(places: readonly Partial<FieldPlace>[], paid: ReadonlySet<number>): void {
  const found = places.filter(({ line }) => line !== undefined && paid.has(line));
  if (found.length > 0)
    throw new ReviewRefusal('LINE_PAID', 'This line was paid; it is not changed any more.');
}

function requireUnsettled(values: readonly KeyedValue[], { settled }: ClaimReview): void {
  const places = values.filter((value) => settled.some((place) => samePlace(place, value)));
  if (places.length > 0)
    throw new ReviewRefusal(
      'FIELD_SETTLED',
      'Two people agreed on this value; it is not changed by one.',
      places,
    );
}
