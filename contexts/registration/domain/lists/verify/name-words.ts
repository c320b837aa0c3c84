import {
  arabicConsonants,
  arabicTokens,
  foldArabic,
  foldArabicAsBefore,
  foldLatin,
  foldLatinAsBefore,
  isArabic,
  latinConsonants,
  latinTokens,
} from '#shared';
import { ARABIC_GIVEN_NAMES, lettersOfArabic } from './arabic-in-latin.ts';
import { remembered } from './remembered.ts';

/** A name as record linkage compares it. */
export interface NameWords {
  /** Its words in one Latin spelling, without articles, sorted, joined by a blank. */
  readonly words: string;
  /** The consonants of each word, the same for Arabic and Latin spellings, sorted, joined by a blank. */
  readonly skeleton: string;
}

const REMEMBERED_NAMES = 10_000;
/** Of a word of vowels only (`Aya`): something, so that it is not nothing. */
const VOWELS_ONLY = 'a';

/** Second words that are written apart or not, and with many articles, in one spelling: `Fatima Zahra`, `Nour Eddine`, `Nasr Allah`. */
const SECOND_WORDS: ReadonlyMap<string, string> = new Map([
  ...['din', 'dine', 'edin', 'edine', 'adin', 'udin', 'دين'].map((word) => [word, 'edin'] as const),
  ...['zahra', 'zohra', 'ezahra', 'ezohra', 'azahra', 'زهراء', 'زهرا', 'زهره'].map(
    (word) => [word, 'zahra'] as const,
  ),
  ...['alah', 'elah', 'ilah', 'lah', 'الله'].map((word) => [word, 'alah'] as const),
]);
/** An article written together with its name: `Elidrissi`, `Alhassan`; not `Elyas`, not `Alaoui`. */
const JOINED_ARTICLE = /^(?:el(?=.{4})|al(?=[b-df-hjkmnp-tv-z].{3}))/;

interface Word {
  readonly letters: string;
  readonly consonants: string;
}

/** The words of a name in either script; remembered, because names come again and again. */
export const nameWords: (name: string) => NameWords = remembered((name) => {
  const words = isArabic(name) ? arabicWords(foldArabic(name)) : latinWords(foldLatin(name));
  return {
    words: joinSorted(words.map(({ letters }) => letters)),
    skeleton: joinSorted(words.map(({ consonants }) => consonants || VOWELS_ONLY)),
  };
}, REMEMBERED_NAMES);

/** The words of a name as they were made before the folding of today; the same where it changed nothing. */
export const wordsAsBefore = (name: string): string => {
  const words = isArabic(name) ? arabicWords(foldArabicAsBefore(name)) : latinWords(foldLatinAsBefore(name));
  return joinSorted(words.map(({ letters }) => letters));
};

/**
 * All words that a name may be kept under in an earlier list, whichever keyboard it was typed on there: letters that look the same
 * were others then.
 */
export const allWordsAsBefore: (name: string) => readonly string[] = remembered((name) => {
  const spellings = isArabic(name) ? [name, ...KEYBOARDS.map((typed) => typed(name))] : [name];
  return [...new Set(spellings.map(wordsAsBefore))].filter((words) => words !== '');
}, REMEMBERED_NAMES);

const PERSIAN_LETTERS: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' };
const URDU_LETTERS: Readonly<Record<string, string>> = { ...PERSIAN_LETTERS, ه: 'ہ', ة: 'ہ' };
/** How a name in Arabic letters comes out of a Persian and of an Urdu keyboard. */
const KEYBOARDS = [PERSIAN_LETTERS, URDU_LETTERS].map(
  (letters) => (name: string) =>
    name.normalize('NFC').replace(/[يىكهة]/gu, (letter) => letters[letter] ?? letter),
);

function latinWords(folded: string): readonly Word[] {
  const bare = latinTokens(folded).map((token) => token.bare.replace(JOINED_ARTICLE, ''));
  return joinSecondWords(bare, latinWord);
}

function latinWord(letters: string): Word {
  return { letters, consonants: latinConsonants(letters) };
}

function arabicWords(folded: string): readonly Word[] {
  const bare = arabicTokens(folded).map((token) => token.bare);
  return joinSecondWords(bare, (word) => ({
    letters: ARABIC_GIVEN_NAMES.get(word) ?? lettersOfArabic(word),
    consonants: arabicConsonants(word),
  }));
}

function joinSecondWords(words: readonly string[], wordOf: (word: string) => Word): readonly Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const second = SECOND_WORDS.get(word);
    const first = second === undefined ? undefined : joined.pop();
    if (second === undefined || first === undefined) {
      joined.push(wordOf(word));
      continue;
    }
    const { letters, consonants } = latinWord(second);
    joined.push({ letters: first.letters + letters, consonants: first.consonants + consonants });
  }
  return joined;
}

const joinSorted = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] ?? '') : words.toSorted().join(' ');
