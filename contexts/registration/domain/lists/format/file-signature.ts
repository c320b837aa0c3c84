const SIGNATURES: readonly (readonly [what: string, bytes: readonly number[]])[] = [
  ['an Excel workbook or another zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel or Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a PDF file', [0x25, 0x50, 0x44, 0x46]],
];
const UTF_16_MARKS: readonly (readonly number[])[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** @returns what a file that is no text says of itself in its first bytes, as people call it */
export function otherFileType(head: Uint8Array): string | undefined {
  return SIGNATURES.find(([, bytes]) => startsWith(head, bytes))?.[0];
}

export const isUtf16 = (head: Uint8Array): boolean => UTF_16_MARKS.some((mark) => startsWith(head, mark));

export const isGzip = (head: Uint8Array): boolean => startsWith(head, [0x1f, 0x8b]);

/** Byte order mark of UTF-8; not part of the text. */
export const UTF_8_MARK = [0xef, 0xbb, 0xbf] as const;
export const hasUtf8Mark = (head: Uint8Array): boolean => startsWith(head, UTF_8_MARK);
