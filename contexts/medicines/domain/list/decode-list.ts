import { MedicineListError } from './medicine-list-error.ts';

/** What workbooks begin with: .xlsx (a ZIP) and .xls. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * The text of a list: UTF-8, UTF-16 with a byte order mark (what Excel calls Unicode text), or else Windows-1252.
 * @throws MedicineListError where it is a workbook
 */
export function decodeList(bytes: Uint8Array): string {
  if (WORKBOOKS.some((beginning) => beginning.every((byte, index) => bytes[index] === byte)))
    throw new MedicineListError(
      'The file is a workbook of Excel. Format the column of codes as text, save the sheet as "CSV UTF-8", and load that.',
    );
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
