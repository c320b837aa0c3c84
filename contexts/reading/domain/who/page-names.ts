import { distance } from 'fastest-levenshtein';
import { compareNames, foldLatin, isMisreadName, type NameOnFile } from '#shared';
import type { RowToken } from '../candidates/row-tokens.ts';
import type { PageWord } from '../page-frame.ts';
import {
  byLikeness,
  errorsAllowed,
  isApart,
  joinedKey,
  placesLike,
  rank,
  sightingOf,
  wordsOf,
  writtenWords,
  type IndexedWord,
  type NameIndex,
  type NameSighting,
} from './name-index.ts';
import { apartSightings } from './name-parts.ts';
import { isClear, lettersOf } from './name-words.ts';

/** Whether a word of the given name is there: the family name alone is that of all the family. */
function hasGivenName(text: string, { given }: NameOnFile): boolean {
  const words = wordsOf(text);
  return wordsOf(given).some((wanted) =>
    words.some((word) => word === wanted || distance(word, wanted) <= errorsAllowed(wanted.length)),
  );
}

/** What a run of words is to a name. */
function matchOf(text: string, name: NameOnFile): NameSighting['match'] | undefined {
  if (!hasGivenName(text, name)) return undefined;
  const compared = compareNames(text, `${name.family} ${name.given}`);
  if (compared !== 'different') return compared;
  return isMisreadName(text, name) ? 'misread' : undefined;
}

/** Share of the letters of a family name that must be read for sure where the rest of it is doubtful. */
const leastClearShare = 0.7;
const mostDoubtfulLetters = 4;

/**
 * Whether a run of words is a name of which OCR is not sure in one place: `AIT PL LLA Yassine` with a doubtful `PL`, for `AIT BELLA
 * Yassine`. What it is sure of is the rest of the family name, from its beginning to its end, and all of the given name.
 */
function isPartlyRead(run: readonly RowToken[], { family, given }: NameOnFile): boolean {
  const doubtful = run.filter((token) => !isClear(token));
  if (doubtful.length !== 1) return false;
  const words = run.map((token) => (isClear(token) ? lettersOf(token.text) : '?'));
  const [whole, givenName, familyName] = [words.join(''), lettersOf(given), lettersOf(family)];
  const rests = [
    ...(whole.endsWith(givenName) ? [whole.slice(0, -givenName.length)] : []),
    ...(whole.startsWith(givenName) ? [whole.slice(givenName.length)] : []),
  ];
  return rests.some((rest) => {
    const [before = '', after] = rest.split('?');
    if (after === undefined) return false;
    const missing = familyName.length - before.length - after.length;
    return (
      missing > 0 &&
      missing <= mostDoubtfulLetters &&
      before.length + after.length >= leastClearShare * familyName.length &&
      familyName.startsWith(before) &&
      familyName.endsWith(after)
    );
  });
}

/** The run of words around one of them that is most like the name. */
function runAround(
  place: IndexedWord,
  name: NameOnFile,
  wordCount: number,
  { rows, page }: NameIndex,
): NameSighting | undefined {
  const tokens = rows[place.row]?.tokens ?? [];
  let best: NameSighting | undefined;
  for (let start = Math.max(0, place.at - wordCount); start <= place.at; start += 1) {
    for (let end = place.at + 1; end <= Math.min(tokens.length, start + wordCount + 1); end += 1) {
      const run = tokens.slice(start, end);
      if (run.slice(1).some(isApart)) continue;
      if (run.some((token) => !/\p{L}/u.test(token.text))) continue;
      // `Pat:` before the name is its label.
      if (run.slice(0, -1).some((token) => /[:;]$/.test(token.text))) continue;
      const text = run.map((token) => writtenWords(token.text).replace(/[.:;,]+$/, '')).join(' ');
      const match = matchOf(text, name) ?? (isPartlyRead(run, name) ? 'misread' : undefined);
      if (match === undefined) continue;
      const isBetter =
        best === undefined ||
        rank[match] < rank[best.match] ||
        (rank[match] === rank[best.match] &&
          run.flatMap((token) => token.words).length > best.words.length &&
          match !== 'close');
      if (isBetter) best = sightingOf(run, match, page);
    }
  }
  return best;
}

/** The words of a name, and all of them in one, as where OCR lost the space in `EL IDRISSI`. */
function keysOfName(name: string): ReadonlySet<string> {
  return new Set([...wordsOf(name), joinedKey(name)]);
}

/** Where on a page a name of the registry stands, in print order; each word is in one sighting at most. */
export function sightingsOf(name: NameOnFile, index: NameIndex): readonly NameSighting[] {
  const wordCount = foldLatin(`${name.family} ${name.given}`).split(' ').length + 1;
  const places = [...keysOfName(name.family)].flatMap((word) => placesLike(word, index));
  const together = places.flatMap((place) => runAround(place, name, wordCount, index) ?? []);
  const taken = new Set<PageWord>();
  const found: NameSighting[] = [];
  const take = (sighting: NameSighting): void => {
    if (sighting.words.some((word) => taken.has(word))) return;
    for (const word of sighting.words) taken.add(word);
    found.push(sighting);
  };
  for (const sighting of together.sort(byLikeness)) take(sighting);
  for (const sighting of apartSightings(name, index, taken)) take(sighting);
  return found.sort((a, b) => a.top - b.top || a.left - b.left);
}
