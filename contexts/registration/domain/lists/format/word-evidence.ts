import type { TextEncoding } from '../list.ts';

/** An encoding in which any byte can stand anywhere: only words tell whether a text is in it. */
export type OneByteEncoding = Exclude<TextEncoding, 'utf-8'>;

type ByteClass = 'boundary' | 'latin' | 'arabic' | 'mark' | 'invisible' | 'sign' | 'odd' | 'unassigned';

const FIRST_HIGH = 0x80;
/** Signs that stand in or beside a word of a name or an address: quotes, dashes, blanks, `°`, `º`, `·`, `…`, `€`. */
const BESIDE_WORDS = /[’‘´\u00ad·–—\u00a0°ºª…“”«»•€،؛؟]/;
/** Characters of the Windows encodings that are near no word of a list; in those of DOS and old Macs accented letters stand there. */
const NEAR_NO_WORD = /[‚ƒ„†‡ˆ‰‹›˜ŠŽšžŸ¡¿×÷ÐðÞþØøÕ]/;
/** Vowel marks of ISO-8859-6, which names in lists have not; in Windows-1256 their bytes are `ى`, `ي` and French letters. */
const ARABIC_MARKS = /[\u064b-\u0652]/;
const UNASSIGNED = /[\u0080-\u009f\ufffd]/;
const MARK = /[\p{M}\u0640]/u;
const INVISIBLE = /[\u200b-\u200f]/;
const LATIN = /\p{Script=Latin}/u;
const ARABIC = /\p{Script=Arabic}/u;

function classOf(character: string, encoding: OneByteEncoding): ByteClass {
  if (UNASSIGNED.test(character)) return 'unassigned';
  if (NEAR_NO_WORD.test(character)) return 'odd';
  if (BESIDE_WORDS.test(character)) return 'boundary';
  if (encoding === 'iso-8859-6' && ARABIC_MARKS.test(character)) return 'odd';
  if (INVISIBLE.test(character)) return 'invisible';
  if (MARK.test(character)) return 'mark';
  if (ARABIC.test(character)) return 'arabic';
  return LATIN.test(character) ? 'latin' : 'sign';
}

function byteClassesOf(encoding: OneByteEncoding): readonly ByteClass[] {
  const decoder = new TextDecoder(encoding);
  return Array.from({ length: 256 }, (_, byte) => {
    if (byte >= FIRST_HIGH) return classOf(decoder.decode(Uint8Array.of(byte)), encoding);
    return /[a-z]/i.test(String.fromCharCode(byte)) ? 'latin' : 'boundary';
  });
}

/** What the words of a text say for and against one encoding. */
export class WordEvidence {
  readonly encoding: OneByteEncoding;
  /** Words with letters beyond ASCII that can be words in this encoding. */
  words = 0;
  /** What is no word of any language of the lists: letters of two scripts, signs among letters. */
  contradictions = 0;
  arabicWords = 0;
  /** First line with a byte that is no character, where there is one. */
  unassignedLine = 0;
  readonly #classes: readonly ByteClass[];
  #plainLetters = 0;
  #highLatin = 0;
  #arabic = 0;
  #marks = 0;
  #isOdd = false;
  #isSignBehind = false;

  constructor(encoding: OneByteEncoding) {
    this.encoding = encoding;
    this.#classes = byteClassesOf(encoding);
  }

  addLine(bytes: Uint8Array, line: number): void {
    for (const byte of bytes) this.#addByte(byte, line);
    this.#endWord();
  }

  #addByte(byte: number, line: number): void {
    switch (this.#classes[byte] ?? 'boundary') {
      case 'latin':
        if (byte < FIRST_HIGH) this.#plainLetters += 1;
        else this.#highLatin += 1;
        this.#isOdd ||= this.#isSignBehind;
        return;
      case 'arabic':
        this.#arabic += 1;
        this.#isOdd ||= this.#isSignBehind;
        return;
      case 'mark':
        this.#marks += 1;
        return;
      case 'invisible':
        return;
      case 'sign':
        // A sign behind a word ends it; one with letters on both sides stands for a letter of another encoding.
        this.#isSignBehind = this.#letters > 0;
        return;
      case 'odd':
        this.#isOdd = true;
        return;
      case 'unassigned':
        if (this.unassignedLine === 0) this.unassignedLine = line;
        this.contradictions += 1;
        return;
      case 'boundary':
        this.#endWord();
    }
  }

  get #letters(): number {
    return this.#plainLetters + this.#highLatin + this.#arabic;
  }

  #endWord(): void {
    if (this.#highLatin + this.#arabic + this.#marks > 0 || this.#isOdd) this.#count();
    this.#plainLetters = 0;
    this.#highLatin = 0;
    this.#arabic = 0;
    this.#marks = 0;
    this.#isOdd = false;
    this.#isSignBehind = false;
  }

  #count(): void {
    const isMixed = this.#arabic + this.#marks > 0 && this.#plainLetters + this.#highLatin > 0;
    // Accented letters stand among others: a word of them alone is one of another script.
    const isAccentsOnly = this.#highLatin > 1 && this.#plainLetters === 0;
    // An odd character by itself touches no word.
    if (isMixed || isAccentsOnly || (this.#isOdd && this.#letters > 0)) this.contradictions += 1;
    else if (this.#letters > 1) this.words += 1;
    if (this.#arabic > 1 && !isMixed) this.arabicWords += 1;
  }
}

/** Bytes that are other letters in the two encodings of Arabic. */
const arabicDecoders = [new TextDecoder('windows-1256'), new TextDecoder('iso-8859-6')] as const;
const DIFFERENT_ARABIC: readonly boolean[] = Array.from({ length: 256 }, (_, byte) => {
  const [one, other] = arabicDecoders.map((decoder) => decoder.decode(Uint8Array.of(byte)));
  return byte >= FIRST_HIGH && one !== other;
});

/** Whether it makes a difference which of the two encodings of Arabic a text is read in. */
export const isDifferentArabic = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => DIFFERENT_ARABIC[byte] === true);
