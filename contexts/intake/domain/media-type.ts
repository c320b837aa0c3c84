/** What files a scan may come in. */
export const mediaTypes = ['application/pdf', 'image/tiff', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** A PDF may begin with other bytes: readers look for its header in the first 1,024. */
export const PDF_HEADER_WINDOW_BYTES = 1024;

/** First bytes of each type, as Latin-1. */
const signatures: readonly (readonly [signature: string, type: MediaType])[] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['II+\0', 'image/tiff'],
  ['MM\0+', 'image/tiff'],
];

/**
 * The type by the first bytes, so that a file cut short is known for what it was to be.
 * @param bytes the file, or its first 1,024 bytes
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, PDF_HEADER_WINDOW_BYTES));
  const known = signatures.find(([signature]) => head.startsWith(signature));
  if (known !== undefined) return known[1];
  return head.includes('%PDF-') ? 'application/pdf' : undefined;
}
