import { isMiddleIn } from '../../contexts/reading/domain/boxes.ts';
import type { OcrDocument } from '../../contexts/reading/domain/ocr-document.ts';
import type { LookWanted, SecondLook } from '../../contexts/reading/domain/witnesses.ts';

/** Second looks as they are where OCR reads every word of the page that they look at. */
export function looksAtWords({ pages }: OcrDocument, looks: readonly LookWanted[]): readonly SecondLook[] {
  return looks.map((look) => ({
    ...look,
    lines: (pages[look.page - 1]?.lines ?? []).flatMap((line) => {
      const words = line.words.filter(({ box }) => isMiddleIn(box, look.box));
      return words.length === 0 ? [] : [{ ...line, words }];
    }),
  }));
}
