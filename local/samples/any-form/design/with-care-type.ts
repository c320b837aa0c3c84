import { seededRandom } from '../../random.ts';
import { BUILD_CARE_TYPE_WORDINGS } from '../wordings/build-care-type-wordings.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import { pickLabels } from './draw-design.ts';
import type { FormDesign } from './form-design.ts';

/** The same form, of the half that the reader is built with, with boxes for the kind of care. The same seed gives the same. */
export function withCareType(form: FormDesign, seed: number): FormDesign {
  const random = seededRandom(seed);
  const labelOf = pickLabels(BUILD_CARE_TYPE_WORDINGS, form.family, random);
  const isOwn = (name: LabelName): boolean => Object.hasOwn(BUILD_CARE_TYPE_WORDINGS, name);
  return {
    ...form,
    careType: {
      part: random.pick(['patient', 'patient', 'provider'] as const),
      isBoxAfter: random.next() < 0.15,
    },
    labelOf: (name) => (isOwn(name) ? labelOf(name) : form.labelOf(name)),
  };
}
