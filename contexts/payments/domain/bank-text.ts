/** What banks take without asking: the Latin set of SWIFT (character set X), which the ISO 20022 guides of banks keep to. */
const outsideBankSet = /[^A-Za-z0-9/\-?:().,'+ ]+/g;
const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  æ: 'ae',
  Æ: 'AE',
  ß: 'ss',
  '&': '+',
  '’': "'",
};

/**
 * Writes a text with the characters that banks take: accents are left out, other characters become spaces.
 * @returns undefined where nothing is left, as of a name that is known in Arabic only.
 */
export function toBankText(text: string, maxCharacters: number): string | undefined {
  const folded = text
    .replace(/[œŒæÆß&’]/g, (character) => ligatures[character] ?? ' ')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(outsideBankSet, ' ')
    // A slash at the start, or two together, would be read as a code word of the old SWIFT formats.
    .replace(/\/{2,}/g, '/')
    .replace(/^[\s/]+/, '')
    .replace(/\s+/g, ' ')
    .slice(0, maxCharacters)
    .trimEnd();
  return /[A-Za-z0-9]/.test(folded) ? folded : undefined;
}
