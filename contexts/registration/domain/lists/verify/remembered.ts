/**
 * Remembers results for texts that come again and again, as names do, in two generations: where the younger one is full, the
 * older one is forgotten. Frequent texts are always in one of them, and memory does not grow with the list.
 * @param most of a generation
 */
export function remembered<Result extends object | string | null>(
  compute: (text: string) => Result,
  most: number,
): (text: string) => Result {
  let younger = new Map<string, Result>();
  let older = new Map<string, Result>();
  return (text) => {
    const known = younger.get(text);
    if (known !== undefined) return known;
    const result = older.get(text) ?? compute(text);
    if (younger.size >= most) {
      older = younger;
      younger = new Map();
    }
    younger.set(ownCopy(text), result);
    return result;
  };
}

/** A piece of a long text keeps all of that text in memory; a copy does not. */
const ownCopy = (text: string): string => ` ${text}`.slice(1);
