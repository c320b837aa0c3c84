import { decideFurther } from './decide.ts';
import type { LinkageModel } from './model.ts';
import { table, type Statement } from './statement.ts';

/** A person's lines are linked over so many steps at the most; what hangs together further is looked at by a person. */
const ROUNDS = 6;

/**
 * Who is one person: lines joined by `same`, the earliest first. A cluster is only as sure as its pairs: each line must be the
 * same as the first one by itself, no two lines of it may be different, and it may not be large; what fails is `possible`.
 * Makes `members(id, first_id, weight, is_sure)` for all but the first of each cluster.
 */
export function clusterStatements(model: LinkageModel): readonly Statement[] {
  return [
    table(
      'ties',
      `SELECT left_id AS id, right_id AS other FROM decided WHERE verdict = 'same'
       UNION ALL SELECT right_id, left_id FROM decided WHERE verdict = 'same'`,
    ),
    table('label_0', 'SELECT DISTINCT id, id AS first_id FROM ties'),
    ...Array.from({ length: ROUNDS }, (_, round) => spread(round)),
    table('clusters', `SELECT id, first_id FROM label_${ROUNDS}`),
    table('cluster_sizes', 'SELECT first_id, count(*) AS size FROM clusters GROUP BY first_id'),
    table(
      'cluster_pairs',
      `SELECT a.id AS left_id, b.id AS right_id, a.first_id
       FROM clusters a JOIN clusters b ON b.first_id = a.first_id AND a.id < b.id
       JOIN cluster_sizes s ON s.first_id = a.first_id
       WHERE s.size <= ${model.thresholds.mostLinesPerPerson}`,
    ),
    table(
      'unseen_pairs',
      `SELECT p.left_id, p.right_id FROM cluster_pairs p
       LEFT JOIN decided d ON d.left_id = p.left_id AND d.right_id = p.right_id WHERE d.left_id IS NULL`,
    ),
    table('seen_further', decideFurther('unseen_pairs', model)),
    table(
      'cluster_verdicts',
      `SELECT p.first_id, p.left_id, p.right_id, coalesce(d.weight, f.weight) AS weight,
         coalesce(d.verdict, f.verdict) AS verdict
       FROM cluster_pairs p
       LEFT JOIN decided d ON d.left_id = p.left_id AND d.right_id = p.right_id
       LEFT JOIN seen_further f ON f.left_id = p.left_id AND f.right_id = p.right_id`,
    ),
    table(
      'split_clusters',
      `SELECT DISTINCT first_id FROM cluster_verdicts WHERE verdict = 'different'
       UNION SELECT first_id FROM (
         SELECT v.first_id FROM cluster_verdicts v
         JOIN people a ON a.id = v.left_id JOIN people b ON b.id = v.right_id WHERE a.household = b.household
       ) of_one_household`,
    ),
    table(
      'members',
      `SELECT c.id, c.first_id, coalesce(v.weight, ${model.thresholds.possibleBits}) AS weight,
         CASE WHEN v.verdict = 'same' AND s.first_id IS NULL THEN 1 ELSE 0 END AS is_sure
       FROM clusters c
       LEFT JOIN cluster_verdicts v ON v.left_id = c.first_id AND v.right_id = c.id
       LEFT JOIN split_clusters s ON s.first_id = c.first_id
       WHERE c.id <> c.first_id`,
    ),
  ];
}

/** Each takes the earliest of its own label and those of its neighbours. */
const spread = (round: number): Statement =>
  table(
    `label_${round + 1}`,
    `SELECT l.id, min(least(l.first_id, o.first_id)) AS first_id
     FROM label_${round} l JOIN ties t ON t.id = l.id JOIN label_${round} o ON o.id = t.other
     GROUP BY l.id`,
  );
