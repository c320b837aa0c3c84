import type { ContentTable } from './acts/acts-by-content.ts';
import type { PageCandidates } from './candidates/find-candidates.ts';
import type { TokenRow } from './candidates/row-tokens.ts';
import type { PageReading } from './page-reading.ts';
import type { NameIndex } from './who/name-index.ts';

/** A page with everything that was found on it by its own looks, beside what its labels say. */
export interface FormPage {
  readonly reading: PageReading;
  readonly rows: readonly TokenRow[];
  readonly candidates: PageCandidates;
  readonly contentTable: ContentTable | undefined;
  readonly names: NameIndex;
}
