import type { RenderedScan } from '../../local/samples/render-scan.ts';

/**
 * A scan of which the OCR reads a word otherwise than it is printed, wherever it stands, and knows that it is unsure: what sends a
 * claim to a person. (In one place only, the others would bear the true one out.)
 * @throws Error when the word is not on the scan
 */
export function misread(
  scan: RenderedScan,
  printed: string,
  read: string,
  confidencePercent: number,
): RenderedScan {
  const isOn = scan.recognisedPages.some(({ lines }) =>
    lines.some(({ words }) => words.some(({ text }) => text.includes(printed))),
  );
  if (!isOn) throw new Error(`"${printed}" is not on the scan`);
  const recognisedPages = scan.recognisedPages.map((page) => ({
    ...page,
    lines: page.lines.map((line) => {
      if (!line.words.some(({ text }) => text.includes(printed))) return line;
      const words = line.words.map((word) =>
        word.text.includes(printed)
          ? { ...word, text: word.text.replace(printed, read), confidencePercent }
          : word,
      );
      return { ...line, words, text: words.map(({ text }) => text).join(' '), confidencePercent };
    }),
  }));
  return { ...scan, recognisedPages };
}
