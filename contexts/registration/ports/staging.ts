import type { List } from '../domain/lists/list.ts';

/** Objects of the bucket for lists as whole files: what an engine that reads files from disk works with. */
export interface StagingObjects {
  /** Keys that begin with the prefix, in ascending order. */
  list(prefix: string): Promise<readonly string[]>;
  /** Writes the object's bytes to a file of this machine. */
  download(key: string, file: string): Promise<void>;
  /** Sends a file of this machine; replaces what was there. */
  upload(key: string, file: string, contentType: string): Promise<void>;
}

/** Keeps what later lists are linked against: the people that a closed list registered. */
export interface IdentityExtract {
  /**
   * Writes `identities/<listId>.jsonl.gz` from the units and outcomes of a list (real run); again writes the same again.
   * @returns how many people it has
   */
  writeIdentities(list: List): Promise<number>;
}
