import * as z from 'zod';

/** How well a value is known; `docs/rules.md` says what each means. `CHOICE`: no source, decided by this project. */
const confidenceSchema = z.enum([
  'OFF',
  'PRESS',
  'SEED',
  '2ND',
  'DERIVED',
  'CHOICE',
  'UNCERTAIN',
  'NOT_FOUND',
]);

/** What every row of the rule book says of itself, whatever its subject. */
export const ruleRowSchema = z.strictObject({
  /** Unique in the whole rule book; decisions store it. */
  id: z.string().regex(/^[a-z0-9-]+$/, 'an id of lower-case letters, digits and hyphens'),
  /** First day (ISO), included; null: the start is not known, or has always been. */
  validFrom: z.iso.date().nullable(),
  /** Last day (ISO), included; null: still in force. */
  validTo: z.iso.date().nullable(),
  /** Only rows in force are used; the others document what may come. */
  status: z.enum(['IN_FORCE', 'SIGNED_NOT_EFFECTIVE', 'DRAFT']),
  confidence: confidenceSchema,
  /** Keys of the list of sources. */
  sources: z.array(z.string()),
  /**
   * The true first day is not known, only that it is not before `validFrom`: such a row may overlap the one before it, and
   * on the days of the overlap both apply. What they agree on is certain, the rest is referred.
   */
  startUncertain: z.boolean().optional(),
  note: z.string().optional(),
});

export type RuleRow = z.infer<typeof ruleRowSchema>;

/** Rows in force on a day (ISO): one as a rule, two in a period of uncertain start, none where there is no rule. */
export function rowsOn<R extends RuleRow>(rows: readonly R[], day: string): readonly R[] {
  return rows.filter(
    ({ validFrom, validTo, status }) =>
      status === 'IN_FORCE' &&
      (validFrom === null || validFrom <= day) &&
      (validTo === null || day <= validTo),
  );
}

/**
 * Finds two rows in force of the same subject on the same day, where the later one does not say that its start is
 * uncertain.
 * @param keyOf the subject of a row: rows of different subjects may overlap
 */
export function findOverlap<R extends RuleRow>(
  rows: readonly R[],
  keyOf: (row: R) => string,
): readonly [R, R] | undefined {
  const inForce = rows
    .filter(({ status }) => status === 'IN_FORCE')
    .toSorted((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1));
  for (const [index, earlier] of inForce.entries()) {
    const clash = inForce
      .slice(index + 1)
      .find(
        (later) =>
          keyOf(later) === keyOf(earlier) &&
          later.startUncertain !== true &&
          (earlier.validTo === null || (later.validFrom ?? '') <= earlier.validTo),
      );
    if (clash !== undefined) return [earlier, clash];
  }
  return undefined;
}
