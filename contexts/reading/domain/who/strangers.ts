import { distance } from 'fastest-levenshtein';
import type { Provider } from '#registry';
import { compareNames, foldLatin, latinTokens } from '#shared';
import type { Candidate } from '../candidates/candidate.ts';
import type { RowToken, TokenRow } from '../candidates/row-tokens.ts';
import { isLikeLabelWord } from '../label-lexicon/label-words.ts';
import type { PageWord } from '../page-frame.ts';
import type { FormPage } from '../form-page.ts';
import { rubbishPercent } from '../read-field.ts';
import type { RegisteredFamily } from '../witnesses.ts';
import { loneGivenNames } from './lone-given-names.ts';
import {
  capitalWord,
  givenNames,
  isClear,
  isNamesake,
  isTitle,
  nameKeyOf,
  WIDEST_NAME_GAP,
} from './name-words.ts';

/** Somebody or some day on the form that nothing explains: whoever it is, the form may be about him. */
export interface Strangers {
  readonly names: readonly { readonly page: number; readonly tokens: readonly RowToken[] }[];
  readonly births: readonly { readonly page: number; readonly candidate: Candidate<string> }[];
}

/** Keys of two words beside each other, in either order. */
function pairKey(token: RowToken, next: RowToken): string {
  return [nameKeyOf(token.text), nameKeyOf(next.text)].toSorted().join(' ');
}

/** Names that stand behind a title somewhere: on a stamp the title may be lost, and the name is the provider's still. */
function titledNames(pages: readonly FormPage[]): ReadonlySet<string> {
  return new Set(
    pages.flatMap(({ rows }) =>
      rows.flatMap(({ tokens }) =>
        tokens.flatMap((token, at) => {
          if (!isTitle(token)) return [];
          // `Dr EL IDRISSI Youssef`: a particle may come first.
          const [first, second, third] = tokens.slice(at + 1, at + 4);
          if (first === undefined || second === undefined) return [];
          return third === undefined
            ? [pairKey(first, second)]
            : [pairKey(first, second), pairKey(second, third)];
        }),
      ),
    ),
  );
}

/** Names of two words or more behind a title, as keys: those of providers, also where the register does not know them. */
function namesBehindTitles(pages: readonly FormPage[]): readonly (readonly string[])[] {
  return pages.flatMap(({ rows }) =>
    rows.flatMap(({ tokens }) =>
      tokens.flatMap((title, at): readonly (readonly string[])[] => {
        if (!isTitle(title)) return [];
        const name = tokens.slice(at + 1, at + 1 + MOST_WORDS_OF_NAME);
        const end = name.findIndex(
          (token) =>
            token.gap > WIDEST_NAME_GAP || !isClear(token) || !/^\p{Lu}[\p{L}'’-]+$/u.test(token.text),
        );
        const own = end < 0 ? name : name.slice(0, end);
        return own.length < 2 ? [] : [own.map(({ text }) => nameKeyOf(text))];
      }),
    ),
  );
}

const MOST_WORDS_OF_NAME = 5;
/** More providers are on no form. */
const MOST_TITLED_NAMES = 12;

/** `EL`, `AIT` and the like before a family name. */
function particlesBefore({ tokens }: TokenRow, at: number): readonly RowToken[] {
  const particles: RowToken[] = [];
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if (token === undefined || next === undefined || next.gap > WIDEST_NAME_GAP) break;
    if (!/^\p{Lu}{2,}$/u.test(token.text) || !isClear(token)) break;
    particles.unshift(token);
  }
  return particles;
}

/** Words that a family name begins with. */
const familyParticle = /^(?:EL|AL|ES|ED|ID|AIT|BEN|BENI|BNI|BOU|OULED|OULAD|OULD|LALLA|SIDI)$/;

/** `OULED EL HAJ` has two. */
const mostParticles = 3;

/** Two words of a row side by side, with the particles between them: `Meryem EL FASSI`. */
function pairAt({ tokens }: TokenRow, at: number): readonly [RowToken, ...RowToken[]] | undefined {
  const [first] = tokens.slice(at, at + 1);
  if (first === undefined) return undefined;
  const others = tokens.slice(at + 1, at + 2 + mostParticles);
  const last = others.findIndex(({ text }) => !familyParticle.test(text));
  const rest = last < 0 ? others : others.slice(0, last + 1);
  return rest.length === 0 || rest.some(({ gap }) => gap > WIDEST_NAME_GAP) ? undefined : [first, ...rest];
}

const nameWord = /^\p{Lu}\p{Ll}{3,}$/u;

/** A word in capitals beside one with a capital, neither of which is printed on forms: `Ijja TAOUFIK`, however rare the names are. */
function isWrittenAsName(pair: readonly RowToken[]): boolean {
  const words = pair.filter(({ text }) => !familyParticle.test(text)).map(({ text }) => text);
  return (
    words.length === 2 &&
    words.some((word) => capitalWord.test(word)) &&
    words.some((word) => nameWord.test(word)) &&
    words.every((word) => vowel.test(foldLatin(word))) &&
    !words.some(isLikeLabelWord)
  );
}

const vowel = /[aeiouy]/;
/** Sheets and their parts, whose headings say what they are about; `PATIENT DE SOUSA Joao` is a label and a name. */
const sheet = /^(?:FEUILLE|BULLETIN|DEMANDE|D[EÉ]CLARATION|FORMULAIRE|ATTESTATION|IMPRIM[EÉ]|VOLET|CADRE)S?$/;
const preposition = /^(?:DE|DU|DES)$/;

/** `FEUILLE DE SOINS Maladie`: `de`, `et` and `pour` stand before names as well, and `DE`, `LE` and `OU` begin some. */
function isInHeading({ tokens }: TokenRow, at: number): boolean {
  const [title, before] = tokens.slice(Math.max(0, at - 2), at);
  return (
    title !== undefined &&
    before !== undefined &&
    sheet.test(title.text) &&
    preposition.test(before.text) &&
    [before, tokens[at]].every((token) => (token?.gap ?? Infinity) <= WIDEST_NAME_GAP)
  );
}

/** A family name in capitals beside a given name, in either order, that is in no name which is explained. */
function strangerNames(
  page: FormPage,
  explained: ReadonlySet<PageWord>,
  familyName: string,
  titled: ReadonlySet<string>,
): readonly (readonly RowToken[])[] {
  const familyKeys = new Set(latinTokens(foldLatin(familyName)).map(({ bare }) => bare));
  return page.rows.flatMap((row) =>
    row.tokens.flatMap((token, at): readonly (readonly RowToken[])[] => {
      const pair = pairAt(row, at);
      const next = pair?.at(-1);
      if (pair === undefined || next === undefined || isNamesake(row, at)) return [];
      if (!pair.every(({ text }) => /^\p{Lu}[\p{L}'’-]+$/u.test(text))) return [];
      if (!pair.every(isClear)) return [];
      if (pair.some(({ words }) => words.some((word) => explained.has(word)))) return [];
      if (titled.has(pairKey(token, next))) return [];
      const keys = [nameKeyOf(token.text), nameKeyOf(next.text)];
      const isCapitals = [token.text, next.text].some((text) => /^\p{Lu}[\p{Lu}'’-]{2,}$/u.test(text));
      // `AIT YOUNES` is the family name alone, of which OCR lost the given name.
      if (compareNames(pair.map(({ text }) => text).join(' '), familyName) === 'same') return [];
      const isPerson =
        keys.some((key) => familyKeys.has(key)) ||
        (isCapitals && keys.some((key) => givenNames.has(key))) ||
        (isWrittenAsName(pair) && !isInHeading(row, at));
      return isPerson ? [[...particlesBefore(row, at), ...pair]] : [];
    }),
  );
}

/** A family name in capitals and a given name: `AMHAOUCH Touria`. */
const writtenName = /^\p{Lu}[\p{Lu}'’-]{2,} \p{Lu}\p{Ll}{2,}$/u;

/**
 * What looks like a name, in either order, and stands on the form twice, as the insured's does where he is the patient; or
 * once, where nothing else does. For a person to see whose form it may be, not to decide by.
 */
export function likelyName(
  pages: readonly FormPage[],
  explained: ReadonlySet<PageWord>,
): { readonly page: number; readonly tokens: readonly RowToken[] } | undefined {
  const found = pages.flatMap((page) =>
    page.rows.flatMap((row) =>
      row.tokens.flatMap((token, at) => {
        const next = row.tokens[at + 1];
        if (next === undefined || next.gap > WIDEST_NAME_GAP || isNamesake(row, at)) return [];
        if (
          ![`${token.text} ${next.text}`, `${next.text} ${token.text}`].some((name) => writtenName.test(name))
        )
          return [];
        if (!isClear(token) || !isClear(next)) return [];
        if ([...token.words, ...next.words].some((word) => explained.has(word))) return [];
        return [
          { page: page.reading.frame.number, tokens: [token, next], key: `${token.text} ${next.text}` },
        ];
      }),
    ),
  );
  const repeated = found.find(({ key }, index) =>
    found.some((other, at) => at !== index && other.key === key),
  );
  return repeated ?? (new Set(found.map(({ key }) => key)).size === 1 ? found[0] : undefined);
}

/** OCR cuts long names in two, and is a letter off in them. */
const fewestPieceLetters = 3;
/** `ZNASN` of `IZNASNI`, which lost a letter at either end. */
const fewestInnerLetters = 4;

function isWordOf(key: string, names: readonly string[]): boolean {
  return names.some(
    (name) =>
      key === name ||
      (key.length >= fewestPieceLetters &&
        name.length > key.length + 1 &&
        (name.startsWith(key) || name.endsWith(key))) ||
      (key.length >= fewestInnerLetters && name.includes(key)) ||
      (name.length > 4 && distance(key, name) === 1),
  );
}

/** Shorter rests of a word are a letter off those of many words. */
const fewestMisreadLetters = 4;

/** Whether it is what is left of a word of a name, a letter off: `JSSA` of `MOUSSA`. */
function isMisreadPieceOf({ text }: RowToken, names: readonly string[]): boolean {
  const key = nameKeyOf(text);
  if (text.length < fewestMisreadLetters || key.length < fewestPieceLetters) return false;
  return names.some(
    (name) =>
      name.length > key.length + 1 &&
      [name.slice(0, key.length), name.slice(-key.length)].some((piece) => distance(key, piece) === 1),
  );
}

const mostScrapLetters = 3;
/** How many rows of a stamp a name may fill. */
const rowsOfStamp = 2;
const linesOfStamp = 5;

/**
 * Whether words are the provider's name, printed once more on a stamp: all of them; of a given name by itself, and where a word is only
 * like what is left of one, with more of the stamp near it.
 */
function isProviders(
  tokens: readonly RowToken[],
  page: FormPage,
  providers: readonly (readonly string[])[],
): boolean {
  return providers.some((name) => {
    // A few letters beside a word of the name are what is left of another one under a signature.
    const whole = tokens.filter(({ text }) => text.length > mostScrapLetters);
    const strange = whole.filter((token) => !isWordOf(nameKeyOf(token.text), name));
    if (whole.length === strange.length) return false;
    if (!strange.every((token) => isMisreadPieceOf(token, name))) return false;
    const isSure = tokens.length > 1 && strange.length === 0;
    return isSure || isOnStamp(tokens, page, name, strange.length > 0);
  });
}

/** Whether other words of a name stand near some of it, or the title before it where that is enough. */
function isOnStamp(
  tokens: readonly RowToken[],
  page: FormPage,
  name: readonly string[],
  isTitleEnough: boolean,
): boolean {
  const own = page.rows.findIndex((row) => row.tokens.some((token) => tokens.includes(token)));
  const others = name.filter((word) => !tokens.some((token) => nameKeyOf(token.text) === word));
  const reach = linesOfStamp * page.reading.frame.lineHeight;
  return page.rows
    .slice(Math.max(0, own - rowsOfStamp), own + rowsOfStamp + 1)
    .flatMap((row) => row.tokens)
    .filter(
      (token) => !tokens.includes(token) && tokens.every(({ top }) => Math.abs(top - token.top) <= reach),
    )
    .some((token) => isWordOf(nameKeyOf(token.text), others) || (isTitleEnough && isTitle(token)));
}

/** OCR itself does not believe it, and it is a date only after characters were put right: Arabic, read as Latin. */
function isRubbish({ parsed: { doubts }, words }: Candidate<string>): boolean {
  return (
    doubts.includes('CORRECTED_CHARACTERS') &&
    words.some(({ confidencePercent }) => confidencePercent < rubbishPercent)
  );
}

/** Laws are dated in sentences; a birth date has a label of a few words, which begins with a capital. */
const fewestWordsOfProse = 5;

const isLowerCase = (token: RowToken | undefined): boolean =>
  token !== undefined && /^\p{Ll}{2,}$/u.test(token.text);

/** What a stamp of an agency says before its day: `REÇU LE 19/11/2026`. */
const receipt = /^(?:recue?|deposee?|enregistree?|arrivee?|imprimee?|editee?|recept\w*)$/;
/** Those that stamps bear in capitals, of which OCR may read a letter wrong. */
const stamped = ['recu', 'recue', 'depose', 'enregistre', 'arrivee'];

function saysReceipt({ text }: RowToken): boolean {
  const folded = foldLatin(text);
  const isStamped = /^\p{Lu}{4,}$/u.test(text) && stamped.some((word) => distance(folded, word) <= 1);
  return receipt.test(folded) || isStamped;
}

/** Whether a date is that of a stamp which says when the form came in. */
function isReceipt({ left }: Candidate<string>, row: TokenRow | undefined): boolean {
  return (row?.tokens ?? []).some((token) => token.left < left && saysReceipt(token));
}

/** How many words in lower case follow each other from a place of a row on, in either direction. */
function wordsFrom(tokens: readonly RowToken[], start: number, step: 1 | -1): number {
  let at = start;
  while (isLowerCase(tokens[at])) at += step;
  return Math.abs(at - start);
}

/** Whether a date stands in a sentence. */
function isInProse(
  { words }: Candidate<string>,
  row: TokenRow | undefined,
  labels: ReadonlySet<PageWord>,
): boolean {
  const tokens = (row?.tokens ?? []).filter((token) => !token.words.some((word) => labels.has(word)));
  const isOfDate = (token: RowToken): boolean => token.words.some((word) => words.includes(word));
  const [first, last] = [tokens.findIndex(isOfDate), tokens.findLastIndex(isOfDate)];
  return wordsFrom(tokens, first - 1, -1) + wordsFrom(tokens, last + 1, 1) >= fewestWordsOfProse;
}

/**
 * @param explained words that are known to be somebody's or something's
 * @param earliestCare ISO day; a day long before it is a birth, not a visit
 * @param providers the providers on the form, as the register has them
 */
export function findStrangers(
  pages: readonly FormPage[],
  explained: ReadonlySet<PageWord>,
  family: RegisteredFamily,
  earliestCare: string | undefined,
  providers: readonly Pick<Provider, 'name' | 'specialty'>[],
): Strangers {
  const specialtyWords = new Set(providers.flatMap(({ specialty }) => foldLatin(specialty).split(' ')));
  const providerNames = [
    ...providers.map(({ name }) => latinTokens(foldLatin(name)).map(({ bare }) => bare)),
    ...namesBehindTitles(pages).slice(0, MOST_TITLED_NAMES),
  ];
  // `HASSANI Dermatologie` is the end of a stamp's first line, and its second.
  const isName = ({ text }: RowToken): boolean => !specialtyWords.has(foldLatin(text));
  const familyName = family.person.name.family;
  const titled = titledNames(pages);
  return {
    names: pages.flatMap((page) =>
      [...strangerNames(page, explained, familyName, titled), ...loneGivenNames(page, explained, family)]
        .filter((tokens) => !isProviders(tokens.filter(isName), page, providerNames))
        .map((tokens) => ({ page: page.reading.frame.number, tokens })),
    ),
    births: pages.flatMap((page) =>
      page.candidates.dates
        .filter(
          (date) =>
            earliestCare !== undefined &&
            date.parsed.value < earliestCare &&
            !date.words.every((word) => explained.has(word)) &&
            !isRubbish(date) &&
            !isReceipt(date, page.rows[date.row]) &&
            !isInProse(date, page.rows[date.row], page.reading.labelWords),
        )
        .map((candidate) => ({ page: page.reading.frame.number, candidate })),
    ),
  };
}
