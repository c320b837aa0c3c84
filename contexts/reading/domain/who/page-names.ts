import { distance } from 'fastest-levenshtein';
import {
  compareNames,
  foldLatin,
  isMisreadName,
  latinTokens,
  type NameComparison,
  type NameOnFile,
} from '#shared';
import type { RowToken, TokenRow } from '../candidates/row-tokens.ts';
import { isLikeLabelWord } from '../label-lexicon/label-words.ts';
import type { PageFrame, PageWord } from '../page-frame.ts';
import { capitalWord, givenNames, isClear, isTitle, lettersOf, nameKeyOf } from './name-words.ts';
import { isTown } from '../towns.ts';

/** A place of a page where a name stands that the registry has. */
export interface NameSighting {
  readonly words: readonly PageWord[];
  readonly text: string;
  /** `misread`: letters differ as OCR makes them differ; enough only beside numbers that are the person's. */
  readonly match: Exclude<NameComparison, 'different'> | 'misread';
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface IndexedWord {
  readonly token: RowToken;
  readonly row: number;
  readonly at: number;
  readonly key: string;
}

/** The words of a page by the first way to look for names in them: each word folded, with the places it stands at. */
export interface NameIndex {
  readonly page: number;
  readonly frame: PageFrame;
  readonly rows: readonly TokenRow[];
  readonly placesOfKey: ReadonlyMap<string, readonly IndexedWord[]>;
}

const shortestWord = 3;

function keyOf(text: string): string {
  const [token] = latinTokens(
    foldLatin(text.replace(/0/g, 'o').replace(/[1|!]/g, 'l').replace(/5/g, 's').replace(/8/g, 'b')),
  );
  return token?.bare ?? '';
}

/** The words that a token is of: without what is left of rules, and cut where OCR lost the space in `ELIDRISSILahcen`. */
function writtenWords(text: string): string {
  return (
    text
      .replace(/^[|[\]]+|[|[\]]+$/g, '')
      // `llyas`, `lbrahim`: no name begins with a small `l` before a consonant, and many with a capital `I`.
      .replace(/^l(?=[bcdfghjklmnprstvz]\p{Ll})/u, 'I')
      // Arabic that stands against a name is rubbish behind it: `Naima_,a=<lly`.
      .replace(/^(\p{L}[\p{L}'’-]{2,})[_=<>|,;:*].*$/u, '$1')
      .replace(/^(\p{Lu}[\p{Lu}'’-]{2,})(\p{Lu}\p{Ll}{2,})/u, '$1 $2')
      .replace(/^(\p{Lu}\p{Ll}{2,})(\p{Lu}[\p{Lu}'’-]{2,})/u, '$1 $2')
  );
}

/** Prepares a page for {@link sightingsOf}. */
export function indexNames(rows: readonly TokenRow[], frame: PageFrame): NameIndex {
  const placesOfKey = new Map<string, IndexedWord[]>();
  const keys = new Map<string, readonly string[]>();
  rows.forEach(({ tokens }, row) =>
    tokens.forEach((token, at) => {
      if (!/\p{L}{2}/u.test(token.text)) return;
      const own = keys.get(token.text) ?? writtenWords(token.text).split(' ').map(keyOf);
      keys.set(token.text, own);
      for (const key of own.filter(({ length }) => length >= shortestWord)) {
        const place = { token, row, at, key };
        const places = placesOfKey.get(key);
        if (places === undefined) placesOfKey.set(key, [place]);
        else places.push(place);
      }
    }),
  );
  return { page: frame.number, frame, rows, placesOfKey };
}

function errorsAllowed(length: number): number {
  return length <= 3 ? 0 : length <= 6 ? 1 : 2;
}

/** Places of words that may be a word of a name. */
function placesLike(wanted: string, { placesOfKey }: NameIndex): readonly IndexedWord[] {
  const most = errorsAllowed(wanted.length);
  const found: IndexedWord[] = [];
  for (const [key, places] of placesOfKey) {
    if (Math.abs(key.length - wanted.length) > most) continue;
    if (key === wanted || (most > 0 && distance(key, wanted) <= most)) found.push(...places);
  }
  return found;
}

/** Words of one name are a space apart; of two labels on a row (`Nom`, `Prénom`) much more. */
const widestNameGap = 2.6;
/** Whether a word stands too far from the one before it for both to be of one name; in a comb, by the size of its cells. */
const isApart = ({ gap, ownGap }: RowToken): boolean => Math.min(gap, ownGap) > widestNameGap;

/** Family and given name that have a label each stand within so many lines of each other. */
const linesBetweenParts = 24;
/** Farther apart they are of one name only where no other family name stands nearer. */
const linesOfOnePart = 12;

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

const rank = { same: 0, close: 1, misread: 2 } as const;

/** Order of sightings, the likest to the name first. */
export function byLikeness(a: Pick<NameSighting, 'match'>, b: Pick<NameSighting, 'match'>): number {
  return rank[a.match] - rank[b.match];
}

const textOf = (tokens: readonly RowToken[]): string =>
  tokens.map(({ text }) => writtenWords(text)).join(' ');

function sightingOf(tokens: readonly RowToken[], match: NameSighting['match'], page: number): NameSighting {
  return {
    words: tokens.flatMap((token) => token.words),
    text: textOf(tokens),
    match,
    page,
    left: Math.min(...tokens.map((token) => token.left)),
    right: Math.max(...tokens.map((token) => token.right)),
    top: Math.min(...tokens.map((token) => token.top)),
    bottom: Math.max(...tokens.map((token) => token.bottom)),
  };
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
function apartSightings(
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
  // What OCR left of the family name itself is no other one.
  const alone = namesAlone(index).filter(({ text }) => !isMisreadName(`${text} ${name.given}`, name));
  const pairs = families
    .flatMap((family) => {
      const match = isSame(textOf(family.run), name.family) ? ('same' as const) : ('misread' as const);
      return givens
        .filter((given) => !areOfOthers(family, given, match, index))
        .map((given) => ({ family, given, match, lines: linesApart(family.run, given.run, index) }));
    })
    .filter(({ lines }) => lines <= linesBetweenParts)
    .filter(
      ({ family, given, lines }) => lines <= linesOfOnePart || !hasOwnFamilyName(given, family, alone, index),
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

/** Words that may each be a family name in a cell of its own. */
function namesAlone({ rows }: NameIndex): readonly RowToken[] {
  return rows.flatMap(({ tokens }) =>
    tokens.filter((token, at) => {
      const after = tokens[at + 1];
      return (
        capitalWord.test(token.text) &&
        isClear(token) &&
        (after === undefined || isApart(after)) &&
        !isLikeLabelWord(token.text) &&
        !isTown(token.text)
      );
    }),
  );
}

/** Whether a given name stands nearer to another family name: `OUAZZANI` and `Hicham` in a part of the form, `BENJELLOUN` far below. */
function hasOwnFamilyName(
  given: NamePart,
  family: NamePart,
  alone: readonly RowToken[],
  index: NameIndex,
): boolean {
  return alone.some(
    (token) =>
      !family.run.includes(token) &&
      !given.run.includes(token) &&
      linesApart([token], given.run, index) <= linesOfOnePart / 2,
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

/** Words of a name as the index has them: each by itself, without the particles that are written alone as often as not. */
function wordsOf(name: string): readonly string[] {
  return foldLatin(name)
    .split(' ')
    .map(keyOf)
    .filter((key) => key.length >= shortestWord);
}

function joinedKey(name: string): string {
  return keyOf(foldLatin(name).replaceAll(' ', ''));
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
