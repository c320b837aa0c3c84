import Table from 'cli-table3';
import pc from 'picocolors';

const COLOURED = { head: ['bold'], border: ['gray'] };
/** For pipes, and where NO_COLOR is set. */
const PLAIN = { head: [], border: [] };

/** Prints a value as JSON, or what people read, whichever was asked for. */
export function print(json: boolean, value: unknown, text: () => string): void {
  console.log(json ? JSON.stringify(value, undefined, 2) : text());
}

/**
 * @param widths of the columns that are to be wrapped, in characters; the others are as wide as what is in them
 * @param numbers names of the columns that hold numbers: their digits stand below each other
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly (number | null)[] = [],
  numbers: readonly string[] = [],
): string {
  const drawn = new Table({
    head: [...head],
    style: { ...(pc.isColorSupported ? COLOURED : PLAIN), compact: true },
    colWidths: [...widths],
    colAligns: head.map((name) => (numbers.includes(name) ? 'right' : 'left')),
    wordWrap: true,
  });
  for (const row of rows) drawn.push([...row]);
  return drawn.toString();
}

/** Counts a thing in words: `1 claim`, `2 claims`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
