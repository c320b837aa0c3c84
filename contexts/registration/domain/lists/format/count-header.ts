import { parseUnambiguousJson } from '#shared';
import type { ListManifest } from '../../../records/list-manifest.ts';

/**
 * A list may say in its first line what else its manifest says: in CSV `#milaf-list;version=1;source=dgi;records=5000;asOf=2021-11-30`,
 * in JSON Lines `{"milafList":{"version":1,"source":"dgi","records":5000,"asOf":"2021-11-30"}}`.
 */
const CSV_MARK = '#milaf-list';
const JSON_MARK = /^\s*\{\s*"milafList"\s*:/;
const NUMBERS: ReadonlySet<string> = new Set(['version', 'records']);

/** Whether the first line of a list is a header of counts. */
export function isCountHeader(line: string, format: 'csv' | 'jsonl'): boolean {
  // A spreadsheet that saved the list again may have put it into quotes.
  return format === 'csv' ? line.replace(/^"/, '').startsWith(CSV_MARK) : JSON_MARK.test(line);
}

/** @returns what the header says, to be checked as a manifest is; undefined where it cannot be read */
export function readCountHeader(line: string, format: 'csv' | 'jsonl'): unknown {
  if (format === 'jsonl') {
    try {
      const header: unknown = parseUnambiguousJson(line);
      return typeof header === 'object' && header !== null && 'milafList' in header
        ? header.milafList
        : undefined;
    } catch {
      return undefined;
    }
  }
  const [, ...entries] = line
    .replaceAll('"', '')
    .trim()
    .split(/[;,\t]/);
  const pairs = entries
    .map((entry) => entry.split('=').map((part) => part.trim()))
    .filter(([name = '']) => name !== '');
  // Said twice, nobody knows which of the two is meant.
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) return undefined;
  return Object.fromEntries(
    pairs.map(([name = '', value = '']) => [
      name,
      NUMBERS.has(name) && /^\d+$/.test(value) ? Number(value) : value,
    ]),
  );
}

/** The line a sender writes, without its end. */
export function writeCountHeader(manifest: ListManifest, format: 'csv' | 'jsonl'): string {
  if (format === 'jsonl') return JSON.stringify({ milafList: manifest });
  return [CSV_MARK, ...Object.entries(manifest).map(([name, value]) => `${name}=${value}`)].join(';');
}
