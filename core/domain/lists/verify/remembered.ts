/**
 * Remembers results for texts that come again and again, as names do. Holds so many and then begins afresh, so that memory does
 * not grow with the list.
 */
export function remembered<Result extends NonNullable<unknown> | null>(
  compute: (text: string) => Result,
  most: number,
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = compute(text);
    if (results.size >= most) results.clear();
    results.set(ownCopy(text), result);
    return result;
  };
}

/** A piece of a long text keeps all of that text in memory; a copy does not. */
const ownCopy = (text: string): string => ` ${text}`.slice(1);
