import type { Operation } from '#shared';

/** What more a record may say: the console has words for each. No names, no contents. */
export const accessDetails = [
  'by',
  'found',
  'subjects',
  'from',
  'to',
  'state',
  'channelId',
  'queue',
  'action',
  'decision',
  'actor',
  'month',
  'rows',
  'change',
  'field',
  'line',
] as const;
export type AccessDetails = Readonly<
  Partial<Record<(typeof accessDetails)[number], string | number | undefined>>
>;

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
  readonly details?: AccessDetails | undefined;
}

export interface AccessPageRequest {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface AccessPage {
  readonly records: readonly AccessRecord[];
  readonly nextCursor?: string | undefined;
}

/** The record of accesses. Whoever shows something writes first: what is not on record is not shown. */
export interface AccessLog {
  record(access: Omit<AccessRecord, 'at'>): Promise<void>;
  /** Newest first. */
  listByActor(actor: string, month: string, page?: AccessPageRequest): Promise<AccessPage>;
  /** Newest first. */
  listBySubject(subject: string, page?: AccessPageRequest): Promise<AccessPage>;
  /** The newest of one subject with their places, by which those of several subjects are put in one order. */
  newest(
    subject: string,
    page: { readonly before?: string | undefined; readonly limit: number },
  ): Promise<readonly { readonly place: string; readonly record: AccessRecord }[]>;
}
