import type { OneByteEncoding, WordEvidence } from './word-evidence.ts';

/** Why the encoding of a text is not known; complete sentence for the sender, without any of the text. */
export interface UnknownEncoding {
  readonly problem: string;
}

/** Of so many words one may be odd: someone's typing errors do not change the encoding of a list. */
const WORDS_PER_ODD_ONE = 20;
/** One encoding is distinguished from another where so many times more speaks against the other. */
const CLEARLY_FEWER = 4;

export type Evidence = Readonly<Record<OneByteEncoding, WordEvidence>>;

/**
 * Which of the one-byte encodings a text is in: the one its words are words in. What can be read in two ways is not guessed.
 * @param isDifferentArabic whether it makes a difference which encoding of Arabic it is
 */
export function tellEncoding(
  evidence: Evidence,
  isDifferentArabic: boolean,
): OneByteEncoding | UnknownEncoding {
  const latin = evidence['windows-1252'];
  const windows = evidence['windows-1256'];
  const iso = evidence['iso-8859-6'];
  if (isClearer(latin, windows) && isClearer(latin, iso)) return latin.encoding;
  // French without capital accents is the same in both Windows encodings.
  if (isPossible(latin) && windows.arabicWords === 0) return latin.encoding;
  const others = [windows, iso].filter((one) => one.arabicWords > 0 && isPossible(one));
  const [first, second] = others.toSorted((one, other) => one.contradictions - other.contradictions);
  if (first === undefined)
    return { problem: 'its letters are those of no encoding that lists are read in (perhaps of DOS or Mac)' };
  if (second !== undefined && isDifferentArabic && !isClearer(first, second))
    return { problem: `its Arabic letters can be read as ${first.encoding} and as ${second.encoding}` };
  return isDifferentArabic ? first.encoding : windows.encoding;
}

/** What a sender has announced is believed unless most of the words speak against it. */
export function checkDeclared(declared: WordEvidence): OneByteEncoding | UnknownEncoding {
  const { encoding, unassignedLine, contradictions, words } = declared;
  if (unassignedLine > 0)
    return { problem: `line ${unassignedLine} has a byte that is no character of ${encoding}` };
  return contradictions > words
    ? { problem: `it was announced as ${encoding}, but most of its words are none in it` }
    : encoding;
}

const isPossible = ({ words, contradictions, unassignedLine, encoding }: WordEvidence): boolean =>
  contradictions * WORDS_PER_ODD_ONE <= words && (encoding === 'windows-1256' || unassignedLine === 0);

const isClearer = (one: WordEvidence, other: WordEvidence): boolean =>
  isPossible(one) && one.contradictions * CLEARLY_FEWER < other.contradictions;
