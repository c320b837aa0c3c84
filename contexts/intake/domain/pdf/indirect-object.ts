import { FileFault } from '../file-fault.ts';
import { PdfLexer } from './pdf-lexer.ts';
import { integerOf, type PdfDictionary, type PdfValue } from './pdf-value.ts';
import type { ReadBudget } from './read-budget.ts';

export interface IndirectObject {
  readonly objectNumber: number;
  readonly value: PdfValue;
  /** Offset of the first byte of data; absent where the object is not a stream. */
  readonly dataOffset: number | undefined;
  /** Offset behind its value, which is where data begin. */
  readonly end: number;
}

/**
 * Reads `12 0 obj ...` at `offset`.
 * @throws FileFault `INCOMPLETE` where the offset lies beyond the end, `DAMAGED` where no object begins there.
 */
export function readIndirectObject(bytes: Uint8Array, offset: number, budget: ReadBudget): IndirectObject {
  if (offset >= bytes.byteLength) throw new FileFault('INCOMPLETE');
  const lexer = new PdfLexer(bytes, offset, budget);
  const objectNumber = lexer.readInteger();
  lexer.readInteger();
  if (!lexer.skipKeyword('obj')) throw new FileFault('DAMAGED');
  const value = lexer.readValue();
  const isStream = value.kind === 'dictionary' && lexer.skipKeyword('stream');
  // Where other things stand behind the word, readers begin with the next line all the same.
  if (isStream) lexer.skipLine();
  return {
    objectNumber,
    value,
    dataOffset: isStream ? lexer.offset : undefined,
    end: lexer.offset,
  };
}

export interface TableStream {
  readonly dictionary: PdfDictionary;
  readonly raw: Uint8Array;
}

/** The dictionary and bytes of a stream whose length is written in it, as for cross-reference and object streams. */
export function tableStreamOf(
  bytes: Uint8Array,
  object: IndirectObject,
  lengthOf: (length: PdfValue) => number | undefined,
): TableStream {
  const { value, dataOffset } = object;
  if (value.kind !== 'dictionary' || dataOffset === undefined) throw new FileFault('DAMAGED');
  const length = integerOf(value, 'Length') ?? lengthOf(value.entries.get('Length') ?? { kind: 'null' });
  if (length === undefined || length < 0) throw new FileFault('DAMAGED');
  if (dataOffset + length > bytes.byteLength) throw new FileFault('INCOMPLETE');
  return { dictionary: value, raw: bytes.subarray(dataOffset, dataOffset + length) };
}
