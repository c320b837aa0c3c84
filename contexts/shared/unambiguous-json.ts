/** A name in JSON with its colon, or a text: strings are passed over whole, so that nothing in them counts. */
const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/**
 * Reads JSON of others, in which no object has a name twice: programs differ in which of the two they take, so that one line would be
 * two people, or one payment two accounts. Nor has a text half a character (a lone surrogate): it would be kept as another text than
 * came, or not at all.
 * @throws SyntaxError
 */
export function parseUnambiguousJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  let written = 0;
  for (const [, colon] of text.matchAll(STRING)) if (colon !== undefined) written += 1;
  const { names, isWellFormed } = inspect(value);
  if (written !== names) throw new SyntaxError('An object has a name twice');
  if (!isWellFormed) throw new SyntaxError('A text has half a character');
  return value;
}

const isWhole = (text: string): boolean => text.isWellFormed();

/** How many names the objects of a value have, and whether all of its texts are whole. */
function inspect(value: unknown): { readonly names: number; readonly isWellFormed: boolean } {
  let names = 0;
  let isWellFormed = true;
  const pending = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === 'string') isWellFormed &&= isWhole(next);
    if (typeof next !== 'object' || next === null) continue;
    const parts: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) {
      names += parts.length;
      isWellFormed &&= Object.keys(next).every(isWhole);
    }
    for (const part of parts) if (typeof part !== 'number') pending.push(part ?? null);
  }
  return { names, isWellFormed };
}
