/** A name as it is written: one Arabic spelling, several Latin ones, the usual one first. */
export interface WrittenName {
  readonly arabic: string;
  readonly latin: readonly [string, ...string[]];
  /** How often, against the others of its list. */
  readonly weight: number;
}
