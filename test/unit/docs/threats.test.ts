import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const line = /\| `(test\/[^`]+\.test\.ts)`: “([^”]+)” +\|/g;
const threats = [...readFileSync('docs/security.md', 'utf8').matchAll(line)].map(
  ([, file = '', title = '']) => ({
    file,
    title,
  }),
);

describe('the table of threats', () => {
  it('has lines', () => {
    expect(threats.length).toBeGreaterThan(20);
  });

  it.each(threats)('names a test that is there: $title', ({ file, title }) => {
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(title);
  });
});
