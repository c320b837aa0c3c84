import { parsed, readDigits, type ParsedValue } from './parsed-value.ts';

/**
 * Parses a number of a fixed count of digits (registration number and INPE: 9), printed with or without separators or
 * in the cells of a comb. A count that is off by a little is kept with a doubt, so that a person sees what was read.
 */
export function parseFixedDigits(text: string, count: number): ParsedValue<string> | undefined {
  const readings = [
    readDigits(text.replace(/[[\](){}]/g, ' ')),
    readDigits(text.replace(/[|[\](){}!]/g, ' ')),
  ];
  // A stroke is a 1 or a wall of the comb: the count of digits tells, and the stroke that was a digit is a correction.
  const whole = readings.find((one) => one.text.replace(/\D/g, '').length === count);
  const reading = whole ?? readings[1];
  if (reading === undefined) return undefined;
  const digits = reading.text.replace(/\D/g, '');
  if (reading.foreign + reading.corrected > 0.34 * (digits.length + reading.foreign)) return undefined;
  if (digits.length < count * 0.7 || digits.length > count * 1.3) return undefined;
  return parsed(
    digits,
    (reading.corrected > 0 || /\d[|!]\d/.test(text)) && 'CORRECTED_CHARACTERS',
    reading.foreign > 0 && 'UNEXPECTED_CHARACTERS',
    digits.length !== count && 'WRONG_LENGTH',
  );
}

const letterLookAlikes: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '5': 'S',
  '6': 'G',
  '8': 'B',
  '|': 'I',
  '!': 'I',
  '€': 'C',
};

/**
 * Parses the number of a card at its own label: a CIN however few its digits, or the number of a residence card, whose form no
 * source gives: letters and digits that are no CIN are kept as they are, with a doubt.
 */
export function parseCard(text: string): ParsedValue<string> | undefined {
  const compact = text.toUpperCase().replace(/[\s.\-/·|]/g, '');
  if (/^[A-Z]{1,2}\d{1,3}$/.test(compact)) return parsed(compact, 'WRONG_LENGTH');
  const cin = parseCin(text);
  if (cin?.doubts.length === 0) return cin;
  const isCard = /^[A-Z]{1,3}\d{4,9}[A-Z]{1,2}$/.test(compact);
  return isCard ? parsed(compact, 'UNEXPECTED_CHARACTERS') : cin;
}

/** Parses a CIN: one or two capitals, then up to 6 digits (amo-domain section 4); older cards have few digits. */
export function parseCin(text: string): ParsedValue<string> | undefined {
  const compact = text.toUpperCase().replace(/[^A-Z0-9|!€]/g, '');
  if (/\d\s*[/.,]\s*\d/.test(text) || !/\d/.test(compact) || compact.length < 4 || compact.length > 10)
    return undefined;
  const plain = /^([A-Z]{1,2})(\d{1,6})$/.exec(compact);
  if (plain !== null) return parsed(compact, compact.length < 6 && 'WRONG_LENGTH');
  const first = compact.charAt(0);
  const initial = letterLookAlikes[first] ?? first;
  if (!/[A-Z]/.test(initial)) return undefined;
  const second = compact.charAt(1);
  const hasTwoLetters = /[A-Z]/.test(second) && !(second in { O: 0, I: 0, S: 0 } && compact.length <= 7);
  const head = hasTwoLetters ? initial + second : initial;
  const { text: tail, foreign, corrected } = readDigits(compact.slice(head.length));
  const digits = tail.replace(/\D/g, '');
  if (foreign > 0 || corrected > 2 || digits.length === 0 || digits.length > 7) return undefined;
  return parsed(
    head + digits,
    (corrected > 0 || initial !== first) && 'CORRECTED_CHARACTERS',
    digits.length > 6 && 'WRONG_LENGTH',
  );
}

/** The two check digits that belong to the first 22 digits of a RIB: `97 - (n × 100 mod 97)`. */
export function ribKey(first22: string): string {
  return (97n - ((BigInt(first22) * 100n) % 97n)).toString().padStart(2, '0');
}

/** Parses a RIB of 24 digits and checks its key; an IBAN of Morocco is taken as the RIB it holds. */
export function parseRib(text: string): ParsedValue<string> | undefined {
  const bare = text.toUpperCase().replace(/^\s*MA\s*\d\s*\d(?=(?:\D*\d){22})/, '');
  const number = parseFixedDigits(bare, 24);
  if (number === undefined) return undefined;
  const { value, doubts } = number;
  const isKeyRight = value.length === 24 && ribKey(value.slice(0, 22)) === value.slice(22);
  return parsed(value, ...doubts, value.length === 24 && !isKeyRight && 'CHECK_DIGITS');
}

/** Parses the number of a dossier: digits and letters with `-` or `/` between, at least three digits. */
export function parseDossierNumber(text: string): ParsedValue<string> | undefined {
  const compact = text.replace(/\s+/g, '').replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '');
  if ((compact.match(/\d/g) ?? []).length < 3 || !/^[A-Za-z\d/.-]+$/.test(compact) || compact.length > 24)
    return undefined;
  if (/^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/.test(compact)) return undefined;
  return parsed(
    compact.toUpperCase(),
    /\d[A-Za-z]|[A-Za-z]\d+[A-Za-z]/.test(compact) && 'UNEXPECTED_CHARACTERS',
  );
}

/** Parses a small count: the attachments of a file (0 to 99). */
export function parseCount(text: string): ParsedValue<number> | undefined {
  const reading = readDigits(text.replace(/\s+/g, ''));
  const digits = reading.text.replace(/\D/g, '');
  if (reading.foreign > 0 || digits.length === 0 || digits.length > 2) return undefined;
  return parsed(Number(digits), reading.corrected > 0 && 'CORRECTED_CHARACTERS');
}
