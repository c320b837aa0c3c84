/** The account of a person, or of an establishment, may be in order from this ISO day on, without anything being written on that day. */
export type HoldEnd = { readonly day: string } & (
  { readonly registrationNumber: string } | { readonly inpe: string }
);

export interface HoldEnds {
  remember(end: HoldEnd): Promise<void>;
  /** A page of those whose day has come, earliest first. */
  listEnded(today: string): Promise<{ readonly ended: readonly HoldEnd[]; readonly isMore: boolean }>;
  forget(end: HoldEnd): Promise<void>;
}
