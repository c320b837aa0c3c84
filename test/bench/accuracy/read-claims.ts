import type { OcrEngineName } from '../../../core/contracts/ocr-engine-name.ts';
import type { FileReading } from '../../../core/domain/care-form/care-form.ts';
import type { OcrDocument } from '../../../core/domain/care-form/ocr-document.ts';
import { draftReading, registryKeysOf, settleReading } from '../../../core/domain/care-form/read-file.ts';
import type { RegistryLookup } from './registry-lookup.ts';

/** A file as it comes to the reader. */
export interface FileToRead {
  readonly document: OcrDocument;
  /** Absent where there are words but no picture. */
  readonly bytes?: Uint8Array | undefined;
  readonly mediaType: string;
  readonly ocrEngine: OcrEngineName;
  readonly registry: RegistryLookup;
}

export interface ReadClaims {
  readonly reading: FileReading;
  /** Pages that OCR was asked for. */
  readonly ocrCalls: number;
  readonly readUnits: number;
}

/** Reads the claims of a file: the one place where the benchmarks call what they measure. */
export async function readClaims({ document, registry }: FileToRead): Promise<ReadClaims> {
  const draft = draftReading(document);
  const { facts, readUnits } = registry.factsOf(registryKeysOf(draft));
  const reading = settleReading(draft, { registry: facts, barcodes: [], secondLooks: [] });
  return Promise.resolve({ reading, ocrCalls: document.pages.length, readUnits });
}
