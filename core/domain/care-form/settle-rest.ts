import { addDays } from '../coverage/calendar.ts';
import type { CareForm, ReadField } from './care-form.ts';
import { fieldOfCandidate } from './who/evidence.ts';
import type { FormPage } from './who/form-page.ts';

/** Nobody signs later than this after the last care, as far as a reader can tell. */
const longestDaysToSignature = 120;

/**
 * The day of signature where no label gives it: the last day on the form that is on or after the last care and stands below
 * all acts.
 */
function signatureDate(form: CareForm, pages: readonly FormPage[]): ReadField<string> | undefined {
  if (form.signatureDate !== undefined) return form.signatureDate;
  const last = form.acts
    .flatMap(({ dateOfCare }) => dateOfCare?.value ?? [])
    .toSorted()
    .at(-1);
  const page = pages.at(-1);
  if (last === undefined || page === undefined) return undefined;
  const bottom = Math.max(
    ...(page.contentTable?.acts ?? []).map(({ source }) => source.box.top),
    ...[...(page.contentTable?.words ?? [])].map((word) => word.bottom),
  );
  const [lowest] = page.candidates.dates
    .filter(
      ({ parsed, top }) =>
        parsed.value >= last && parsed.value <= addDays(last, longestDaysToSignature) && !(top < bottom),
    )
    .toSorted((a, b) => b.top - a.top);
  return lowest && fieldOfCandidate(lowest, page.reading.frame.number, 'PLACE');
}

/** The only RIB on the form whose key is right, where no label gives one or what it gives cannot be one. */
function rib(form: CareForm, pages: readonly FormPage[]): ReadField<string> | undefined {
  const found = pages.flatMap((page) =>
    page.candidates.ribs.map((candidate) =>
      fieldOfCandidate(candidate, page.reading.frame.number, 'CHECK_DIGITS'),
    ),
  );
  const labelled = found.find(({ value }) => value === form.rib?.value);
  if (labelled !== undefined) return { ...labelled, evidence: ['CHECK_DIGITS', 'LABEL'] };
  const [only, ...others] = found;
  if (form.rib?.doubts.length === 0 || only === undefined || others.some(({ value }) => value !== only.value))
    return form.rib;
  return only;
}

/** Fields that neither the registry nor the table gives. */
export function settleRest(form: CareForm, pages: readonly FormPage[]): CareForm {
  return { ...form, signatureDate: signatureDate(form, pages), rib: rib(form, pages) };
}
