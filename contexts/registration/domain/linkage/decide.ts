import { companyStatements, withCompany } from './company.ts';
import { bitsOfLevel, levelsOf, ownBits } from './compare.ts';
import { bitsOf, type LinkageModel } from './model.ts';
import { table, type Statement } from './statement.ts';

/**
 * Speaks so strongly against one person that nobody need look at it, whatever else agrees: father and son, cousins of the same
 * name have all but the birth date in common.
 */
const IS_CONTRADICTED = `((cin_level = 'other' AND (given_level IN ('other', 'alike') OR birth_level IN ('year', 'other')))
    OR (given_level = 'other' AND birth_level IN ('year', 'other'))
    OR (birth_level = 'other' AND cin_level NOT IN ('same', 'near'))
    OR (sex_level = 'other' AND given_level = 'other'))`;

/** Something agrees that comes neither from the name nor from the date nor from the place. */
const IS_ATTESTED = `(cin_level IN ('same', 'near') OR phone_level = 'same' OR company_level = 'some')`;

/**
 * What must hold for one person besides the weight. Names agree (a given name that is another common one may be a brother's or a
 * twin's); the birth date agrees, and where it is not the very same something attests it (a cousin of the same name has another
 * one), as it must a name that lost letters in an earlier list; CINs and sexes do not differ.
 */
const MAY_BE_SAME = `given_level NOT IN ('other', 'alike') AND family_level <> 'other'
  AND (birth_level = 'exact' OR (birth_level IN ('swapped', 'near', 'digit') AND ${IS_ATTESTED}))
  AND (given_level IN ('exact', 'swapped') OR family_level IN ('exact', 'swapped') OR ${IS_ATTESTED})
  AND ((given_level <> 'before' AND family_level <> 'before') OR ${IS_ATTESTED})
  AND cin_level <> 'other' AND (sex_level <> 'other' OR cin_level = 'same')`;

const LEVELS = ['given', 'family', 'birth', 'cin', 'phone', 'commune', 'sex', 'company']
  .map((comparison) => `${comparison}_level`)
  .join(', ');

/**
 * Weighs and decides the candidates: `same`, `possible` (a person decides) or `different`. Makes `decided(left_id, right_id,
 * weight, verdict, ...levels)`; pairs that are far from plausible are not in it.
 */
export function decisionStatements(model: LinkageModel): readonly Statement[] {
  const { sameBits, possibleBits, aheadBits } = model.thresholds;
  const company = Object.values(model.comparisons.company).map(bitsOf);
  const leastOwnBits = possibleBits - aheadBits - Math.max(...company);
  return [
    table(
      'plausible',
      `SELECT * FROM (SELECT l.*, ${ownBits(model)} AS own_bits FROM (${levelsOf('candidates')}) l) weighed
       WHERE own_bits >= ${leastOwnBits}`,
    ),
    ...companyStatements('plausible'),
    table('weighed', weighedOf('plausible', model)),
    table(
      'ahead',
      `SELECT left_id, right_id, min(weight - coalesce(rival, weight - 99.0)) AS bits
       FROM (
         SELECT left_id, right_id, weight,
           CASE WHEN row_number() OVER best = 1 THEN lead(weight) OVER best ELSE first_value(weight) OVER best END AS rival
         FROM (
           SELECT left_id AS id, right_household AS household, left_id, right_id, weight FROM weighed
           UNION ALL SELECT right_id, left_household, left_id, right_id, weight FROM weighed
         ) sides
         WHERE household IS NOT NULL AND weight >= ${possibleBits - aheadBits}
         WINDOW best AS (PARTITION BY id, household ORDER BY weight DESC, left_id, right_id)
       ) ranked
       GROUP BY left_id, right_id`,
    ),
    table(
      'decided',
      `SELECT w.left_id, w.right_id, w.weight, ${LEVELS},
         CASE WHEN ${IS_CONTRADICTED} OR weight < ${possibleBits} OR ahead_bits <= -${aheadBits} THEN 'different'
           WHEN weight >= ${sameBits} AND ahead_bits >= ${aheadBits} AND ${MAY_BE_SAME} THEN 'same'
           ELSE 'possible' END AS verdict
       FROM (
         SELECT w.*, coalesce(a.bits, 99.0) AS ahead_bits
         FROM weighed w LEFT JOIN ahead a ON a.left_id = w.left_id AND a.right_id = w.right_id
       ) w`,
    ),
  ];
}

/** A query: pairs that were not candidates, decided without asking whether someone else fits better. */
export function decideFurther(pairs: string, model: LinkageModel): string {
  const { sameBits, possibleBits } = model.thresholds;
  return `SELECT left_id, right_id, weight,
      CASE WHEN ${IS_CONTRADICTED} OR weight < ${possibleBits} THEN 'different'
        WHEN weight >= ${sameBits} AND ${MAY_BE_SAME} THEN 'same' ELSE 'possible' END AS verdict
    FROM (${weighedOf(`(SELECT l.*, ${ownBits(model)} AS own_bits FROM (${levelsOf(pairs)}) l)`, model)}) w`;
}

const weighedOf = (pairs: string, model: LinkageModel): string =>
  `SELECT c.*, own_bits + ${bitsOfLevel(model, 'company')} AS weight FROM (${withCompany(pairs)}) c`;
