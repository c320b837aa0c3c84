import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const IMPORT = /^(?:import|export)\s(?!type\b)[^;]*?from '(?<from>[^']+)';/gms;
/** What of other contexts the workers of pages run: the look at a picture before it is sent. */
const ENTRIES = ['web/src/agency/quality/picture-page.ts', 'web/src/agency/quality/pdf-pages.ts'];

/** A file of the project and all that it imports for more than types. */
function filesFrom(file: string, found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (found.has(file)) return found;
  const text = readFileSync(file, 'utf8');
  found.set(file, text);
  for (const { groups } of text.matchAll(IMPORT)) {
    const from = groups?.['from'] ?? '';
    if (/^\..*\.tsx?$/.test(from)) filesFrom(path.join(path.dirname(file), from), found);
  }
  return found;
}

describe('what a page runs to look at a scan', () => {
  const files = new Map(ENTRIES.flatMap((entry) => [...filesFrom(entry)]));

  it('has the header of PNG files from intake', () => {
    expect([...files.keys()]).toContain('contexts/intake/domain/png-header.ts');
  });

  it('uses nothing that only Node has', () => {
    const nodeOnly = [...files].filter(([, text]) => /\bBuffer\.|\bprocess\.|from 'node:/.test(text));
    expect(nodeOnly.map(([file]) => file)).toEqual([]);
  });
});
