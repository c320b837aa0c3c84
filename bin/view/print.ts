import Table from 'cli-table3';
import pc from 'picocolors';

const COLOURED = { head: ['bold'], border: ['gray'] };
/** For pipes, and where NO_COLOR is set. */
const PLAIN = { head: [], border: [] };

/** Prints a value as JSON, or what people read, whichever was asked for. */
export function print(json: boolean, value: unknown, text: () => string): void {
  console.log(json ? JSON.stringify(value, undefined, 2) : text());
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const drawn = new Table({
    head: [...head],
    style: { ...(pc.isColorSupported ? COLOURED : PLAIN), compact: true },
    wordWrap: true,
  });
  for (const row of rows) drawn.push([...row]);
  return drawn.toString();
}

/** Counts a thing in words: `1 claim`, `2 claims`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
