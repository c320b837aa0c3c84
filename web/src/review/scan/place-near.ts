import { reviewFields } from '../../../../contexts/review/domain/review-names.ts';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';

type Place = NonNullable<ReviewField['source']>;

/**
 * Where a field without a place of its own would stand: around the other fields of its line, else of its part of the form, on the page
 * that has most of them. Undefined where none of them has a place.
 */
export function placeNear(field: ReviewField, fields: readonly ReviewField[]): Place | undefined {
  const isOfLine = (other: ReviewField): boolean => field.line !== undefined && other.line === field.line;
  const isOfPart = (other: ReviewField): boolean =>
    reviewFields[other.field].part === reviewFields[field.field].part;
  const placesOf = (belongs: (other: ReviewField) => boolean): readonly Place[] =>
    fields.filter(belongs).flatMap(({ source }) => source ?? []);
  const ofLine = placesOf(isOfLine);
  return around(ofLine.length > 0 ? ofLine : placesOf(isOfPart));
}

function around(places: readonly Place[]): Place | undefined {
  const byPage = Map.groupBy(places, ({ page }) => page);
  const [most] = [...byPage.values()].toSorted((a, b) => b.length - a.length);
  const [first] = most ?? [];
  if (most === undefined || first === undefined) return undefined;
  const left = Math.min(...most.map(({ box }) => box.left));
  const top = Math.min(...most.map(({ box }) => box.top));
  const right = Math.max(...most.map(({ box }) => box.left + box.width));
  const bottom = Math.max(...most.map(({ box }) => box.top + box.height));
  return { page: first.page, box: { left, top, width: right - left, height: bottom - top } };
}
