import type { ListRefusal } from '../list.ts';

/** A list that is refused as a whole. */
export interface Refused {
  readonly status: 'refused';
  readonly refusal: ListRefusal;
  /** What exactly, to act on: line numbers, counts and column names, never a person's data. */
  readonly detail: string;
}

export const refused = (refusal: ListRefusal, detail: string): Refused => ({
  status: 'refused',
  refusal,
  detail,
});
