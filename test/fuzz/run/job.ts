import * as z from 'zod';
import { tallySchema } from './tally.ts';

/** Some inputs of one parser, to be run one after the other. */
export const jobSchema = z.object({
  target: z.string(),
  seed: z.int(),
  from: z.int(),
  count: z.int(),
  /** An input that took too much is run once more, alone: what happens once is the machine's doing. */
  isConfirming: z.boolean(),
  /** A file that takes the place of the input. */
  replayFile: z.string().optional(),
});
export type Job = z.infer<typeof jobSchema>;

export const jobDoneSchema = z.object({
  tally: tallySchema,
  /** Inputs that took too much and are not in the tally. */
  suspects: z.array(z.int()),
});
export type JobDone = z.infer<typeof jobDoneSchema>;

/** The file in which a process says what it is at, for when it is ended. */
export const PLACE_BYTES = 5;
/** Before the first input of a job. */
export const NO_INPUT = 0xffff_ffff;
export const ENDED_FOR = { nothing: 0, time: 1, memory: 2 } as const;
