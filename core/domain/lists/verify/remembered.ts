/**
 * Remembers results for texts that come again and again, as names do. Holds so many and then begins afresh, so that memory does
 * not grow with the list.
 */
export function remembered<Result>(
  compute: (text: string) => Result,
  most: number,
): (text: string) => Result {
  const results = new Map<string, { readonly result: Result }>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known.result;
    const result = compute(text);
    if (results.size >= most) results.clear();
    results.set(text, { result });
    return result;
  };
}
