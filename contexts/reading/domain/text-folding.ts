/**
 * Ways to look at a text that forget what OCR gets wrong, for comparing with printed labels. Values are never folded.
 */

/** Arabic letters and their presentation forms. */
const arabic = /[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFF]/u;

export function hasArabic(text: string): boolean {
  return arabic.test(text);
}

export function hasLetterOrDigit(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Removes accents: `prénom` becomes `prenom`. */
export function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '');
}

const lookAlikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  l: 'i',
  '|': 'i',
  '!': 'i',
  '5': 's',
  $: 's',
  '8': 'b',
  '€': 'e',
};

/**
 * The shape of a label: small letters without accents, spaces and punctuation, with the characters that OCR confuses
 * made one (`l`, `1` and `I`; `0` and `O`; ...). Two texts of the same shape are the same label.
 */
export function labelShape(text: string): string {
  let shape = '';
  for (const character of withoutAccents(text).toLowerCase()) {
    const plain = lookAlikes[character] ?? character;
    if (/[a-z0-9]/.test(plain)) shape += plain;
  }
  // `N°`, `Nº`, `No` and `N*` are one sign to a reader.
  return shape === 'no' ? 'n' : shape;
}
