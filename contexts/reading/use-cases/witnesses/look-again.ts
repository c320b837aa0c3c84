import { textractAnswerSchema, toOcrDocument } from '../../records/textract-blocks.ts';
import type { LookWanted, SecondLook } from '../../domain/witnesses.ts';
import { ENLARGED_LONG_SIDE_PIXELS, layOutLooks, looksOf } from '../../domain/second-look/look-sheet.ts';
import type { WitnessStore } from '../../ports/witness-store.ts';
import type { PageBitmap, SheetDrawer } from '../../ports/page-bitmaps.ts';
import { PageTooCostlyError } from '../../ports/page-errors.ts';
import { type ImageReader, UnreadableFileError } from '../../ports/ocr-service.ts';
import type { FilePages } from './file-pages.ts';
import type { Heard } from './heard.ts';

/** The OCR did not answer now, and may later: it is at its quota, or unwell. */
export class LookFailedError extends Error {
  override name = 'LookFailedError';
}

export interface LookAgainDependencies {
  readonly readings: Pick<WitnessStore, 'saveSecondLooks'>;
  readonly sheets: SheetDrawer;
  readonly ocr: ImageReader;
}

export interface SecondReading extends Heard<readonly SecondLook[]> {
  /** Whether the OCR was asked, which costs a page. */
  readonly wasPaid: boolean;
}

/**
 * Has places of a file read once more, all of them in one call of the OCR, and keeps what it says. What cannot be drawn is left
 * out.
 * @throws LookFailedError when the OCR gave no answer; PageTooCostlyError
 */
export async function lookAgain(
  fileId: string,
  looks: readonly LookWanted[],
  pages: FilePages,
  { readings, sheets, ocr }: LookAgainDependencies,
): Promise<SecondReading> {
  const { said: bitmaps, failure } = await bitmapsOf(looks, pages);
  const sheet = layOutLooks(looks, bitmaps);
  if (sheet === undefined) return { said: [], failure, wasPaid: false };
  const image = await sheets.draw(sheet, bitmaps);
  const answer = await ocr.readImage(image).catch((error: unknown) => {
    if (error instanceof UnreadableFileError) return error;
    throw new LookFailedError('The OCR did not take a second look', { cause: error });
  });
  if (answer instanceof UnreadableFileError) return { said: [], failure: answer, wasPaid: false };
  const [page] = toOcrDocument([textractAnswerSchema.parse(answer)]).pages;
  const said = looksOf(sheet, page?.lines ?? [], bitmaps);
  await readings.saveSecondLooks(fileId, said);
  return { said, failure, wasPaid: true };
}

async function bitmapsOf(
  looks: readonly LookWanted[],
  pages: FilePages,
): Promise<Heard<ReadonlyMap<number, PageBitmap>>> {
  const bitmaps = new Map<number, PageBitmap>();
  let failure: unknown;
  for (const page of new Set(looks.map((look) => look.page))) {
    try {
      bitmaps.set(page, await pages.bitmapOf(page, ENLARGED_LONG_SIDE_PIXELS));
    } catch (error) {
      if (error instanceof PageTooCostlyError) throw error;
      failure ??= error;
    }
  }
  return { said: bitmaps, failure };
}
