import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';
import pc from 'picocolors';

const COLOURED = { head: ['bold'], border: ['gray'] };
/** For pipes, and where NO_COLOR is set. */
const PLAIN = { head: [], border: [] };
/** Blanks around the text of a cell. */
const PADDING = 2;
const NARROWEST = 16;

/** Prints a value as JSON, or what people read, whichever was asked for. */
export function print(json: boolean, value: unknown, text: () => string): void {
  console.log(json ? JSON.stringify(value, undefined, 2) : text());
}

export interface TableShape {
  /** The column that is wrapped where the table would be wider than the screen. */
  readonly wrapped?: string;
  /** Characters to which that column is wrapped on any screen. */
  readonly atMost?: number;
  /** Columns of the screen where there is none: a log, a pipe. */
  readonly columns?: number;
  /** Columns that hold numbers: their digits stand below each other. */
  readonly numbers?: readonly string[];
}

export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  shape: TableShape = {},
): string {
  const { wrapped, numbers = [] } = shape;
  const drawn = new Table({
    head: [...head],
    style: { ...(pc.isColorSupported ? COLOURED : PLAIN), compact: true },
    colWidths: head.map((name) => (name === wrapped ? widthOf(head, rows, name, shape) : null)),
    colAligns: head.map((name) => (numbers.includes(name) ? 'right' : 'left')),
    wordWrap: true,
  });
  for (const row of rows) drawn.push([...row]);
  return drawn.toString();
}

/** What the others leave to a column that is wrapped; null where it needs less. */
function widthOf(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  wrapped: string,
  { atMost = Infinity, columns = Infinity }: TableShape,
): number | null {
  const widths = head.map(
    (name, column) => PADDING + Math.max(...[name, ...rows.map((row) => row[column] ?? '')].map(widest)),
  );
  const own = widths[head.indexOf(wrapped)] ?? 0;
  const others = widths.reduce((sum, width) => sum + width, 0) - own;
  const screen = process.stdout.isTTY ? process.stdout.columns : columns;
  const left = Math.min(atMost, Math.max(NARROWEST, screen - others - (head.length + 1)));
  return own <= left ? null : left;
}

const widest = (cell: string): number =>
  Math.max(
    ...stripVTControlCharacters(cell)
      .split('\n')
      .map(({ length }) => length),
  );

/** Counts a thing in words: `1 claim`, `2 claims`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
