import type { ListRefusal, LineRange, ListText } from '../domain/lists/list.ts';
import type { ListName } from '../domain/lists/format/list-name.ts';

export interface PlanListInput {
  /** From `parseListKey`. */
  readonly name: Pick<ListName, 'source' | 'format' | 'isPacked'>;
  /** The list as it was sent; read once, from beginning to end. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Text of the manifest beside it, where there is one. */
  readonly manifest: string | undefined;
  /** ISO date in Morocco. */
  readonly today: string;
}

export interface PlanListSettings {
  /** Of a range; a line is never cut. */
  readonly maxRangeLines: number;
  readonly maxRangeBytes: number;
  /** Of a list; more are refused. */
  readonly maxListLines: number;
}

export interface PlanListDependencies {
  readonly settings: PlanListSettings;
  /** Keeps the unpacked bytes of a packed list; must read all of them. Not called for a list that came plain. */
  readonly writePlain: (chunks: AsyncIterable<Uint8Array>) => Promise<unknown>;
}

export interface PlannedList {
  readonly status: 'planned';
  readonly asOf: string;
  /** SHA-256 of the plain (unpacked) bytes, in hexadecimal. */
  readonly contentSha256: string;
  /** Of the bytes as they were sent. */
  readonly sentSha256: string;
  readonly text: ListText;
  /** Lines of data. */
  readonly lineCount: number;
  readonly ranges: readonly LineRange[];
}

export interface RefusedList {
  readonly status: 'refused';
  readonly refusal: ListRefusal;
  /** What exactly, to act on: line numbers, counts and column names, never a person's data. */
  readonly detail: string;
}

/**
 * Looks at a whole list in one pass, with the same little memory however long it is: unpacks it, finds out how its text is to be
 * read, counts its lines against what was announced, and cuts it into ranges of whole lines; or refuses it as a whole.
 */
export function planList(
  _input: PlanListInput,
  _dependencies: PlanListDependencies,
): Promise<PlannedList | RefusedList> {
  return Promise.reject(new Error('Lists cannot be planned yet'));
}
