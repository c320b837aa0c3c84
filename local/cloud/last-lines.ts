import { readFileSync } from 'node:fs';

/** The end of a log, to show a person why something did not start. */
export function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-25).join('\n');
}
