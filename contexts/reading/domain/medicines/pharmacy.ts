import { daysBetween, foldLatin } from '#shared';
import type { Candidate } from '../candidates/candidate.ts';
import type { ReadField } from '../care-form.ts';
import { ofThisCentury } from '../date-parser.ts';
import { isReadFrom } from '../field-words.ts';
import type { FormPage } from '../form-page.ts';
import { nearlySurePercent, withDoubt, withEvidence } from '../read-field.ts';
import { fieldOfCandidate, fieldOfSeen } from '../who/evidence.ts';
import { isPharmacy, type ProviderHypothesis } from '../who/provider-hypotheses.ts';

/** Who sold the medicines, by what the register says of the numbers on the pages; nobody where two are as likely. */
export function likeliestPharmacy(hypotheses: readonly ProviderHypothesis[]): ProviderHypothesis | undefined {
  const [best, second] = hypotheses
    .filter(({ provider, numbers, barcodes }) => isPharmacy(provider) && numbers.length + barcodes.length > 0)
    .toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score === second?.score ? undefined : best;
}

export function pharmacyInpe({ numbers, names }: ProviderHypothesis): ReadField<string> | undefined {
  const field = fieldOfSeen(numbers, 'REGISTRY');
  return field !== undefined && names.length > 0 ? withEvidence(field, 'REGISTRY', 'NEIGHBOURS') : field;
}

/** Words that stand beside the day of dispensing more often than not: evidence, never needed. */
const dispensing = /^(?:deliv|dispens|remis|achat|vente|vendu|servi)|صرف|تسليم|بيع/u;
const pharmacyWord = /^(?:pharm|officine|off)|صيدل/u;
/** Days of other things. */
const otherDay = /^(?:ne|nee|naiss|naissance|signature|signe|per|exp|peremption|lot)$|ازدياد|ولادة|توقيع/u;

/** So many lines off, a day still belongs to the part of the page. */
const linesOfPart = 6;

interface DatedPlace {
  readonly candidate: Candidate<string>;
  readonly page: number;
  readonly weight: number;
}

const wordsOfRow = ({ rows }: FormPage, row: number): readonly string[] =>
  (rows[row]?.tokens ?? []).map(({ text }) => foldLatin(text) || text);

/** Heights at which the pharmacy is named on a page. */
function placesOfPharmacy(page: FormPage, pharmacy: ProviderHypothesis | undefined): readonly number[] {
  const number = page.reading.frame.number;
  const numbers = (pharmacy?.numbers ?? []).filter((seen) => seen.page === number);
  const named = page.rows.flatMap((row, index) =>
    wordsOfRow(page, index).some((word) => pharmacyWord.test(word)) ? [row.y] : [],
  );
  return [...numbers.map(({ candidate: { top, bottom } }) => (top + bottom) / 2), ...named];
}

/** How much the place of a day says that it is that of the dispensing; 0 where it says nothing. */
function weightOf(date: Candidate<string>, page: FormPage, places: readonly number[]): number {
  const { lineHeight } = page.reading.frame;
  const before = (page.rows[date.row]?.tokens ?? []).filter((token) => token.right <= date.left + 1e-6);
  const after = (page.rows[date.row]?.tokens ?? []).filter((token) => token.left >= date.right - 1e-6);
  const beside = [before.slice(-3), after.slice(0, 3)].flat().map(({ text }) => foldLatin(text) || text);
  if (before.slice(-2).some(({ text }) => otherDay.test(foldLatin(text) || text))) return 0;
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
 * stamp. It is repeated where the pages have the same day elsewhere.
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
  const isDisputed = likeliest.some(({ candidate }) => candidate.parsed.value !== field.value);
  const repeated = isRepeated ? withEvidence(field, 'REPEATED', 'PLACE') : field;
  return isDisputed ? withDoubt(repeated, 'CONFLICTING_VALUES') : repeated;
}
