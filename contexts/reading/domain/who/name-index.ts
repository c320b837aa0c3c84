import { distance } from 'fastest-levenshtein';
import { foldLatin, latinTokens, type NameComparison } from '#shared';
import type { RowToken, TokenRow } from '../candidates/row-tokens.ts';
import type { PageFrame, PageWord } from '../page-frame.ts';

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

export interface IndexedWord {
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

export function keyOf(text: string): string {
  const [token] = latinTokens(
    foldLatin(text.replace(/0/g, 'o').replace(/[1|!]/g, 'l').replace(/5/g, 's').replace(/8/g, 'b')),
  );
  return token?.bare ?? '';
}

/** The words that a token is of: without what is left of rules, and cut where OCR lost the space in `ELIDRISSILahcen`. */
export function writtenWords(text: string): string {
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

/** Prepares a page for `sightingsOf`. */
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

export function errorsAllowed(length: number): number {
  return length <= 3 ? 0 : length <= 6 ? 1 : 2;
}

/** Places of words that may be a word of a name. */
export function placesLike(wanted: string, { placesOfKey }: NameIndex): readonly IndexedWord[] {
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
export const isApart = ({ gap, ownGap }: RowToken): boolean => Math.min(gap, ownGap) > widestNameGap;

/** Words of a name as the index has them: each by itself, without the particles that are written alone as often as not. */
export function wordsOf(name: string): readonly string[] {
  return foldLatin(name)
    .split(' ')
    .map(keyOf)
    .filter((key) => key.length >= shortestWord);
}

export function joinedKey(name: string): string {
  return keyOf(foldLatin(name).replaceAll(' ', ''));
}

export const rank = { same: 0, close: 1, misread: 2 } as const;

/** Order of sightings, the likest to the name first. */
export function byLikeness(a: Pick<NameSighting, 'match'>, b: Pick<NameSighting, 'match'>): number {
  return rank[a.match] - rank[b.match];
}

export const textOf = (tokens: readonly RowToken[]): string =>
  tokens.map(({ text }) => writtenWords(text)).join(' ');

export function sightingOf(
  tokens: readonly RowToken[],
  match: NameSighting['match'],
  page: number,
): NameSighting {
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
