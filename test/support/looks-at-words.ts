import { isMiddleIn } from '../../core/domain/care-form/boxes.ts';
import type { OcrDocument } from '../../core/domain/care-form/ocr-document.ts';
import type { LookWanted, SecondLook } from '../../core/domain/care-form/witnesses.ts';

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
