import { splitLine } from '#shared';
import type { ListText } from '../list.ts';
import { withoutEmptyEnd } from './match-columns.ts';

/** Whether the last line, which no line feed ends, breaks off: fewer cells than columns, or JSON that does not end. */
export function isCutOff(unfinished: Uint8Array, text: ListText): boolean {
  if (unfinished.length === 0) return false;
  const line = new TextDecoder(text.encoding).decode(unfinished);
  if (line.trim() === '') return false;
  if (text.format === 'jsonl') {
    try {
      JSON.parse(line);
      return false;
    } catch {
      return true;
    }
  }
  const cells = splitLine(line, text.delimiter);
  return cells === undefined || cells.length < withoutEmptyEnd(text.columns).length;
}
