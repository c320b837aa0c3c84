import type { ClaimStore, FileStore } from '#claims';
import type { ReadingStore } from '#reading';
import type { RegistryReader } from '#registry';
import type { RuleBook } from '#rules';
import type { Clock } from '#shared';
import type { AccessLog, StaffDirectory } from '#staff';
import type { ReviewStore } from '../ports.ts';

/** What the use cases of review work with. */
export interface ReviewDependencies {
  readonly reviews: ReviewStore;
  readonly claims: ClaimStore;
  readonly files: Pick<FileStore, 'find'>;
  readonly readings: ReadingStore;
  readonly registry: RegistryReader;
  readonly directory: StaffDirectory;
  readonly accessLog: Pick<AccessLog, 'record'>;
  readonly rules: RuleBook;
  readonly clock: Clock;
}
