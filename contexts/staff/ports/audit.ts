import type { Operation } from '#shared';

/** That someone saw or did something with a file or a person: who, when, what. Written once, never changed. */
export interface AccessRecord {
  /** Id of a member of the staff, or `insured:<registration number>`. */
  readonly actor: string;
  readonly operation: Operation;
  /** What it was about: `claim:<id>`, `file:<id>`, `person:<registration number>`, `search`. */
  readonly subject: string;
  /** ISO instant. */
  readonly at: string;
  /** More, without names or contents: a count of results, a kind of search. */
  readonly details?: Readonly<Record<string, string | number>> | undefined;
}

export interface AccessPage {
  readonly records: readonly AccessRecord[];
  readonly nextCursor?: string | undefined;
}

/** The record of accesses. Whoever shows something writes first: what is not on record is not shown. */
export interface AccessLog {
  record(access: Omit<AccessRecord, 'at'>): Promise<void>;
  /** Newest first. */
  listByActor(actor: string, month: string, cursor?: string): Promise<AccessPage>;
  /** Newest first. */
  listBySubject(subject: string, cursor?: string): Promise<AccessPage>;
}
