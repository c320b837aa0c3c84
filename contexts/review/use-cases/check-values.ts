import type { CareForm } from '#reading';
import type { RuleBook } from '#rules';
import type { Staff } from '#shared';
import type { FieldChange } from '../api/review.ts';
import type { FieldPlace, KeyedValue } from '../domain/claim-review.ts';
import { emptiedAt, fieldAt, hasPlace, parseFieldValue, samePlace } from '../domain/form-fields.ts';
import { isIdentityField } from '../api/mask-review.ts';
import { isShownMasked } from '../domain/masked-value.ts';
import { isMaskedFor } from './review-access.ts';
import { ReviewRefusal } from './review-refusal.ts';

/**
 * Values as the form keeps them.
 * @throws ReviewRefusal VALUE_INVALID that names the fields
 */
export function checkValues(form: CareForm, changes: readonly FieldChange[]): readonly KeyedValue[] {
  const values = changes.map(({ field, line, value }) => {
    const place = { field, line };
    return { place, value: hasPlace(form, place) ? parseFieldValue(field, value) : undefined };
  });
  const wrong = values.filter(({ value }) => value === undefined).map(({ place }) => place);
  const twice = changes.filter((change, index) =>
    changes.some((other, earlier) => earlier < index && samePlace(other, change)),
  );
  if (wrong.length > 0 || twice.length > 0)
    throw new ReviewRefusal('VALUE_INVALID', 'Not a value of this field, or no such line.', [
      ...wrong,
      ...twice,
    ]);
  return values.flatMap(({ place, value }) => (value === undefined ? [] : [{ ...place, value }]));
}

/** Only what stands there, or was taken out, and is seen, can be confirmed. */
export function requireConfirmable(
  form: CareForm,
  places: readonly FieldPlace[],
  isBlind: (place: FieldPlace) => boolean,
): void {
  const isThere = (place: FieldPlace): boolean =>
    fieldAt(form, place) !== undefined || emptiedAt(form, place) !== undefined;
  const wrong = places.filter((place) => !isThere(place) || isBlind(place));
  if (wrong.length > 0)
    throw new ReviewRefusal('VALUE_INVALID', 'There is nothing to confirm: key what the scan says.', wrong);
}

/** What a contractor does not see, they do not change. */
export function requireUnmasked(places: readonly FieldPlace[], staff: Staff): void {
  const hidden = isMaskedFor(staff) ? places.filter(({ field }) => isIdentityField(field)) : [];
  if (hidden.length > 0)
    throw new ReviewRefusal(
      'NOT_ALLOWED',
      'Fields that say whose claim it is are not for contractors.',
      hidden,
    );
}

/** Whether a contractor does not see what stands there, and so cannot say that it is right. */
export function isHiddenFrom(
  { userId, roles }: Pick<Staff, 'userId' | 'roles'>,
  place: FieldPlace,
  form: CareForm,
  rules: RuleBook,
): boolean {
  const read = fieldAt(form, place);
  return (
    isMaskedFor({ roles }) &&
    read !== undefined &&
    !isShownMasked(place, read.value, read, { form, userId, rules })
  );
}
