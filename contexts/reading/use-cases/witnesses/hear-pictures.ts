import type { Clock } from '#shared';
import type { OcrDocument } from '../../domain/ocr-document.ts';
import { pictureHintsOf } from '../../domain/month-gaps.ts';
import type { PageBarcode, PictureWord } from '../../domain/witnesses.ts';
import type { WitnessStore } from '../../ports/witness-store.ts';
import type { BarcodeReader, PageBitmap, PictureWordReader } from '../../ports/page-bitmaps.ts';
import { PageTooCostlyError } from '../../ports/page-errors.ts';
import type { FilePages } from './file-pages.ts';
import type { Heard } from './heard.ts';

/** The pages of a file are too many, or too slow, for the time that a file may take. */
class PictureTimeUpError extends Error {
  override name = 'PictureTimeUpError';
}

export interface HearPicturesDependencies {
  readonly readings: Pick<
    WitnessStore,
    'loadBarcodes' | 'saveBarcodes' | 'loadPictureWords' | 'savePictureWords'
  >;
  readonly barcodes: BarcodeReader;
  readonly pictureWords: PictureWordReader;
  readonly clock: Clock;
  /** After so long no further page is begun. */
  readonly pictureSeconds: number;
}

/** What the pictures of a file's pages say beside the words that the OCR read. */
export interface PicturesSaid {
  readonly barcodes: readonly PageBarcode[];
  readonly words: readonly PictureWord[];
}

/** What was seen on pages that are not opened any more. */
export async function picturesOfBefore(
  fileId: string,
  readings: HearPicturesDependencies['readings'],
): Promise<PicturesSaid> {
  const [barcodes, words] = await Promise.all([
    readings.loadBarcodes(fileId),
    readings.loadPictureWords(fileId),
  ]);
  return { barcodes: barcodes ?? [], words: words ?? [] };
}

/**
 * The barcodes and the words that no OCR reads, on all pages, as they were read before or as they are now: each page is drawn once.
 * A page that cannot be drawn or read is passed over, and so is what there is no time for.
 * @param receivedOn ISO day: a form names no later year than the next
 */
export async function hearPictures(
  { fileId, receivedOn }: { readonly fileId: string; readonly receivedOn: string },
  document: OcrDocument,
  pages: FilePages,
  dependencies: HearPicturesDependencies,
): Promise<Heard<PicturesSaid>> {
  const { readings, clock, pictureSeconds } = dependencies;
  const saved = {
    barcodes: await readings.loadBarcodes(fileId),
    words: await readings.loadPictureWords(fileId),
  };
  const { barcodes, words } = saved;
  if (barcodes !== undefined && words !== undefined) return { said: { barcodes, words } };
  const until = clock().getTime() + pictureSeconds * 1000;
  const search = new PictureSearch(document, Number(receivedOn.slice(0, 4)) + 1, dependencies);
  try {
    const count = await pages.count();
    for (let page = 1; page <= count; page++) {
      if (clock().getTime() > until) throw new PictureTimeUpError('There is no time for the other pages');
      await search.lookAt(page, pages);
    }
  } catch (error) {
    if (error instanceof PageTooCostlyError) throw error;
    search.failure ??= error;
  }
  const said = { barcodes: barcodes ?? search.barcodes, words: words ?? search.words };
  // Most files have neither, and to look for them again is cheaper than to write that down.
  if (said.barcodes.length + said.words.length > 0) {
    if (barcodes === undefined) await readings.saveBarcodes(fileId, said.barcodes);
    if (words === undefined) await readings.savePictureWords(fileId, said.words);
  }
  return { said, failure: search.failure };
}

/** Looks at one page after the other and remembers what was seen, and the first thing that went wrong. */
class PictureSearch {
  readonly barcodes: PageBarcode[] = [];
  readonly words: PictureWord[] = [];
  failure: unknown;
  readonly #document: OcrDocument;
  readonly #latestYear: number;
  readonly #readers: HearPicturesDependencies;

  constructor(document: OcrDocument, latestYear: number, readers: HearPicturesDependencies) {
    this.#document = document;
    this.#latestYear = latestYear;
    this.#readers = readers;
  }

  async lookAt(page: number, pages: FilePages): Promise<void> {
    const bitmap = await this.#tried(() => pages.bitmapOf(page));
    if (bitmap === undefined) return;
    const barcodes = await this.#tried(() => this.#readers.barcodes.read(bitmap));
    this.barcodes.push(...(barcodes ?? []).map((barcode) => ({ page, ...barcode })));
    const words = await this.#tried(() => Promise.resolve(this.#wordsOf(page, bitmap)));
    this.words.push(...(words ?? []));
  }

  #wordsOf(page: number, bitmap: PageBitmap): readonly PictureWord[] {
    const read = this.#document.pages.find(({ number }) => number === page);
    return this.#readers.pictureWords
      .read(bitmap, pictureHintsOf(read), this.#latestYear)
      .map((word) => ({ page, ...word }));
  }

  async #tried<Result>(look: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await look();
    } catch (error) {
      if (error instanceof PageTooCostlyError) throw error;
      this.failure ??= error;
      return undefined;
    }
  }
}
