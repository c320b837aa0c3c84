import { commonGivenNameKeys } from '../identifiers/given-names.ts';
import type { LinkageModel } from './model.ts';
import { table, type Statement } from './statement.ts';

const KEY_COLUMNS = `keys.cin AS cin, keys.household AS household, keys.role AS role, keys.family AS family,
  keys.given AS given, keys.familySkeleton AS family_skeleton, keys.givenSkeleton AS given_skeleton,
  keys.birthDate AS birth_date, keys.birthDateSwapped AS birth_swapped, keys.sex AS sex, keys.phone AS phone,
  keys.commune AS commune`;

/** `listed`: lines with keys, as columns. The id of a line is its number. */
export const listedStatement: Statement = table(
  'listed',
  `SELECT line AS id, CAST(NULL AS VARCHAR) AS registration_number, ${KEY_COLUMNS}
   FROM verified WHERE keys.family IS NOT NULL`,
);

/**
 * `people`: whom linkage compares: each line that is not certainly a repetition, and the people of earlier lists, whose ids are
 * negative, so that they come before every line. With how frequent their values are among all of them.
 */
export function peopleStatements({ commonName }: Pick<LinkageModel, 'commonName'>): readonly Statement[] {
  const listed = commonGivenNameKeys.map((key) => `'${key}'`).join(', ');
  return [
    table(
      'known',
      `SELECT -row_number() OVER (ORDER BY registration_number DESC, keys.given DESC, keys.birthDate DESC) AS id,
         registration_number, ${KEY_COLUMNS}
       FROM identities`,
    ),
    table(
      'people',
      `SELECT s.*, CAST(birth_date AS DATE) AS birth,
         CASE WHEN given_skeleton < family_skeleton THEN given_skeleton || ' ' || family_skeleton
           ELSE family_skeleton || ' ' || given_skeleton END AS names,
         (given IN (${listed}) OR (given_lines >= ${commonName.leastLines}
           AND given_lines >= ${commonName.leastShare} * total)) AS is_common_given
       FROM (
         SELECT p.*, CAST(count(*) OVER () AS DOUBLE) AS total,
           CAST(count(*) OVER (PARTITION BY given) AS DOUBLE) AS given_lines,
           CAST(count(*) OVER (PARTITION BY family) AS DOUBLE) AS family_lines,
           CAST(count(*) OVER (PARTITION BY birth_date) AS DOUBLE) AS birth_lines,
           CAST(count(*) OVER (PARTITION BY commune) AS DOUBLE) AS commune_lines
         FROM (
           SELECT l.* FROM listed l LEFT JOIN repetitions r ON r.line = l.id WHERE r.line IS NULL
           UNION ALL SELECT * FROM known
         ) p
       ) s`,
    ),
  ];
}
