import * as z from 'zod';

/** What is wrong with a parser when it happens. */
export const failureKinds = ['crash', 'too-long', 'too-much-memory', 'process-died'] as const;

const failureSchema = z.object({
  kind: z.enum(failureKinds),
  index: z.int(),
  /** Where, so that failures of one cause can be distinguished from others. */
  what: z.string(),
});
export type Failure = z.infer<typeof failureSchema>;

const mostSchema = z.object({ value: z.number(), index: z.int() });
type Most = z.infer<typeof mostSchema>;

/** What became of some inputs of one parser. */
export const tallySchema = z.object({
  inputs: z.int(),
  accepted: z.int(),
  refusedBy: z.record(z.string(), z.int()),
  failures: z.array(failureSchema),
  slowestMilliseconds: mostSchema,
  peakMegabytes: mostSchema,
  /** Pages of accepted files, beside another reader. */
  judged: z.object({ same: z.int(), other: z.int(), unread: z.int(), others: z.array(z.int()) }),
});
export type Tally = z.infer<typeof tallySchema>;

const OTHERS_KEPT = 5;

export function emptyTally(): Tally {
  return {
    inputs: 0,
    accepted: 0,
    refusedBy: {},
    failures: [],
    slowestMilliseconds: { value: 0, index: 0 },
    peakMegabytes: { value: 0, index: 0 },
    judged: { same: 0, other: 0, unread: 0, others: [] },
  };
}

const larger = (one: Most, other: Most): Most => (other.value > one.value ? other : one);

/** Two parts of one parser's inputs together. */
export function addTallies(one: Tally, other: Tally): Tally {
  const refusedBy = { ...one.refusedBy };
  for (const [reason, count] of Object.entries(other.refusedBy))
    refusedBy[reason] = (refusedBy[reason] ?? 0) + count;
  return {
    inputs: one.inputs + other.inputs,
    accepted: one.accepted + other.accepted,
    refusedBy,
    failures: [...one.failures, ...other.failures],
    slowestMilliseconds: larger(one.slowestMilliseconds, other.slowestMilliseconds),
    peakMegabytes: larger(one.peakMegabytes, other.peakMegabytes),
    judged: {
      same: one.judged.same + other.judged.same,
      other: one.judged.other + other.judged.other,
      unread: one.judged.unread + other.judged.unread,
      others: [...one.judged.others, ...other.judged.others].slice(0, OTHERS_KEPT),
    },
  };
}
