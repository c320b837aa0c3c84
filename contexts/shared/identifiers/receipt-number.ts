import { asciiDigits } from './digits.ts';
import { compactNumber } from './numbers.ts';

/** How receipts are written and read, without what makes their ids: pages in the browser read them too. */

const GROUP_CHARACTERS = 4;
const SHORT_RECEIPT_CHARACTERS = 8;
const fileIdPattern = /^[0-9A-HJKMNP-TV-Z]{16}$/;
const shortReceiptPattern = /^[0-9A-HJKMNP-TV-Z]{8}$/;
/** A file has at most some hundreds of forms. */
const claimIdPattern = /^([0-9A-HJKMNP-TV-Z]{16})([1-9]\d{0,2})$/;

function grouped(characters: string): string {
  return characters.replace(new RegExp(`(.{${GROUP_CHARACTERS}})(?!$)`, 'g'), '$1-');
}

/** The receipt as people see it: `7Q2MK8D10ABCDEFG` → `7Q2M-K8D1-0ABC-DEFG`. */
export function formatReceipt(fileId: string): string {
  return grouped(fileId);
}

/**
 * The first half of the receipt, for a text message: `7Q2M-K8D1`. An agency finds the file by it among those of the channel
 * and day of its upload; alone it opens nothing.
 */
export function shortReceipt(fileId: string): string {
  return grouped(fileId.slice(0, SHORT_RECEIPT_CHARACTERS));
}

/**
 * Reads the short receipt of a text message, as people type it.
 * @returns the first 8 characters of the file ids it may stand for, or undefined when it is none.
 */
export function parseShortReceipt(text: string): string | undefined {
  const start = normalise(text);
  return shortReceiptPattern.test(start) ? start : undefined;
}

/** Also with the separators that people and keyboards put in, and with Arabic-Indic digits. */
const normalise = (text: string): string =>
  compactNumber(asciiDigits(text)).toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');

/**
 * Reads a receipt as people type it: any case, with or without groups, O for 0, I or L for 1.
 * @returns the file id, or undefined when it is not a receipt number of 16 characters.
 */
export function parseReceipt(text: string): string | undefined {
  const fileId = normalise(text);
  return fileIdPattern.test(fileId) ? fileId : undefined;
}

/**
 * Reads the id of a claim as people type it: a receipt with the number of the form behind it.
 * @returns the claim id, or undefined when it is none
 */
export function parseClaimId(text: string): string | undefined {
  const [, fileId, form] = claimIdPattern.exec(normalise(text)) ?? [];
  return fileId === undefined || form === undefined ? undefined : `${fileId}-${Number(form)}`;
}
