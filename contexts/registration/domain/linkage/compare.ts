import { BIRTH_LEVEL, CIN_LEVEL, FAMILY_LEVEL, givenLevel, knownLevel } from './levels.ts';
import { bitsOf, type ComparisonLevel, type ComparisonName, type LinkageModel } from './model.ts';
import { sqlCase } from './statement.ts';

const GIVEN_LEVEL = givenLevel('a.is_common_given AND b.is_common_given');

/** A query: how near the two people of each pair of a table are, level by level. */
export function levelsOf(pairs: string): string {
  return `SELECT p.left_id, p.right_id, a.household AS left_household, b.household AS right_household, a.total,
      greatest(a.given_lines, b.given_lines) AS given_lines, greatest(a.family_lines, b.family_lines) AS family_lines,
      a.birth_lines, a.commune_lines,
      ${GIVEN_LEVEL} AS given_level, ${FAMILY_LEVEL} AS family_level, ${BIRTH_LEVEL} AS birth_level,
      ${CIN_LEVEL} AS cin_level, ${knownLevel('phone')} AS phone_level,
      ${knownLevel('commune')} AS commune_level, ${knownLevel('sex')} AS sex_level
    FROM ${pairs} p JOIN people a ON a.id = p.left_id JOIN people b ON b.id = p.right_id`;
}

/** Bits of what two people have themselves, and of the odds before anything is compared: for the levels of `levelsOf`. */
export function ownBits(model: LinkageModel): string {
  return [
    // Odds that two lines taken at random are one person: so many lines repeat someone, of all others that they could repeat.
    `log2(${2 * model.repeatedShare} / greatest(total - 1, 1.0))`,
    bitsOfLevel(model, 'given', 'given_lines'),
    bitsOfLevel(model, 'family', 'family_lines'),
    bitsOfLevel(model, 'birth', 'birth_lines'),
    bitsOfLevel(model, 'cin'),
    bitsOfLevel(model, 'phone'),
    bitsOfLevel(model, 'commune', 'commune_lines'),
    bitsOfLevel(model, 'sex'),
  ].join('\n + ');
}

/** Bits of the level in the column `<comparison>_level`; a level that the model does not have (`unknown`) is worth nothing. */
export function bitsOfLevel(
  model: Pick<LinkageModel, 'comparisons' | 'leastFrequency'>,
  comparison: ComparisonName,
  linesOfValue?: string,
): string {
  const levels: readonly (readonly [string, ComparisonLevel])[] = Object.entries(
    model.comparisons[comparison],
  );
  const isName = comparison === 'given' || comparison === 'family';
  const bits = (level: ComparisonLevel): string => {
    if (linesOfValue === undefined || (level.u !== undefined && (!isName || level.m < level.u)))
      return bitsOf(level).toFixed(4);
    // A name that sounds like one that many have proves no more than that name itself would.
    const least = Math.max(level.u ?? 0, model.leastFrequency);
    return `log2(${level.m} / greatest(${linesOfValue} / total, ${least}))`;
  };
  const cases = levels.map(
    ([level, weights]) => [`${comparison}_level = '${level}'`, bits(weights)] as const,
  );
  return sqlCase(cases, '0.0');
}
