/** The document that an input is; undefined where it is none: whoever sends such a thing never gets to the parser. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

export const jsonSeed = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));
export const textSeed = (text: string): Uint8Array => Buffer.from(text);
