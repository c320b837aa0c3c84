import type { StoredForm } from '#reading';
import type { ClaimReview, KeyedValue, Keying } from '../domain/claim-review.ts';
import { correctFields } from '../domain/correct-form.ts';
import { samePlace } from '../domain/form-fields.ts';
import type { RecordedChange } from '../ports.ts';
import type { ReviewDependencies } from './review-dependencies.ts';
import { recorded, saveRevision, type StepOf } from './review-step.ts';

/** What a review becomes by keyed values that are taken into the form, and the record of who keyed what. */
export interface Adopted {
  readonly fields: Partial<ClaimReview>;
  readonly changes: readonly RecordedChange[];
}

/** Takes values that two people keyed, or that a supervisor settled, into the form: from now on one person cannot change them. */
export async function adoptKeyed(
  step: StepOf,
  stored: StoredForm,
  values: readonly KeyedValue[],
  dependencies: Pick<ReviewDependencies, 'readings'>,
): Promise<Adopted> {
  const { review, staff } = step;
  const by = [...new Set([...(review.firstKeying ? [review.firstKeying.by] : []), staff.userId])];
  const corrected = correctFields(stored.form, values, by);
  const formRevision = await saveRevision(step, { ...stored, form: corrected.form }, dependencies);
  const settled = [
    ...review.settled.filter((place) => !values.some((value) => samePlace(value, place))),
    ...values.map(({ field, line }) => ({ field, line })),
  ];
  return {
    fields: { formRevision, settled, firstKeying: undefined, secondKeying: undefined },
    changes: [
      ...keyedBefore(step, review.firstKeying),
      ...keyedBefore(step, review.secondKeying ?? review.keying),
      ...corrected.changes.map((change) => recorded(step, change)),
    ],
  };
}

/** What someone keyed before, now that it may be seen: for the record. */
function keyedBefore({ now }: StepOf, keying: Keying | undefined): readonly RecordedChange[] {
  if (keying === undefined) return [];
  return keying.values.map(({ field, line, value }) => ({
    at: now.toISOString(),
    by: keying.by,
    what: 'keyed',
    field,
    line,
    after: value,
  }));
}
