/** Words of plain letters and signs of both scripts, with single spaces between them: nothing to clean. */
const CLEAN = /^(?:[!-~À-ſ\u0620-\u064a]+(?: [!-~À-ſ\u0620-\u064a]+)*)?$/;
/** Marks of writing direction and of joining, byte order marks: not seen, and not part of what is written. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** A cell without what nobody meant to write: outer and doubled blanks, invisible marks; letters and their marks as one (NFC). */
export function cleanText(cell: string): string {
  if (CLEAN.test(cell)) return cell;
  return cell.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/gu, ' ').trim();
}
