import type { FileProgress } from '../../contexts/follow-up/use-cases/follow-file.ts';

/** A file that is followed, and where it has got to. */
export interface FollowedProgress {
  /** What the person calls it. */
  readonly name: string;
  readonly progress: FileProgress;
}
