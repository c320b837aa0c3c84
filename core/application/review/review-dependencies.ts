import type { AccessLog } from '../../ports/audit.ts';
import type { ClaimStore, FileStore } from '../../ports/claims.ts';
import type { ReadingStore } from '../../ports/documents.ts';
import type { RegistryReader } from '../../ports/registry.ts';
import type { ReviewStore } from '../../ports/reviews.ts';
import type { StaffDirectory } from '../../ports/staff-directory.ts';
import type { Clock } from '../../ports/services.ts';
import type { RuleBook } from '../../rules/rule-book.ts';

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
