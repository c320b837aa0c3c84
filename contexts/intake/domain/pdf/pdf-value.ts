/** Objects of a PDF as far as intake needs them: the text of strings is not kept. */
export type PdfValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'other' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'reference'; readonly objectNumber: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary;

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export const pdfNull: PdfValue = { kind: 'null' };

/** The entry `key`; `null` where there is none, as the PDF standard has it. */
export function entryOf(dictionary: PdfDictionary, key: string): PdfValue {
  return dictionary.entries.get(key) ?? pdfNull;
}

/** The whole number at `key`, or undefined. References are not followed. */
export function integerOf(dictionary: PdfDictionary, key: string): number | undefined {
  const value = entryOf(dictionary, key);
  return value.kind === 'number' && Number.isSafeInteger(value.number) ? value.number : undefined;
}
