import type {
  InvalidReason,
  LineWarning,
  ListSource,
  OtherCover,
  OutcomeCode,
} from '../../../core/contracts/list-lines.ts';
import type { RegistryRecord } from '../../../core/contracts/registry-records.ts';

/** What must come out for a line of a sample list. */
export interface ExpectedOutcome {
  /** One code; more than one where record linkage may be sure or may ask a person. */
  readonly codes: readonly [OutcomeCode, ...OutcomeCode[]];
  /** With INVALID: why, in the order of the contract's reasons. */
  readonly reasons: readonly InvalidReason[];
  readonly warnings: readonly LineWarning[];
  readonly otherCover?: OtherCover | undefined;
  readonly duplicateOfLine?: number | undefined;
  /** Number of somebody who was registered before. */
  readonly registrationNumber?: string | undefined;
  /** E.164: one SMS goes there; `letter`: the person gets a letter. Absent: nobody is told. */
  readonly tellBy?: string | undefined;
}

export interface SampleLine {
  /** As an editor shows it, header lines counted. */
  readonly line: number;
  readonly reference: string;
  /** By the name of the column; what is absent is left empty (CSV) or out (JSON Lines). */
  readonly cells: Readonly<Record<string, string>>;
  /** Written as it is in place of the cells: a line that no CSV parser or JSON parser can take. */
  readonly broken?: { readonly csv: string; readonly jsonl: string } | undefined;
  readonly expected: ExpectedOutcome;
}

/** What reference lists of other schemes and of civil status say of a CIN, to be loaded before the list. */
export interface SampleReferenceFact {
  readonly cin: string;
  readonly cover?: {
    readonly scheme: OtherCover;
    readonly from: string;
    readonly to?: string | undefined;
  };
  readonly deceasedOn?: string | undefined;
}

/** An invented list with the truth about each line; the same on every walk through it. */
export interface SampleList {
  readonly source: ListSource;
  readonly asOf: string;
  /** Names of the columns in the published format, in their order. */
  readonly columns: readonly string[];
  readonly lineCount: number;
  /** Lines one by one, so that a million of them need no memory. */
  lines(): Iterable<SampleLine>;
  /** What the registry and the reference lists must know before. */
  registryBefore(): Iterable<RegistryRecord>;
  referencesBefore(): Iterable<SampleReferenceFact>;
}

export interface SampleListSpec {
  readonly seed: number;
  readonly lines: number;
  /** ISO date of the state of the sender's records. */
  readonly asOf?: string | undefined;
  /** Header lines before the first line of data: 1 for CSV with column names, 2 with a header of counts, 0 for plain JSON Lines. */
  readonly headerLines?: number | undefined;
}
