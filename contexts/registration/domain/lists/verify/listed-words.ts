import { foldHeader } from '../format/match-columns.ts';
import { listedCategories } from '../format/categories.ts';
import { remembered } from './remembered.ts';

/** Words that cells of a few possible values are written with, folded as headers are. */
const SEXES = wordsOf({
  M: ['m', 'h', 'masculin', 'homme', 'male', 'garcon', '1', 'ذكر'],
  F: ['f', 'feminin', 'femme', 'female', 'fille', '2', 'أنثى'],
});
const ROLES = wordsOf({
  head: ['head', 'chef', 'chef de menage', 'chef de famille', 'titulaire', 'رب الأسرة', 'رب الاسرة'],
  spouse: ['spouse', 'conjoint', 'conjointe', 'epoux', 'epouse', 'mari', 'femme', 'زوج', 'زوجة'],
  child: ['child', 'enfant', 'fils', 'fille', 'ابن', 'ابنة', 'بنت', 'طفل'],
  other: ['other', 'autre', 'ascendant', 'parent', 'pere', 'mere', 'frere', 'soeur', 'أب', 'أم', 'آخر'],
});
const ANSWERS = wordsOf({
  yes: ['yes', 'oui', 'true', 'vrai', '1', 'o', 'y', 'نعم'],
  no: ['no', 'non', 'false', 'faux', '0', 'n', '', 'لا'],
});
const CATEGORIES = new Map(
  Object.entries(listedCategories).map(([source, categories]) => [
    source,
    new Map(
      categories.flatMap(({ code, aliases }) =>
        [code, ...aliases].map((word) => [foldHeader(word), code] as const),
      ),
    ),
  ]),
);
const REMEMBERED_WORDS = 1_000;

const fold = remembered(foldHeader, REMEMBERED_WORDS);

export const sexOf = (cell: string): 'M' | 'F' | undefined => SEXES.get(fold(cell));
export const roleOf = (cell: string): 'head' | 'spouse' | 'child' | 'other' | undefined =>
  ROLES.get(fold(cell));
/** An empty cell is a no. */
export const answerOf = (cell: string): 'yes' | 'no' | undefined => ANSWERS.get(fold(cell));

/** @returns the code of the rule data; a source with a single category need not write it */
export function categoryOf(source: keyof typeof listedCategories, cell: string): string | undefined {
  const [only, second] = listedCategories[source];
  if (cell === '' && second === undefined) return only?.code;
  return CATEGORIES.get(source)?.get(fold(cell));
}

function wordsOf<Value extends string>(
  spellings: Readonly<Record<Value, readonly string[]>>,
): ReadonlyMap<string, Value> {
  const words = new Map<string, Value>();
  let value: Value;
  for (value in spellings) for (const word of spellings[value]) words.set(foldHeader(word), value);
  return words;
}
