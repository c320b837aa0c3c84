import type { Candidate } from '../candidates/candidate.ts';
import type { PageCandidates } from '../candidates/find-candidates.ts';
import type { RowToken, TokenRow } from '../candidates/row-tokens.ts';
import { parseCodeWithLetterForOne, parseCoefficient, parseKeyLetter, withoutTimes } from '../act-codes.ts';
import { knownKeyLetters } from '../key-letters.ts';
import type { PageWord } from '../page-frame.ts';
import { parsed, type ParsedValue } from '../parsed-value.ts';

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly words: readonly PageWord[];
}

/** What a piece of a row can be in a table of acts, recognised by its looks. */
export type RowAtom = Extent &
  (
    | { readonly kind: 'date'; readonly parsed: ParsedValue<string> }
    | { readonly kind: 'amount'; readonly parsed: ParsedValue<number> }
    /** A whole number or one with a decimal, in hundredths: a coefficient, a quantity, dirhams, centimes. */
    | { readonly kind: 'number'; readonly parsed: ParsedValue<number>; readonly text: string }
    | {
        readonly kind: 'letter';
        readonly parsed: ParsedValue<string>;
        /** A number printed right behind it: `K16`, `B 150`. */
        readonly coefficient: ParsedValue<number> | undefined;
        readonly coefficientWords: readonly PageWord[];
      }
    | { readonly kind: 'nine-digits'; readonly parsed: ParsedValue<string> }
    | { readonly kind: 'text' }
  );

/** A row of the page, cut into atoms from left to right. */
export interface AtomRow {
  readonly index: number;
  readonly y: number;
  readonly atoms: readonly RowAtom[];
}

/** A cell stands farther from its neighbours than words of a sentence do. */
const cellGap = 1.25;

function extentOf(tokens: readonly RowToken[]): Extent {
  return {
    left: Math.min(...tokens.map((token) => token.left)),
    right: Math.max(...tokens.map((token) => token.right)),
    words: tokens.flatMap((token) => token.words),
  };
}

const joinedCode = /^([A-Z]{1,5})[.=x×*:/-]?(\d{1,4}(?:[.,]\d)?)$/;

/** A known letter by itself or with its coefficient glued to it; `undefined` for any other word. */
function letterOf(
  text: string,
): Pick<Extract<RowAtom, { kind: 'letter' }>, 'parsed' | 'coefficient'> | undefined {
  const bare = text.replace(/^[|[\](){}'‘’",.;:]+|[|[\](){}'‘’",.;:]+$/gu, '');
  if (knownKeyLetters.has(bare)) return { parsed: parsed(bare), coefficient: undefined };
  const { keyLetter, coefficientHundredths } = parseCodeWithLetterForOne(bare) ?? {};
  if (keyLetter !== undefined) return { parsed: keyLetter, coefficient: coefficientHundredths };
  const [, printed = '', number] = joinedCode.exec(bare) ?? [];
  const letter = withoutTimes(printed);
  if (number === undefined || !knownKeyLetters.has(letter)) return undefined;
  return { parsed: parsed(letter), coefficient: parseCoefficient(number) };
}

/** What OCR may have made of a letter that stands alone in its cell: `(` for `C`, `c` for `C`, `8` for `B` is a number. */
function weakLetterOf(printed: string): ParsedValue<string> | undefined {
  const text = printed.replace(/[.,;:]+$/, '');
  if (!/^[\p{L}€(]{1,5}$/u.test(text)) return undefined;
  const letter = parseKeyLetter(text);
  if (letter === undefined || !knownKeyLetters.has(letter.value)) return undefined;
  return parsed(letter.value, ...letter.doubts, letter.value !== text && 'CORRECTED_CHARACTERS');
}

const isProse = (text: string | undefined): boolean => text !== undefined && /\p{L}{2}/u.test(text);

/** `x20`, `×20`: how often, or the coefficient behind its letter. */
const multiplied = /^[x×X*](?=\d)/;

/** `OO` in a column of centimes. */
const lettersForZeros = /^(?:O0|0O|OO)$/;

function numberOf(printed: string): ParsedValue<number> | undefined {
  if (lettersForZeros.test(printed)) return parsed(0, 'CORRECTED_CHARACTERS');
  const text = printed.replace(multiplied, '');
  if (!/^[|[\]]?\d{1,4}(?:[.,]\d)?[|[\]]?$/.test(text)) return undefined;
  const number = parseCoefficient(text);
  // `00` is what stands in a column of centimes.
  return number && { ...number, doubts: number.doubts.filter((doubt) => doubt !== 'IMPOSSIBLE_VALUE') };
}

/** Candidates of a row by the first word of each, so that a token finds its own. */
function byFirstWord<T>(candidates: readonly Candidate<T>[]): ReadonlyMap<PageWord, Candidate<T>> {
  return new Map(
    candidates.flatMap((one) => (one.words[0] === undefined ? [] : [[one.words[0], one] as const])),
  );
}

/** Cuts the rows of a page into atoms. */
export function atomRows(rows: readonly TokenRow[], candidates: PageCandidates): readonly AtomRow[] {
  const dates = byFirstWord(candidates.dates);
  const amounts = byFirstWord(candidates.amounts);
  const nines = byFirstWord(candidates.nineDigits);
  const typedAt = (word: PageWord | undefined): RowAtom | undefined => {
    if (word === undefined) return undefined;
    const date = dates.get(word);
    if (date !== undefined)
      return { kind: 'date', parsed: date.parsed, left: date.left, right: date.right, words: date.words };
    const amount = amounts.get(word);
    if (amount !== undefined)
      return {
        kind: 'amount',
        parsed: amount.parsed,
        left: amount.left,
        right: amount.right,
        words: amount.words,
      };
    const nine = nines.get(word);
    return (
      nine && {
        kind: 'nine-digits',
        parsed: nine.parsed,
        left: nine.left,
        right: nine.right,
        words: nine.words,
      }
    );
  };
  return rows.map((row, index) => ({ index, y: row.y, atoms: atomsOf(row, typedAt) }));
}

function atomsOf(
  row: TokenRow,
  typedAt: (word: PageWord | undefined) => RowAtom | undefined,
): readonly RowAtom[] {
  const atoms: RowAtom[] = [];
  for (let at = 0; at < row.tokens.length;) {
    const token = row.tokens[at];
    if (token === undefined) break;
    const typed = typedAt(token.words[0]);
    if (typed !== undefined) {
      atoms.push(typed);
      const own = new Set(typed.words);
      while (at < row.tokens.length && row.tokens[at]?.words.some((word) => own.has(word)) === true) at += 1;
      continue;
    }
    const atom = plainAtom(row.tokens, at);
    atoms.push(atom);
    const own = new Set(atom.words);
    while (at < row.tokens.length && row.tokens[at]?.words.every((word) => own.has(word)) === true) at += 1;
  }
  return atoms;
}

function plainAtom(tokens: readonly RowToken[], at: number): RowAtom {
  const token = tokens[at];
  if (token === undefined) throw new RangeError('There is no token at this index');
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  // `Vitamine C` and `Avenue C 12` are words of a sentence; a letter of a table has its cell, or a number behind it.
  const isApart = before === undefined || token.gap > cellGap || !isProse(before.text);
  const isFollowed =
    after !== undefined && after.gap <= cellGap && isProse(after.text) && letterOf(after.text) === undefined;
  const letter = isApart && !isFollowed ? letterOf(token.text) : undefined;
  if (letter !== undefined) return withCoefficient(letter, token, after);
  // `Tot: 320` is no sentence: behind a colon stands a value.
  const isValue = isApart || /[:=]$/.test(before.text);
  const thousands = thousandsOf(token, after, tokens[at + 2]) ?? dottedThousandsOf(token, after);
  if (thousands !== undefined && isValue) return thousands;
  const number = numberOf(token.text);
  if (number !== undefined && isValue)
    return {
      kind: 'number',
      parsed: number,
      text: token.text.replace(lettersForZeros, '00'),
      ...extentOf([token]),
    };
  const isCell = before === undefined || token.gap > cellGap;
  const isAlone = after === undefined || after.gap > cellGap || isCodeIn(token, after, tokens[at + 2]);
  const weak = isCell && isAlone ? weakLetterOf(token.text) : undefined;
  if (weak !== undefined) return withCoefficient({ parsed: weak, coefficient: undefined }, token, after);
  return { kind: 'text', ...extentOf([token]) };
}

/** `Kc 28`: a letter that OCR made small, with its coefficient and nothing else in its cell. */
function isCodeIn(letter: RowToken, number: RowToken, next: RowToken | undefined): boolean {
  return (
    letter.text.length > 1 &&
    knownKeyLetters.has(letter.text.toUpperCase()) &&
    numberOf(number.text) !== undefined &&
    (next === undefined || next.gap > cellGap)
  );
}

/** A space inside a number is narrower than one between columns. */
const widestThousandsGap = 1.2;

/** In print whose characters are all as wide, the space beside a `1` looks wider. */
const widestGapBeforeCentimes = 1.7;

/** `1 200` is one number where the space in it is narrow, and less so where centimes stand behind it, or no number begins so: `1 080`. */
function thousandsOf(
  token: RowToken,
  after: RowToken | undefined,
  next: RowToken | undefined,
): RowAtom | undefined {
  if (after === undefined || !/^\d{1,3}$/.test(token.text) || !/^\d{3}$/.test(after.text)) return undefined;
  const isAmount = after.text.startsWith('0') || /^\d{2}$/.test(next?.text ?? '');
  if (after.ownGap > (isAmount ? widestGapBeforeCentimes : widestThousandsGap)) return undefined;
  const text = token.text + after.text;
  return { kind: 'number', parsed: parsed(Number(text) * 100), text, ...extentOf([token, after]) };
}

/** `1.540` are dirhams where the centimes stand by themselves behind them; anywhere else it may be a coefficient. */
function dottedThousandsOf(token: RowToken, after: RowToken | undefined): RowAtom | undefined {
  if (after === undefined || !/^\d{2}$/.test(after.text)) return undefined;
  if (!/^\d{1,3}[.']\d{3}$/.test(token.text)) return undefined;
  const text = token.text.replace(/\D/, '');
  return { kind: 'number', parsed: parsed(Number(text) * 100), text, ...extentOf([token]) };
}

/** `B 150` is a letter and its coefficient where the number stands as near as a space. */
function withCoefficient(
  letter: NonNullable<ReturnType<typeof letterOf>>,
  token: RowToken,
  after: RowToken | undefined,
): RowAtom {
  const near =
    letter.coefficient === undefined && after !== undefined && after.gap <= cellGap ? after : undefined;
  const number = near === undefined ? undefined : numberOf(near.text);
  if (near === undefined || number === undefined) {
    const words = letter.coefficient === undefined ? [] : token.words;
    return { kind: 'letter', ...letter, coefficientWords: words, ...extentOf([token]) };
  }
  return {
    kind: 'letter',
    parsed: letter.parsed,
    coefficient: number,
    coefficientWords: near.words,
    ...extentOf([token, near]),
  };
}
