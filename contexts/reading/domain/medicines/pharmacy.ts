import { daysBetween, foldLatin } from '#shared';
import type { Candidate } from '../candidates/candidate.ts';
import type { ReadField } from '../care-form.ts';
import { ofThisCentury } from '../date-parser.ts';
import { isReadFrom } from '../field-words.ts';
import type { FormPage } from '../form-page.ts';
import { nearlySurePercent, withDoubt, withEvidence } from '../read-field.ts';
import { fieldOfCandidate, fieldOfSeen } from '../who/evidence.ts';
import { isPharmacy, type ProviderHypothesis } from '../who/provider-hypotheses.ts';

/** Pharmacies of the register whose numbers stand on the pages. */
const numberedPharmacies = (hypotheses: readonly ProviderHypothesis[]): readonly ProviderHypothesis[] =>
  hypotheses.filter(
    ({ provider, numbers, barcodes }) => isPharmacy(provider) && numbers.length + barcodes.length > 0,
  );

/** Who sold the medicines, by what the register says of the numbers on the pages; nobody where two are as likely. */
export function likeliestPharmacy(hypotheses: readonly ProviderHypothesis[]): ProviderHypothesis | undefined {
  const [best, second] = numberedPharmacies(hypotheses).toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score === second?.score ? undefined : best;
}

/**
 * The number of the likeliest pharmacy; doubted where that of another one is on the pages: nobody can tell which of them sold which
 * boxes, and a person says it line by line.
 */
export function pharmacyInpe(
  { numbers, names }: ProviderHypothesis,
  hypotheses: readonly ProviderHypothesis[],
): ReadField<string> | undefined {
  const found = fieldOfSeen(numbers, 'REGISTRY');
  if (found === undefined) return undefined;
  const field = names.length > 0 ? withEvidence(found, 'REGISTRY', 'NEIGHBOURS') : found;
  return numberedPharmacies(hypotheses).length > 1 ? withDoubt(field, 'CONFLICTING_VALUES') : field;
}

/** Words that stand beside the day of dispensing more often than not: evidence, never needed. */
const dispensing = /^(?:deliv|dispens|remis|achat|vente|vendu|servi)|صرف|تسليم|بيع/u;
const pharmacyWord = /^(?:pharm|officine|off)|صيدل/u;
/** Days of other things. */
const otherDay = /^(?:ne|nee|naiss|naissance|signature|signe|per|exp|peremption|lot)$|ازدياد|ولادة|توقيع/u;

/** So many lines off, a day still belongs to the part of the page. */
const linesOfPart = 6;

/** A day that is on a pharmacy's own line, or in its part beside a word for a sale, is one of a sale whatever other day is likelier. */
const weightOfSale = 3;

interface DatedPlace {
  readonly candidate: Candidate<string>;
  readonly page: number;
  readonly weight: number;
}

const asWord = ({ text }: { readonly text: string }): string => foldLatin(text) || text;

const wordsOfRow = ({ rows }: FormPage, row: number): readonly string[] =>
  (rows[row]?.tokens ?? []).map(asWord);

/** Heights at which the pharmacy is named on a page. */
function placesOfPharmacy(page: FormPage, pharmacy: ProviderHypothesis | undefined): readonly number[] {
  const number = page.reading.frame.number;
  const numbers = (pharmacy?.numbers ?? []).filter((seen) => seen.page === number);
  const named = page.rows.flatMap((row, index) =>
    wordsOfRow(page, index).some((word) => pharmacyWord.test(word)) ? [row.y] : [],
  );
  return [...numbers.map(({ candidate: { top, bottom } }) => (top + bottom) / 2), ...named];
}

/** The words that stand before a day on its line, the nearest last. */
const wordsBefore = (date: Candidate<string>, { rows }: FormPage): readonly string[] =>
  (rows[date.row]?.tokens ?? [])
    .filter((token) => token.right <= date.left + 1e-6)
    .slice(-3)
    .map(asWord);

/** Whether the words before a day say that it is of something else. */
const isOtherDay = (date: Candidate<string>, page: FormPage): boolean =>
  wordsBefore(date, page)
    .slice(-2)
    .some((word) => otherDay.test(word));

/** How much the place of a day says that it is that of the dispensing; 0 where it says nothing. */
function weightOf(date: Candidate<string>, page: FormPage, places: readonly number[]): number {
  if (isOtherDay(date, page)) return 0;
  const { lineHeight } = page.reading.frame;
  const after = (page.rows[date.row]?.tokens ?? []).filter((token) => token.left >= date.right - 1e-6);
  const beside = [...wordsBefore(date, page), ...after.slice(0, 3).map(asWord)];
  const lines = Math.min(...places.map((y) => Math.abs(y - (date.top + date.bottom) / 2) / lineHeight));
  const near = lines < 1 ? 3 : lines < linesOfPart / 2 ? 2 : lines < linesOfPart ? 1 : 0;
  return near + (beside.some((word) => dispensing.test(word)) ? 2 : 0);
}

/** Longest time between the first care on a form and the dispensing of what was prescribed, as far as a reader can tell. */
const longestDays = 200;

/**
 * Whether the pages have the day of a field once more, read for sure: that of an act or of the prescription is hardly ever what a
 * misreading of this one would give.
 */
function isReadElsewhere(field: ReadField<string>, pages: readonly FormPage[]): boolean {
  return pages.some(({ candidates, reading: { frame } }) =>
    candidates.dates
      .filter(({ parsed, words }) => parsed.value === field.value && !isReadFrom(field, words, frame.number))
      .some((date) => fieldOfCandidate(date, frame.number).doubts.length === 0),
  );
}

/**
 * The day on which the medicines were sold: the day that stands where the pharmacy is named, on its line, in its part or on its
 * stamp. It is repeated where the pages have the same day elsewhere, and doubted where another day is one of a sale too: a person
 * says which boxes were sold on which.
 * @param careDays days of the acts (ISO): births are far from them
 */
export function dispensedOn(
  pages: readonly FormPage[],
  pharmacy: ProviderHypothesis | undefined,
  careDays: readonly string[],
): ReadField<string> | undefined {
  const found = pages.flatMap((page): readonly DatedPlace[] => {
    const places = placesOfPharmacy(page, pharmacy);
    const acts = page.contentTable?.words;
    return page.candidates.dates
      .filter(({ words }) => !words.some((word) => acts?.has(word) === true))
      .filter(({ parsed: { value } }) =>
        careDays.every((day) => Math.abs(daysBetween(day, value)) <= longestDays),
      )
      .map((candidate) => ({
        candidate: { ...candidate, parsed: ofThisCentury(candidate.parsed) },
        page: page.reading.frame.number,
        weight: weightOf(candidate, page, places),
      }))
      .filter(({ weight }) => weight > 0);
  });
  const best = Math.max(0, ...found.map(({ weight }) => weight));
  const likeliest = found.filter(({ weight }) => weight === best);
  const field = fieldOfSeen(likeliest, 'PLACE');
  if (field === undefined) return undefined;
  const isRepeated =
    found.filter(({ candidate }) => candidate.parsed.value === field.value).length > 1 ||
    (field.confidencePercent >= nearlySurePercent && isReadElsewhere(field, pages));
  const isDisputed = found.some(
    ({ candidate, weight }) =>
      weight >= Math.min(best, weightOfSale) && candidate.parsed.value !== field.value,
  );
  const repeated = isRepeated ? withEvidence(field, 'REPEATED', 'PLACE') : field;
  return isDisputed ? withDoubt(repeated, 'CONFLICTING_VALUES') : repeated;
}

/**
 * The day of a prescription: the first on its page that is not the pharmacy's, a birth or the end of a box; doubted where others on
 * the page are as likely.
 */
function dayOfPrescription(
  page: FormPage,
  pharmacy: ProviderHypothesis | undefined,
): ReadField<string> | undefined {
  const places = placesOfPharmacy(page, pharmacy);
  const { frame } = page.reading;
  const isPharmacys = (date: Candidate<string>): boolean => weightOf(date, page, places) > 0;
  const [first, ...others] = page.candidates.dates
    .filter((date) => !isPharmacys(date) && !isOtherDay(date, page))
    .map((date) => ({ ...date, parsed: ofThisCentury(date.parsed) }))
    .toSorted((a, b) => a.top - b.top);
  if (first === undefined) return undefined;
  const field = fieldOfCandidate(first, frame.number, 'PLACE');
  const isDisputed = others.some(({ parsed }) => parsed.value !== first.parsed.value);
  return isDisputed ? withDoubt(field, 'CONFLICTING_VALUES') : field;
}

/**
 * The day on which somebody prescribed what was sold: of several prescriptions, that of the last one that is not later than the
 * dispensing.
 * @param pages those that are prescriptions
 */
export function prescribedOn(
  pages: readonly FormPage[],
  pharmacy: ProviderHypothesis | undefined,
  dispensed: ReadField<string> | undefined,
): ReadField<string> | undefined {
  const days = pages.flatMap((page) => dayOfPrescription(page, pharmacy) ?? []);
  const isInTime = ({ value }: ReadField<string>): boolean =>
    dispensed !== undefined && value <= dispensed.value;
  return days.toSorted(
    (a, b) =>
      Number(isInTime(b)) - Number(isInTime(a)) ||
      a.doubts.length - b.doubts.length ||
      (a.value < b.value ? 1 : -1),
  )[0];
}
