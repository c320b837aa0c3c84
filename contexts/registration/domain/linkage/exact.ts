import { commonGivenNameKeys } from '#shared';
import { BIRTH_LEVEL, FAMILY_LEVEL, givenLevel } from './levels.ts';
import { table, type Statement } from './statement.ts';

const commonNames = commonGivenNameKeys.map((key) => `'${key}'`).join(', ');
const GIVEN_LEVEL = givenLevel(`a.given IN (${commonNames}) AND b.given IN (${commonNames})`);

/**
 * One CIN, one person: the names agree (spelling, a letter, a word more, exchanged), and the birth date is the same, has day and
 * month exchanged, is a day or two off, or one digit; names and date are not both uncertain.
 */
const IS_SAME_IDENTITY = `given_level NOT IN ('other', 'alike') AND family_level <> 'other'
  AND (birth_level = 'exact'
    OR (birth_level IN ('swapped', 'near', 'digit')
      AND (given_level IN ('exact', 'swapped') OR family_level IN ('exact', 'swapped'))))`;

/**
 * What is certain without weighing, for every source. A CIN that comes twice: the later line repeats the first one where the
 * identity is the same; with another identity no line of that CIN can be registered before a person decides. And the same member
 * twice in one household. Makes `disputes(line, other_line)` and `repetitions(line, first_line)` of `listed`.
 */
export const exactStatements: readonly Statement[] = [
  table(
    'cin_firsts',
    `SELECT cin, min(id) AS first_line FROM listed WHERE cin IS NOT NULL GROUP BY cin HAVING count(*) > 1`,
  ),
  table(
    'cin_pairs',
    `SELECT cin, line, first_line, CASE WHEN ${IS_SAME_IDENTITY} THEN 1 ELSE 0 END AS is_same
     FROM (
       SELECT a.cin, b.id AS line, a.id AS first_line, ${GIVEN_LEVEL} AS given_level,
         ${FAMILY_LEVEL} AS family_level, ${BIRTH_LEVEL} AS birth_level
       FROM cin_firsts f JOIN listed a ON a.id = f.first_line
       JOIN listed b ON b.cin = f.cin AND b.id <> f.first_line
     ) compared`,
  ),
  table(
    'disputed_cins',
    `SELECT cin, first_line, min(line) AS second_line FROM cin_pairs GROUP BY cin, first_line HAVING min(is_same) = 0`,
  ),
  table(
    'disputes',
    `SELECT l.id AS line, CASE WHEN l.id = d.first_line THEN d.second_line ELSE d.first_line END AS other_line
     FROM listed l JOIN disputed_cins d ON d.cin = l.cin`,
  ),
  table(
    'repeated_members',
    `SELECT line, first_line
     FROM (
       SELECT id AS line, cin,
         min(id) OVER (PARTITION BY household, role, family, given, birth_date) AS first_line,
         first_value(cin) OVER (PARTITION BY household, role, family, given, birth_date ORDER BY id) AS first_cin,
         min(sex) OVER (PARTITION BY household, role, family, given, birth_date) AS least_sex,
         max(sex) OVER (PARTITION BY household, role, family, given, birth_date) AS greatest_sex
       FROM listed WHERE household IS NOT NULL
     ) members
     WHERE line <> first_line AND (cin IS NULL OR first_cin IS NULL OR cin = first_cin)
       AND (least_sex IS NULL OR least_sex = greatest_sex)`,
  ),
  table(
    'repetition_steps',
    `SELECT line, min(first_line) AS first_line
     FROM (
       SELECT p.line, p.first_line FROM cin_pairs p
       LEFT JOIN disputed_cins d ON d.cin = p.cin WHERE d.cin IS NULL
       UNION ALL
       SELECT m.line, m.first_line FROM repeated_members m
     ) found
     WHERE line NOT IN (SELECT line FROM disputes)
     GROUP BY line`,
  ),
  table(
    'repetitions',
    `SELECT r.line, coalesce(n.first_line, r.first_line) AS first_line
     FROM repetition_steps r LEFT JOIN repetition_steps n ON n.line = r.first_line`,
  ),
];
