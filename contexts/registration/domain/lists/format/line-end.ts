/** What ends a line: LF (with a CR before it or not), or CR alone, as old Macs and "CSV (Macintosh)" of Excel write it. */
export type LineEnd = 'LF' | 'CR';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

const END_BYTE: Readonly<Record<LineEnd, number>> = { LF: LINE_FEED, CR: CARRIAGE_RETURN };
const END_TEXT: Readonly<Record<LineEnd, string>> = { LF: '\n', CR: '\r' };

export const lineEndByte = (end: LineEnd): number => END_BYTE[end];

/**
 * What the first end of a line says of all of them. A CR that a spreadsheet set inside a cell of a later line, or an LF in a
 * list with CR, then ends nothing.
 * @returns undefined where no line has ended so far, or it is not yet seen what stands behind its CR
 */
export function firstLineEnd(bytes: Uint8Array): LineEnd | undefined {
  const feed = bytes.indexOf(LINE_FEED);
  const first = bytes.indexOf(CARRIAGE_RETURN);
  if (first === -1 || (feed !== -1 && feed < first)) return feed === -1 ? undefined : 'LF';
  let after = first;
  // Some programs write CR CR LF.
  while (bytes[after] === CARRIAGE_RETURN) after += 1;
  if (after === bytes.length) return undefined;
  return bytes[after] === LINE_FEED ? 'LF' : 'CR';
}

/** The lines of a text without their ends. The last end ends a line, and begins none. */
export function splitLines(text: string, end: LineEnd = 'LF'): string[] {
  const lines = text.split(END_TEXT[end]);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}
