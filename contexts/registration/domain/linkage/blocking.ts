import { BETWEEN_SPELLINGS } from './identities.ts';
import type { BlockingColumn, LinkageModel } from './model.ts';
import { table, type Statement } from './statement.ts';

const EXPRESSIONS: Readonly<Record<BlockingColumn, string>> = {
  cin: 'cin',
  phone: 'phone',
  /** Consonants of both names, whichever is the family name. */
  names: 'names',
  family: 'family_skeleton',
  given: 'given_skeleton',
  /** Their first two consonants: enough to tell most names apart, and seldom wrong. */
  familyStart: 'substr(family_skeleton, 1, 2)',
  givenStart: 'substr(given_skeleton, 1, 2)',
  /** The first consonants of both names, whichever is the family name. */
  initials:
    'least(substr(given_skeleton, 1, 1), substr(family_skeleton, 1, 1)) || greatest(substr(given_skeleton, 1, 1), substr(family_skeleton, 1, 1))',
  /** The same for a date and the date with day and month exchanged. */
  birthDay: 'least(birth_date, birth_swapped)',
  birthYear: 'substr(birth_date, 1, 4)',
  monthAndDay: 'substr(birth_date, 6)',
  commune: 'commune',
  sex: 'sex',
};

/**
 * Pairs worth a look: people of different households who share a key of at least one rule. A key is so narrow that few people
 * have it by chance, also in a list of millions: pairs by chance grow with the square of the list. A block of many is cut by a
 * further column; what is still too large is left out and counted, so that no common value makes it all against all. Makes
 * `candidates(left_id, right_id)`, left before right, and `skipped_blocks(rule, pairs)`.
 */
export function blockingStatements({ blocking }: Pick<LinkageModel, 'blocking'>): readonly Statement[] {
  const { rules, mostLinesPerBlock: most } = blocking;
  const perRule = rules.flatMap(({ name, columns, refineBy }) => [
    table(`keyed_${name}`, sharedKeys(columns, refineBy)),
    table(
      `blocks_${name}`,
      `SELECT id, household, block, size FROM keyed_${name} WHERE size <= ${most}
       UNION ALL
       SELECT id, household, block, count(*) OVER (PARTITION BY block) AS size
       FROM (SELECT id, household, block || '|' || part AS block FROM keyed_${name} WHERE size > ${most}) parts
       WHERE block IS NOT NULL`,
    ),
  ]);
  return [
    ...perRule,
    table(
      'candidates',
      `SELECT DISTINCT left_id, right_id FROM (
         ${[...rules.map(({ name }) => pairsOf(name, most)), ...PAIRS_AS_BEFORE].join('\nUNION ALL\n')}) pairs`,
    ),
    table('skipped_blocks', rules.map(({ name }) => skippedOf(name, most)).join('\nUNION ALL\n')),
  ];
}

/**
 * A query: people whose key someone of another household has too; the others, who are most, are never written down. A null
 * makes the whole key null: who lacks a column is in no block of the rule.
 */
const sharedKeys = (columns: readonly BlockingColumn[], refineBy: readonly BlockingColumn[]): string =>
  `SELECT p.id, p.household, s.block, s.size, ${joined(refineBy)} AS part
   FROM people p JOIN (
     SELECT block, count(*) AS size
     FROM (SELECT household, ${joined(columns)} AS block FROM people) k
     WHERE block IS NOT NULL GROUP BY block
     HAVING count(*) > 1 AND (min(household) <> max(household) OR count(household) < count(*))
   ) s ON s.block = ${joined(columns)}`;

const joined = (columns: readonly BlockingColumn[]): string =>
  columns.map((column) => EXPRESSIONS[column]).join(` || '/' || `);

/** Only of two households, or of people without one; earlier people only against lines. */
const pairsOf = (rule: string, most: number): string =>
  `SELECT a.id AS left_id, b.id AS right_id
   FROM blocks_${rule} a JOIN blocks_${rule} b ON b.block = a.block
   WHERE a.size <= ${most} AND a.id < b.id AND b.id > 0
     AND (a.household IS NULL OR b.household IS NULL OR a.household <> b.household)`;

const spelt = (column: 'family' | 'given'): string =>
  `CROSS JOIN UNNEST(split(${column}_before, '${BETWEEN_SPELLINGS}')) AS ${column}_spelling(${column}_spelt)`;

/**
 * Lines with names that were folded otherwise before, and people of earlier lists who are kept under such: their consonants differ,
 * so that no rule brings them together.
 */
const PAIRS_AS_BEFORE = [
  {
    spellings: `${spelt('family')} ${spelt('given')}`,
    condition: 'k.family = l.family_spelt AND k.given = l.given_spelt',
  },
  { spellings: spelt('given'), condition: 'k.birth_date = l.birth_date AND k.given = l.given_spelt' },
  { spellings: spelt('family'), condition: 'k.birth_date = l.birth_date AND k.family = l.family_spelt' },
].map(
  ({ spellings, condition }) =>
    `SELECT k.id AS left_id, l.id AS right_id
     FROM (SELECT * FROM people WHERE is_of_before) k
     JOIN (SELECT * FROM people ${spellings} WHERE given_before IS NOT NULL) l ON ${condition}
     WHERE l.id > 0 AND (k.household IS NULL OR l.household IS NULL OR k.household <> l.household)
       AND (k.birth_date = l.birth_date OR k.birth_date = l.birth_swapped OR k.cin = l.cin OR k.phone = l.phone
         OR k.commune = l.commune)`,
);

/** The most pairs that can be missing: two people may still meet by another rule. */
const skippedOf = (rule: string, most: number): string =>
  `SELECT '${rule}' AS rule, coalesce(sum(pairs), 0) AS pairs
   FROM (
     SELECT CAST(count(*) AS DOUBLE) * (count(*) - 1) / 2 AS pairs FROM blocks_${rule}
     WHERE size > ${most} GROUP BY block
   ) large`;
