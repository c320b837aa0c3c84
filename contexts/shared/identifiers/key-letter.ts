/**
 * A key letter as the rules write it: capitals, no dots or spaces, `Cs.` is `CS`. A digit stays: `C2` is no letter that is known,
 * and never a `C`.
 */
export function normaliseKeyLetter(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9_]/g, '');
}
