import { parsed, type ParsedValue } from './parsed-value.ts';

function trimmed(text: string): string {
  return text
    .replace(/[._…·]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[^\p{L}\p{N}).]+$/u, '')
    .trim();
}

/** Parses the name of a person: letters, at least two together; digits in it are kept with a doubt. */
export function parseName(text: string): ParsedValue<string> | undefined {
  const name = trimmed(text).replace(/\.$/, '');
  const letters = (name.match(/\p{L}/gu) ?? []).length;
  if (letters < 3 || !/\p{L}{2}/u.test(name) || letters < 0.6 * name.replace(/\s/g, '').length)
    return undefined;
  // A bracket at the first letter was a letter: `(AHLOU` is no name.
  const isCut = /(?:^|\s)[^\p{L}\p{N}\s._…·'’-]+\p{L}/u.test(text);
  return parsed(name, (isCut || !/^[\p{L}\s'’.-]+$/u.test(name)) && 'UNEXPECTED_CHARACTERS');
}

/** Parses a name in Arabic letters. */
export function parseArabicName(text: string): ParsedValue<string> | undefined {
  const name = text
    .replace(/[\u200E\u200F\u202A-\u202E]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /[\u0600-\u06FF]{2}/u.test(name) ? parsed(name) : undefined;
}

/** Parses an address. `Hassan Il` is `Hassan II`: kings are counted in Roman numbers, which OCR takes for letters. */
export function parseAddress(text: string): ParsedValue<string> | undefined {
  const address = trimmed(text).replace(/\.$/, '');
  if (!/\p{L}{2}/u.test(address) || address.length < 4) return undefined;
  const repaired = address.replace(
    /(?<=\p{Lu}\p{Ll}+ )(?:I[IlT1|]{1,2}|[l1|]{2,3})(?=[\s,]|$)/gu,
    (numeral) => 'I'.repeat(numeral.length),
  );
  return parsed(repaired, repaired !== address && 'CORRECTED_CHARACTERS');
}

/** Parses a few words: a specialty, a city. */
export function parseWords(text: string): ParsedValue<string> | undefined {
  const words = trimmed(text).replace(/\.$/, '');
  const letters = (words.match(/\p{L}/gu) ?? []).length;
  if (letters < 3 || letters < 0.7 * words.replace(/\s/g, '').length) return undefined;
  return parsed(words, !/^[\p{L}\s'’.()/-]+$/u.test(words) && 'UNEXPECTED_CHARACTERS');
}
