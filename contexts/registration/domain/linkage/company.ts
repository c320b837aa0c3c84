import { table, type Statement } from './statement.ts';

/**
 * Company: other members of the same two households that match as well. A family that was registered twice is known by all of
 * its members together. Made of plausible pairs of one table.
 */
export const companyStatements = (plausible: string): readonly Statement[] => [
  table(
    'matching_members',
    `SELECT left_id, right_id, left_household, right_household FROM ${plausible}
     WHERE left_household IS NOT NULL AND right_household IS NOT NULL
       AND given_level NOT IN ('other', 'alike') AND family_level <> 'other'
       AND birth_level IN ('exact', 'swapped', 'near', 'digit') AND cin_level <> 'other' AND sex_level <> 'other'`,
  ),
  table(
    'household_pairs',
    `SELECT least(left_household, right_household) AS one, greatest(left_household, right_household) AS two,
       count(*) AS pairs
     FROM matching_members GROUP BY least(left_household, right_household), greatest(left_household, right_household)`,
  ),
  table(
    'member_pairs',
    `SELECT id, household, count(*) AS pairs
     FROM (SELECT left_id AS id, right_household AS household FROM matching_members
       UNION ALL SELECT right_id, left_household FROM matching_members) sides
     GROUP BY id, household`,
  ),
];

/** A query: the pairs of a table with `company_level`: `none`, `some`, or `unknown` where one has no household. */
export const withCompany = (pairs: string): string => `
  SELECT c.*, CASE WHEN left_household IS NULL OR right_household IS NULL THEN 'unknown'
    WHEN others <= 0 THEN 'none' ELSE 'some' END AS company_level
  FROM (
    SELECT p.*, coalesce(h.pairs, 0) - coalesce(l.pairs, 0) - coalesce(r.pairs, 0)
      + CASE WHEN m.left_id IS NULL THEN 0 ELSE 1 END AS others
    FROM ${pairs} p
    LEFT JOIN household_pairs h ON h.one = least(p.left_household, p.right_household)
      AND h.two = greatest(p.left_household, p.right_household)
    LEFT JOIN member_pairs l ON l.id = p.left_id AND l.household = p.right_household
    LEFT JOIN member_pairs r ON r.id = p.right_id AND r.household = p.left_household
    LEFT JOIN matching_members m ON m.left_id = p.left_id AND m.right_id = p.right_id
  ) c`;
