import { addDays, foldLatin } from '#shared';
import { ofThisCentury } from './date-parser.ts';
import { attachmentsCount } from './attachments-count.ts';
import type { Candidate } from './candidates/candidate.ts';
import type { CareForm, ReadField } from './care-form.ts';
import { fieldOfCandidate } from './who/evidence.ts';
import { dossierNumber } from './dossier-number.ts';
import { isReadFrom } from './field-words.ts';
import type { FormPage } from './form-page.ts';
import { insuredAddress } from './insured-address.ts';
import { signatureCity } from './signature-city.ts';
import type { PageWord } from './page-frame.ts';

/** Nobody signs later than this after the last care, as far as a reader can tell. */
const longestDaysToSignature = 120;

/**
 * The day of signature where no label gives it: the first day on the form that is on or after the last care and stands below
 * all acts. Later ones are stamped on when the form is handed in.
 */
function signatureDate(form: CareForm, pages: readonly FormPage[]): ReadField<string> | undefined {
  if (form.signatureDate !== undefined && !isBirthDate(form.signatureDate.value, form))
    return form.signatureDate;
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
  // Stamps bear the day of the care or of the pharmacy as often as that of the signature.
  const isOther = (day: string): boolean => day === last || day === form.dispensing?.dispensedOn?.value;
  const [likeliest] = page.candidates.dates
    .filter(({ words }) => !isDispensingDay(words, page, form))
    .filter(
      ({ parsed, top }) =>
        parsed.value >= last && parsed.value <= addDays(last, longestDaysToSignature) && !(top < bottom),
    )
    .map((date) => ({ date, day: date.parsed.value, weight: signatureWeight(date, page) }))
    .filter(({ weight }) => weight > 0)
    .toSorted(
      (a, b) =>
        b.weight - a.weight || Number(isOther(a.day)) - Number(isOther(b.day)) || a.day.localeCompare(b.day),
    );
  if (likeliest === undefined) return undefined;
  const { date } = likeliest;
  return fieldOfCandidate(
    { ...date, parsed: ofThisCentury(date.parsed) },
    page.reading.frame.number,
    'PLACE',
  );
}

/** Whether words are the day of the pharmacy, which signs nothing. */
function isDispensingDay(words: readonly PageWord[], page: FormPage, { dispensing }: CareForm): boolean {
  return isReadFrom(dispensing?.dispensedOn, words, page.reading.frame.number);
}

/** Whether a day is one that the registry knows as the insured's or the patient's birth date, which a label took by mistake. */
function isBirthDate(day: string, { insuredBirthDate, patientBirthDate }: CareForm): boolean {
  return [insuredBirthDate, patientBirthDate].some(
    (birth) => birth?.value === day && birth.evidence?.includes('REGISTRY') === true,
  );
}

const signing = /^(?:fait|lieu|signe|le|date|a|sign)$/;
/** What an agency stamps on a form, and printers print at its foot. */
const noSigning = /^(?:recu|depot|depose|arrivee|imprime|edite|imp|agence)$/;

/** How much the words before a date say that it is that of the signature; 0 where they say that it is not. */
function signatureWeight(date: Candidate<string>, { rows }: FormPage): number {
  const before = (rows[date.row]?.tokens ?? []).filter((token) => token.right <= date.left + 1e-6);
  const words = before.flatMap((token) => foldLatin(token.text).split(' '));
  if (words.some((word) => noSigning.test(word))) return 0;
  return words.some((word) => signing.test(word)) ? 2 : 1;
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
  const dated = { ...form, signatureDate: signatureDate(form, pages), address: insuredAddress(form, pages) };
  return {
    ...dated,
    attachmentsCount: attachmentsCount(form, pages),
    dossierNumber: dossierNumber(form, pages),
    city: signatureCity(dated, pages),
    rib: rib(form, pages),
  };
}
