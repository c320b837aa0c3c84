/** What a glyph may be: a digit by its value, a separator, or something else, such as a letter or a Latin digit. */
export const GLYPH_KINDS = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '/',
  '-',
  '.',
  'other',
] as const;
export type GlyphKind = (typeof GLYPH_KINDS)[number];
