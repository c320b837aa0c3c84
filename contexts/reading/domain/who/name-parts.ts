import { compareNames, foldLatin, isMisreadName, type NameOnFile } from '#shared';
import type { RowToken } from '../candidates/row-tokens.ts';
import { isLikeLabelWord } from '../label-lexicon/label-words.ts';
import type { PageWord } from '../page-frame.ts';
import { isTown } from '../towns.ts';
import {
  byLikeness,
  isApart,
  joinedKey,
  keyOf,
  placesLike,
  sightingOf,
  textOf,
  wordsOf,
  type IndexedWord,
  type NameIndex,
  type NameSighting,
} from './name-index.ts';
import { capitalWord, givenNames, isClear, isTitle, nameKeyOf } from './name-words.ts';

/** Family and given name that have a label each stand within so many lines of each other. */
const linesBetweenParts = 24;
/** Farther apart they are of one name only where no other family name stands nearer. */
const linesNearby = 12;

/** Places of the last word of a name. In a comb its words may run together, some of them or all: `AIT BOUIHSGHIR`. */
function placesEnding(joined: string, last: string, index: NameIndex): readonly IndexedWord[] {
  const ends = [...index.placesOfKey.keys()].filter(
    (key) => key.length > last.length && joined.endsWith(key),
  );
  return [...new Set([last, joined, ...ends])].flatMap((end) => placesLike(end, index));
}

/** A name is the same without its particle, which is read with it all the same: `EL` of `EL BAKRI`. */
function withParticle(
  run: readonly RowToken[],
  before: RowToken | undefined,
  part: string,
): readonly RowToken[] {
  const [first] = run;
  if (before === undefined || first === undefined || isApart(first)) return run;
  return foldLatin(before.text) === foldLatin(part).split(' ')[0] ? [before, ...run] : run;
}

/** A run of words that is one part of a name, family or given, by what tells whether it is. */
function partRuns(
  part: string,
  index: NameIndex,
  isPart: (text: string) => boolean,
): readonly (readonly RowToken[])[] {
  const words = wordsOf(part);
  const wordCount = words.length + 2;
  const [last] = words.slice(-1);
  if (last === undefined) return [];
  const runs: (readonly RowToken[])[] = [];
  for (const place of placesEnding(joinedKey(part), last, index)) {
    const tokens = index.rows[place.row]?.tokens ?? [];
    for (let start = place.at; start >= Math.max(0, place.at - wordCount); start -= 1) {
      const run = tokens.slice(start, place.at + 1);
      if (run.slice(1).some(isApart)) break;
      if (!isPart(textOf(run))) continue;
      runs.push(withParticle(run, tokens[start - 1], part));
      break;
    }
  }
  return runs;
}

/** A page with more parts of one name is no form, and to pair them all would take long. */
const MOST_PARTS = 24;

/** Family and given name at two places that are near each other: the given name exactly as on file, the family name so or as OCR misreads it. */
export function apartSightings(
  name: NameOnFile,
  index: NameIndex,
  taken: ReadonlySet<PageWord>,
): readonly NameSighting[] {
  const isSame = (text: string, part: string): boolean => compareNames(text, part) === 'same';
  const partsOf = (part: string, isPart: (text: string) => boolean): readonly NamePart[] =>
    partRuns(part, index, isPart)
      .filter((run) => !run.some((token) => token.words.some((word) => taken.has(word))))
      .map((run) => ({ run, beside: neighboursOf(run, index) }));
  const families = partsOf(
    name.family,
    (text) => isSame(text, name.family) || isMisreadName(`${text} ${name.given}`, name),
  );
  const givens = partsOf(name.given, (text) => isSame(text, name.given));
  if (Math.max(families.length, givens.length) > MOST_PARTS) return [];
  const pairs = families
    .flatMap((family) => {
      const match = isSame(textOf(family.run), name.family) ? ('same' as const) : ('misread' as const);
      return givens
        .filter((given) => !areOfOthers(family, given, match, index))
        .map((given) => ({ family, given, match, lines: linesApart(family.run, given.run, index) }));
    })
    .filter(({ lines }) => lines <= linesBetweenParts)
    .filter(
      ({ family, given, lines }) => lines <= linesNearby || !hasOwnFamilyName(given, family, name, index),
    )
    .sort((a, b) => byLikeness(a, b) || a.lines - b.lines);
  const used = new Set<NamePart>();
  return pairs.flatMap(({ family, given, match }): readonly NameSighting[] => {
    if (used.has(family) || used.has(given)) return [];
    used.add(family).add(given);
    return [sightingOf([...family.run, ...given.run], match, index.page)];
  });
}

/** Family or given name by itself, with what stands right beside it. */
interface NamePart {
  readonly run: readonly RowToken[];
  readonly beside: readonly RowToken[];
}

function neighboursOf(run: readonly RowToken[], { rows }: NameIndex): readonly RowToken[] {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return [];
  const tokens = rows.find((row) => row.tokens.includes(first))?.tokens ?? [];
  const before = isApart(first) ? undefined : tokens[tokens.indexOf(first) - 1];
  const after = tokens[tokens.indexOf(last) + 1];
  return [before, after !== undefined && isApart(after) ? undefined : after].filter(
    (token) => token !== undefined,
  );
}

/**
 * Whether one of two parts is part of another name: `AMRANI Lhoussaine`, `Dr HAMDAOUI Meryem` and `Dr AMRANI` are not `AMRANI Meryem`.
 */
function areOfOthers(
  family: NamePart,
  given: NamePart,
  match: NameSighting['match'],
  index: NameIndex,
): boolean {
  const own = new Set([...family.run, ...given.run]);
  return [...family.beside, ...given.beside].some(
    (token) =>
      !own.has(token) && (isTitle(token) || (mayBeName(token, match) && !isRepeatedLabel(token, index))),
  );
}

/** A row with more of them is clutter, in which no name stands by itself. */
const mostTokensOfRow = 200;

/** Whether a word of a row may be a family name in a cell of its own. */
function mayBeFamilyNameAlone(token: RowToken, after: RowToken | undefined): boolean {
  return (
    capitalWord.test(token.text) &&
    isClear(token) &&
    (after === undefined || isApart(after)) &&
    !isLikeLabelWord(token.text) &&
    !isTown(token.text)
  );
}

/**
 * Whether a given name stands nearer to another family name: `OUAZZANI` and `Hicham` in a part of the form, `BENJELLOUN` far below.
 * What OCR left of the family name itself is no other one.
 */
function hasOwnFamilyName(given: NamePart, family: NamePart, name: NameOnFile, index: NameIndex): boolean {
  const own = new Set([...family.run, ...given.run]);
  return index.rows
    .filter(({ tokens }) => linesApart(tokens, given.run, index) <= linesNearby / 2)
    .some(
      ({ tokens }) =>
        tokens.length > mostTokensOfRow ||
        tokens.some(
          (token, at) =>
            !own.has(token) &&
            mayBeFamilyNameAlone(token, tokens[at + 1]) &&
            !isMisreadName(`${token.text} ${name.given}`, name),
        ),
    );
}

/** Whether a word stands before different words at the same place of its rows, as labels do in the parts of two people. */
function isRepeatedLabel(token: RowToken, { rows, frame, placesOfKey }: NameIndex): boolean {
  const places = (placesOfKey.get(keyOf(token.text)) ?? []).filter(
    (place) => Math.abs(place.token.left - token.left) < frame.characterWidth,
  );
  const after = places.map(({ row, at }) => keyOf(rows[row]?.tokens[at + 1]?.text ?? ''));
  return new Set(after.filter((key) => key !== '')).size > 1;
}

/** Beside a part that is misread, any word with a capital that is printed on no form may be one of a name. */
function mayBeName(token: RowToken, match: NameSighting['match']): boolean {
  const word = token.text.replace(/[.:;,]+$/, '');
  if (!isClear(token) || !/^\p{Lu}[\p{L}'’-]{2,}$/u.test(word) || isLikeLabelWord(word)) return false;
  return match !== 'same' || capitalWord.test(word) || givenNames.has(nameKeyOf(word));
}

function linesApart(a: readonly RowToken[], b: readonly RowToken[], { frame }: NameIndex): number {
  return Math.abs((a[0]?.top ?? 0) - (b[0]?.top ?? 0)) / frame.lineHeight;
}
