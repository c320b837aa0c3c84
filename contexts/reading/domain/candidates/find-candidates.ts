import { parseDate } from '../date-parser.ts';
import { parseCin, parseRib } from '../identifier-parsers.ts';
import { gluedCurrency, parseMoney } from '../money-parser.ts';
import { parsed, readDigits, type ParsedValue } from '../parsed-value.ts';
import { guessPercent, rubbishPercent } from '../read-field.ts';
import { articleCodeCandidates } from './article-codes.ts';
import { candidateOf, type Candidate } from './candidate.ts';
import { digitRuns, digitsIn, isGroupApart, widestGroupGap } from './digit-runs.ts';
import { cellWidthOf, isComb, type RowToken, type TokenRow } from './row-tokens.ts';

/** Every value on a page that can be recognised by its own looks. */
export interface PageCandidates {
  /** Registration numbers, INPEs and whatever else has nine digits. */
  readonly nineDigits: readonly Candidate<string>[];
  readonly cins: readonly Candidate<string>[];
  /** 24 digits whose key is right. */
  readonly ribs: readonly Candidate<string>[];
  /** Article numbers (EAN-13) whose check digit is right, as they are printed below bars. */
  readonly articleCodes: readonly Candidate<string>[];
  /** ISO dates; a year of two digits is taken for this century, with a doubt. */
  readonly dates: readonly Candidate<string>[];
  /** Amounts with two decimals or a currency, in centimes. */
  readonly amounts: readonly Candidate<number>[];
}

const mostLookAlikes = 2;

/** `167204938`, `167 204 938`, a comb; not nine digits out of a longer number, nor a day with a row's number before it. */
function nineDigitsOf(tokens: readonly RowToken[]): ParsedValue<string> | undefined {
  const text = tokens.map((token) => token.text).join(' ');
  if (/\d[.,/]\d{2}$|\d[-/.]\d{1,2}[-/.]\d/.test(text) && !/^\d{3}([. -])\d{3}\1\d{3}$/.test(text))
    return undefined;
  const reading = readDigits(text.replace(/[|[\](){}:]/g, ' '));
  const digits = digitsIn(reading.text);
  if (digits.length !== 9 || reading.foreign > 0 || reading.corrected > mostLookAlikes) return undefined;
  return parsed(digits, reading.corrected > 0 && 'CORRECTED_CHARACTERS');
}

function nineDigitCandidates(row: TokenRow, index: number): readonly Candidate<string>[] {
  const found: Candidate<string>[] = [];
  const taken = new Set<RowToken>();
  for (const token of row.tokens) {
    if (!/\d{5}|\d{3}\.\d{3}\.\d{3}/.test(token.text)) continue;
    const own = nineDigitsOf([token]);
    if (own === undefined) continue;
    taken.add(token);
    found.push(candidateOf(own, [token], index));
  }
  for (const run of digitRuns(row)) {
    if (run.length < 2 || run.some((token) => taken.has(token))) continue;
    const whole = nineDigitsOf(run);
    if (whole !== undefined) found.push(candidateOf(whole, run, index));
  }
  return found;
}

const plainCin = /^[A-Z]{1,2}\d{4,6}$/;

/** `AE209418`, `AE 209418`, letters and digits of a comb. */
function cinCandidates(row: TokenRow, index: number): readonly Candidate<string>[] {
  return row.tokens.flatMap((token, at): readonly Candidate<string>[] => {
    const text = token.text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
    const next = row.tokens[at + 1];
    if (plainCin.test(text)) return [candidateOf(parsed(text), [token], index)];
    if (/^[A-Z]{1,2}$/.test(text) && next !== undefined && next.gap <= widestGroupGap) {
      const joined = text + next.text.replace(/[^\p{L}\d]+$/gu, '');
      if (plainCin.test(joined) && !/[.,/]/.test(next.text))
        return [candidateOf(parsed(joined), [token, next], index)];
    }
    // A first letter that was read as a digit, where all the rest is as it should be.
    if (/^[0-9€|!][A-Z]?\d{5,6}$/.test(text) && /[A-Z€|!]/.test(text)) {
      const repaired = parseCin(text);
      if (repaired !== undefined) return [candidateOf(repaired, [token], index)];
    }
    return [];
  });
}

const ribDigits = 24;

/** The windows of a run of digits that make a RIB whose key is right. */
function ribCandidates(row: TokenRow, index: number): readonly Candidate<string>[] {
  return digitRuns(row).flatMap((run): readonly Candidate<string>[] => {
    for (let start = 0; start < run.length; start += 1) {
      let digits = 0;
      for (let end = start; end < run.length && digits < ribDigits; end += 1) {
        digits += digitsIn(run[end]?.text ?? '').length;
        if (digits !== ribDigits) continue;
        const tokens = run.slice(start, end + 1);
        const rib = parseRib(tokens.map((token) => token.text).join(' '));
        if (rib?.doubts.length === 0) return [candidateOf(rib, tokens, index)];
      }
    }
    return [];
  });
}

const longestDateTokens = 6;

function looksLikeDate(text: string): boolean {
  const digits = digitsIn(text).length;
  return digits >= 3 && digits <= 8;
}

/** A year that people on forms were born in or cared for in. */
function isPlausible({ value }: ParsedValue<string>): boolean {
  return value >= '1900-01-01' && value < '2100-01-01';
}

function dateCandidates(row: TokenRow, index: number): readonly Candidate<string>[] {
  const found: Candidate<string>[] = [];
  for (let start = 0; start < row.tokens.length;) {
    const dated = dateFrom(row.tokens, start);
    if (dated === undefined) {
      start += 1;
      continue;
    }
    const tokens = row.tokens.slice(start, dated.end);
    if (!areWalls(tokens)) found.push(candidateOf(dated.parsed, tokens, index));
    start = dated.end;
  }
  return found;
}

/** `11/11/11` that OCR does not believe: the walls of empty cells. */
function areWalls(tokens: readonly RowToken[]): boolean {
  const words = tokens.flatMap((token) => token.words);
  return words.every(
    ({ text, confidencePercent }) => confidencePercent < guessPercent && /^[1\D]+$/.test(text),
  );
}

/** The date that begins at a token: the shortest run that has a whole year. */
function dateFrom(
  tokens: readonly RowToken[],
  start: number,
): { readonly parsed: ParsedValue<string>; readonly end: number } | undefined {
  const first = tokens[start];
  if (first === undefined || !/\d/.test(first.text)) return undefined;
  let text = '';
  for (let end = start; end < Math.min(start + longestDateTokens, tokens.length); end += 1) {
    const token = tokens[end];
    if (token === undefined || (end > start && isApart(tokens[end - 1], token))) return undefined;
    text += (text === '' ? '' : ' ') + token.text;
    const whole = end > start ? cutDate(tokens.slice(start, end + 1)) : undefined;
    if (whole !== undefined) return { parsed: whole, end: end + 1 };
    if (!looksLikeDate(text)) {
      if (digitsIn(text).length > 8) return undefined;
      continue;
    }
    // A number of eight digits is a date only by itself; longer numbers are cut nowhere.
    const date = parseDate(text.replace(/[,;.]$/, ''));
    const isLone = end > start || !/^\d{8}$/.test(text) || !isDigitsNear(tokens, start);
    if (date !== undefined && isLone && isPlausible(date) && isWholeDate(date, text))
      return { parsed: date, end: end + 1 };
  }
  return undefined;
}

/** From the last cell of a group to the first of the next, in cells: one may be left empty between them. */
const mostCellsApart = 2.3;

/** Whether two groups of digits are too far apart for one date. */
function isApart(before: RowToken | undefined, token: RowToken): boolean {
  if (before === undefined || !isComb(before) || !isComb(token)) return isGroupApart(token);
  const cellWidth = Math.min(cellWidthOf(before), cellWidthOf(token));
  return token.left - before.right > mostCellsApart * cellWidth;
}

/** Within a number no gap is as wide as a space. */
const widestCutGap = 0.8;
const writtenDate = /^\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})$/;

/** `29.1` and `0.26`: a date that OCR cut within a number. */
function cutDate([first, ...others]: readonly RowToken[]): ParsedValue<string> | undefined {
  if (first === undefined || others.some(({ ownGap }) => ownGap > widestCutGap)) return undefined;
  const text = [first, ...others].map((token) => token.text).join('');
  const date = writtenDate.test(text) ? parseDate(text) : undefined;
  return date !== undefined && isPlausible(date) ? date : undefined;
}

/** With a year of two digits only where separators leave no doubt that it is a date: `26.04.80`. */
function isWholeDate({ doubts }: ParsedValue<string>, text: string): boolean {
  return !doubts.includes('WRONG_LENGTH') || /^\d{1,2}([./-])\d{1,2}\1\d{2}$/.test(text);
}

function isDigitsNear(tokens: readonly RowToken[], at: number): boolean {
  const own = tokens[at];
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    (own !== undefined && before !== undefined && own.gap < widestGroupGap && /^\d+$/.test(before.text)) ||
    (after !== undefined && after.gap < widestGroupGap && /^\d+$/.test(after.text))
  );
}

const currency = /(?:dhs?|mad|dirhams?)\.?$/i;
const currencyAlone = /^(?:dhs?|mad|dirhams?)\.?$/i;
/** OCR takes a comma for a semicolon now and then. */
const plainAmount = /^\d{1,3}(?:[.,\s']?\d{3})*[.,;]\d{2}$/;
/** A space inside an amount is narrower than one between columns. */
const widestThousandsGap = 1.7;
/** A comma is narrow, and in print whose characters are all as wide much is free behind it. */
const widestCommaGap = 2.2;

function amountText(text: string): string {
  return text.replace(/^[^\d]*(?=\d)/, '').replace(/(?<=\d)[^\d]*$/, '');
}

/** Digits that OCR itself does not believe: Arabic, or a speck, before an amount. */
const isStray = ({ words }: RowToken): boolean =>
  words.every(({ confidencePercent }) => confidencePercent < rubbishPercent);

/** `1 480,00` in two words. */
function isThousands(token: RowToken, next: RowToken): boolean {
  return (
    /^\d{1,3}$/.test(token.text) &&
    !isStray(token) &&
    next.ownGap <= widestThousandsGap &&
    /^\d{3}[.,;]\d{2}/.test(next.text)
  );
}

/** `.00DH`: the decimals of an amount that OCR cut before its point. */
const decimalsAlone = /^[.,][\dO]{2}(?:d[hasr5]{1,3}|mad)?\.?$/i;

/**
 * `127,` and `50DH`, `127` and `,50`: an amount that OCR cut beside its comma. Without the comma only whole dirhams are known by their
 * zeros.
 */
function isCentimes(token: RowToken, next: RowToken, after: RowToken | undefined): boolean {
  if (next.ownGap > widestCommaGap) return false;
  if (next.ownGap > widestThousandsGap && !/[.,]$/.test(token.text)) return false;
  if (decimalsAlone.test(next.text)) return /^\d{1,5}$/.test(token.text);
  if (/^[\dO]{2}(?:d[hasr5]{1,3}|mad)\.?$/i.test(next.text))
    return /^\d{1,5}[.,]$/.test(token.text) || (/^\d{2,4}$/.test(token.text) && /^[0O]{2}/i.test(next.text));
  // `12, 50 rue des Iris` is an address.
  const isLast = after === undefined || after.gap > widestGroupGap || currencyAlone.test(after.text);
  return isLast && /^\d{1,5}[.,]$/.test(token.text) && /^\d{2}$/.test(next.text);
}

/** The `1` of `1 250 ,00DH` and of `1. 250 ,00DH`, which its comma does not join to the rest. */
function thousandsBefore(hundreds: RowToken, before: RowToken | undefined): readonly RowToken[] {
  const isOne =
    before !== undefined &&
    /^\d{1,3}[.,]?$/.test(before.text) &&
    !isStray(before) &&
    /^\d{3}[.,]?$/.test(hundreds.text) &&
    hundreds.ownGap <= widestThousandsGap;
  return isOne ? [before] : [];
}

/** `OODH` for `00DH`. */
const lettersForZeros = /(?<=^[.,]?)(?:O0|0O|OO)(?=\D)/i;

function printedAmount([token, next]: readonly RowToken[]): string {
  if (token === undefined) return '';
  if (next === undefined) return token.text;
  const centimes = next.text.replace(lettersForZeros, '00');
  if (/[.,]$/.test(token.text) || decimalsAlone.test(next.text)) return token.text + centimes;
  return `${token.text}${/^00\D/.test(centimes) ? ',' : ' '}${centimes}`;
}

const wholeDirhams = /^(?:\d{1,5}|\d{1,3}(?:[.,]\d{3})+)$/;

/** `1164 . 80Dhs`, `1 164 . 80Dhs`: an amount whose point OCR took for a word, and its words. */
function aroundPoint(
  tokens: readonly RowToken[],
  at: number,
): { readonly parsed: ParsedValue<number>; readonly tokens: readonly RowToken[] } | undefined {
  const [whole, point, centimes, after] = tokens.slice(at, at + 4);
  if (whole === undefined || point === undefined || centimes === undefined) return undefined;
  if (!/^[.,]$/.test(point.text) || !wholeDirhams.test(whole.text)) return undefined;
  if ([point, centimes].some(({ ownGap }) => ownGap > widestThousandsGap)) return undefined;
  const [, cents, unit] = /^(\d{2})(d[hasr5]{0,3}|mad)?\.?$/i.exec(centimes.text) ?? [];
  const isLast = after === undefined || after.gap > widestGroupGap || currencyAlone.test(after.text);
  if (cents === undefined || (unit === undefined && !isLast)) return undefined;
  const dirhams = [...thousandsBefore(whole, tokens[at - 1]), whole];
  const amount = parseMoney(`${dirhams.map(({ text }) => text.replace(/\D/g, '')).join('')},${cents}`);
  return amount && { parsed: amount, tokens: [...dirhams, point, centimes] };
}

function amountCandidates(row: TokenRow, index: number): readonly Candidate<number>[] {
  const found: Candidate<number>[] = [];
  for (let at = 0; at < row.tokens.length; at += 1) {
    const token = row.tokens[at];
    if (token === undefined || !/\d/.test(token.text)) continue;
    const next = row.tokens[at + 1];
    const isCut = next !== undefined && isCentimes(token, next, row.tokens[at + 2]);
    const isJoined = isCut || (next !== undefined && isThousands(token, next));
    const tokens = isJoined ? [token, next] : [token];
    const after = row.tokens[at + tokens.length];
    // What it is the rest of was not read.
    if (!isJoined && decimalsAlone.test(token.text)) continue;
    const pointed = isJoined ? undefined : aroundPoint(row.tokens, at);
    if (pointed !== undefined) {
      found.push(candidateOf(pointed.parsed, pointed.tokens, index));
      at += 2;
      continue;
    }
    const thousands = isCut ? thousandsBefore(token, row.tokens[at - 1]) : [];
    const printed = [...thousands.map((one) => one.text), printedAmount(tokens)].join(' ');
    const text = printed.replace(gluedCurrency, '');
    const hasCurrency =
      text !== printed ||
      currency.test(text) ||
      (after !== undefined && after.gap < widestGroupGap && currencyAlone.test(after.text));
    const bare = amountText(text.replace(currency, ''));
    const isAmount = plainAmount.test(bare) || (hasCurrency && /^\d[\d\s.,]*$/.test(bare));
    if (!isAmount || /\p{L}/u.test(text.replace(currency, '').replace(/^\p{L}+[.:]/u, ''))) continue;
    const amount = parseMoney(bare);
    if (amount === undefined) continue;
    const isCorrected = isJoined && lettersForZeros.test(next.text);
    const doubts = [...amount.doubts, isCorrected && 'CORRECTED_CHARACTERS'] as const;
    found.push(candidateOf(parsed(amount.value, ...doubts), [...thousands, ...tokens], index));
    at += tokens.length - 1;
  }
  return found;
}

/** Finds every value on the rows of a page that can be recognised by its own looks. One pass over the words for each kind. */
export function findCandidates(rows: readonly TokenRow[]): PageCandidates {
  const all = <T>(find: (row: TokenRow, index: number) => readonly Candidate<T>[]): readonly Candidate<T>[] =>
    rows.flatMap(find);
  return {
    nineDigits: all(nineDigitCandidates),
    cins: all(cinCandidates),
    ribs: all(ribCandidates),
    articleCodes: all(articleCodeCandidates),
    dates: all(dateCandidates),
    amounts: all(amountCandidates),
  };
}
