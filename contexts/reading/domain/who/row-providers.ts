import type { FieldEvidence } from '#rules';
import { isMiddleIn } from '../boxes.ts';
import type { Box, CareForm, CareFormAct, ReadField } from '../care-form.ts';
import type { FormPage } from '../form-page.ts';
import { middleY, type PageWord } from '../page-frame.ts';
import { PlacedIndex, type Placed } from '../placed-index.ts';
import { confirmed, withEvidence } from '../read-field.ts';
import { fieldBoxesOf } from '../second-look/row-boxes.ts';
import { fieldOfCandidate } from './evidence.ts';
import type { Seen } from './family-hypotheses.ts';
import { isPharmacy, type ProviderHypothesis } from './provider-hypotheses.ts';

/** What else on the pages says that a row's number is this provider's. */
function witnessesOf({ numbers, names, barcodes }: ProviderHypothesis): readonly FieldEvidence[] {
  const isNamed = names.some(({ match }) => match !== 'misread');
  return [
    ...(barcodes.length > 0 ? (['BARCODE'] as const) : []),
    ...(numbers.length > 1 ? (['REPEATED'] as const) : []),
    ...(isNamed ? (['NEIGHBOURS'] as const) : []),
  ];
}

/** The number with what bears it out; without that, that it finds somebody says little, for another's may be a digit off. */
function borneOut(inpe: ReadField<string>, providers: readonly ProviderHypothesis[]): ReadField<string> {
  const found = providers.find(({ provider }) => provider.inpe === inpe.value);
  const witnesses = found === undefined ? [] : witnessesOf(found);
  return witnesses.length === 0 ? inpe : confirmed(withEvidence(inpe, 'REGISTRY', ...witnesses));
}

/** Words of a page by where they stand as it was scanned. */
interface ScannedWords {
  readonly page: number;
  readonly index: PlacedIndex<Placed & { readonly word: PageWord }>;
}

const placed = ({ left, top, width, height }: Box): Placed => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

const scannedWords = ({ reading: { frame } }: FormPage): ScannedWords => ({
  page: frame.number,
  index: new PlacedIndex(
    frame.words.map((word) => ({ word, ...placed(word.box) })),
    frame.lineHeight,
  ),
});

/** Where the values of a row stand on the page turned upright; undefined where it is on another page. */
function bandOf(
  act: CareFormAct,
  { page, index }: ScannedWords,
): { readonly top: number; readonly bottom: number } | undefined {
  if (page !== act.source.page) return undefined;
  // The box around a whole row that falls on a skewed scan holds words of its neighbours.
  const words = fieldBoxesOf(act).flatMap((place) =>
    index.within(placed(place)).flatMap(({ word }) => (isMiddleIn(word.box, place) ? [word] : [])),
  );
  return words.length === 0
    ? undefined
    : {
        top: Math.min(...words.map(({ top }) => top)),
        bottom: Math.max(...words.map(({ bottom }) => bottom)),
      };
}

/** Whether a number is the one that stands in the row of an act. */
function isInRow({ candidate, page }: Seen<string>, { inpe }: CareFormAct): boolean {
  return inpe?.source.page === page && candidate.words.every(({ box }) => isMiddleIn(box, inpe.source.box));
}

/** Numbers of providers that stand in no row of a form. */
function numbersOutside(
  { acts }: CareForm,
  providers: readonly ProviderHypothesis[],
): readonly Seen<string>[] {
  return (
    providers
      // What a pharmacy sold is no act: its number is that of the dispensing wherever it stands.
      .filter(({ provider }) => !isPharmacy(provider))
      .flatMap(({ numbers }) => numbers.filter((seen) => !acts.some((act) => isInRow(seen, act))))
  );
}

/** The number of a provider beside a row, as on a stamp at its end; none where numbers of two stand there. */
function besideRow(
  act: CareFormAct,
  pages: readonly ScannedWords[],
  outside: readonly Seen<string>[],
): ReadField<string> | undefined {
  const bands = pages.flatMap((page) => bandOf(act, page) ?? []);
  const beside = outside.filter(
    ({ candidate, page }) =>
      page === act.source.page &&
      bands.some(({ top, bottom }) => middleY(candidate) > top && middleY(candidate) < bottom),
  );
  const [first] = beside;
  return first === undefined ||
    beside.some(({ candidate }) => candidate.parsed.value !== first.candidate.parsed.value)
    ? undefined
    : fieldOfCandidate(first.candidate, first.page, 'PLACE');
}

/** Whether only some rows of a form bear a number. */
function isOfSomeRows({ acts }: CareForm, number: string): boolean {
  return acts.some(({ inpe }) => inpe?.value === number) && acts.some(({ inpe }) => inpe?.value !== number);
}

/**
 * Whether a provider is known by numbers in some rows of a form alone: he gave what stands in these, and speaks for no row that
 * names nobody.
 */
export function isOfRowsAlone({ provider, numbers, barcodes }: ProviderHypothesis, form: CareForm): boolean {
  return (
    barcodes.length === 0 &&
    isOfSomeRows(form, provider.inpe) &&
    numbers.every((seen) => form.acts.some((act) => isInRow(seen, act)))
  );
}

/** The form without a number of its own that is one of some of its rows, as a heading of their column gives it. */
export function withoutNumberOfRow(form: CareForm): CareForm {
  const { inpe, acts } = form;
  if (inpe === undefined || !isOfSomeRows(form, inpe.value)) return form;
  const isOfRow = acts.some(
    ({ inpe: ofRow }) =>
      ofRow?.source.page === inpe.source.page && isMiddleIn(inpe.source.box, ofRow.source.box),
  );
  return isOfRow ? { ...form, inpe: undefined } : form;
}

/**
 * Settles which provider each row of a form names: by a number that stands in the row or beside it, and that the register has. What
 * bears a number out is kept with it: its bars, the same number elsewhere (on a bill behind the form, in another row), or the name.
 * A number in a row that finds nobody stays, for a person to see: it may be the provider's, misread.
 * @param parts pages of the form
 * @param providers weighed by these and the pages behind them
 */
export function settleRowProviders(
  form: CareForm,
  parts: readonly FormPage[],
  providers: readonly ProviderHypothesis[],
): CareForm {
  const isOfOther = ({ value }: ReadField<string>): boolean => {
    const found = providers.find(({ provider }) => provider.inpe === value)?.provider;
    return found === undefined
      ? value === form.registrationNumber?.value
      : isPharmacy(found) && form.dispensing !== undefined;
  };
  const isCarer = ({ value }: ReadField<string>): boolean =>
    providers.some(({ provider }) => provider.inpe === value && !isPharmacy(provider));
  const outside = numbersOutside(form, providers);
  const pages = outside.length === 0 ? [] : parts.map(scannedWords);
  return {
    ...form,
    acts: form.acts.map((act) => {
      const { inpe: inRow, ...rest } = act;
      const beside = inRow === undefined || !isCarer(inRow) ? besideRow(act, pages, outside) : undefined;
      const inpe = beside ?? (inRow === undefined || isOfOther(inRow) ? undefined : inRow);
      return inpe === undefined ? rest : { ...rest, inpe: borneOut(inpe, providers) };
    }),
  };
}
