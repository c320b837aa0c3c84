import type { ReferenceFacts } from '../domain/reference-facts.ts';
import type { ReferenceRecord } from '../records/reference-records.ts';

/** Covers and deaths that the reference lists know, by CIN. */
export interface ReferenceReader {
  /** @returns what is known, for those CINs of which anything is */
  findReferences(cins: readonly string[]): Promise<ReadonlyMap<string, ReferenceFacts>>;
}

/** Lists of other schemes and of civil status: who is covered there, who has died. */
export const referenceSources = ['cnops', 'far', 'employees', 'civil-status'] as const;
export type ReferenceSource = (typeof referenceSources)[number];

export interface ReferenceWriter {
  /** Puts what a line of a reference list says; the same line again changes nothing. */
  putReference(source: ReferenceSource, record: ReferenceRecord): Promise<void>;
}
