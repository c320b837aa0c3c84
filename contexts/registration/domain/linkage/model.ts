import * as z from 'zod';
import data from './data/linkage-model.json' with { type: 'json' };

const share = z.number().gt(0).max(1);

/** How often a comparison comes out so for one person written twice (m), and for two persons (u). */
const levelSchema = z.strictObject({
  m: share,
  /** Absent where it is the value's own frequency in the list: two persons named Mohamed prove less than two named Ichou. */
  u: share.optional(),
});
export type ComparisonLevel = z.infer<typeof levelSchema>;

const blockingColumnSchema = z.enum([
  'cin',
  'phone',
  'names',
  'family',
  'given',
  'familyStart',
  'givenStart',
  'initials',
  'birthDay',
  'birthYear',
  'monthAndDay',
  'commune',
  'sex',
]);
export type BlockingColumn = z.infer<typeof blockingColumnSchema>;

const nameLevels = {
  exact: levelSchema,
  /** The same as it was folded before, for people of earlier lists. */
  before: levelSchema,
  part: levelSchema,
  sound: levelSchema,
  typo: levelSchema,
  swapped: levelSchema,
  other: levelSchema,
};
const knownLevels = { same: levelSchema, other: levelSchema };

/** What linkage is told: weights, thresholds, blocking rules, with where they are from. Data, so that they can be dated and measured. */
export const linkageModelSchema = z.strictObject({
  id: z.string(),
  estimatedOn: z.iso.date(),
  status: z.enum(['IN_FORCE', 'DRAFT']),
  confidence: z.enum(['DERIVED', 'CHOICE']),
  /** How the weights were estimated and the thresholds chosen. */
  note: z.string(),
  /** Lines of a list that repeat a person of another line, before anything is compared. */
  repeatedShare: share,
  /** No value is taken for rarer than this: a rare spelling may be a usual mistake. */
  leastFrequency: share,
  /** A given name that so many lines have is a name, not a misspelling of another one. */
  commonName: z.strictObject({ leastLines: z.int().positive(), leastShare: share }),
  thresholds: z.strictObject({
    /** From here on the same person, where nothing speaks against it. In bits (log2 of the odds). */
    sameBits: z.number(),
    /** From here on a person decides. */
    possibleBits: z.number(),
    /** So much better than the next member of the same household it must be. */
    aheadBits: z.number(),
    /** A person with more lines than this is looked at by a person. */
    mostLinesPerPerson: z.int().min(2),
  }),
  blocking: z.strictObject({
    /** Larger blocks are cut by a further column; what is still larger is not compared. */
    mostLinesPerBlock: z.int().min(2),
    rules: z
      .array(
        z.strictObject({
          name: z.string().regex(/^[a-z_]+$/),
          columns: z.array(blockingColumnSchema).min(1),
          refineBy: z.array(blockingColumnSchema).min(1),
        }),
      )
      .min(1),
  }),
  comparisons: z.strictObject({
    given: z.strictObject({ ...nameLevels, alike: levelSchema }),
    family: z.strictObject(nameLevels),
    birth: z.strictObject({
      exact: levelSchema,
      swapped: levelSchema,
      near: levelSchema,
      digit: levelSchema,
      first: levelSchema,
      year: levelSchema,
      other: levelSchema,
    }),
    cin: z.strictObject({ same: levelSchema, near: levelSchema, other: levelSchema }),
    phone: z.strictObject(knownLevels),
    commune: z.strictObject(knownLevels),
    sex: z.strictObject(knownLevels),
    /** Other members of both households match too. Only between two households. */
    company: z.strictObject({ none: levelSchema, some: levelSchema }),
  }),
});
export type LinkageModel = z.infer<typeof linkageModelSchema>;
export type ComparisonName = keyof LinkageModel['comparisons'];

/** The model in force. */
export const linkageModel: LinkageModel = linkageModelSchema.parse(data);

/** Weight of evidence of a level in bits; positive: for one person. @throws Error when u is the value's frequency */
export function bitsOf({ m, u }: ComparisonLevel): number {
  if (u === undefined) throw new Error('The weight of this level depends on the value');
  return Math.log2(m / u);
}
