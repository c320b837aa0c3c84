/** A finding that a supervisor set aside: its code, and its line where it is about one. */
export interface SetAside {
  readonly code: string;
  readonly line?: number | undefined;
}
