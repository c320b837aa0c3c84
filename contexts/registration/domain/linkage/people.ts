import { commonGivenNameKeys } from '#shared';
import type { LinkageModel } from './model.ts';
import { table, type Statement } from './statement.ts';

const KEY_COLUMNS = `keys.cin AS cin, keys.household AS household, keys.role AS role, keys.family AS family,
  keys.given AS given, keys.familySkeleton AS family_skeleton, keys.givenSkeleton AS given_skeleton,
  keys.birthDate AS birth_date, keys.birthDateSwapped AS birth_swapped, keys.sex AS sex, keys.phone AS phone,
  keys.commune AS commune, keys.familyAsBefore AS family_before, keys.givenAsBefore AS given_before`;

/** Columns of which it matters how many have the same value. */
const COUNTED = ['given', 'family', 'birth_date', 'commune'] as const;
const SHORT = { given: 'given', family: 'family', birth_date: 'birth', commune: 'commune' } as const;

/** `listed`: lines with keys, as columns. The id of a line is its number. */
export const listedStatement: Statement = table(
  'listed',
  `SELECT line AS id, CAST(NULL AS VARCHAR) AS registration_number, ${KEY_COLUMNS}, FALSE AS is_of_before
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
         registration_number, ${KEY_COLUMNS}, (folding IS NULL) AS is_of_before
       FROM identities`,
    ),
    table(
      'compared',
      `SELECT l.* FROM listed l LEFT JOIN repetitions r ON r.line = l.id WHERE r.line IS NULL
       UNION ALL SELECT * FROM known`,
    ),
    ...COUNTED.map((column) => linesOf(column)),
    // Counted apart and joined: windows over whole people would write all of them down once for each column.
    table(
      'people',
      `SELECT s.*, CAST(birth_date AS DATE) AS birth,
         CASE WHEN given_skeleton < family_skeleton THEN given_skeleton || ' ' || family_skeleton
           ELSE family_skeleton || ' ' || given_skeleton END AS names,
         (given IN (${listed}) OR (given_lines >= ${commonName.leastLines}
           AND given_lines >= ${commonName.leastShare} * total)) AS is_common_given
       FROM (
         SELECT p.*, t.total, ${COUNTED.map((column) => `${SHORT[column]}_of.lines AS ${SHORT[column]}_lines`).join(', ')}
         FROM compared p CROSS JOIN (SELECT CAST(count(*) AS DOUBLE) AS total FROM compared) t
         ${COUNTED.map(joinCount).join('\n         ')}
       ) s`,
    ),
  ];
}

const linesOf = (column: (typeof COUNTED)[number]): Statement =>
  table(
    `${column}_counts`,
    `SELECT ${column}, CAST(count(*) AS DOUBLE) AS lines FROM compared WHERE ${column} IS NOT NULL GROUP BY ${column}`,
  );

const joinCount = (column: (typeof COUNTED)[number]): string => {
  const counts = `${SHORT[column]}_of`;
  return `LEFT JOIN ${column}_counts ${counts} ON ${counts}.${column} = p.${column}`;
};
