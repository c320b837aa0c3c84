import type { StripReader } from '../../../../../../local/ocr/engine/strips/strip-reader.ts';

/** A strip reader that reads nothing, so that Tesseract's readings stand. */
export const silentStrips: StripReader = { read: () => Promise.resolve({ text: '', leastChance: 0 }) };
