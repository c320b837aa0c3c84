import { BETWEEN_SPELLINGS } from './identities.ts';
import { sqlCase } from './statement.ts';

/**
 * Levels of comparison of two rows `a` and `b` (of `people` or `listed`), as SQL expressions. A level is a word; what it is worth
 * is in the model.
 */

/** Karim and Karima: never one name misspelt. */
const isOtherGender = `(a.given = b.given || 'a' OR b.given = a.given || 'a')`;

/** All words of one are among those of the other: Fatima, Fatima Zahra. */
const isPart = (column: string): string =>
  `(strpos(' ' || a.${column} || ' ', ' ' || b.${column} || ' ') > 0
    OR strpos(' ' || b.${column} || ' ', ' ' || a.${column} || ' ') > 0)`;

const isSound = (column: string): string =>
  `(a.${column}_skeleton = b.${column}_skeleton AND length(a.${column}_skeleton) >= 2)`;

/** One letter wrong in a word of four or more, two in one of eight or more. Lengths first: they cost nothing. */
const isTypo = (column: string): string =>
  `(length(a.${column}) >= 4 AND length(b.${column}) >= 4 AND abs(length(a.${column}) - length(b.${column})) <= 2
    AND levenshtein_distance(a.${column}, b.${column})
      <= CASE WHEN length(a.${column}) >= 8 AND length(b.${column}) >= 8 THEN 2 ELSE 1 END)`;

/** A person of an earlier list, and a name that was folded then as theirs was. Letters were lost then. */
const isAsBefore = (column: string): string =>
  `((a.is_of_before AND ${isSpelling(`a.${column}`, `b.${column}_before`)})
    OR (b.is_of_before AND ${isSpelling(`b.${column}`, `a.${column}_before`)}))`;

const isSpelling = (words: string, spellings: string): string => {
  const between = `'${BETWEEN_SPELLINGS}'`;
  return `(${words} <> '' AND strpos(${between} || ${spellings} || ${between}, ${between} || ${words} || ${between}) > 0)`;
};

const isSwapped = '(a.given = b.family AND a.family = b.given)';
/**
 * `exact`, `swapped` (the family name in its place), `before` (as it was folded for an earlier list), `part`, `sound`, `typo`, `alike` (as near as those, but two names that many
 * people have: brothers and sisters rather than an error), `other`.
 * @param areBothCommon condition on `a` and `b`
 */
export function givenLevel(areBothCommon: string): string {
  return sqlCase(
    [
      ['a.given = b.given', `'exact'`],
      [isSwapped, `'swapped'`],
      [isAsBefore('given'), `'before'`],
      [isOtherGender, `'other'`],
      [`(${isPart('given')} OR ${isSound('given')} OR ${isTypo('given')}) AND ${areBothCommon}`, `'alike'`],
      [isPart('given'), `'part'`],
      [isSound('given'), `'sound'`],
      [isTypo('given'), `'typo'`],
    ],
    `'other'`,
  );
}

/** As of given names; `alike` does not come: members of a family have the same one. */
export const FAMILY_LEVEL = sqlCase(
  [
    ['a.family = b.family', `'exact'`],
    [isSwapped, `'swapped'`],
    [isAsBefore('family'), `'before'`],
    [isPart('family'), `'part'`],
    [isSound('family'), `'sound'`],
    [isTypo('family'), `'typo'`],
  ],
  `'other'`,
);

/**
 * `exact`, `swapped` (day and month), `near` (up to two days: reckoned from the Hijri date), `digit` (one digit wrong), `first`
 * (same year, one of them 1 January: the day was not known), `year` (of birth), `other`.
 */
export const BIRTH_LEVEL = sqlCase(
  [
    ['a.birth_date = b.birth_date', `'exact'`],
    ['a.birth_date = b.birth_swapped OR a.birth_swapped = b.birth_date', `'swapped'`],
    [`abs(date_diff('day', CAST(a.birth_date AS DATE), CAST(b.birth_date AS DATE))) <= 2`, `'near'`],
    [
      `substr(a.birth_date, 1, 4) = substr(b.birth_date, 1, 4)
        AND (substr(a.birth_date, 6) = '01-01' OR substr(b.birth_date, 6) = '01-01')`,
      `'first'`,
    ],
    ['levenshtein_distance(a.birth_date, b.birth_date) = 1', `'digit'`],
    ['substr(a.birth_date, 1, 4) = substr(b.birth_date, 1, 4)', `'year'`],
  ],
  `'other'`,
);

const isUnknown = (column: string): string => `a.${column} IS NULL OR b.${column} IS NULL`;

/** `near`: one character wrong, or two neighbours exchanged. */
export const CIN_LEVEL = sqlCase(
  [
    [isUnknown('cin'), `'unknown'`],
    ['a.cin = b.cin', `'same'`],
    [
      `levenshtein_distance(a.cin, b.cin) = 1
        OR (length(a.cin) = length(b.cin) AND levenshtein_distance(a.cin, b.cin) = 2)`,
      `'near'`,
    ],
  ],
  `'other'`,
);

export const knownLevel = (column: 'phone' | 'commune' | 'sex'): string =>
  sqlCase(
    [
      [isUnknown(column), `'unknown'`],
      [`a.${column} = b.${column}`, `'same'`],
    ],
    `'other'`,
  );
