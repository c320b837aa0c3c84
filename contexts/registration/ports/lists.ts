import type { WriteResult } from '#shared';
import type { LineRange, List, ListRefusal } from '../domain/lists/list.ts';
import type { LineOutcome, LinkedLine, VerifiedLine } from '../records/list-lines.ts';

/**
 * The record of lists, in the registry table. Every change is one conditional transaction with its event; it may be repeated,
 * and tells whether it was applied.
 */
export interface ListStore {
  find(listId: string): Promise<List | undefined>;
  /** Lists received in a month (`YYYY-MM`), newest first. */
  listByMonth(month: string): Promise<readonly List[]>;
  /** Records the arrival (list.received.v1). */
  receive(list: List): Promise<WriteResult>;
  /** list.refused.v1 */
  refuse(list: List, refusal: ListRefusal, detail: string | undefined): Promise<WriteResult>;
  /**
   * Records what the first pass found and claims the content (list.planned.v1). A dry run claims no content, but is told who has
   * it, as a real run would be.
   * @returns the list that had the same content before, where there is one
   */
  plan(list: List, found: PlannedFacts): Promise<WriteResult | { readonly knownAs: string }>;
  /** Counts a range once (list.range-verified.v1). @returns the list as it is after it */
  countVerifiedRange(list: List, range: Pick<LineRange, 'number' | 'lineCount'>): Promise<List>;
  /** VERIFYING to LINKING when all ranges are counted (list.verified.v1). */
  startLinking(list: List): Promise<WriteResult>;
  /** LINKING to REGISTERING (list.linked.v1). */
  startRegistering(list: List, unitCount: number): Promise<WriteResult>;
  /** Counts a unit once (list.unit-registered.v1). @returns the list as it is after it */
  countRegisteredUnit(list: List, unit: number, lineCount: number): Promise<List>;
  /** REGISTERING to CLOSING when all units are counted (list.registered.v1). */
  startClosing(list: List): Promise<WriteResult>;
  /** CLOSING to CLOSED (list.closed.v1). */
  close(list: List, counts: Readonly<Record<string, number>>): Promise<WriteResult>;
}

/** What the first pass over the whole file found. */
export type PlannedFacts = {
  readonly [Name in 'asOf' | 'contentSha256' | 'text' | 'lineCount' | 'rangeCount']: NonNullable<List[Name]>;
};

/** The objects a list is processed with; names are those of `listObjects`. */
export interface ListObjects {
  /** Bytes of the list as it was sent, or of a part of it. */
  readBytes(object: ObjectPart): AsyncIterable<Uint8Array>;
  readText(key: string): Promise<string | undefined>;
  /** @returns how many bytes were written */
  writeStream(key: string, chunks: AsyncIterable<Uint8Array>, contentType: string): Promise<number>;
  writeText(key: string, text: string, contentType: string): Promise<void>;
  writeVerified(listId: string, range: number, lines: readonly VerifiedLine[]): Promise<void>;
  readUnit(listId: string, unit: number): Promise<readonly LinkedLine[]>;
  writeOutcomes(listId: string, unit: number, outcomes: readonly LineOutcome[]): Promise<void>;
}

/** What was uploaded, before anyone has looked into it. */
export interface ListUploads {
  /** @returns undefined where there is no such object (any more) */
  describe(object: Pick<ObjectPart, 'key' | 'versionId'>): Promise<ListUpload | undefined>;
}

export interface ListUpload {
  /** The version that was described; S3 knows it even where the event did not say. Empty where the bucket keeps none. */
  readonly versionId: string;
  readonly sizeBytes: number;
  readonly uploadedAt: Date;
  /** Asked for by the upload's metadata `dry-run: yes`. */
  readonly isDryRun: boolean;
}

export interface ObjectPart {
  readonly key: string;
  readonly versionId?: string | undefined;
  readonly offsetBytes?: number | undefined;
  readonly lengthBytes?: number | undefined;
}

/** Works on all lines of a list together: an engine made for it (DuckDB on one machine, Athena beyond). */
export interface LinkEngine {
  /**
   * Reads `verified/`, writes `units/`: every line in exactly one unit, a household's lines together.
   * @returns the number of units
   */
  link(list: List): Promise<number>;
}

/** Reads the outcomes of all units in the order of the lines. */
export interface OutcomeReader {
  /** @throws Error when a line is missing or there twice: received must equal answered */
  inOrder(list: List): AsyncIterable<LineOutcome>;
}

export interface ListQueues {
  /** Starts the ranges, many messages at once; again sends them again. */
  verifyRanges(listId: string, ranges: readonly LineRange[]): Promise<void>;
  linkList(listId: string): Promise<void>;
  registerUnits(listId: string, unitCount: number): Promise<void>;
  closeList(listId: string): Promise<void>;
}
