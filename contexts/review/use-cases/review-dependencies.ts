import type { ClaimStore, FileStore } from '#claims';
import type { MedicineReader } from '#medicines';
import type { ReadingStore } from '#reading';
import type { RegistryReader } from '#registry';
import type { RuleBook } from '#rules';
import type { Clock } from '#shared';
import type { AccessLog, StaffDirectory } from '#staff';
import type { PreviewMessage, ReviewStore, SentFiles } from '../ports.ts';

/** What the use cases of review work with. */
export interface ReviewDependencies {
  readonly reviews: ReviewStore;
  readonly claims: ClaimStore;
  readonly files: Pick<FileStore, 'find'>;
  readonly readings: ReadingStore;
  readonly registry: RegistryReader;
  readonly medicines: Pick<MedicineReader, 'medicinesByCode'>;
  readonly sentFiles: SentFiles;
  readonly previewMessage: PreviewMessage;
  readonly directory: StaffDirectory;
  readonly accessLog: Pick<AccessLog, 'record'>;
  readonly rules: RuleBook;
  readonly clock: Clock;
  /** For so long whoever sent a claim to be decided can take it back; 0: not at all. */
  readonly undoSeconds: number;
}
