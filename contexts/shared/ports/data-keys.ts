/** A key of 256 bits, and the same key encrypted so that only its keeper can read it. */
export interface DataKey {
  readonly key: Uint8Array;
  readonly wrapped: Uint8Array;
}

/** Keys that a keeper makes and opens again; nothing of them is kept anywhere. */
export interface DataKeys {
  /** The key to encrypt with now. */
  current(): Promise<DataKey>;
  /** @returns the key; undefined where the keeper has not made it for this purpose */
  unwrap(wrapped: Uint8Array): Promise<Uint8Array | undefined>;
}
