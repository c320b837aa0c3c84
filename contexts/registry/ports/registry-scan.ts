import type { PersonFile } from '../domain/person-file.ts';

/** Some people of the registry, each of them on exactly one page of exactly one segment. */
export interface RegistryPage {
  readonly people: readonly PersonFile[];
  /** Where the next page begins; null after the last. */
  readonly nextCursor: string | null;
}

/** Walks through the whole registry, in parts that can be read side by side; it may be a moment behind. */
export interface RegistryScan {
  readPage(
    segment: { readonly segment: number; readonly segmentCount: number },
    cursor: string | null,
  ): Promise<RegistryPage>;
}
