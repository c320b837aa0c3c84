import { table, type Statement } from './statement.ts';

const PROBABILITY = '1.0 / (1.0 + power(2.0, -least(weight, 60.0)))';

/** The links of certain repetitions and disputes only. */
export const exactLinks: readonly Statement[] = [
  table(
    'links',
    `SELECT line, 'conflict' AS kind, other_line AS linked_line, CAST(NULL AS VARCHAR) AS registration_number,
       CAST(0.0 AS DOUBLE) AS probability
     FROM disputes
     UNION ALL
     SELECT line, 'duplicate', first_line, CAST(NULL AS VARCHAR), CAST(1.0 AS DOUBLE) FROM repetitions`,
  ),
];

/**
 * One link a line: a dispute before all, then a certain repetition, a sure member of a cluster, a doubt. A repetition of a line
 * that repeats another one is linked to that one. A doubt between two clusters is a doubt of the later one's first line.
 */
export const allLinks: readonly Statement[] = [
  table(
    'doubts',
    `SELECT id, other_id, weight
     FROM (
       SELECT id, other_id, weight, row_number() OVER (PARTITION BY id ORDER BY weight DESC, other_id) AS rank
       FROM (
         SELECT greatest(left_first, right_first) AS id, least(left_first, right_first) AS other_id, weight
         FROM (
           SELECT coalesce(l.first_id, d.left_id) AS left_first, coalesce(r.first_id, d.right_id) AS right_first, d.weight
           FROM decided d
           LEFT JOIN (SELECT * FROM members WHERE is_sure = 1) l ON l.id = d.left_id
           LEFT JOIN (SELECT * FROM members WHERE is_sure = 1) r ON r.id = d.right_id
           WHERE d.verdict <> 'different'
         ) ends
         WHERE left_first <> right_first
         UNION ALL
         SELECT id, first_id, weight FROM members WHERE is_sure = 0
       ) found
       WHERE id > 0
     ) ranked
     WHERE rank = 1`,
  ),
  table(
    'person_links',
    `SELECT id AS line, 'duplicate' AS kind, first_id AS other_id, ${PROBABILITY} AS probability
     FROM members WHERE is_sure = 1 AND id > 0
     UNION ALL
     SELECT id, 'possible', other_id, ${PROBABILITY} FROM doubts`,
  ),
  table(
    'links',
    `SELECT f.line, f.kind, CASE WHEN f.other_id > 0 THEN f.other_id END AS linked_line,
       k.registration_number, CAST(f.probability AS DOUBLE) AS probability
     FROM (
       SELECT line, 'conflict' AS kind, other_line AS other_id, CAST(0.0 AS DOUBLE) AS probability FROM disputes
       UNION ALL
       SELECT r.line, 'duplicate', coalesce(p.other_id, r.first_line), CAST(1.0 AS DOUBLE)
       FROM repetitions r
       LEFT JOIN (SELECT * FROM person_links WHERE kind = 'duplicate') p ON p.line = r.first_line
       UNION ALL
       SELECT p.line, p.kind, p.other_id, p.probability
       FROM person_links p LEFT JOIN disputes d ON d.line = p.line WHERE d.line IS NULL
     ) f
     LEFT JOIN known k ON k.id = f.other_id`,
  ),
];
