/** A name in JSON with its colon, or a text: strings are passed over whole, so that nothing in them counts. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/**
 * Reads JSON of others, in which no object has a name twice: programs differ in which of the two they take, so that one line would be
 * two people, or one payment two accounts.
 * @throws SyntaxError
 */
export function parseUnambiguousJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  let written = 0;
  for (const [, colon] of text.matchAll(STRING)) if (colon !== undefined) written += 1;
  if (written !== namesIn(value)) throw new SyntaxError('An object has a name twice');
  return value;
}

function namesIn(value: unknown): number {
  let names = 0;
  const pending = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    const parts: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) names += parts.length;
    for (const part of parts) if (typeof part === 'object' && part !== null) pending.push(part);
  }
  return names;
}
