import type {
  InvalidReason,
  LineWarning,
  OutcomeCode,
} from '../../../contexts/registration/records/list-lines.ts';
import type { ListSource } from '../../../contexts/shared/identifiers/list-source.ts';
import type { OtherCover } from '../../../contexts/registry/records/other-covers.ts';
import type { ReferenceRecord } from '../../../contexts/registry/records/reference-records.ts';
import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import type { ReferenceSource } from '../../../contexts/registry/ports/references.ts';
import type { ListedFields } from './listed-fields.ts';

/** What must come out for a line of a sample list. */
export interface ExpectedOutcome {
  /** One code; more than one where record linkage may be sure or may ask a person. */
  readonly codes: readonly [OutcomeCode, ...OutcomeCode[]];
  /** With INVALID: why, in the order of the contract's reasons. */
  readonly reasons: readonly InvalidReason[];
  /** Of a person who is not known: what is missing to register them; nothing of the line itself is wrong. */
  readonly lacks?: readonly InvalidReason[] | undefined;
  readonly warnings: readonly LineWarning[];
  readonly otherCover?: OtherCover | undefined;
  readonly duplicateOfLine?: number | undefined;
  /** Number of someone who was registered before. */
  readonly registrationNumber?: string | undefined;
  /** E.164: one SMS goes there; `letter`: the person gets a letter. Absent: nobody is notified. */
  readonly tellBy?: string | undefined;
}

export interface SampleLine {
  /** As an editor shows it, header lines counted. */
  readonly line: number;
  readonly reference: string;
  /** By field; what is absent is left empty (CSV) or out (JSON Lines). */
  readonly fields: ListedFields;
  /** Written so that no reader of CSV (or JSON) can take it: a quote never closed, cells cut off. */
  readonly broken?: 'unclosed-quote' | 'cells-missing' | undefined;
  readonly expected: ExpectedOutcome;
}

/** A line of a reference list, to be loaded before. */
export interface SampleReference {
  readonly source: ReferenceSource;
  readonly record: ReferenceRecord;
}

/** An invented list with the truth about each line; the same on every walk through it. */
export interface SampleList {
  readonly source: ListSource;
  readonly asOf: string;
  readonly shape: SampleShape;
  readonly lineCount: number;
  /** Lines one by one, so that a million of them need no memory. */
  lines(): Iterable<SampleLine>;
  /** What the registry and the reference lists must know before. */
  registryBefore(): Iterable<RegistryRecord>;
  referencesBefore(): Iterable<SampleReference>;
}

export interface SampleListSpec {
  readonly seed: number;
  readonly lines: number;
  /** ISO date of the state of the sender's records. */
  readonly asOf?: string | undefined;
  /** Of the people who have a mobile, how many the list names it of: 0 to 1, in tenths; all unless said. */
  readonly mobileShare?: number | undefined;
  /** How it will be written: it decides the numbers of the lines. CSV with a manifest unless said. */
  readonly shape?: SampleShape | undefined;
}

export interface SampleShape {
  readonly format: 'csv' | 'jsonl';
  /** Where the counts are: in a manifest beside the list, or in its first line. */
  readonly counts: 'manifest' | 'header';
}

export const USUAL_SHAPE: SampleShape = { format: 'csv', counts: 'manifest' };

/** Lines before the first line of data: names of columns, counts. */
export function headerLines({ format, counts }: SampleShape): number {
  return (format === 'csv' ? 1 : 0) + (counts === 'header' ? 1 : 0);
}

/** Whether the list names the mobile of the person at a position. */
export function namesMobile(position: number, mobileShare = 1): boolean {
  return position % 10 < Math.round(mobileShare * 10);
}
