import type { CareForm } from '../care-form.ts';
import type { FormPage } from '../form-page.ts';
import { withDoubt } from '../read-field.ts';
import { weighFamily, type FamilyHypothesis } from './family-hypotheses.ts';

/**
 * Doubts who was cared for where a page behind the form, as the prescription is, names a relative in full whom the form itself does not:
 * the patient's part may have gone unread.
 */
export function doubtByAttached(
  form: CareForm,
  best: FamilyHypothesis,
  attached: readonly FormPage[],
): CareForm {
  const { beneficiaryLink: link } = form;
  if (link === undefined || attached.length === 0) return form;
  const isOnForm = new Set(
    best.dependants
      .filter(({ names, births }) => names.length + births.length > 0)
      .map(({ dependant }) => dependant),
  );
  const isOther = weighFamily(best.family, attached).dependants.some(
    ({ dependant, names }) => !isOnForm.has(dependant) && names.some(({ match }) => match === 'same'),
  );
  return isOther ? { ...form, beneficiaryLink: withDoubt(link, 'CONFLICTING_VALUES') } : form;
}
