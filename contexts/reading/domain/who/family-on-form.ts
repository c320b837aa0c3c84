import { addDays, foldLatin } from '#shared';
import type { CareForm, ReadField } from '../care-form.ts';
import type { RowToken } from '../candidates/row-tokens.ts';
import { isReadFrom } from '../field-words.ts';
import { isLikeLabelWord } from '../label-lexicon/label-words.ts';
import type { PageWord } from '../page-frame.ts';
import { isTown } from '../towns.ts';
import { toReadField, withEvidence } from '../read-field.ts';
import { fieldOfSighting } from './evidence.ts';
import type { FamilyHypothesis } from './family-hypotheses.ts';
import type { FormPage } from '../form-page.ts';
import { capitalWord, givenNames, nameKeyOf } from './name-words.ts';
import type { NameSighting } from './name-index.ts';
import type { ProviderHypothesis } from './provider-hypotheses.ts';

/** A form, and what its pages say for one family and against others. */
export interface FamilyOnForm {
  readonly form: CareForm;
  readonly pages: readonly FormPage[];
  readonly best: FamilyHypothesis;
  readonly others: readonly FamilyHypothesis[];
  readonly providers: readonly ProviderHypothesis[];
}

/** Whether a field was read where a name stands. */
export function overlaps(field: ReadField<string> | undefined, { page, words }: NameSighting): boolean {
  return isReadFrom(field, words, page);
}

/** A name where it stands, with its label as evidence where it stands at one. */
export function nameField(
  sighting: NameSighting | undefined,
  labelled: ReadField<string> | undefined,
): ReadField<string> | undefined {
  if (sighting === undefined) return undefined;
  const field = fieldOfSighting(sighting, [], 'REGISTRY');
  return overlaps(labelled, sighting) ? withEvidence(field, 'REGISTRY', 'LABEL') : field;
}

/** What is known to stand on the form for somebody or something. */
export function explainedWords({ pages, best, providers, form }: FamilyOnForm): ReadonlySet<PageWord> {
  const sightings = [best.insured, ...best.dependants].flatMap(({ names }) => names);
  const seen = [best.insured, ...best.dependants].flatMap(({ births, cins }) => [...births, ...cins]);
  const fields = [form.address, form.providerName].filter((field) => field !== undefined);
  const isOf = (page: FormPage, word: PageWord): boolean =>
    fields.some((field) => isReadFrom(field, [word], page.reading.frame.number));
  return new Set([
    ...sightings.flatMap(({ words }) => words),
    ...seen.flatMap(({ candidate }) => candidate.words),
    ...providers.flatMap(({ names }) => names.flatMap(({ words }) => words)),
    ...pages.flatMap((page) => [
      ...(page.contentTable?.words ?? []),
      ...page.reading.table.words,
      ...page.reading.labelWords,
      ...page.reading.frame.words.filter((word) => isOf(page, word)),
    ]),
  ]);
}

/** Days before the first care within which a date on a form has to do with the care. */
const daysAroundCare = 150;

/** The day from which on a date of the form has to do with the care: an ISO day; undefined where no day of care was read. */
export function earliestCare({ form }: FamilyOnForm): string | undefined {
  const days = form.acts.flatMap((act) => act.dateOfCare?.value ?? []).toSorted();
  return days[0] === undefined ? undefined : addDays(days[0], -daysAroundCare);
}

/** A labelled value that the registry agrees with keeps its label as evidence; one that it does not know gives way. */
export function withLabel(
  own: ReadField<string> | undefined,
  labelled: ReadField<string> | undefined,
): ReadField<string> | undefined {
  if (own === undefined) return labelled;
  return labelled?.value === own.value ? withEvidence(own, 'REGISTRY', 'LABEL') : own;
}

/** Short words that are part of names; any other of one or two letters is a word of a label. */
const particles = /^(?:el|al|id|aj|ou|ba|ed|es|ez)$/i;

/** Two words or more with capitals: what a label without a value has beside it is often another label. */
function isNameLike(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 &&
    words.every((word) => /^\p{Lu}[\p{L}'’.-]*$/u.test(word) && (word.length > 2 || particles.test(word)))
  );
}

/** Names of places and words of labels: `Lieu Tanger` is nobody's name. */
function isOfPlaceOrLabel(word: string, { form, providers }: FamilyOnForm): boolean {
  const places = [form.city?.value ?? '', ...providers.map(({ provider }) => provider.place)];
  return (
    isLikeLabelWord(word) ||
    isTown(word) ||
    places.some((place) => foldLatin(place).split(' ').includes(foldLatin(word)))
  );
}

/** Family and given name, of which the one in capitals is a name also beside a word of a label. */
const fewestNameWords = 2;

/** Whether a field may be somebody's name: it looks like one, and no label or place explains it. */
export function mayNameSomebody(field: ReadField<string> | undefined, given: FamilyOnForm): boolean {
  if (field === undefined || !isNameLike(field.value)) return false;
  const words = field.value.split(/\s+/);
  const names = words.filter((word) => !isOfPlaceOrLabel(word, given));
  if (names.length >= fewestNameWords) return true;
  // `Lieu Oujda` is a place; `Berkane Ijja` and `Ahmed Safi` are people who are called as a town is.
  const isTownFirst = isTown(words[0] ?? '');
  return names.some((word) => isTownFirst || capitalWord.test(word) || givenNames.has(nameKeyOf(word)));
}

/** A name by its place alone. */
export function nameOfTokens({
  tokens,
  page,
}: {
  readonly page: number;
  readonly tokens: readonly RowToken[];
}): ReadField<string> {
  const value = tokens.map(({ text }) => text).join(' ');
  return withEvidence(
    toReadField(
      { value, doubts: [] },
      tokens.flatMap(({ words }) => words),
      page,
    ),
    'PLACE',
  );
}

/** Whether a field is the name of a provider. */
export function isProviderName(field: ReadField<string> | undefined, { providers }: FamilyOnForm): boolean {
  return providers.some(({ names }) => names.some((sighting) => overlaps(field, sighting)));
}
